"""Findings about figures that do not agree with those they are tied to, outside their own rows."""

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

FINDINGS = {
    **_TIES,
    **{
        f"{code}_rounding": f"{text} Ero johtuu lukujen pyöristyksestä."
        for code, text in _TIES.items()
    },
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
}
