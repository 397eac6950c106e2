"""What a wrong figure is instead of what it should be, by the mistake that reproduces it."""

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
