"""What the command line says around the findings."""

TEXTS = {
    "figures_checked": "{count} figures checked",
    "figures_changed": "{count} changed",
    "wrong_in_locked": "in published periods {count}",
    "explained": "explained {count}",
    "explanation": "Reason: {reason}",
    "edits": "Changes ({count})",
    "empty": "empty",
    "figures_table": "figures table",
    "summary_table": "Summary:",
    "residents_found": "Residents {period}: {residents} ({status}), {sheet}!{cell}",
    "demo_book": "Workbook: {path}",
}
