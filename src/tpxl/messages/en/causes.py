"""What a wrong figure is instead of what it should be, by the mistake that reproduces it."""

CAUSES = {
    "ratio_for_change": (
        "The printed figure is the share of the previous one ({ratio_new} / {ratio_base} = "
        "{ratio}\u00a0%), not the change."
    ),
    "ratio_for_change_sign_flipped": (
        "The printed figure is the share of the previous one ({ratio_new} / {ratio_base} = "
        "{ratio}\u00a0%) with the wrong sign, not the change."
    ),
    "periods_reversed": (
        "The printed figure is the change from the newer to the older one: the periods have "
        "changed places."
    ),
    "divided_by_newer": (
        "The printed figure is the difference divided by the newer figure; it should be divided by "
        "the older one."
    ),
    "fraction_for_percent": (
        "The printed figure is a hundredth of the per cent: the cell lacks a per cent format."
    ),
    "other_base": "The printed figure is compared with the wrong figure: {other_period}.",
    "change_for_share": "The printed figure is the deviation in per cent, not the share.",
    "share_inverted": (
        "The printed figure is the share the other way round: budget divided by actual."
    ),
    "expenses_for_margin": (
        "The printed figure is the operating expenses per resident ({other_amount} / {divisor}), "
        "not the operating margin."
    ),
    "other_line_per_resident": (
        "The printed figure is made from the wrong line: {other_line} ({other_amount} / {divisor})."
    ),
    "other_line": "The printed figure is from the wrong line: {other_line}.",
    "other_residents": (
        "The printed figure is divided by the residents of the wrong period: {other_period}, "
        "{other_residents}."
    ),
    "part_left_out": "A part is missing from the printed figure: {part}.",
    "part_sign_flipped": "A part has the wrong sign in the printed figure: {part}.",
    "sign_flipped": "The printed figure has the wrong sign.",
    "digits_swapped": "Two neighbouring digits of the printed figure have changed places.",
    "thousands_for_units": (
        "The printed figure is in the wrong unit: thousands of euros in place of euros, or the "
        "other way round."
    ),
    "truncated": "The printed figure is cut off, not rounded.",
}
