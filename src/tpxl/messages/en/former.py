"""What the version before said, where it is told otherwise now: reasons are known by it."""

VERSIONS = (
    {
        "findings": {
            "residents_contradict": (
                "{place}: the table's figures per resident imply different numbers of residents: "
                "{all_ranges}. Check the figures per resident and the residents of the period."
            ),
            "goal_outcome_missing": (
                '{area}, section {section}{focus}: the outcome of the goal "{goal}" is missing. '
                "The report must say how the goal was met (Local Government Act, section 115). "
                "Write the outcome in cell {cell}."
            ),
            "goal_focus_areas_differ": (
                "{area}, section {section}: the focus areas are others than those they are "
                "compared with ({expected_names}). Correct the headings; if the focus areas are "
                "right, write the name of your own file on the row Goal schema of the sheet "
                "Perustiedot."
            ),
            "ledger_map_line": (
                "Cell {cell} of the account map says {said}, which is no line to use. Lines are "
                "operating income, operating expenses, manufacturing for own use and change in "
                "stocks of products; under Of which, parts of them."
            ),
            "goal_outcome_awaited": (
                '{area}, section {section}{focus}: the outcome of the goal "{goal}" is still '
                "empty. It is written in cell {cell} when the year's actual figures are there."
            ),
            "goal_goal_missing": (
                "{area}, section {section}{focus}: the row has an action or an indicator but "
                "no goal. Write the goal in cell {cell}."
            ),
            "goal_action_missing": (
                '{area}, section {section}{focus}: the goal "{goal}" has no action. Write it '
                "in cell {cell}."
            ),
            "goal_indicator_missing": (
                '{area}, section {section}{focus}: the goal "{goal}" has no indicator that '
                "would show its outcome. Write it in cell {cell}."
            ),
            "goal_target_unanswered": (
                '{area}, section {section}{focus}: the indicator "{indicator}" sets a number, '
                "but the outcome states none. Write the number reached in cell {cell}."
            ),
            "goal_other_year": (
                "{area}, section {section}{focus}: the outcome in cell {cell} is about "
                "{other}, though the report is of {year}. Update the text."
            ),
            "goal_placeholder": (
                "{area}, section {section}{focus}: cell {cell} has a text to be completed: "
                '"{text}". Write the text.'
            ),
            "goal_unfinished": (
                "{area}, section {section}{focus}: the text in cell {cell} stops half-way: "
                '"{text}". Finish the sentence.'
            ),
            "goal_too_long": (
                "{area}, section {section}{focus}: the text in cell {cell} has {length} "
                "characters, about {limit} fit in print. Shorten the text."
            ),
            "goal_same_outcome": (
                "{area}: {count} goals have the same outcome, in cells {cells}. Write for each "
                "how it was met."
            ),
            "number_as_text": (
                '{area}, {period}, {line}: the number "{text}" in cell {cell} is stored as '
                "text. It counts here; Excel's formulas do not see it."
            ),
            "base_absent": (
                "The base period {base_period} is not in the workbook, so the figures compared "
                "with it ({count}, the first in {sheet}!{cell}) cannot be checked."
            ),
            "formulas_without_value": (
                "Sheet {sheet}: formulas without a calculated value: {count} (the first is "
                "{cell}). They were neither checked nor changed. Open the workbook in Excel, "
                "save it and check again."
            ),
            "unread_column_near": (
                '{area}: the heading "{text}" is not known, so the figures of the column '
                "({count}) were not checked. Does it mean {near}? Correct cell {cell}."
            ),
            "expenses_turned": (
                "{area}: the operating expenses have another sign than the settings say (the "
                "first is {cell}). The figures were read as they stand. Change the signs if "
                "they are wrong."
            ),
            "area_twice": (
                "The sheets {sheets} claim the same area {area}, so they were neither checked "
                "nor changed. Correct the heading of one of them or remove the extra sheet."
            ),
            "areas_hidden": (
                "Hidden sheets of service areas were not checked, changed or counted: "
                "{sheets}. The option --hidden takes them in."
            ),
            "allocation_note_unknown": (
                "{area}: the share {found} in the sentence (cell {cell}, {periods}) cannot be "
                "checked, because the period or the receiver is not in the allocation table."
            ),
        },
        "texts": {
            "unread_column_unnamed": (
                '{area}: the column heading "{text}" (cell {cell}) is not known, so its '
                "figures ({count}) were not checked. Type a period as the heading, such as TP "
                "2025."
            ),
            "unread_row_unnamed": (
                '{area}: the row "{text}" (cell {cell}) is not known, so its figures '
                "({count}) were not checked."
            ),
            "unread_row_lacking_unnamed": (
                '{area}: the row "{text}" is not known, yet the operating margin is off by '
                "its very figures. Correct the row's name in cell {cell}."
            ),
            "unread_row_lacking_total_unnamed": (
                '{area}: the row "{text}" is not known, but the total ({totals}) differs from '
                "its parts by just its figures. Correct the name of the row in cell {cell}."
            ),
            "unread_table_unnamed": (
                "{sheet}: the rows ({labels}) of the table that starts in cell {cell} are not "
                "known, so its figures ({count}) were not checked."
            ),
            "todo_locked": (
                "The period is already published, so cell {cell} is not changed: give a reason on"
                " the sheet Tarkistus or unlock the period on Perustiedot."
            ),
            "todo_open": "Correct cell {cell} or give a reason on the sheet Tarkistus.",
        },
        "unnamed": {
            "todo_locked": ("The period is already published, so cell {cell} is not changed."),
            "goal_focus_areas_differ": (
                "{area}, section {section}: the focus areas are others than those they are "
                "compared with ({expected_names}). Correct the headings; if the focus areas are "
                "right, write the name of your own file on the row Goal schema of the settings."
            ),
        },
        "errors": {
            "part_too_many_elements": (
                "{book}: part {part} of the file has over {limit} elements. Remove needless "
                "names, styles, links or sheets from the workbook."
            ),
            "part_missing": (
                "{book}: the file lacks the part {part}, so it is damaged. Fetch the workbook "
                "from a backup."
            ),
            "part_damaged": (
                "{book}: the file's part {part} is damaged. Open the workbook in Excel, let Excel"
                " repair it, and save."
            ),
            "part_has_dtd": (
                "{book}: the file's part {part} has definitions that Excel does not write. Open "
                "the workbook in Excel and save it again."
            ),
            "part_unordered": (
                "{book}: rows or cells of the file's part {part} are out of order. Open the "
                "workbook in Excel and save it again."
            ),
        },
    },
)
"""By part of the catalogue and code, the latest version first."""
