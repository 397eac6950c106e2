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
    "backups": "{book}: {count} backups, the newest first",
    "backups_none": "{book}: there are no backups.",
    "backup_whole": "whole",
    "backup_cut": "damaged",
    "backup_size": "{size} kB",
    "restored": "{book}: {backup} is restored.",
    "restored_already": "{book}: the workbook is the same as {backup} already.",
    "restored_kept": "The version before it is in the backup {backup}.",
    "demo_check": "The printed figures before the refresh",
    "demo_refresh": "Refresh",
    "demo_export": "For the board",
    "demo_book": "Workbook: {path}",
    "upgraded": "{book}: the macros are now those of tpxl {version}. Nothing else changed.",
    "would_upgrade": (
        "{book}: the macros would be replaced by those of tpxl {version}. Nothing else would "
        "change."
    ),
    "upgrade_needless": (
        "{book}: the macros already are those of tpxl {version}. Nothing was changed."
    ),
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
