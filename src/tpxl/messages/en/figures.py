"""Findings about figures: those of sections 6 and 7, and those tied to others.

The causes say what a wrong figure is instead of what it should be, by the mistake that reproduces
it.
"""

_TIES = {
    "tie_amended": (
        "{place}: in the table {found}, computed from the original budget and its changes "
        "{expected} (figures {parts})."
    ),
    "tie_deviation": "{place}: in the table {found}, should be {expected} (figures {parts}).",
    "tie_used_percent": (
        "{place}: in the table {found}{mark}, should be {expected}{mark} ({parts})."
    ),
    "tie_deviation_percent": (
        "{place}: in the table {found}{mark}, should be {expected}{mark} (figures {parts})."
    ),
    "tie_change": "{place}: in the table {found}, should be {expected} (figures {parts}).",
    "tie_change_percent": (
        "{place}: in the table {found}{mark}, should be {expected}{mark} (figures {parts})."
    ),
    "tie_total": "{place}: in the table {found}, its parts add up to {expected} (parts {parts}).",
    "tie_areas_total": (
        "{place}: in the table the total of the areas is {found}, computed {expected} ({parts})."
    ),
    "tie_same_figure": (
        "{place}: in the table {found}{mark}, but the same figure stands elsewhere ({related}) as "
        "{parts}{mark}."
    ),
}

_DEMANDED, _MADE = "should be", "computed from the figures"
"""What rounding allows is told and not demanded."""

_COARSE = " The difference comes from the rounding of the figures."

FINDINGS = {
    "margin": "{area}, {period}, {line}: in the table {found}, should be {expected}.",
    "margin_rounding": (
        "{area}, {period}, {line}: in the table {found}, from its parts {expected}. The "
        "difference is rounding."
    ),
    "change_percent": "{area}, {period}, {line}: in the table {found}, should be {expected}.",
    "change_percent_rounding": (
        "{area}, {period}, {line}: in the table {found}, computed {expected}. The difference "
        "is rounding."
    ),
    "per_resident": (
        "{area}, {period}, {line}: in the table {found}, should be {expected} "
        "({residents_number} residents)."
    ),
    "per_resident_rounding": (
        "{area}, {period}, {line}: in the table {found}, computed {expected} "
        "({residents_number} residents). The difference is rounding."
    ),
    "per_resident_restated": (
        "{area}, {period}, {line}: the figure {found} in the table was computed with {earlier} "
        "residents ({status}), which the final figure {residents_number} has replaced. The "
        "restated figure is {expected}."
    ),
    "expenses_turned": (
        "{area}: the operating expenses have another sign than the settings say (the first "
        "{cell}). Correct either."
    ),
    "sign_alone": (
        "{area}, {period}, {line}: the table has {found}, but the other figures of the row have "
        "the other sign. Check the sign in cell {cell}."
    ),
    "expenses_unclear": (
        "{area}: the operating expenses have another sign than the settings say (the first is "
        "{cell}), so the operating margin was neither checked nor computed. Correct the signs "
        "or the setting."
    ),
    "change_over_zero": (
        "{area}, {period}, {line}: in the table {found}, but the figure it is compared with "
        "({base_period}) is zero. There is no percentage: write a dash or leave cell {cell} empty."
    ),
    "change_over_other_sign": (
        "{area}, {period}, {line}: in the table {found}, but the figure it is compared with "
        "({base_period}) has the other sign, so no percentage is shown. Write a dash or leave "
        "cell {cell} empty."
    ),
    "base_missing": (
        "{area}, {period}, {line}: the figure {found} cannot be checked, because the figure of "
        "{base_period} is missing."
    ),
    "base_absent": (
        "{base_period} is not in the workbook: figures compared with it ({count}, the first "
        "{sheet}!{cell}) cannot be checked."
    ),
    "residents_missing": (
        "{area}, {period}, {line}: the figure {found} in the table cannot be verified, because the "
        "number of residents is missing. Type the columns Kausi and Asukasluku on Perustiedot."
    ),
    "residents_to_type": (
        "{area}, {line}: the places stay empty ({periods}), because the number of residents is "
        "missing. Type the columns Kausi and Asukasluku on Perustiedot."
    ),
    "part_missing": (
        "{area}, {period}, {line}: the figure {found} in the table cannot be verified, because a "
        "figure that it is computed from is not in the workbook."
    ),
    "empty_computed": ("{area}, {period}, {line}: cell {cell} is empty, it should be {expected}."),
    "unread_column": (
        '{area}: the column heading "{text}" (cell {cell}) is not known, so its figures'
        " ({count}) were not checked. Type a period as the heading, such as TP 2025."
    ),
    "unread_column_near": (
        '{area}: the heading "{text}" is not known, and its figures ({count}) were not '
        "checked. Is it {near}? Correct cell {cell}."
    ),
    "unread_row": (
        '{area}: the row "{text}" (cell {cell}) is not known, so its figures ({count}) '
        "were not checked."
    ),
    "unread_row_lacking": (
        '{area}: the row "{text}" is not known, yet the operating margin is off by its '
        "very figures. Correct the row's name in cell {cell}."
    ),
    "unread_row_lacking_total": (
        '{area}: the row "{text}" is not known, but the total ({totals}) differs from its '
        "parts by just its figures. Correct the name of the row in cell {cell}."
    ),
    "unread_row_near": (
        '{area}: the row "{text}" is not known, so its figures ({count}) were not '
        "checked. Does it mean {near}? Correct cell {cell}."
    ),
    "periods_exchanged": (
        "{area}: {count} figures made of others fit the periods {meant}, not the headings "
        "{periods} (from cell {cell}). They were not changed. Check the headings and their places."
    ),
    "periods_disordered": (
        "{sheet}: the periods from cell {cell} ({periods}) are not in order, so their figures "
        "({count}) were not checked. Correct the headings or their order."
    ),
    "unread_lines": (
        "{sheet}: there is no row of periods above the rows from cell {cell} ({labels}), so their "
        "figures ({count}) were not checked. Write the periods, such as TP 2024 and TP 2025, above "
        "the figures."
    ),
    "unread_numbers": (
        "{sheet}: the headings ({labels}) of the table that starts in cell {cell} are not known, "
        "so its figures ({count}) were not checked."
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
    "error_values": ("{sheet}: {count} cells hold the error value {text} (the first is {cell})."),
    "number_as_text": (
        '{area}, {period}, {line}: the number "{text}" is text that formulas do not see. Make '
        "cell {cell} a number."
    ),
    "formulas_wait": (
        "The values of {count} formulas were not checked, because the workbook {book} awaits "
        "recalculation. Open it in Excel, save it and check again."
    ),
    "formulas_without_value": (
        "Sheet {sheet}: formulas without a value: {count} (the first {cell}), not checked. "
        "Save the workbook in Excel."
    ),
    "period_twice": (
        "{area}: {period} appears twice in one table, in cells {cell} and {second}. "
        "The table was left as it is. Correct the heading."
    ),
    "line_twice": (
        "{area}: the line {line} appears twice in one table, in cells {cell} and {second}. "
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
        "{sheet}!{cell} and {related}). Neither was used. Remove one or mark it as final "
        "(lopullinen)."
    ),
    **_TIES,
    **{
        f"{code}_rounding": text.replace(_DEMANDED, _MADE) + _COARSE for code, text in _TIES.items()
    },
    "shared_mistake": (
        "{place}: {count}/{of} figures are wrong in the same way, the first {cell}: in the "
        "table {found}{mark}, should be {expected}{mark}."
    ),
    "tie_made_figures": (
        "{place}: in the table {found}{mark}, but the figures made from it ({related}) call for "
        "{expected}{mark}."
    ),
    "tie_made_figures_between": (
        "{place}: in the table {found}{mark}, but the figures made from it ({related}) call for "
        "one between {low} and {high}{mark}."
    ),
    "tie_made_figures_or": (
        "{place}: in the table {found}{mark}, but the figures made from it ({related}) call for "
        "{expected}{mark}, unless it is {rivals} that is wrong."
    ),
    "table_percent_over_zero": (
        "{place}: in the table {found}{mark}, but the figure it is compared with is zero. There is "
        "no percentage: write a dash or leave cell {cell} empty."
    ),
    "table_percent_over_other_sign": (
        "{place}: in the table {found}{mark}, but the figure it is compared with has the other "
        "sign, so no percentage is shown. Write a dash or leave cell {cell} empty."
    ),
    "table_term_missing": (
        "{place}: the figure {found}{mark} in the table cannot be checked, because a figure it is "
        "computed from is missing from the table."
    ),
    "table_base_unknown": (
        "{place}: these columns cannot be checked: {columns}. They may be made of figures under "
        "an unknown heading: {headings}. Write its period as the heading, such as TA 2025."
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
        "{place}: the total {found} cannot be checked, because one of its parts is missing from "
        "the table or not known."
    ),
    "taken_for_total": (
        "The sheet {sheet} was read as the total of the other areas, as its figures are their "
        "sums. If it is a service area, add its name to the list of service areas."
    ),
    "area_not_in_summary": (
        "{area} is missing from the sheet {sheet}, so its totals (the first is {cell}) are "
        "not those of the whole city. Add the area to the sheet."
    ),
    "summary_names_unknown_area": (
        '{sheet}: cell {cell} says "{text}", but there is no such area, so the totals cannot '
        "be checked. Correct the name or delete the row."
    ),
    "blank_parts": (
        "{place}: parts of the total {sum} are blank ({count}, the first {cell}) although "
        "their rows show a difference. Fill them in, and the total agrees with its parts."
    ),
    "blank_parts_lacking": (
        "{place}: the total {sum} (cell {total}) lacks the blank places ({count}, the first "
        "{cell}) whose rows show a difference. Fill them in; the total should be {due}."
    ),
    "area_same_figures": (
        "{area}: the figures are the same as those of {other}. If the sheet is a copy, type "
        "the area's own figures."
    ),
    "residents_contradict": (
        "{place}: the figures per resident give different residents: {ranges}. Check the "
        "figures and the residents."
    ),
    "comment_needed": (
        "{area}, {period}, {line}: {found}, change {change}\u00a0% ({base_period}: "
        "{base_number}). Explain on Tarkistus."
    ),
    "comment_without_percent": (
        "{area}, {period}, {line}: {found}, in {base_period} {base_number}. Explain on Tarkistus."
    ),
    "not_round": (
        "{area}, {period}, {line}: the budget figure {found} is not round, though all other "
        "budget figures are (to {unit} euros)."
    ),
}

TEXTS = {
    "unread_column_unnamed": (
        "{area}: the column (cell {cell}) has no heading, so its figures ({count}) were not "
        "checked. Write a period as its heading, for example TP 2025."
    ),
    "unread_row_unnamed": (
        "{area}: the figures from cell {cell} ({count}) have no name of a row, so they were not "
        "checked. Write the name of the row or delete the figures."
    ),
    "unread_row_lacking_unnamed": (
        "{area}: the row from cell {cell} has no name, but the operating margin is off by just its "
        "figures. Write the name of the row."
    ),
    "unread_row_lacking_total_unnamed": (
        "{area}: the row from cell {cell} has no name, but the total ({totals}) is off from its "
        "parts by just its figures. Write the name of the row."
    ),
    "unread_table_unnamed": (
        "{sheet}: the rows of the table from cell {cell} have no names, so its figures ({count}) "
        "were not checked. Write the names of the rows."
    ),
    "comment_needed_explained": (
        "{area}, {period}, {line}: {found}, change {change}\u00a0% ({base_period}: {base_number})."
    ),
    "comment_without_percent_explained": (
        "{area}, {period}, {line}: {found}, in {base_period} {base_number}."
    ),
    "todo_shared": "Correct the formula of the whole row or column at once.",
    "todo_format": "Format its cells as per cent, or type the figures in per cent.",
    "todo_report": "Correct the figure in the report.",
    "todo_open": "Correct {cell} or give a reason on Tarkistus.",
    "todo_locked": (
        "The period is published: give a reason on Tarkistus or unlock it (Perustiedot, "
        "Lukittu: ei)."
    ),
    "pool_found": "Cost pool:",
    "withheld": (
        "Figures computed from it ({withheld}) are not written until it is clear which figure "
        "is wrong."
    ),
    "todo_lost": (
        "The formula points to a sheet or a cell that is no longer there. Correct the formula."
    ),
    "todo_formulas": ("Correct the formulas."),
}

CAUSES = {
    "ratio_for_change": (
        "The table has the share of the previous one ({ratio_new} / {ratio_base} = "
        "{ratio}\u00a0%), not the change."
    ),
    "ratio_for_change_sign_flipped": (
        "The table has the share of the previous one ({ratio_new} / {ratio_base} = "
        "{ratio}\u00a0%) with the wrong sign, not the change."
    ),
    "periods_reversed": (
        "The figure in the table is the change from the newer to the older one: the periods have "
        "changed places."
    ),
    "divided_by_newer": (
        "The figure in the table is the difference divided by the newer figure; it should be "
        "divided by the older one."
    ),
    "share_of_total": "The figure in the table is a share of the total, not a change.",
    "index_for_change": "The figure in the table is an index or a share, not a change.",
    "fraction_for_percent": "The cell lacks a per cent format.",
    "other_base": "The figure in the table is compared with the wrong figure: {other_period}.",
    "change_for_share": "The figure in the table is the deviation in per cent, not the share.",
    "share_inverted": (
        "The figure in the table is the share the other way round: budget divided by actual."
    ),
    "expenses_for_margin": (
        "The table has the expenses per resident ({other_amount} / {divisor}), not the margin."
    ),
    "other_line_per_resident": (
        "The figure in the table is made from the wrong line: {other_line} ({other_amount} / "
        "{divisor})."
    ),
    "other_line": "The figure in the table is from the wrong line: {other_line}.",
    "other_residents": (
        "The figure in the table is divided by the residents of the wrong period: {other_period}, "
        "{other_residents}."
    ),
    "part_left_out": "A part is missing from the table's figure: {part}.",
    "part_sign_flipped": "A part has the wrong sign in the table's figure: {part}.",
    "sign_flipped": "The figure in the table has the wrong sign.",
    "digits_swapped": "Two neighbouring digits of the figure in the table have changed places.",
    "thousands_for_units": (
        "The figure in the table is in the wrong unit: thousands of euros in place of euros, or "
        "the other way round."
    ),
    "comma_misplaced": (
        "The figure in the table has a zero too many or too few, or its decimal mark is misplaced."
    ),
    "truncated": "The figure in the table is cut off, not rounded.",
}

UNNAMED = {
    "residents_missing": (
        "{area}, {period}, {line}: the figure {found} in the table cannot be verified, "
        "because the number of residents is missing. Add a table with the columns Kausi and "
        "Asukasluku to the workbook."
    ),
    "residents_to_type": (
        "{area}, {line}: the places stay empty ({periods}), because the number of residents "
        "is missing. Add a table with the columns Kausi and Asukasluku to the workbook."
    ),
    "comment_needed": (
        "{area}, {period}, {line}: {found}, change {change}\u00a0% ({base_period}: "
        "{base_number}). Explain in the report."
    ),
    "comment_without_percent": (
        "{area}, {period}, {line}: {found}, in {base_period} {base_number}. Explain in the report."
    ),
    "todo_open": ("Correct cell {cell}."),
    "todo_locked": "The period is published: the figure was left as it is.",
}
"""The same where the book lacks the sheet that the sentence names."""
