"""What the command line says around the findings, Excel's boxes, and what templates get wrong."""

from tpxl.messages.catalogue import in_each_place

_PLACES = {
    "paragraph": "paragraph {paragraph}",
    "table": "table {table}, row {row}, column {column}",
    "header": "the header or footer",
    "notes": "a footnote or endnote",
    "properties": "the file's properties",
    "cell": "cell {cell}",
}

_FIELD = (
    "{template}: {place} of the template has the field {tag}, but there is no field {field}. "
    "Correct the field's name in the template or remove the field."
)

_TAG = (
    "{template}: {place} of the template has {tag}, which cannot be read: a bracket, a beginning "
    "or an end is missing. Correct it in the template."
)

_REFUSED = (
    "{template}: {place} of the template has {tag}, but {what} is not allowed in a template. Use "
    "only the fields, loops and conditions of the guide (OHJE.md)."
)

TEXTS = {
    "figures_checked": "{count} figures checked",
    "no_figures_yet": ("no figures yet"),
    "figures_changed": "{count} changed",
    "wrong_in_locked": "in published periods {count}",
    "explained": "explained {count}",
    "explanation": "Reason: {reason}",
    "completeness": "Completeness by service area",
    "completeness_filled": "filled in",
    "completeness_checked": "checked",
    "completeness_explained": "explained",
    "edits": "Changes ({count})",
    "empty": "empty",
    "figures_table": "figures table",
    "unread_table": (
        "{place}: under the periods there are not two lines that tpxl knows, "
        "so the table is not computed ({periods}; {labels})."
    ),
    "layout_area": "figures of a service area",
    "layout_areas_in_table": "service areas in one table",
    "layout_total": "totals of all service areas",
    "layout_summary": "summary",
    "layout_goals": "goals",
    "layout_comparison": "comparison table",
    "layout_allocation": "shared costs",
    "layout_settings": "settings",
    "layout_findings_journal": "list of findings",
    "layout_changes_journal": "list of changes",
    "layout_hidden": "not read: the sheet is hidden (the option --hidden takes it in)",
    "layout_veryHidden": (
        "not read: only a macro can show the sheet (the option --hidden takes it in)"
    ),
    "layout_damaged": "not read: the sheet is damaged",
    "layout_area_twice": "not read: another sheet is of the same service area",
    "layout_area_unclear": "not read: it is not clear which service area the table is of",
    "layout_period_twice": "not read: a period appears twice in the table",
    "layout_line_twice": "not read: a line appears twice in the table",
    "layout_unread_table": "not read: under the periods there are not two known lines",
    "layout_unread_column": "not read: the heading of the column is not known",
    "layout_unread_row": "not read: the name of the row is not known",
    "layout_unread_lines": "not read: there are no periods above the figures",
    "layout_unread_numbers": "not read: its headings are not known",
    "layout_empty": "empty",
    "layout_nothing_known": "not read: none of the report's tables",
    "summary_table": "Summary:",
    "residents_found": "Residents {period}: {residents} ({status}), {sheet}!{cell}",
    "backups": "{book}: {count} backups, the newest first",
    "backups_none": "{book}: there are no backups.",
    "backup_whole": "whole",
    "backup_cut": "damaged",
    "backup_size": "{size} kB",
    "restored": "{book}: {backup} is restored.",
    "restored_already": "{book}: the workbook is the same as {backup} already.",
    "restored_kept": "The version before it is in the backup {backup}.",
    "demo_check": "The report's figures before the refresh",
    "demo_refresh": "Refresh",
    "demo_export": "For the board",
    "upgraded": "{book}: the macros are now those of tpxl {version}. Nothing else changed.",
    "would_upgrade": (
        "{book}: the macros would be replaced by those of tpxl {version}. Nothing else would "
        "change."
    ),
    "upgrade_needless": (
        "{book}: the macros already are those of tpxl {version}. Nothing was changed."
    ),
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
    "excel_kept": "The workbook before the changes: {path}",
    "excel_not_kept": "No backup of the workbook was kept: {why}",
    "excel_manual": (
        "Calculation is manual: press F9 so that the workbook's own formulas use the new figures."
    ),
    "self_test_head": "tpxl {tpxl}, Python {python}:",
    "self_test_works": "OK:",
    "self_test_fails": "NO:",
    "self_test_copy": "The workbook is read from one copy ({count} sheets, {seconds} s).",
    "self_test_cells": (
        "Excel gives no readable copy of the workbook, so it is read cell by cell ({count} "
        "sheets, {seconds} s)."
    ),
    "self_test_writable": "The workbook can be changed.",
    "self_test_read_only": "The workbook is opened read-only: save it under another name.",
    "self_test_backup": "Backups go into the folder {folder}",
    "self_test_no_backup": "The folder {folder} takes no files: ask for the right to write.",
    "self_test_cloud": "The workbook is online: exports go into the folder {folder}",
    "self_test_pdf": "PDF files are made without other programs.",
    "self_test_no_pdf": "PDF files need Word or LibreOffice.",
    "self_test_functions": "The library of the worksheet functions is in place.",
    "self_test_no_functions": (
        "The library of the worksheet functions is missing: run the installation (install.ps1) "
        "again."
    ),
    "self_test_log": "Error log: {folder}",
    "self_test_end": "Nothing was changed.",
    "excel_see_check": "The findings are on the sheet Tarkistus.",
    "excel_first_findings": "The most important findings:",
    "excel_no_findings": "Everything ties out.",
    "excel_exported": "{count} files were exported into the folder\n{folder}",
    "excel_old_macros": (
        "The button's macros are of an earlier version of tpxl. Close the workbook and run "
        "tpxl upgrade; if you pressed the ribbon, run the installation (install.ps1) again."
    ),
    "templates_kept": "{path} is already there; it was left as it is",
    "compare.tied": "Of the workbook's figures and goals the same in the reports: {tied}/{total}.",
    "compare.differences": "Different ({count})",
    "compare.missing": "Missing in the reports ({count})",
    "compare.unknown": "Not in the workbook ({count})",
    "compare.numbers": "Of the numbers in the reports' tables compared: {done}/{of}.",
    "compare.not_read_back": "Not read back (HTML): {files}.",
    "compare.read_back": "Read back: {files}.",
    "compare.book": "workbook {value}",
    "compare.report": "report {value}",
    "compare.goal": "goal",
    "report.proof_made": "Ties out: computed from {terms}.",
    "report.proof_part": "Ties out: {result} is computed from this.",
    "report.page": "p. {page}",
    "report.row": "table {table}, row {row}",
    "report.tied": "Tied out: {done}/{of} of the numbers in tables.",
    "report.untied": "Tables whose numbers were not tied ({count})",
    "report.untied_table": "{heading} ({count} numbers)",
    "report.residents_missing": (
        "{area}, {period}, {line}: the figure {found} cannot be checked, because the residents "
        "of the period are not in the report."
    ),
    "report.base_missing": (
        "{area}, {period}, {line}: the figure {found} cannot be checked, because the figure of "
        "the base period {base_period} is not in the report."
    ),
    "report.part_missing": (
        "{area}, {period}, {line}: the figure {found} cannot be checked, because a figure it is "
        "computed from is not in the report."
    ),
    "summary_written": "{path}: {count} figures",
    "summary_goals_written": "{path}: {count} goals",
    "summary_package_written": "{path}: {count} figures and {goals} goals",
}

ERRORS = {
    "output_is_read": "{file}: this file is read, so it is not written over. Give another name.",
    "output_not_written": (
        "The result could not be shown: the disk is full or the output is closed. The workbooks "
        "without a line of error are done."
    ),
    "command_unexpected": (
        "tpxl has a fault ({kind}), and the command was stopped. Send the log {log} "
        "to the developers."
    ),
    "folder_not_writable": "{folder}: the folder cannot be written to. Choose another one.",
    "excel_busy": (
        "Excel is busy: a cell is being edited or a dialogue is open. Press Enter or Esc, close "
        "the dialogue and press the button again."
    ),
    "excel_gone": (
        "Excel no longer answers. See whether the workbook is still open, and open it again. The "
        "file on the disk is as it was."
    ),
    "changes_left_kept": (
        "{book}: the change stopped half-way, and some of it was done. Close the workbook without "
        "saving and open it again. {kept}\n\n{reason}"
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
    "cell_changed_meanwhile": (
        "Cell {cell} of the sheet {sheet} changed after it was read, so it was left alone. Press "
        "again."
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
    "udf_not_a_number": "{value} is not a number.",
    **in_each_place("template_field_in", _FIELD, _PLACES),
    **in_each_place("template_tag_in", _TAG, _PLACES),
    **in_each_place("template_refused_in", _REFUSED, _PLACES),
    "template_field_elsewhere": (
        "{template}: the template has a field there is not ({field}). Correct its name."
    ),
    "template_refused_elsewhere": (
        "{template}: {what} is not allowed in a template. Use only the fields, loops and "
        "conditions of the guide (OHJE.md)."
    ),
    "template_not_filled": (
        "{template}: the template cannot be filled in ({reason}). Correct it or take back the "
        "original."
    ),
    "template_too_much": (
        "{template}: the template would become unreasonably long. Remove loops within loops."
    ),
    "template_too_large": (
        "{template}: the template is too large. Remove what it does not need, or take back the "
        "original."
    ),
    "template_cell_too_far": (
        "{template}: cell {cell} of the template holds something too far from the rest. Clear it."
    ),
    "template_part_broken": (
        "{template}: the template is broken ({part}) or cannot be used. Save the template again "
        "or take back the original."
    ),
    "template_link": (
        "{template}: the template's part {part} has linked or embedded content {target}, which is "
        "not allowed in a template. Insert the picture without a link, and remove the rest."
    ),
    "template_foreign_field": (
        "{template}: the template's part {part} has Word's field {field}, which is not allowed in "
        "a template. Remove the field."
    ),
    "template_missing": "{template}: there is no such template. Put it back into {folder}.",
    "template_unreadable": (
        "{template}: the template is not a whole Word or Excel file. Save it again or take back "
        "the original."
    ),
    "area_words": (
        "Write tpxl area add BOOK AREA [--like MODEL], tpxl area rename BOOK AREA NEW or tpxl area "
        "remove BOOK AREA."
    ),
    "area_approved": (
        "{book}: the area {area} is approved, so it is neither renamed nor removed. Open it again "
        "first (tpxl approve --state ready)."
    ),
    "area_taken": "{book}: the area {area} is already in the workbook. Give another name.",
    "area_is_last": "{book}: {area} is the only area and cannot be removed.",
    "area_shares_sheet": (
        "{book}: the area {area} shares the sheet {sheet} with another area, so it can be neither "
        "copied nor removed. Move it to a sheet of its own first."
    ),
    "area_unknown": "{book}: there is no area {area}. The book's areas: {areas}.",
    "no_areas": "{book}: the book has no area's sheet, so there is nothing to export.",
    "export_refused": (
        "{area}: not exported, the area has open errors ({errors}, the first at "
        "{sheet}!{cell}). Correct them or explain them on the sheet Tarkistus."
    ),
    "export_area_twice": (
        "{area}: not exported, for the sheets {sheets} claim the same area. Correct the "
        "heading of one of them or remove the extra sheet."
    ),
    "left_hidden": (
        "Hidden sheets of service areas were left out: {sheets}. The option --hidden takes them in."
    ),
    "left_in_table": (
        "{sheet}: the service areas {areas} were not exported, because they stand in one table. "
        "Make a sheet for each area, and it will be."
    ),
    "export_cells_left": (
        "{area}: cells of the sheet {sheet} are not in the export: {count} ({cells}). Move their "
        "texts under the heading of a section, if they belong in the report."
    ),
    "export_error_value": (
        "{area}: cell {sheet}!{cell} holds the error value {value}; the exported file says error "
        "value in its place. Correct the cell and export again."
    ),
    "export_refused_error_value": (
        "{area}: not exported, for cell {sheet}!{cell} holds the error value {value}. "
        "Correct the cell."
    ),
    "export_no_scratch": (
        "{folder}: temporary files could not be written. Free disk space and check that the "
        "temporary folder may be written to."
    ),
    "export_not_written": (
        "{file}: the file could not be written. Close it if it is open elsewhere, and check that "
        "the folder may be written to."
    ),
    "summary_suffix": (
        "{file}: the suffix chooses the summary's form: .csv, .xlsx or .parquet. Change the suffix."
    ),
    "summary_needs_pandas": (
        "The extra for summaries is missing. Ask the administrator for it (extra: data)."
    ),
}

UNNAMED = {
    "export_refused": (
        "{area}: not exported, the area has open errors ({errors}, the first at "
        "{sheet}!{cell}). Correct them."
    ),
}
"""The same where the book lacks the sheet that the sentence names."""
