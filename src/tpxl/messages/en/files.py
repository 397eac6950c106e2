"""Why a workbook cannot be read or written, and what to do.

The journals: rules by name, rows whose finding is no more, and why one was not written.
"""

ERRORS = {
    "no_books_found": ("{place}: no workbooks were found. Check the folder or the pattern."),
    "folder_not_readable": ("{folder}: the folder may not be read. Ask for the right to read it."),
    "worker_died": (
        "{book}: the work on it was cut off (status {status}). The workbook is as it was or "
        "saved whole; run the command for it again."
    ),
    "worker_hung": (
        "{book}: the workbook was not done in {seconds} seconds and the work on it was ended. "
        "Check the disk or the network and run the command for it again."
    ),
    "worker_not_started": ("{book}: the work on it could not be started ({detail}). Lower --jobs."),
    "no_tables": (
        "{book}: no table of the report was found in the workbook (a header row with at least"
        " two periods such as TP 2025 and, under it, at least two lines such as "
        "Toimintamenot). Check that it is the right file."
    ),
    "file_missing": "{book}: there is no such file. Check the path and the name.",
    "file_is_folder": "{book}: this is a folder. Give the name of a workbook.",
    "file_empty": "{book}: the file is empty. Fetch the workbook from a backup.",
    "file_not_readable": (
        "{book}: the file may not be read. Ask for the right to read it or copy it into a "
        "folder of your own."
    ),
    "file_too_large": (
        "{book}: unpacked, the file is too large to be the report's workbook. Check that it "
        "is the right file."
    ),
    "file_not_regular": "{book}: this is a pipe or a device, not a file. Name the workbook.",
    "file_swells": (
        "{book}: the file swells to over {limit} times its size when it is unpacked, as no "
        "workbook does. Ask the sender what it is."
    ),
    "file_too_many_parts": (
        "{book}: the file has over {limit} parts. Split the workbook or remove pictures and charts."
    ),
    "file_too_many_sheets": (
        "{book}: the workbook has over {limit} sheets. Split it into several workbooks."
    ),
    "file_too_many_texts": (
        "{book}: the workbook has over {limit} different texts. Remove the sheets that do not "
        "belong to the report."
    ),
    "part_too_many_elements": (
        "{book}: the file holds too much ({part}: over {limit} places). Remove needless names, "
        "styles, links or sheets from the workbook."
    ),
    "sheet_too_many_rows": (
        "{book}: sheet {sheet} has over {limit} rows. Remove empty rows or move the data to "
        "another workbook."
    ),
    "sheet_too_many_merged": (
        "{book}: sheet {sheet} has over {limit} merged areas. Unmerge them in Excel."
    ),
    "sheet_too_many_headings": (
        "{book}: sheet {sheet} has over {limit} header rows with periods. Split it into several "
        "sheets."
    ),
    "sheet_too_many_words": (
        "{book}: sheet {sheet} has over {limit} words of the report. Split it into several sheets."
    ),
    "sheet_too_many_goals": (
        "{book}: sheet {sheet} has over {limit} rows or tables of goals. Split it into several "
        "sheets."
    ),
    "text_too_long": (
        "{book}: the workbook has a text of over {limit} letters. Shorten it in Excel."
    ),
    "format_too_long": (
        "{book}: the workbook has a number format of over {limit} letters. Remove it in Excel "
        "(Format Cells, Custom)."
    ),
    "deadline_over": (
        "{book}: the workbook was not done within {seconds} seconds and is as it was. Remove "
        "needless sheets from it or allow more time: --deadline SECONDS."
    ),
    "book_unexpected": (
        "{book}: tpxl has a fault ({kind}), and the workbook was not done. Send the log {log} to "
        "the developers."
    ),
    "file_encrypted": (
        "{book}: the workbook is protected by a password. Remove the password in Excel (File,"
        " Info, Protect Workbook) and save."
    ),
    "file_is_old_excel": (
        "{book}: this is an .xls file of the old Excel. Save it as .xlsx in Excel."
    ),
    "file_is_binary": (
        "{book}: this is a binary workbook (.xlsb). Save it as .xlsx or .xlsm in Excel."
    ),
    "file_not_workbook": (
        "{book}: this is not an Excel workbook (.xlsx or .xlsm). Check that it is the right file."
    ),
    "file_is_report": (
        "{book}: this is a report (PDF or Word), which is not changed. Check it with tpxl check."
    ),
    "marks_of_pdf_alone": "{book}: a marked copy (--out) is made of a PDF report only.",
    "marks_over_report": (
        "{book}: the marked copy cannot take the report's place. Give another name."
    ),
    "report_damaged": (
        "{book}: the file is damaged, or not what its ending says. Fetch the report again."
    ),
    "report_encrypted": "{book}: the report has a password. Save it without one.",
    "report_scanned": (
        "{book}: the report holds no text, its pages are pictures. Fetch a PDF that was saved by "
        "the word processor itself."
    ),
    "report_without_reader": (
        "{book}: the reader of PDF is missing. Ask the administrator for it (extra: pdf)."
    ),
    "report_too_long": "{book}: the report has over {limit} pages. Split it.",
    "file_damaged": (
        "{book}: the file is cut short or damaged. Fetch the workbook from a backup or "
        "download it again."
    ),
    "file_has_twins": (
        "{book}: the workbook is damaged ({part} is there twice). Open it in Excel and save it "
        "again."
    ),
    "part_missing": (
        "{book}: the workbook is damaged ({part} is missing). Fetch it from a backup."
    ),
    "part_damaged": (
        "{book}: the workbook is damaged ({part}). Open it in Excel, let Excel repair it, and save."
    ),
    "part_has_dtd": (
        "{book}: the workbook has something that Excel does not write ({part}). Open it in Excel "
        "and save it again."
    ),
    "part_unordered": (
        "{book}: the workbook's rows or cells are out of order ({part}). Open it in Excel and "
        "save it again."
    ),
    "sheet_missing": "{book}: the workbook has no sheet {sheet}. Check the sheet's name.",
    "sheet_damaged": (
        "{book}: the sheet {sheet} is damaged. Open the workbook in Excel, let Excel repair "
        "it, and save."
    ),
    "sheet_unordered": (
        "{book}: rows or cells of the sheet {sheet} are out of order in the file. Open the "
        "workbook in Excel and save it again."
    ),
    "cell_damaged": (
        "{book}: what cell {cell} of the sheet {sheet} holds is damaged. Type the cell again "
        "in Excel and save."
    ),
    "cell_unknown": "{sheet}: {cell} is not a cell address. Give it in the form C7.",
    "edit_in_merged": (
        "Cell {cell} of the sheet {sheet} is inside the merged area {block}, where only the "
        "first cell can hold a value. Unmerge the area in Excel."
    ),
    "edit_in_array": (
        "Cell {cell} of the sheet {sheet} belongs to the area {block} of an array formula. "
        "Remove the formula in Excel or leave the cell to it."
    ),
    "edit_in_data_table": (
        "Cell {cell} of the sheet {sheet} belongs to the data table {block}. Remove the data "
        "table in Excel or leave the cell to it."
    ),
    "edit_in_pivot": (
        "Cell {cell} of the sheet {sheet} belongs to the pivot table {name} ({block}). Move "
        "the pivot table in Excel."
    ),
    "edit_in_table_header": (
        "Cell {cell} of the sheet {sheet} is in the header row of the Excel table {name} "
        "({block}). Change the header in Excel."
    ),
    "edit_in_table_totals": (
        "Cell {cell} of the sheet {sheet} is in the totals row of the Excel table {name} "
        "({block}). Change the cell in Excel."
    ),
    "sheet_name_taken": (
        "{book}: the workbook already has a sheet {sheet}. Give the new sheet another name."
    ),
    "sheet_name_unusable": (
        "{book}: {sheet} cannot be the name of a sheet. A name has at most {limit} characters and "
        "none of [ ] : * ? / \\."
    ),
    "structure_protected": (
        "{book}: the workbook's structure is protected, so the sheet {sheet} cannot be added. "
        "Remove the protection in Excel (Review, Protect Workbook)."
    ),
    "sheet_in_signed": (
        "{book}: the workbook or its macros are signed, and a new sheet {sheet} would break the "
        "signature. Add the sheet in Excel and sign again."
    ),
    "sheet_in_shared": (
        "{book}: the workbook is shared in the old way, so the sheet {sheet} cannot be added. Stop "
        "sharing it in Excel (Review, Share Workbook)."
    ),
    "sheet_not_copied": (
        "{book}: the sheet {sheet} cannot be copied, because it has a part that cannot be copied "
        "safely ({what}). Copy the sheet in Excel."
    ),
    "rows_not_moved": (
        "{book}: the rows of the sheet {sheet} cannot be moved, because it has a part that cannot "
        "be moved safely ({what}). Make the change in Excel."
    ),
    "rows_in_use": (
        "{sheet}!{cell}: the formula {formula} takes a figure from the area that would be removed. "
        "Correct the formula first."
    ),
    "sheet_not_added": (
        "{book}: the sheet {sheet} cannot be added to the workbook. Add an empty sheet in Excel "
        "and give it this name."
    ),
    "edit_in_signed": (
        "{book}: the workbook is digitally signed, and a change would break the signature. "
        "Remove the signature in Excel."
    ),
    "edit_in_shared_formula": (
        "The formula of cell {cell} of the sheet {sheet} is shared with other cells and "
        "cannot be moved to them. Change the cell in Excel."
    ),
    "edit_text_too_long": (
        "Cell {cell} of the sheet {sheet} would get more than 32,767 characters, more than a "
        "cell of Excel holds. Shorten the text."
    ),
    "edit_not_a_number": (
        "Cell {cell} of the sheet {sheet} would get a value that is not a number. Check the "
        "numbers it is computed from."
    ),
    "file_open": (
        "{book}: the workbook is open in {program}. Save and close it, and run the command again. "
        "If nobody has it open, remove the file {lock}."
    ),
    "file_open_by": (
        "{book}: the workbook is open in {program}, used by {user}. Ask for it to be saved and "
        "closed, and run the command again. If nobody has it open, remove the file {lock}."
    ),
    "file_busy": (
        "{book}: another tpxl is saving in the same folder. Wait until it is done and run the "
        "command again."
    ),
    "file_changed_kept": (
        "{book}: another program saved the workbook at the same moment. Its version is in the "
        "backup {backup}. Compare the versions before you go on."
    ),
    "file_name_too_long": (
        "{book}: the file's name or path is too long. Shorten the name or move the workbook to a "
        "shorter path."
    ),
    "backups_not_cleared": (
        "{book}: the workbook is saved, but the oldest backups could not be removed. Remove them "
        "from the folder yourself."
    ),
    "owner_not_kept": (
        "{book}: the workbook is saved, but whoever ran the command is now its owner or group. "
        "Ask the administrator to restore the owner if others need it."
    ),
    "attributes_not_kept": (
        "{book}: the workbook is saved, but not all of its extended attributes (such as an access "
        "list) could be carried over. Check that others can still open it."
    ),
    "hard_link_parted": (
        "{book}: the workbook is saved, but the other names of the same file (hard links) still "
        "show the old version. Link them again."
    ),
    "backup_unknown": (
        "{book}: there is no backup {backup}. See their names with tpxl restore {book}."
    ),
    "backup_damaged": ("{book}: the backup {backup} is cut short or damaged. Choose another."),
    "backups_unreadable": (
        "{book}: the folder or the backup cannot be read ({detail}). Ask for the right to read it."
    ),
    "file_changed": "{book}: the file changed after it was read. Run the command again.",
    "disk_full": (
        "{book}: the disk is full and the file could not be saved. Free some space. The old "
        "file is as it was."
    ),
    "file_not_writable": (
        "{book}: you may not write to the file or its folder. Ask for the right to write or copy "
        "the workbook into a folder of your own. The old file is as it was."
    ),
    "file_not_written": (
        "{book}: the file could not be saved ({detail}). Try again. The old file is as it was."
    ),
    "folder_missing": "{book}: there is no folder {folder}. Create it or check the path.",
    "macros_none": (
        "{book}: the workbook has no macros, so there is nothing to replace. The add-in has the "
        "buttons (ASENNUS.md)."
    ),
    "macros_foreign": (
        "{book}: the workbook's macros are not tpxl's and are left alone. The add-in has the "
        "buttons (ASENNUS.md)."
    ),
    "macros_mixed": (
        "{book}: the workbook also has macros by others ({modules}), which might stop working. "
        "Move them to another workbook and run the command again."
    ),
    "macros_newer": (
        "{book}: the workbook's macros are of tpxl {made_for}, but this computer has version "
        "{installed}. Update tpxl and run the command again."
    ),
    "macros_signed": (
        "{book}: the workbook's macros are signed, and replacing them would break the signature. "
        "Ask the signer to remove it, replace the macros and sign again."
    ),
    "macros_damaged": (
        "{book}: the workbook's macros cannot be read ({detail}). Open the workbook in Excel, "
        "save it and run the command again."
    ),
    "nothing_tied": (
        "{book}: none of the figures ({count}, sheets {sheets}) could be checked, for nothing "
        "ties them to each other. Check the periods of the headings and the names of the rows "
        "(tpxl layout shows what was read)."
    ),
}

FINDINGS = {
    "edit_refused": (
        "{area}, {period}, {line}: cell {cell} was not changed, for the change would damage "
        "the workbook. {error}"
    ),
    "area_twice": (
        "The sheets {sheets} claim the same area {area} and were not checked. Correct one "
        "heading or remove that sheet."
    ),
    "areas_unclear": (
        "{sheet}: the tables at {first} and {cell} have the same rows with other figures, and no "
        "area's name above them. They were not checked or changed. Type the area's name above each."
    ),
    "area_unfilled": "{area}: no figures yet.",
    "areas_hidden": (
        "Hidden sheets were neither checked nor counted: {sheets}. The option --hidden takes "
        "them in."
    ),
    "sheet_unread": "{error} The sheet was neither checked nor changed.",
    "sheet_refused": "{error} The figures of {area} were not refreshed.",
    "macros_old": (
        "The macros of the workbook {book} are of an earlier version of tpxl: there a workbook "
        "may choose which program a button starts. Close the workbook and run tpxl upgrade."
    ),
    "journal_unwritten": "The sheet {sheet} was not updated: {error}",
}

TEXTS = {
    "many_left": ("about {time} left"),
    "many_done": (
        "{count} workbooks: in order {clear}, with open errors {open}, not done {failed}."
    ),
    "many_not_reached": ("Interrupted: not begun {count}."),
    "many_skipped": ("Passed over: {kinds}."),
    "many_backup": ("backups {count}"),
    "many_lock": ("lock and temporary files {count}"),
    "many_export": ("exported sheets {count}"),
    "many_form": ("forms {count}"),
    "many_template": ("templates {count}"),
    "state_open": "open",
    "state_explained": "explained",
    "state_told": "for information",
    "do_fix": "correct or explain",
    "do_locked": "explain",
    "do_outcome": "write the outcome",
    "do_reason": "write a reason",
    "do_look": "look",
    "journal_gone": "gone",
    "rule_change": "Change %",
    "rule_margin": "Operating margin",
    "rule_per_resident": "€ per resident",
    "rule_residents": "Residents",
    "rule_same_figure": "Same figure",
    "rule_total": "Total and parts",
    "rule_comparison": "Comparison table",
    "rule_comment": "Large change",
    "rule_round": "Round figure",
    "rule_goals": "Goals",
    "rule_allocation": "Shared costs",
    "rule_reading": "Readability",
}
