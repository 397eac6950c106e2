"""What is said in Excel: the message boxes of the buttons, and why one cannot go on."""

ERRORS = {
    "excel_busy": (
        "Excel is busy: a cell is being edited or a dialogue is open. Press Enter or Esc, close "
        "the dialogue and press the button again."
    ),
    "excel_gone": (
        "Excel no longer answers. See whether the workbook is still open, and open it again. The "
        "file on the disk is as it was."
    ),
    "changes_left": (
        "{book}: Excel stopped answering in the middle of the changes, and some figures changed. "
        "Close the workbook without saving and open it again."
    ),
    "caller_missing": (
        "The workbook whose button was pressed was not found open. Save the workbook, close other "
        "Excel windows and press again. The file's name may not contain an = sign."
    ),
    "another_book_active": (
        "The button belongs to the workbook {book}, but {active} is in front. Go to {book} and "
        "press again."
    ),
    "book_newer": (
        "{book}: the workbook was made for tpxl {made_for}, but this computer has version "
        "{installed}. Install the new version (install.ps1) and press again."
    ),
    "book_unsaved": (
        "{book}: the workbook has not been saved, so there is no folder to export to. Save it and "
        "press again."
    ),
    "not_a_worksheet": (
        "{book}: a chart or macro sheet is open. Go to the sheet of a service area and press again."
    ),
    "not_an_area_sheet": (
        "The sheet {sheet} has no figures of a service area. Go to the sheet of a service area "
        "and press again, or refresh all."
    ),
    "book_unreadable": "{book}: the workbook cannot be read from Excel ({reason}). Try again.",
    "sheet_unreadable": (
        "The sheet {sheet} cannot be read from Excel ({reason}). Open the workbook again, then try."
    ),
    "book_unwritable": (
        "{book}: Excel will not change or save the workbook ({reason}). Check that it is not "
        "opened read-only."
    ),
    "edit_failed": (
        "Cell {cell} of the sheet {sheet} cannot be changed: Excel says: {reason} Change the cell "
        "by hand."
    ),
    "edit_not_taken": (
        "Cell {cell} of the sheet {sheet} does not keep the value written. Check the cell's "
        "validation rule and format."
    ),
    "sheet_protected": (
        "The sheet {sheet} is protected with a password, so it was not changed. Unprotect it in "
        "Excel (Review, Unprotect Sheet) and try again."
    ),
    "sheet_filtered": (
        "The sheet {sheet} is filtered, so some rows are hidden. Clear the filter (Data, Clear) "
        "and press again."
    ),
    "unexpected": (
        "Something unexpected happened ({detail}). The workbook is as it was. Try again; if it "
        "happens again, send the log file to support."
    ),
    "udf_shapes": "the ranges have different sizes. Give ranges of one size.",
    "udf_decimals": "{value} will not do: give a whole number from {least} to {most}.",
    "udf_not_a_number": "{value} is no number.",
}

TEXTS = {
    "excel_started": "tpxl: reading the workbook ...",
    "excel_progress": "tpxl: read {done}/{total}: {sheet}",
    "excel_log": "Details: {path}",
    "excel_nothing_changed": "Nothing changed: the figures are up to date.",
    "excel_changed": "{count} figures changed:",
    "excel_would_change": "A refresh would change {count} figures:",
    "excel_would_change_nothing": "A refresh would change nothing: the figures are up to date.",
    "excel_more": "... and {count} more.",
    "excel_not_changed": "Not everything could be changed:",
    "excel_hidden": "Hidden sheets were changed too: {sheets}.",
    "excel_unsaved": (
        "The workbook has not been saved. Look at the changes and save; if you close without "
        "saving, the earlier figures stay."
    ),
    "excel_autosaved": (
        "AutoSave is on: the changes are saved already. The earlier version is in the version "
        "history."
    ),
    "excel_manual": (
        "Calculation is manual: press F9 so that the workbook's own formulas use the new figures."
    ),
    "excel_see_check": "The findings are on the sheet Tarkistus.",
    "excel_first_findings": "The most important findings:",
    "excel_no_findings": "Everything ties out.",
    "excel_exported": "{count} files were exported into the folder\n{folder}",
    "excel_old_macros": (
        "The button's macros are of an earlier version of tpxl. Close the workbook and run "
        "tpxl upgrade; if you pressed the ribbon, run the installation (install.ps1) again."
    ),
}
