"""Versions and reports: why two are not compared, what changed, what a report lacks."""

ERRORS = {
    "diff_other_city": (
        "{old} is of the city {one} and {new} of the city {other}. Compare workbooks of one city."
    ),
    "diff_out_of_books": (
        "The changes between two reports cannot be written to {file}. Leave out --out."
    ),
    "diff_of_two_kinds": (
        "{old} and {new}: one is a workbook and the other a report. Compare two workbooks or two "
        "reports; the command compare holds a report to a workbook."
    ),
    "diff_nothing_shared": (
        "{old} and {new}: they share no service area. Compare versions of one workbook."
    ),
    "approve_nameless": "{book}: nobody is named. Give the name with --as.",
    "approve_open": (
        "{book}: {area}: cannot be approved, open errors: {errors} (the first at "
        "{sheet}!{cell}). Correct or explain them."
    ),
    "export_not_approved": (
        "{area}: not exported, for it has not been approved or has changed since. See tpxl status."
    ),
    "export_approvals_broken": (
        "{book}: rows of approval were changed by hand, and no approval was printed. See "
        "tpxl status."
    ),
    "diff_out_suffix": "{out}: changes are written as .xlsx or .docx. Change the file's name.",
}

TEXTS = {
    "report.unreadable": (
        '{area}, {period}, {line}: the report has "{text}", which is not one number for certain.'
    ),
    "report.table_unreadable": (
        '{place}: the report has "{text}", which is not one number for certain.'
    ),
    "report.unread_column": (
        '{area}: the heading "{text}" of a column is not known, so its figures ({count}) were not '
        "checked."
    ),
    "report.unread_column_near": (
        '{area}: the heading "{text}" is not known, so the figures ({count}) of its column were '
        "not checked. Does it mean {near}?"
    ),
    "report.unread_row": (
        '{area}: the row "{text}" is not known, so its figures ({count}) were not checked.'
    ),
    "report.unread_row_near": (
        '{area}: the row "{text}" is not known, so its figures ({count}) were not checked. Does it '
        "mean {near}?"
    ),
    "report.unread_lines": (
        "{sheet}: above the rows ({labels}) there is no row of periods, so their figures ({count}) "
        "were not checked."
    ),
    "report.periods_exchanged": (
        "{area}: {count} figures made of others fit the periods {meant}, not the headings "
        "{periods}. Check the headings."
    ),
    "report.sign_alone": (
        "{area}, {period}, {line}: the report has {found}, but the other figures of the row have "
        "the other sign."
    ),
    "diff_same": "Of the older report's figures and goals the same in the newer: {same}/{total}.",
    "diff_numbers": "Of the numbers in the newer report's tables, {done}/{of} were compared.",
    "diff_report_changed": "Changed ({count})",
    "diff_report_gone": "Gone ({count})",
    "diff_report_came": "New ({count})",
    "diff_nothing": "Nothing has changed.",
    "diff_whole_book": "The whole workbook",
    "diff_area_came": "A new area.",
    "diff_area_gone": "The area is gone.",
    "diff_periods_gone": "Periods gone: {periods}",
    "diff_periods_came": "New periods: {periods}",
    "diff_follows": "From these follow ({count}):",
    "diff_findings_gone": "Findings gone ({count}):",
    "diff_findings_new": "New findings ({count}):",
    "fact_residents": "residents",
    "fact_section": "section",
    "fact_goal": "goal",
    "fact_action": "actions",
    "fact_indicator": "indicator",
    "fact_target": "target",
    "fact_outcome": "outcome",
    "fact_reason": "reason",
    "fact_setting_sign": "sign of expenses",
    "fact_setting_decimals": "decimals of €/resident",
    "approval_note": (
        "An approval shows whether anything is changed after it. It does not prove who gave it."
    ),
    "approval_broken": "Row {row} of the approvals was changed by hand or moved.",
    "approval_shortened": "Rows of the approvals were removed.",
    "status_draft": "draft",
    "status_ready": "ready",
    "status_approved": "approved",
    "status_reopened": "opened again",
    "status_sent": "sent {sent}, not returned, due {due}",
    "status_returned": "returned {returned}, missing {missing}",
    "status_text_changed": "{what} has changed",
    "status_text_gone": "a text or goal was removed",
    "export.ready": "Ready: {by}, {day}{version}, mark {mark}",
    "export.approved": "Approved: {by}, {day}{version}, mark {mark}",
    "export.reopened": "Changed since {by} marked the area {day}{version}",
    "export.version": ", version {version}",
    "diff_title": "Changes",
    "diff_column_area": "Service area",
    "diff_column_kind": "Kind",
    "diff_column_what": "What",
    "diff_column_old": "Before",
    "diff_column_new": "Now",
    "diff_column_difference": "Change",
    "diff_kind_area": "area",
    "diff_kind_periods": "periods",
    "diff_kind_typed": "typed",
    "diff_kind_follows": "follows from these",
    "diff_kind_finding_gone": "finding gone",
    "diff_kind_finding_new": "new finding",
    "changed_by_hand": "by hand",
}
