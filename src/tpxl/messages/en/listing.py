"""What the first screen says: areas by severity, what to do first, many findings in one line."""

TEXTS = {
    "areas": "Findings by service area",
    "areas_unverifiable": "unchecked",
    "areas_filled": "filled in",
    "areas_whole": "(other sheets)",
    "areas_more": "{count} more service areas",
    "first": "Do first",
    "first_more": (
        "{count} more findings. All: --all; one area: --area NAME; into a file: --out findings.xlsx"
    ),
    "first_each": "All one by one: --all; one area: --area NAME.",
    "edits_more": "{count} more: --all",
    "none_chosen": "No such findings.",
    "and_more": "{names} and {count} more",
    "alike": "Likewise {count} more: {places}",
    "many.goal_outcome_missing": (
        "{count} goals have no outcome ({areas}). Write the outcomes; the report must say how the "
        "goals were met."
    ),
    "many.goal_outcome_awaited": "{count} goals still await their outcome ({areas}).",
    "many.goal_target_unanswered": (
        "{count} indicators have a target, but the outcome has no number ({areas}). Write the "
        "numbers."
    ),
    "many.comment_needed": "{count} large changes await an explanation ({areas}).",
    "many.area_same_figures": (
        "{count} areas have the figures of another area ({areas}). Write their own figures."
    ),
    "many.formulas_without_value": (
        "{count} sheets have formulas without a computed value ({sheets}). Open the workbook in "
        "Excel, save it and check again."
    ),
    "many.allocation_unknown": (
        "{count} figures of shared costs cannot be checked, because what they come from is missing "
        "({areas})."
    ),
    "many.allocation_note_unknown": (
        "{count} shares in sentences cannot be checked, because the shared costs lack the period "
        "or the receiver ({areas})."
    ),
    "demo_found": "Found: {figures} figures wrong, {outcomes} outcomes missing.",
    "demo_mended": "Corrected: {count} figures.",
    "demo_remains": "Remaining: {figures} figures in published periods, {outcomes} outcomes.",
    "demo_open": "Open: {path}",
    "demo_files": "{count} files in the folder {folder}",
    "findings_title": "Findings: {book}",
}

ERRORS = {
    "findings_suffix": (
        "{file}: findings are written into a file that ends in .xlsx or .html. Change the ending."
    ),
    "findings_of_one_book": "{file}: findings are written of one workbook at a time. Name one.",
    "area_unknown_near": "{book}: there is no service area {area}. Did you mean: {near}?",
}
