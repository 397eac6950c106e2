"""What the command line says around the findings."""

TEXTS = {
    "figures_checked": "{count} figures checked",
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
    "summary_table": "Summary:",
    "residents_found": "Residents {period}: {residents} ({status}), {sheet}!{cell}",
    "demo_check": "The printed figures before the refresh",
    "demo_refresh": "Refresh",
    "demo_export": "For the board",
    "demo_book": "Workbook: {path}",
}

ERRORS = {
    "output_not_written": (
        "The result could not be shown: the disk is full or the output is closed. The workbooks "
        "without a line of error are done."
    ),
    "command_unexpected": (
        "tpxl has a fault ({kind}), and the command was stopped. Send the log {log} "
        "to the developers."
    ),
    "folder_not_writable": "{folder}: the folder cannot be written to. Choose another one.",
}
