"""Findings about figures: those of sections 6 and 7 and those tied to others.

The causes say what a wrong figure is instead of what it should be, by the mistake that reproduces
it.
"""

_TIES = {
    "tie_amended": (
        "{place}: taulukossa {found}, alkuperäisestä talousarviosta ja muutoksista laskettuna "
        "{expected} (luvut {parts})."
    ),
    "tie_deviation": "{place}: taulukossa {found}, pitäisi olla {expected} (luvut {parts}).",
    "tie_used_percent": (
        "{place}: taulukossa {found}{mark}, pitäisi olla {expected}{mark} ({parts})."
    ),
    "tie_deviation_percent": (
        "{place}: taulukossa {found}{mark}, pitäisi olla {expected}{mark} (luvut {parts})."
    ),
    "tie_change": "{place}: taulukossa {found}, pitäisi olla {expected} (luvut {parts}).",
    "tie_change_percent": (
        "{place}: taulukossa {found}{mark}, pitäisi olla {expected}{mark} (luvut {parts})."
    ),
    "tie_total": "{place}: taulukossa {found}, osien summa on {expected} (osat {parts}).",
    "tie_areas_total": (
        "{place}: taulukossa alueiden summa on {found}, laskettuna {expected} ({parts})."
    ),
    "tie_same_figure": (
        "{place}: taulukossa {found}{mark}, mutta sama luku on toisessa paikassa ({related}) "
        "{parts}{mark}."
    ),
}

_DEMANDED, _MADE = "pitäisi olla", "luvuista laskettuna"
"""What rounding allows is told and not demanded."""

_COARSE = " Ero johtuu lukujen pyöristyksestä."

FINDINGS = {
    "margin": "{area}, {period}, {line}: taulukossa {found}, pitäisi olla {expected}.",
    "margin_rounding": (
        "{area}, {period}, {line}: taulukossa {found}, osista laskettuna {expected}. Ero on "
        "pyöristystä."
    ),
    "change_percent": "{area}, {period}, {line}: taulukossa {found}, pitäisi olla {expected}.",
    "change_percent_rounding": (
        "{area}, {period}, {line}: taulukossa {found}, laskettuna {expected}. Ero on pyöristystä."
    ),
    "per_resident": (
        "{area}, {period}, {line}: taulukossa {found}, pitäisi olla {expected} "
        "({residents_number} asukasta)."
    ),
    "per_resident_rounding": (
        "{area}, {period}, {line}: taulukossa {found}, laskettuna {expected} "
        "({residents_number} asukasta). Ero on pyöristystä."
    ),
    "per_resident_restated": (
        "{area}, {period}, {line}: taulukon luku {found} on laskettu asukasluvulla {earlier} "
        "({status}), jonka lopullinen asukasluku {residents_number} on korvannut. Oikaistu luku on "
        "{expected}."
    ),
    "expenses_turned": (
        "{area}: toimintamenojen etumerkki on toinen kuin asetuksissa (ensimmäinen {cell}). "
        "Korjaa jompikumpi."
    ),
    "sign_alone": (
        "{area}, {period}, {line}: taulukossa {found}, mutta rivin muilla luvuilla on toinen "
        "etumerkki. Tarkista etumerkki solusta {cell}."
    ),
    "expenses_unclear": (
        "{area}: toimintamenojen etumerkki on toinen kuin asetuksissa (ensimmäinen {cell}), "
        "joten toimintakatetta ei tarkistettu eikä laskettu. Korjaa etumerkit tai asetus."
    ),
    "change_over_zero": (
        "{area}, {period}, {line}: taulukossa {found}, mutta vertailuluku ({base_period}) on "
        "nolla. Prosenttia ei voi laskea. Kirjoita soluun {cell} viiva tai jätä se tyhjäksi."
    ),
    "change_over_other_sign": (
        "{area}, {period}, {line}: taulukossa {found}, mutta vertailuluvulla ({base_period}) on "
        "eri etumerkki, joten prosenttia ei esitetä. Kirjoita soluun {cell} viiva tai jätä se "
        "tyhjäksi."
    ),
    "base_missing": (
        "{area}, {period}, {line}: lukua {found} ei voi tarkistaa, koska kauden {base_period} "
        "luku puuttuu."
    ),
    "base_absent": (
        "Kautta {base_period} ei ole työkirjassa: siihen verrattuja lukuja ({count}, "
        "ensimmäinen {sheet}!{cell}) ei voi tarkistaa."
    ),
    "residents_missing": (
        "{area}, {period}, {line}: taulukon lukua {found} ei voi tarkistaa, koska kauden "
        "asukasluku puuttuu. Kirjoita Perustiedot-välilehdelle sarakkeet Kausi ja Asukasluku."
    ),
    "residents_to_type": (
        "{area}, {line}: paikat jäävät tyhjiksi ({periods}), koska kauden asukasluku puuttuu. "
        "Kirjoita Perustiedot-välilehdelle sarakkeet Kausi ja Asukasluku."
    ),
    "part_missing": (
        "{area}, {period}, {line}: taulukon lukua {found} ei voi tarkistaa, koska luku, josta se "
        "lasketaan, puuttuu työkirjasta."
    ),
    "empty_computed": (
        "{area}, {period}, {line}: solu {cell} on tyhjä, siinä pitäisi olla {expected}."
    ),
    "unread_column": (
        '{area}: sarakkeen otsikkoa "{text}" (solu {cell}) ei tunneta, joten sen lukuja'
        " ({count}) ei tarkistettu. Kirjoita otsikoksi kausi, esimerkiksi TP 2025."
    ),
    "unread_column_near": (
        '{area}: otsikkoa "{text}" ei tunneta, eikä sen lukuja ({count}) tarkistettu. Onko se '
        "{near}? Korjaa solu {cell}."
    ),
    "unread_row": (
        '{area}: riviä "{text}" (solu {cell}) ei tunneta, joten sen lukuja ({count}) ei'
        " tarkistettu."
    ),
    "unread_row_lacking": (
        '{area}: riviä "{text}" ei tunneta, mutta toimintakate poikkeaa juuri sen '
        "luvuista. Korjaa rivin nimi soluun {cell}."
    ),
    "unread_row_lacking_total": (
        '{area}: riviä "{text}" ei tunneta, mutta summa ({totals}) poikkeaa osistaan juuri '
        "sen luvuilla. Korjaa rivin nimi soluun {cell}."
    ),
    "unread_row_near": (
        '{area}: riviä "{text}" ei tunneta, joten sen lukuja ({count}) ei tarkistettu. '
        "Tarkoittaako se riviä {near}? Korjaa solu {cell}."
    ),
    "periods_exchanged": (
        "{area}: {count} muista luvuista laskettua lukua sopii kausiin {meant}, ei otsikoihin "
        "{periods} (alkaen solusta {cell}). Niitä ei muutettu. Tarkista otsikot ja niiden paikat."
    ),
    "periods_disordered": (
        "{sheet}: solusta {cell} alkavat kaudet ({periods}) eivät ole järjestyksessä, joten niiden "
        "lukuja ({count}) ei tarkistettu. Korjaa otsikot tai niiden järjestys."
    ),
    "unread_lines": (
        "{sheet}: solusta {cell} alkavien rivien ({labels}) yläpuolella ei ole kausien riviä, "
        "joten niiden lukuja ({count}) ei tarkistettu. Kirjoita kaudet, esim. TP 2024 ja TP 2025, "
        "lukujen yläpuolelle."
    ),
    "unread_numbers": (
        "{sheet}: solusta {cell} alkavan taulukon otsikoita ({labels}) ei tunneta, joten sen "
        "lukuja ({count}) ei tarkistettu."
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
    "error_values": ("{sheet}: {count} solussa on virhearvo {text} (ensimmäinen {cell})."),
    "number_as_text": (
        '{area}, {period}, {line}: luku "{text}" on tekstiä, jota Excelin kaavat eivät laske. '
        "Muuta solu {cell} luvuksi."
    ),
    "formulas_wait": (
        "{count} kaavan arvoa ei tarkistettu, koska työkirja {book} odottaa uudelleenlaskentaa. "
        "Avaa se Excelissä, tallenna ja tarkista uudelleen."
    ),
    "formulas_without_value": (
        "Välilehti {sheet}: {count} kaavaa on ilman arvoa (ensimmäinen {cell}), eikä niitä "
        "tarkistettu. Tallenna työkirja Excelissä."
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
        f"{code}_rounding": text.replace(_DEMANDED, _MADE) + _COARSE for code, text in _TIES.items()
    },
    "shared_mistake": (
        "{place}: {count}/{of} lukua on väärin samalla tavalla, ensimmäinen {cell}: taulukossa "
        "{found}{mark}, pitäisi olla {expected}{mark}."
    ),
    "tie_made_figures": (
        "{place}: taulukossa {found}{mark}, mutta siitä tehdyt luvut ({related}) edellyttävät "
        "lukua {expected}{mark}."
    ),
    "tie_made_figures_between": (
        "{place}: taulukossa {found}{mark}, mutta siitä tehdyt luvut ({related}) edellyttävät "
        "lukua väliltä {low}–{high}{mark}."
    ),
    "tie_made_figures_or": (
        "{place}: taulukossa {found}{mark}, mutta siitä tehdyt luvut ({related}) edellyttävät "
        "lukua {expected}{mark}, ellei väärä ole {rivals}."
    ),
    "table_percent_over_zero": (
        "{place}: taulukossa {found}{mark}, mutta vertailuluku on nolla. Prosenttia ei voi laskea. "
        "Kirjoita soluun {cell} viiva tai jätä se tyhjäksi."
    ),
    "table_percent_over_other_sign": (
        "{place}: taulukossa {found}{mark}, mutta vertailuluvulla on eri etumerkki, joten "
        "prosenttia ei esitetä. Kirjoita soluun {cell} viiva tai jätä se tyhjäksi."
    ),
    "table_term_missing": (
        "{place}: taulukon lukua {found}{mark} ei voi tarkistaa, koska luku, josta se lasketaan, "
        "puuttuu taulukosta."
    ),
    "table_base_unknown": (
        "{place}: ei voi tarkistaa sarakkeita: {columns}. Ne on ehkä laskettu luvuista, joiden "
        "otsikkoa ei tunneta: {headings}. Kirjoita otsikoksi kausi, esimerkiksi TA 2025."
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
        "{place}: summaa {found} ei voi tarkistaa, koska jokin sen osista puuttuu "
        "taulukosta tai sitä ei tunneta."
    ),
    "taken_for_total": (
        "Välilehti {sheet} luettiin muiden alueiden summaksi, koska sen luvut ovat niiden summia. "
        "Jos se on vastuualue, lisää sen nimi vastuualueiden luetteloon."
    ),
    "area_not_in_summary": (
        "{area} puuttuu välilehdeltä {sheet}, joten sen summat (ensimmäinen {cell}) eivät ole "
        "koko kaupungin. Lisää sille alueen rivit."
    ),
    "summary_names_unknown_area": (
        '{sheet}: solussa {cell} on "{text}", mutta sen nimistä aluetta ei ole, joten summia '
        "ei voi tarkistaa. Korjaa nimi tai poista rivi."
    ),
    "blank_parts": (
        "{place}: summan {sum} osia on tyhjänä ({count}, ensimmäinen {cell}), vaikka niiden "
        "riveillä on ero. Täytä ne, niin summa täsmää osiinsa."
    ),
    "blank_parts_lacking": (
        "{place}: summassa {sum} (solu {total}) eivät ole mukana tyhjät kohdat ({count}, "
        "ensimmäinen {cell}), joiden riveillä on ero. Täytä ne; summan pitäisi olla "
        "{due}."
    ),
    "area_same_figures": (
        "{area}: luvut ovat samat kuin alueella {other}. Jos välilehti on kopioitu, kirjoita "
        "siihen alueen omat luvut."
    ),
    "residents_contradict": (
        "{place}: €/asukas-luvuista tulee eri asukaslukuja: {ranges}. Tarkista luvut ja asukasluku."
    ),
    "comment_needed": (
        "{area}, {period}, {line}: {found}, muutos {change}\u00a0% ({base_period}: "
        "{base_number}). Perustele Tarkistuksessa."
    ),
    "comment_without_percent": (
        "{area}, {period}, {line}: {found}, kaudella {base_period} {base_number}. Perustele "
        "Tarkistuksessa."
    ),
    "not_round": (
        "{area}, {period}, {line}: talousarvioluku {found} ei ole pyöreä, vaikka kaikki muut "
        "talousarvioluvut ovat ({unit} euron tarkkuudella)."
    ),
}

TEXTS = {
    "unread_column_unnamed": (
        "{area}: sarakkeella (solu {cell}) ei ole otsikkoa, joten sen lukuja ({count}) ei "
        "tarkistettu. Kirjoita otsikoksi kausi, esimerkiksi TP 2025."
    ),
    "unread_row_unnamed": (
        "{area}: solusta {cell} alkavilla luvuilla ({count}) ei ole rivin nimeä, joten niitä ei "
        "tarkistettu. Kirjoita rivin nimi tai poista luvut."
    ),
    "unread_row_lacking_unnamed": (
        "{area}: solusta {cell} alkavalla rivillä ei ole nimeä, mutta toimintakate poikkeaa juuri "
        "sen luvuista. Kirjoita rivin nimi."
    ),
    "unread_row_lacking_total_unnamed": (
        "{area}: solusta {cell} alkavalla rivillä ei ole nimeä, mutta summa ({totals}) poikkeaa "
        "osistaan juuri sen luvuilla. Kirjoita rivin nimi."
    ),
    "unread_table_unnamed": (
        "{sheet}: solusta {cell} alkavan taulukon riveillä ei ole nimiä, joten sen lukuja "
        "({count}) ei tarkistettu. Kirjoita rivien nimet."
    ),
    "comment_needed_explained": (
        "{area}, {period}, {line}: {found}, muutos {change}\u00a0% ({base_period}: {base_number})."
    ),
    "comment_without_percent_explained": (
        "{area}, {period}, {line}: {found}, kaudella {base_period} {base_number}."
    ),
    "todo_shared": "Korjaa laskukaava koko riville tai sarakkeeseen kerralla.",
    "todo_format": "Muotoile solut prosenteiksi tai kirjoita luvut prosentteina.",
    "todo_report": "Korjaa luku raporttiin.",
    "todo_open": "Korjaa {cell} tai perustele Tarkistuksessa.",
    "todo_locked": (
        "Kausi on julkaistu: perustele Tarkistuksessa tai avaa kausi (Perustiedot, Lukittu: ei)."
    ),
    "pool_found": "Vyörytettävä erä:",
    "withheld": (
        "Siitä laskettavia lukuja ({withheld}) ei kirjoiteta, ennen kuin on selvää, mikä luku "
        "on väärä."
    ),
    "todo_lost": ("Kaava osoittaa välilehteen tai soluun, jota ei enää ole. Korjaa kaava."),
    "todo_formulas": ("Korjaa kaavat."),
}

CAUSES = {
    "ratio_for_change": (
        "Taulukon luku on osuus edellisestä ({ratio_new} / {ratio_base} = {ratio}\u00a0%), "
        "ei muutos."
    ),
    "ratio_for_change_sign_flipped": (
        "Taulukon luku on osuus edellisestä ({ratio_new} / {ratio_base} = {ratio}\u00a0%) "
        "väärällä etumerkillä, ei muutos."
    ),
    "periods_reversed": (
        "Taulukon luku on muutos uudemmasta vanhempaan: vertailun kaudet ovat vaihtaneet paikkaa."
    ),
    "divided_by_newer": (
        "Taulukon luku on erotus jaettuna uudemmalla luvulla; se jaetaan vanhemmalla."
    ),
    "share_of_total": "Taulukon luku on osuus summasta, ei muutos.",
    "index_for_change": "Taulukon luku on indeksi tai osuus, ei muutos.",
    "fraction_for_percent": "Solusta puuttuu prosenttimuotoilu.",
    "other_base": "Taulukon luku on laskettu väärästä vertailuluvusta: {other_period}.",
    "change_for_share": "Taulukon luku on poikkeama prosentteina, ei osuus.",
    "share_inverted": "Taulukon luku on osuus väärin päin: talousarvio jaettuna toteumalla.",
    "expenses_for_margin": (
        "Taulukon luku on toimintamenot asukasta kohden ({other_amount} / {divisor}), "
        "ei toimintakate."
    ),
    "other_line_per_resident": (
        "Taulukon luku on laskettu väärästä rivistä: {other_line} ({other_amount} / {divisor})."
    ),
    "other_line": "Taulukon luku on väärältä riviltä: {other_line}.",
    "other_residents": (
        "Taulukon luku on jaettu väärän kauden asukasluvulla: {other_period}, {other_residents}."
    ),
    "part_left_out": "Taulukon luvusta puuttuu osa: {part}.",
    "part_sign_flipped": "Taulukon luvussa on osa väärällä etumerkillä: {part}.",
    "sign_flipped": "Taulukon luvun etumerkki on väärä.",
    "digits_swapped": "Taulukon luvussa kaksi vierekkäistä numeroa on vaihtanut paikkaa.",
    "thousands_for_units": (
        "Taulukon luku on väärässä yksikössä: eurojen paikalla on tuhansia euroja tai päinvastoin."
    ),
    "comma_misplaced": (
        "Taulukon luvussa on nolla liikaa tai liian vähän, tai pilkku on väärässä paikassa."
    ),
    "truncated": "Taulukon luku on katkaistu, ei pyöristetty.",
}

UNNAMED = {
    "residents_missing": (
        "{area}, {period}, {line}: taulukon lukua {found} ei voi tarkistaa, koska kauden "
        "asukasluku puuttuu. Lisää työkirjaan taulukko, jossa ovat sarakkeet Kausi ja "
        "Asukasluku."
    ),
    "residents_to_type": (
        "{area}, {line}: paikat jäävät tyhjiksi ({periods}), koska kauden asukasluku puuttuu. "
        "Lisää työkirjaan taulukko, jossa ovat sarakkeet Kausi ja Asukasluku."
    ),
    "comment_needed": (
        "{area}, {period}, {line}: {found}, muutos {change}\u00a0% ({base_period}: "
        "{base_number}). Perustele raportissa."
    ),
    "comment_without_percent": (
        "{area}, {period}, {line}: {found}, kaudella {base_period} {base_number}. Perustele "
        "raportissa."
    ),
    "todo_open": ("Korjaa solu {cell}."),
    "todo_locked": "Kausi on julkaistu: luku jäi ennalleen.",
}
"""The same where the book lacks the sheet that the sentence names."""
