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
