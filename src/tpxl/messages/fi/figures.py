"""Findings about the figures of sections 6 and 7, and about what they are computed with."""

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
}

TEXTS = {
    "todo_open": "Korjaa solu {cell} tai anna perustelu Tarkistus-taulukossa.",
    "todo_locked": (
        "Kausi on jo julkaistu, joten solua {cell} ei muuteta: anna perustelu "
        "Tarkistus-taulukossa tai avaa kausi Perustiedoissa."
    ),
}
