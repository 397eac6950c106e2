"""What a wrong figure is instead of what it should be, by the mistake that reproduces it."""

CAUSES = {
    "ratio_for_change": (
        "Det tryckta talet är andelen av föregående ({ratio_new} / {ratio_base} = {ratio}\u00a0%), "
        "inte ändringen."
    ),
    "ratio_for_change_sign_flipped": (
        "Det tryckta talet är andelen av föregående ({ratio_new} / {ratio_base} = {ratio}\u00a0%) "
        "med fel tecken, inte ändringen."
    ),
    "periods_reversed": (
        "Det tryckta talet är ändringen från det nyare till det äldre: perioderna har bytt plats."
    ),
    "divided_by_newer": (
        "Det tryckta talet är skillnaden delad med det nyare talet; det ska delas med det äldre."
    ),
    "fraction_for_percent": (
        "Det tryckta talet är en hundradel av procenttalet: cellen saknar procentformat."
    ),
    "other_base": "Det tryckta talet är jämfört med fel tal: {other_period}.",
    "change_for_share": "Det tryckta talet är avvikelsen i procent, inte andelen.",
    "share_inverted": "Det tryckta talet är andelen tvärtom: budgeten delad med utfallet.",
    "expenses_for_margin": (
        "Det tryckta talet är omkostnaderna per invånare ({other_amount} / {divisor}), "
        "inte verksamhetsbidraget."
    ),
    "other_line_per_resident": (
        "Det tryckta talet är beräknat av fel rad: {other_line} ({other_amount} / {divisor})."
    ),
    "other_line": "Det tryckta talet är från fel rad: {other_line}.",
    "other_residents": (
        "Det tryckta talet är delat med fel periods invånarantal: {other_period}, "
        "{other_residents}."
    ),
    "part_left_out": "En del saknas i det tryckta talet: {part}.",
    "part_sign_flipped": "En del har fel tecken i det tryckta talet: {part}.",
    "sign_flipped": "Det tryckta talet har fel tecken.",
    "digits_swapped": "Två siffror bredvid varandra har bytt plats i det tryckta talet.",
    "thousands_for_units": (
        "Det tryckta talet är i fel enhet: tusental euro där det ska vara euro, eller tvärtom."
    ),
    "truncated": "Det tryckta talet är avhugget, inte avrundat.",
}
