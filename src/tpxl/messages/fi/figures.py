"""Findings about the figures of sections 6 and 7, and about what they are computed with.

Findings about figures that do not agree with those they are tied to, outside their own rows.

What a wrong figure is instead of what it should be, by the mistake that reproduces it.

Shared costs: what cannot be divided, and parts that do not follow from what they are of.
"""

_TIES = {
    "tie_amended": (
        "{place}: painettu {found}, alkuperäisestä talousarviosta ja muutoksista laskettu "
        "{expected} (luvut {parts})."
    ),
    "tie_deviation": "{place}: painettu {found}, laskettu {expected} (luvut {parts}).",
    "tie_used_percent": "{place}: painettu {found}{mark}, laskettu {expected}{mark} ({parts}).",
    "tie_deviation_percent": (
        "{place}: painettu {found}{mark}, laskettu {expected}{mark} (luvut {parts})."
    ),
    "tie_change": "{place}: painettu {found}, laskettu {expected} (luvut {parts}).",
    "tie_change_percent": (
        "{place}: painettu {found}{mark}, laskettu {expected}{mark} (luvut {parts})."
    ),
    "tie_total": "{place}: painettu {found}, osien summa on {expected} (osat {parts}).",
    "tie_areas_total": (
        "{place}: painettu kaikkien vastuualueiden summa {found}, alueiden luvuista laskettu "
        "{expected} (alueet {parts})."
    ),
    "tie_same_figure": (
        "{place}: painettu {found}{mark}, mutta sama luku on toisessa paikassa ({related}) "
        "{parts}{mark}."
    ),
}

_PART = "{area}, {period}, {line}: painettu {found}, laskettu {expected}. Jaettava erä: {pool}."

_ROUNDED = " Ero johtuu pyöristyksestä: osien summan pitää olla jaettava määrä."

FINDINGS = {
    "margin": "{area}, {period}, {line}: painettu {found}, laskettu {expected}.",
    "margin_rounding": (
        "{area}, {period}, {line}: painettu {found}, osista laskettu {expected}. "
        "Ero johtuu osien pyöristyksestä."
    ),
    "change_percent": "{area}, {period}, {line}: painettu {found}, laskettu {expected}.",
    "change_percent_rounding": (
        "{area}, {period}, {line}: painettu {found}, luvuista laskettu {expected}. "
        "Ero johtuu lukujen pyöristyksestä."
    ),
    "per_resident": (
        "{area}, {period}, {line}: painettu {found}, laskettu {expected} "
        "(asukasluku {residents_number})."
    ),
    "per_resident_rounding": (
        "{area}, {period}, {line}: painettu {found}, laskettu {expected} "
        "(asukasluku {residents_number}). Ero johtuu lukujen pyöristyksestä."
    ),
    "per_resident_restated": (
        "{area}, {period}, {line}: painettu {found} on laskettu asukasluvulla {earlier} "
        "({status}), jonka lopullinen asukasluku {residents_number} on korvannut. Oikaistu luku on "
        "{expected}."
    ),
    "change_over_zero": (
        "{area}, {period}, {line}: painettu {found}, mutta vertailuluku ({base_period}) on nolla. "
        "Prosenttia ei voi laskea. Kirjoita soluun {cell} viiva tai jätä se tyhjäksi."
    ),
    "change_over_other_sign": (
        "{area}, {period}, {line}: painettu {found}, mutta vertailuluku ({base_period}) on "
        "toisenmerkkinen. Prosenttiluku ei kerro mitään. Kirjoita soluun {cell} viiva tai jätä se "
        "tyhjäksi."
    ),
    "base_missing": (
        "{area}, {period}, {line}: painettua lukua {found} ei voi tarkistaa, koska vertailukauden "
        "{base_period} luku ei ole työkirjassa."
    ),
    "residents_missing": (
        "{area}, {period}, {line}: painettua lukua {found} ei voi tarkistaa, koska kauden "
        "asukasluku puuttuu. Kirjoita Perustiedot-taulukkoon sarakkeet Kausi ja Asukasluku."
    ),
    "residents_to_type": (
        "{area}, {line}: paikat jäävät tyhjiksi ({periods}), koska kauden asukasluku puuttuu. "
        "Kirjoita Perustiedot-taulukkoon sarakkeet Kausi ja Asukasluku."
    ),
    "part_missing": (
        "{area}, {period}, {line}: painettua lukua {found} ei voi tarkistaa, koska luku, josta se "
        "lasketaan, puuttuu työkirjasta."
    ),
    "empty_computed": (
        "{area}, {period}, {line}: solu {cell} on tyhjä, laskettu luku olisi {expected}."
    ),
    "unread_column": (
        '{area}: sarakkeen otsikkoa "{text}" (solu {cell}) ei tunneta, joten sen lukuja'
        " ({count}) ei tarkistettu. Kirjoita otsikoksi kausi, esimerkiksi TP 2025."
    ),
    "unread_column_near": (
        '{area}: otsikkoa "{text}" ei tunneta, joten sarakkeen lukuja ({count}) ei '
        "tarkistettu. Tarkoittaako se kautta {near}? Korjaa solu {cell}."
    ),
    "unread_row": (
        '{area}: riviä "{text}" (solu {cell}) ei tunneta, joten sen lukuja ({count}) ei'
        " tarkistettu."
    ),
    "unread_row_lacking": (
        '{area}: riviä "{text}" ei tunneta, mutta toimintakate poikkeaa juuri sen '
        "luvuista. Korjaa rivin nimi soluun {cell}."
    ),
    "unread_row_near": (
        '{area}: riviä "{text}" ei tunneta, joten sen lukuja ({count}) ei tarkistettu. '
        "Tarkoittaako se riviä {near}? Korjaa solu {cell}."
    ),
    "unread_table": (
        "{sheet}: solusta {cell} alkavan taulukon rivejä ({labels}) ei tunneta, joten "
        "sen lukuja ({count}) ei tarkistettu."
    ),
    "unreadable": (
        '{area}, {period}, {line}: solussa {cell} on "{text}", jota ei voi lukea varmasti yhdeksi '
        "luvuksi. Kirjoita soluun luku tai tyhjennä se."
    ),
    "error_value": (
        "{area}, {period}, {line}: solussa {cell} on virhearvo {text}. Korjaa kaava tai kirjoita "
        "soluun luku."
    ),
    "number_as_text": (
        '{area}, {period}, {line}: solun {cell} luku "{text}" on tallennettu tekstinä. '
        "Laskelmissa se on mukana; Excelin kaavat eivät sitä näe."
    ),
    "formulas_wait": (
        "{count} kaavan arvoa ei tarkistettu, koska työkirja {book} odottaa uudelleenlaskentaa. "
        "Avaa se Excelissä, tallenna ja tarkista uudelleen."
    ),
    "formulas_without_value": (
        "Taulukko {sheet}: kaavoja, joilla ei ole laskettua arvoa: {count} (ensimmäinen {cell}). "
        "Niitä ei tarkistettu eikä muutettu. Avaa työkirja Excelissä, tallenna ja tarkista "
        "uudelleen."
    ),
    "period_twice": (
        "{area}: kausi {period} on samassa taulukossa kahdesti, soluissa {cell} ja {second}. "
        "Taulukko jätettiin ennalleen. Korjaa otsikko."
    ),
    "line_twice": (
        "{area}: rivi {line} on samassa taulukossa kahdesti, soluissa {cell} ja {second}. "
        "Taulukko jätettiin ennalleen. Poista toinen rivi tai nimeä se uudelleen."
    ),
    "setting_not_whole": (
        "Asetus {setting}: solussa {cell} on {typed}, mutta siinä pitää olla kokonaisluku väliltä "
        "{low}–{high}. Asetusta ei käytetty. Korjaa solu {sheet}!{cell}."
    ),
    "setting_not_within": (
        "Asetus {setting}: solussa {cell} on {typed}, mutta siinä pitää olla luku väliltä "
        "{low}–{high}. Asetusta ei käytetty. Korjaa solu {sheet}!{cell}."
    ),
    "residents_twice": (
        "Kaudella {period} on kaksi eri asukaslukua, {first} ja {second} (solut {sheet}!{cell} ja "
        "{related}). Kumpaakaan ei käytetty. Poista toinen tai merkitse sen tilaksi lopullinen."
    ),
    **_TIES,
    **{
        f"{code}_rounding": f"{text} Ero johtuu lukujen pyöristyksestä."
        for code, text in _TIES.items()
    },
    "shared_mistake": (
        "{place}: {count} lukua (yhteensä {of}) on väärin samalla tavalla, ensimmäinen {cell}: "
        "painettu {found}{mark}, laskettu {expected}{mark}."
    ),
    "tie_made_figures": (
        "{place}: painettu {found}{mark}, mutta siitä tehdyt luvut ({related}) edellyttävät "
        "lukua {expected}{mark}."
    ),
    "tie_made_figures_between": (
        "{place}: painettu {found}{mark}, mutta siitä tehdyt luvut ({related}) edellyttävät "
        "lukua väliltä {low}–{high}{mark}."
    ),
    "tie_made_figures_or": (
        "{place}: painettu {found}{mark}, mutta siitä tehdyt luvut ({related}) edellyttävät "
        "lukua {expected}{mark}, ellei väärä ole {rivals}."
    ),
    "table_percent_over_zero": (
        "{place}: painettu {found}{mark}, mutta vertailuluku on nolla. Prosenttia ei voi laskea. "
        "Kirjoita soluun {cell} viiva tai jätä se tyhjäksi."
    ),
    "table_percent_over_other_sign": (
        "{place}: painettu {found}{mark}, mutta vertailuluku on toisenmerkkinen. Prosenttiluku ei "
        "kerro mitään. Kirjoita soluun {cell} viiva tai jätä se tyhjäksi."
    ),
    "table_term_missing": (
        "{place}: painettua lukua {found}{mark} ei voi tarkistaa, koska luku, josta se lasketaan, "
        "puuttuu taulukosta."
    ),
    "table_unread": (
        "{place}: saraketta ei voi tarkistaa, koska sen laskutapa ei selviä otsikosta eikä "
        "riveistä. Kirjoita otsikkoon kaudet, joita sarake vertaa."
    ),
    "table_unreadable": (
        '{place}: solussa {cell} on "{text}", jota ei voi lukea varmasti yhdeksi luvuksi. '
        "Kirjoita soluun luku tai tyhjennä se."
    ),
    "total_parts_unknown": (
        "{place}: summaa {found} ei voi tarkistaa osistaan, koska kaikkia sen osia ei tunneta "
        "tai ole painettu."
    ),
    "residents_contradict": (
        "{place}: painetut €/asukas-luvut edellyttävät eri asukaslukuja: {ranges}. Tarkista "
        "€/asukas-luvut ja kauden asukasluku."
    ),
    "comment_needed": (
        "{area}, {period}, {line}: {found}, muutos {change}\u00a0% vertailukauden {base_period} "
        "luvusta {base_number}. Kirjoita muutokselle perustelu Tarkistus-taulukkoon."
    ),
    "comment_without_percent": (
        "{area}, {period}, {line}: {found}, kun vertailukauden {base_period} luku oli "
        "{base_number}. Kirjoita muutokselle perustelu Tarkistus-taulukkoon."
    ),
    "not_round": (
        "{area}, {period}, {line}: talousarvioluku {found} ei ole pyöreä, vaikka kaikki muut "
        "talousarvioluvut ovat ({unit} euron tarkkuudella)."
    ),
    "allocation_share": _PART,
    "allocation_share_rounding": _PART + _ROUNDED,
    "allocation_part": _PART,
    "allocation_part_rounding": _PART + _ROUNDED,
    "allocation_sum": ("{pool}, {period}, {line} yhteensä: painettu {found}, laskettu {expected}."),
    "allocation_received": (
        "{pool}, {period}: painettu {found}, laskettu {expected}. Luku on se, mitä erä saa muilta "
        "eriltä, tai erän oma määrä ja muilta saatu yhteensä."
    ),
    "allocation_left": (
        "{pool}, {period}: jakamatta painettu {found}, laskettu {expected}. Osien summan pitää "
        "olla jaettava määrä."
    ),
    "allocation_flow": (
        "{area}, {period}, {line}: painettu {found}, mutta erästä {pool} ei mene mitään tälle "
        "saajalle. Tarkista sarakkeiden Mistä ja Mihin nimet tai poista rivi."
    ),
    "allocation_flow_absent": (
        "{area}, {period}: luettelosta puuttuu rivi, jolla {pool} jaetaan tälle saajalle. "
        "Lisää rivi: Kausi, Mistä ja Mihin."
    ),
    "allocation_unknown": (
        "{area}, {period}, {line}: painettua lukua {found} ei voi tarkistaa, koska se, mistä luku "
        "lasketaan, puuttuu Vyörytys-taulukosta."
    ),
    "allocation_drivers_absent": (
        "{pool}, {period}: jakoperuste puuttuu kaikilta saajilta, joten määrää ei voi jakaa. "
        "Kirjoita jakoperuste tai kiinteät osuudet."
    ),
    "allocation_driver_missing": (
        "{pool}, {period}: jakoperuste puuttuu: {receivers}. Määrää ei jaettu. Kirjoita "
        "jakoperuste; jos saajalle ei kuulu mitään, kirjoita 0."
    ),
    "allocation_driver_negative": (
        "{pool}, {period}: jakoperuste tai osuus on negatiivinen: {receivers}. Määrää ei jaettu. "
        "Kirjoita se nollana tai positiivisena."
    ),
    "allocation_drivers_zero": (
        "{pool}, {period}: jakoperuste on kaikilla nolla ({receivers}). Määrää ei jaettu. "
        "Korjaa jakoperuste."
    ),
    "allocation_shares_sum": (
        "{pool}, {period}: osuuksien summa on {found}, joten {unassigned} % on jakamatta. "
        "Euroja ei jaettu. Korjaa osuudet niin, että summa on 100 %."
    ),
    "allocation_shares_lacking": (
        "{pool}, {period}: osuuksien summa on {found}, joten {unassigned} % on jakamatta. "
        "Ilman osuutta: {receivers}. Euroja ei jaettu. Kirjoita puuttuva osuus."
    ),
    "allocation_shares_over": (
        "{pool}, {period}: osuuksien summa on {found}, siis {unassigned} prosenttiyksikköä liikaa. "
        "Euroja ei jaettu. Korjaa osuudet niin, että summa on 100 %."
    ),
    "allocation_two_bases": (
        "{pool}, {period}: sekä jakoperuste että kiinteät osuudet on kirjoitettu. Määrää ei "
        "jaettu. Tyhjennä toinen."
    ),
    "allocation_circle": (
        "Vyörytettävät erät antavat toisilleen kehässä ({period}): {pools}. Niitä ei jaettu. "
        "Poista yksi saaja kehästä."
    ),
    "allocation_pool_twice": (
        "{period}: kahdella vyörytettävällä erällä on sama nimi, {pool}. Kumpaakaan ei jaettu. "
        "Nimeä toinen."
    ),
    "allocation_place_twice": (
        "{pool}, {period}: saman luvun ({area}, {line}) paikka on taulukossa kahdesti, soluissa "
        "{cell} ja {second}. Erä jätettiin ennalleen. Poista toinen."
    ),
    "allocation_note": (
        "{area}: lauseessa (solu {cell}, {periods}) osuus on {found}, laskettu {expected}. "
        "Korjaa lause."
    ),
    "allocation_note_blank": (
        "{area}: lauseessa (solu {cell}, {periods}) ei ole vielä osuutta, laskettu {expected}."
    ),
    "allocation_note_mixed": (
        "{area}: lauseessa (solu {cell}) on yksi osuus, {found}, mutta kausien {periods} osuudet "
        "ovat eri suuret. Jaa lause kausittain."
    ),
    "allocation_note_unknown": (
        "{area}: lauseen (solu {cell}, {periods}) osuutta {found} ei voi tarkistaa, koska kautta "
        "tai saajaa ei ole Vyörytys-taulukossa."
    ),
}

TEXTS = {
    "todo_shared": "Korjaa laskukaava koko riville tai sarakkeeseen kerralla.",
    "todo_format": "Muotoile solut prosenteiksi tai kirjoita luvut prosentteina.",
    "todo_report": "Korjaa luku raporttiin.",
    "todo_open": "Korjaa solu {cell} tai anna perustelu Tarkistus-taulukossa.",
    "todo_locked": (
        "Kausi on jo julkaistu, joten solua {cell} ei muuteta: anna perustelu "
        "Tarkistus-taulukossa tai avaa kausi Perustiedoissa."
    ),
    "pool_found": "Vyörytettävä erä:",
}

CAUSES = {
    "ratio_for_change": (
        "Painettu luku on osuus edellisestä ({ratio_new} / {ratio_base} = {ratio}\u00a0%), "
        "ei muutos."
    ),
    "ratio_for_change_sign_flipped": (
        "Painettu luku on osuus edellisestä ({ratio_new} / {ratio_base} = {ratio}\u00a0%) "
        "väärällä etumerkillä, ei muutos."
    ),
    "periods_reversed": (
        "Painettu luku on muutos uudemmasta vanhempaan: vertailun kaudet ovat vaihtaneet paikkaa."
    ),
    "divided_by_newer": (
        "Painettu luku on erotus jaettuna uudemmalla luvulla; se jaetaan vanhemmalla."
    ),
    "share_of_total": "Painettu luku on osuus summasta, ei muutos.",
    "index_for_change": "Painettu luku on indeksi tai osuus, ei muutos.",
    "fraction_for_percent": (
        "Painettu luku on prosenttiluvun sadasosa: solusta puuttuu prosenttimuotoilu."
    ),
    "other_base": "Painettu luku on laskettu väärästä vertailuluvusta: {other_period}.",
    "change_for_share": "Painettu luku on poikkeama prosentteina, ei osuus.",
    "share_inverted": "Painettu luku on osuus väärin päin: talousarvio jaettuna toteumalla.",
    "expenses_for_margin": (
        "Painettu luku on toimintamenot asukasta kohden ({other_amount} / {divisor}), "
        "ei toimintakate."
    ),
    "other_line_per_resident": (
        "Painettu luku on laskettu väärästä rivistä: {other_line} ({other_amount} / {divisor})."
    ),
    "other_line": "Painettu luku on väärältä riviltä: {other_line}.",
    "other_residents": (
        "Painettu luku on jaettu väärän kauden asukasluvulla: {other_period}, {other_residents}."
    ),
    "part_left_out": "Painetusta luvusta puuttuu osa: {part}.",
    "part_sign_flipped": "Painetussa luvussa on osa väärällä etumerkillä: {part}.",
    "sign_flipped": "Painetun luvun etumerkki on väärä.",
    "digits_swapped": "Painetussa luvussa kaksi vierekkäistä numeroa on vaihtanut paikkaa.",
    "thousands_for_units": (
        "Painettu luku on väärässä yksikössä: eurojen paikalla on tuhansia euroja tai päinvastoin."
    ),
    "truncated": "Painettu luku on katkaistu, ei pyöristetty.",
}

ERRORS = {
    "allocation_no_drivers": (
        "Jaettavaa määrää ei voi jakaa: jakoperuste on kaikilla nolla tai se puuttuu. "
        "Anna jakoperuste."
    ),
    "allocation_driver_missing": "Jakoperuste puuttuu: {receivers}. Anna se.",
    "allocation_driver_negative": (
        "Jakoperuste on negatiivinen: {receivers}. Anna se nollana tai positiivisena."
    ),
    "allocation_not_a_number": "{name}: {value} ei ole luku, jota voi jakaa. Korjaa se.",
}
