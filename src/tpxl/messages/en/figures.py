"""Findings about the figures of sections 6 and 7, and about what they are computed with.

Findings about figures that do not agree with those they are tied to, outside their own rows.

What a wrong figure is instead of what it should be, by the mistake that reproduces it.

Shared costs: what cannot be divided, and parts that do not follow from what they are of.
"""

_TIES = {
    "tie_amended": (
        "{place}: printed {found}, computed from the original budget and its changes {expected} "
        "(figures {parts})."
    ),
    "tie_deviation": "{place}: printed {found}, computed {expected} (figures {parts}).",
    "tie_used_percent": "{place}: printed {found}{mark}, computed {expected}{mark} ({parts}).",
    "tie_deviation_percent": (
        "{place}: printed {found}{mark}, computed {expected}{mark} (figures {parts})."
    ),
    "tie_change": "{place}: printed {found}, computed {expected} (figures {parts}).",
    "tie_change_percent": (
        "{place}: printed {found}{mark}, computed {expected}{mark} (figures {parts})."
    ),
    "tie_total": "{place}: printed {found}, its parts add up to {expected} (parts {parts}).",
    "tie_areas_total": (
        "{place}: printed total of all service areas {found}, computed from the areas {expected} "
        "(areas {parts})."
    ),
    "tie_same_figure": (
        "{place}: printed {found}{mark}, but the same figure stands elsewhere ({related}) as "
        "{parts}{mark}."
    ),
}

_PART = "{area}, {period}, {line}: printed {found}, computed {expected}. Cost pool: {pool}."

_ROUNDED = " The difference is one of rounding: the parts must sum to the amount."

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
    "unread_column": (
        '{area}: the column heading "{text}" (cell {cell}) is not known, so its figures'
        " ({count}) were not checked. Type a period as the heading, such as TP 2025."
    ),
    "unread_column_near": (
        '{area}: the heading "{text}" is not known, so the figures of the column '
        "({count}) were not checked. Does it mean {near}? Correct cell {cell}."
    ),
    "unread_row": (
        '{area}: the row "{text}" (cell {cell}) is not known, so its figures ({count}) '
        "were not checked."
    ),
    "unread_row_lacking": (
        '{area}: the row "{text}" is not known, yet the operating margin is off by its '
        "very figures. Correct the row's name in cell {cell}."
    ),
    "unread_row_near": (
        '{area}: the row "{text}" is not known, so its figures ({count}) were not '
        "checked. Does it mean {near}? Correct cell {cell}."
    ),
    "unread_table": (
        "{sheet}: the rows ({labels}) of the table that starts in cell {cell} are not "
        "known, so its figures ({count}) were not checked."
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
    **_TIES,
    **{
        f"{code}_rounding": f"{text} The difference comes from the rounding of the figures."
        for code, text in _TIES.items()
    },
    "shared_mistake": (
        "{place}: {count} figures (of {of}) are wrong in the same way, the first in {cell}: "
        "printed {found}{mark}, computed {expected}{mark}."
    ),
    "tie_made_figures": (
        "{place}: printed {found}{mark}, but the figures made from it ({related}) call for "
        "{expected}{mark}."
    ),
    "tie_made_figures_between": (
        "{place}: printed {found}{mark}, but the figures made from it ({related}) call for "
        "one between {low} and {high}{mark}."
    ),
    "tie_made_figures_or": (
        "{place}: printed {found}{mark}, but the figures made from it ({related}) call for "
        "{expected}{mark}, unless it is {rivals} that is wrong."
    ),
    "table_percent_over_zero": (
        "{place}: printed {found}{mark}, but the figure it is compared with is zero. There is no "
        "percentage: print a dash or leave cell {cell} empty."
    ),
    "table_percent_over_other_sign": (
        "{place}: printed {found}{mark}, but the figure it is compared with has the other sign. "
        "The percentage means nothing: print a dash or leave cell {cell} empty."
    ),
    "table_term_missing": (
        "{place}: the printed figure {found}{mark} cannot be checked, because a figure it is "
        "computed from is missing from the table."
    ),
    "table_unread": (
        "{place}: the column cannot be checked, because neither its heading nor its rows tell how "
        "it is computed. Write into the heading which periods the column compares."
    ),
    "table_unreadable": (
        '{place}: cell {cell} holds "{text}", which is not one number for certain. '
        "Write a number into the cell or clear it."
    ),
    "total_parts_unknown": (
        "{place}: the total {found} cannot be checked against its parts, because not all of them "
        "are known or printed."
    ),
    "residents_contradict": (
        "{place}: the printed figures per resident imply different numbers of residents: {ranges}. "
        "Check the figures per resident and the residents of the period."
    ),
    "comment_needed": (
        "{area}, {period}, {line}: {found}, a change of {change}\u00a0% from {base_number} in "
        "{base_period}. Write a reason for the change on the sheet Tarkistus."
    ),
    "comment_without_percent": (
        "{area}, {period}, {line}: {found}, when the figure for {base_period} was {base_number}. "
        "Write a reason for the change on the sheet Tarkistus."
    ),
    "not_round": (
        "{area}, {period}, {line}: the budget figure {found} is not round, though all other "
        "budget figures are (to {unit} euros)."
    ),
    "allocation_share": _PART,
    "allocation_share_rounding": _PART + _ROUNDED,
    "allocation_part": _PART,
    "allocation_part_rounding": _PART + _ROUNDED,
    "allocation_sum": "{pool}, {period}, {line} in total: printed {found}, computed {expected}.",
    "allocation_received": (
        "{pool}, {period}: printed {found}, computed {expected}. The figure is what the pool "
        "receives from other pools, or its own amount and the received together."
    ),
    "allocation_left": (
        "{pool}, {period}: left over printed {found}, computed {expected}. The parts sum to the "
        "amount."
    ),
    "allocation_flow": (
        "{area}, {period}, {line}: printed {found}, but the pool {pool} gives nothing to this "
        "receiver. Check the names in the columns From and To, or remove the row."
    ),
    "allocation_flow_absent": (
        "{area}, {period}: the list lacks the row that gives {pool} to this receiver. Add the "
        "row: period, from and to."
    ),
    "allocation_unknown": (
        "{area}, {period}, {line}: the printed figure {found} cannot be checked, because what it "
        "is computed from is missing from the allocation table."
    ),
    "allocation_drivers_absent": (
        "{pool}, {period}: no receiver has a driver, so the amount cannot be divided. Type the "
        "driver or fixed shares."
    ),
    "allocation_driver_missing": (
        "{pool}, {period}: the driver is missing: {receivers}. The amount was not divided. Type "
        "the driver; if nothing belongs to the receiver, type 0."
    ),
    "allocation_driver_negative": (
        "{pool}, {period}: a driver or share is negative: {receivers}. The amount was not "
        "divided. Type it as zero or positive."
    ),
    "allocation_drivers_zero": (
        "{pool}, {period}: the driver is zero for all ({receivers}). The amount was not divided. "
        "Correct the driver."
    ),
    "allocation_shares_sum": (
        "{pool}, {period}: the shares sum to {found}, so {unassigned} % is unassigned. No euros "
        "were divided. Correct the shares so that they sum to 100 %."
    ),
    "allocation_shares_lacking": (
        "{pool}, {period}: the shares sum to {found}, so {unassigned} % is unassigned. Without a "
        "share: {receivers}. No euros were divided. Type the missing share."
    ),
    "allocation_shares_over": (
        "{pool}, {period}: the shares sum to {found}, {unassigned} percentage points too much. No "
        "euros were divided. Correct the shares so that they sum to 100 %."
    ),
    "allocation_two_bases": (
        "{pool}, {period}: both a driver and fixed shares are typed. The amount was not divided. "
        "Clear one of them."
    ),
    "allocation_circle": (
        "The cost pools give to each other in a circle ({period}): {pools}. They were not "
        "divided. Remove one receiver from the circle."
    ),
    "allocation_pool_twice": (
        "{period}: two cost pools have the same name, {pool}. Neither was divided. Rename one."
    ),
    "allocation_place_twice": (
        "{pool}, {period}: the same figure ({area}, {line}) has two places in the table, cells "
        "{cell} and {second}. The pool was left as it is. Remove one."
    ),
    "allocation_note": (
        "{area}: in the sentence (cell {cell}, {periods}) the share is {found}, computed "
        "{expected}. Correct the sentence."
    ),
    "allocation_note_blank": (
        "{area}: the sentence (cell {cell}, {periods}) has no share yet, computed {expected}."
    ),
    "allocation_note_mixed": (
        "{area}: the sentence (cell {cell}) has one share, {found}, but the shares of {periods} "
        "differ. Split the sentence by period."
    ),
    "allocation_note_unknown": (
        "{area}: the share {found} in the sentence (cell {cell}, {periods}) cannot be checked, "
        "because the period or the receiver is not in the allocation table."
    ),
}

TEXTS = {
    "todo_shared": "Correct the formula of the whole row or column at once.",
    "todo_format": "Format its cells as per cent, or type the figures in per cent.",
    "todo_report": "Correct the figure in the report.",
    "todo_open": "Correct cell {cell} or give a reason on the sheet Tarkistus.",
    "todo_locked": (
        "The period is already published, so cell {cell} is not changed: give a reason on the "
        "sheet Tarkistus or unlock the period on Perustiedot."
    ),
    "pool_found": "Cost pool:",
}

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
    "share_of_total": "The printed figure is a share of the total, not a change.",
    "index_for_change": "The printed figure is an index or a share, not a change.",
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

ERRORS = {
    "allocation_no_drivers": (
        "The amount cannot be divided: the driver is zero for all or is missing. Give the driver."
    ),
    "allocation_driver_missing": "The driver is missing: {receivers}. Give it.",
    "allocation_driver_negative": (
        "The driver is negative: {receivers}. Give it as zero or positive."
    ),
    "allocation_not_a_number": "{name}: {value} is no number that can be divided. Correct it.",
}
