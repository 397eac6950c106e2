"""Findings about the figures of sections 6 and 7, and about what they are computed with."""

FINDINGS = {
    "margin": "{area}, {period}, {line}: printed {found}, computed {expected}.",
    "margin_rounding": (
        "{area}, {period}, {line}: printed {found}, computed from its parts {expected}. "
        "The difference comes from the rounding of the parts."
    ),
    "change_percent": "{area}, {period}, {line}: printed {found}, computed {expected}.",
    "change_percent_rounding": (
        "{area}, {period}, {line}: printed {found}, computed {expected}. "
        "The difference comes from the rounding of the figures."
    ),
    "per_resident": (
        "{area}, {period}, {line}: printed {found}, computed {expected} "
        "({residents_number} residents)."
    ),
    "per_resident_rounding": (
        "{area}, {period}, {line}: printed {found}, computed {expected} "
        "({residents_number} residents). The difference comes from the rounding of the figures."
    ),
    "per_resident_restated": (
        "{area}, {period}, {line}: printed {found} was computed with {earlier} residents "
        "({status}), which the final figure {residents_number} has replaced. The restated figure "
        "is {expected}."
    ),
    "change_over_zero": (
        "{area}, {period}, {line}: printed {found}, but the figure it is compared with "
        "({base_period}) is zero. There is no percentage: print a dash or leave cell {cell} empty."
    ),
    "change_over_other_sign": (
        "{area}, {period}, {line}: printed {found}, but the figure it is compared with "
        "({base_period}) has the other sign. The percentage means nothing: print a dash or leave "
        "cell {cell} empty."
    ),
    "base_missing": (
        "{area}, {period}, {line}: the printed figure {found} cannot be verified, because the "
        "figure of {base_period} is not in the workbook."
    ),
    "residents_missing": (
        "{area}, {period}, {line}: the printed figure {found} cannot be verified, because the "
        "number of residents is missing. Type the columns Kausi and Asukasluku on Perustiedot."
    ),
    "residents_to_type": (
        "{area}, {line}: the places stay empty ({periods}), because the number of residents is "
        "missing. Type the columns Kausi and Asukasluku on Perustiedot."
    ),
    "part_missing": (
        "{area}, {period}, {line}: the printed figure {found} cannot be verified, because a "
        "figure that it is computed from is not in the workbook."
    ),
    "empty_computed": (
        "{area}, {period}, {line}: cell {cell} is empty, the computed figure is {expected}."
    ),
    "unreadable": (
        '{area}, {period}, {line}: cell {cell} holds "{text}", which cannot be read as one number '
        "for certain. Type a number or clear the cell."
    ),
    "error_value": (
        "{area}, {period}, {line}: cell {cell} holds the error value {text}. Correct the formula "
        "or type a number."
    ),
    "number_as_text": (
        '{area}, {period}, {line}: the number "{text}" in cell {cell} is stored as text. It counts '
        "here; Excel's formulas do not see it."
    ),
    "formulas_wait": (
        "The values of {count} formulas were not checked, because the workbook {book} awaits "
        "recalculation. Open it in Excel, save it and check again."
    ),
    "formulas_without_value": (
        "Sheet {sheet}: formulas without a calculated value: {count} (the first is {cell}). They "
        "were neither checked nor changed. Open the workbook in Excel, save it and check again."
    ),
    "period_twice": (
        "{area}: {period} stands twice in one table, in cells {cell} and {second}. "
        "The table was left as it is. Mend the heading."
    ),
    "line_twice": (
        "{area}: the line {line} stands twice in one table, in cells {cell} and {second}. "
        "The table was left as it is. Remove or rename one of them."
    ),
    "setting_not_whole": (
        "Setting {setting}: cell {cell} holds {typed}, but it must be a whole number from {low} to "
        "{high}. The setting was not used. Correct cell {sheet}!{cell}."
    ),
    "setting_not_within": (
        "Setting {setting}: cell {cell} holds {typed}, but it must be a number from {low} to "
        "{high}. The setting was not used. Correct cell {sheet}!{cell}."
    ),
    "residents_twice": (
        "{period} has two different numbers of residents, {first} and {second} (cells "
        "{sheet}!{cell} and {related}). Neither was used. Remove one or mark it lopullinen."
    ),
}

TEXTS = {
    "todo_open": "Correct cell {cell} or give a reason on the sheet Tarkistus.",
    "todo_locked": (
        "The period is already published, so cell {cell} is not changed: give a reason on the "
        "sheet Tarkistus or unlock the period on Perustiedot."
    ),
}
