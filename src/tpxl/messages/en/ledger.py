"""Figures from the bookkeeping: why a file is not taken, what is left open, what is said."""

FINDINGS = {
    "ledger_difference": (
        "{area}, {period}, {line}: {found} in the workbook, {expected} in the ledger ({rows} "
        "rows). Check cell {cell}."
    ),
    "ledger_difference_empty": (
        "{area}, {period}, {line}: no figure in the workbook, {expected} in the ledger ({rows} "
        "rows). Check cell {cell}."
    ),
    "ledger_no_row": (
        "{area}, {period}, {line}: the ledger has {expected} ({rows} rows), but the area's "
        "sheet has no row for it. Add the row or change the account map."
    ),
    "ledger_months": (
        "{period}: the ledger lacks the months {months}. The figures are not those of the "
        "whole year."
    ),
    "ledger_total": (
        "{file}, row {row}: the file's own total is {total}, but its rows sum to {sum}. Export "
        "the file again."
    ),
    "ledger_row_columns": (
        "{file}, row {row}: the row has another number of columns than the heading. Correct "
        "the row or export the file again."
    ),
    "ledger_row_amount": (
        "{file}, row {row}: the amount cannot be read in euros and cents. Correct the amount."
    ),
    "ledger_row_date": (
        "{file}, row {row}: the year or the version cannot be read. Correct the date or the "
        "version."
    ),
    "ledger_row_account": (
        "{file}, row {row}: the number of the account cannot be read. Correct the account."
    ),
    "ledger_unmapped_unit": (
        "{rows} rows, {sum} €, go nowhere: units {units}. Add them to the account map or mark "
        "them with a dash as left out."
    ),
    "ledger_unmapped_account": (
        "{rows} rows, {sum} €, go nowhere, for their accounts are not in the account map "
        "(units {units}). Add the accounts or mark them with a dash as left out."
    ),
    "ledger_doubled": (
        "{rows} rows, {sum} €, stand twice in the ledger, alike in every column. Remove them; "
        "if they are different events, export with voucher numbers."
    ),
    "ledger_map_tie": (
        "Rows {cell} and {related} of the account map are about the same, equally particular, "
        "and say different things. Make one more particular."
    ),
    "ledger_map_area": (
        "Cell {cell} of the account map says {said}, but the workbook has no service area of "
        "that name. Correct the name."
    ),
    "ledger_map_line": (
        "Cell {cell} of the account map says {said}, which is not a line to use. Lines are "
        "operating income, operating expenses, manufacturing for own use and change in stocks "
        "of products; under Of which, parts of them."
    ),
    "ledger_map_accounts": (
        "The accounts {said} in cell {cell} of the account map cannot be read. Write the first "
        "and the last with as many digits."
    ),
}

ERRORS = {
    "rows_empty": "{file}: the file is empty. Export it again.",
    "rows_foreign": "{file}: no rows can be read from this file. Export it as .csv or .xlsx.",
    "ledger_no_header": (
        "{file}: no header row is found. The columns cost centre, account and amount (or debit "
        "and credit) are needed."
    ),
    "ledger_two_columns": (
        "{file}: the file has both {first} and {second}. Say which one is used ({option}) or "
        "remove one of the columns."
    ),
    "ledger_two_sheets": (
        "{file}: several sheets have a ledger's header row ({sheets}). Leave one in the file."
    ),
    "ledger_same_file": "{file}: the same file twice ({first}). Give each file once.",
    "ledger_no_year": (
        "{file}: the year is told neither by the columns nor by the title. Say it: --year YEAR."
    ),
    "ledger_empty": "{file}: there are no rows below the header row. Export the file again.",
    "ledger_is_invoices": (
        "{file}: these are purchase invoices, not the ledger: they have no salaries and no "
        "income. Export the general ledger."
    ),
    "ledger_sign": (
        "{file}: income and expenses do not tell the sign. Say it: --sign accounting (income "
        "negative), report (expenses negative) or positive (both positive)."
    ),
    "ledger_no_map": "{book}: the workbook has no account map. Make it first with tpxl ledger.",
}

TEXTS = {
    "ledger_note_below_margin": "below the operating margin",
    "ledger_note_balance": "balance sheet",
    "ledger_file": (
        "{file}: {rows} rows, sum {sum} € ({encoding}; header row {header}; {columns}; sign {sign})"
    ),
    "ledger_landings": "Where the rows go",
    "ledger_landing_mapped": "to service areas",
    "ledger_landing_left_out": "left out",
    "ledger_landing_locked": "published period",
    "ledger_landing_not_in_book": "period not in the book",
    "ledger_landing_no_place": "no row in the book",
    "ledger_landing_unmapped_unit": "unit not in the map",
    "ledger_landing_unmapped_account": "account not in the map",
    "ledger_landing_doubled": "twice",
    "ledger_landing_unreadable": "unreadable",
    "ledger_landing_total_row": "total rows",
    "ledger_landing": "{rows} rows, {sum} €",
    "ledger_unmapped": "Not in the map",
    "ledger_unmapped_row": "{about}: {rows} rows, {sum} € (the first {file}, row {row})",
    "ledger_unmapped_unit_row": "unit {about}",
    "ledger_unmapped_account_row": "account {about}",
    "ledger_edit": "{edit} ({rows} rows)",
    "ledger_zero": "{edit} (no rows, so zero)",
    "ledger_untouched": "No rows in the ledger, left as they were: {places}",
    "ledger_rounding": "Rounding to whole numbers, together {sum} €.",
    "ledger_map_would": (
        "The workbook has no mapping. Without --dry-run the sheet {sheet} is added, with the "
        "official ranges of accounts and the units of the files ({units})."
    ),
    "ledger_map_added": (
        "The sheet {sheet} was added to the workbook: it has the official ranges of accounts "
        "and {units} units. Write the service area (or a dash) of each unit and run the "
        "command again."
    ),
    "ledger_blocked": (
        "The figures were not written. Correct the above, or write the other figures with "
        "--allow-unmapped."
    ),
    "ledger_would_write": "This is what would be written; the workbook is as it was.",
    "ledger_more": "… and {count} more",
    "ledger_nothing": "The figures are the same as in the ledger already.",
    "excel_ledger_ask": "Write the figures?",
    "excel_ledger_cancelled": "Nothing was changed.",
    "excel_ledger_choose": "Choose the ledger's files",
    "excel_ledger_blocked": (
        "The figures were not written. Correct the above and press the button again."
    ),
}
