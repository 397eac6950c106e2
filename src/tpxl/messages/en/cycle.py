"""The year's turn: why a year is not opened, what moved and why, what is to be looked at."""

ERRORS = {
    "rollover_exists": "{out}: the file exists. Give the new workbook another name.",
    "rollover_suffix": (
        "{out}: the new workbook must end in {suffix} as the old one does. Change the suffix."
    ),
    "rollover_no_areas": (
        "{book}: the workbook has no service areas whose figures would move. Check the file."
    ),
    "rollover_contested": (
        "{book}: the sheets {sheets} are of one service area ({area}). Correct the heading of one "
        "or delete the extra sheet, and open the year again."
    ),
    "rollover_years_differ": (
        "{book}: the areas' newest periods differ ({first}; {second}). Make the headings the same "
        "and open the year again."
    ),
    "rollover_open": "{book}: {period} is empty: the year {year} is open already. Fill it first.",
    "rollover_not_next": (
        "{book}: the year {year} does not follow the workbook's. Open the year {next} first."
    ),
    "rollover_twice": (
        "{book}: {what} appears twice, {sheet}!{first} and {sheet}!{second}: which one moves is "
        "not known. Delete one."
    ),
    "rollover_unsettled": (
        "{book}: the year is not opened before the figures that do not tie out are corrected or "
        "explained ({count}): they would be locked. See {places}."
    ),
    "rollover_formula": (
        "{book}: {sheet}!{cell} fetches its figure with {formula} from {source}, which does not "
        "move. It would show the old figure in the new year. Correct the formula or go on with "
        "--formulas-checked (there are {count})."
    ),
    "rollover_constant_formula": (
        "{book}: {sheet}!{cell} is the formula {formula}, which refers to no moving figure. It "
        "would show the old figure in the new year. Type a number instead or go on with "
        "--formulas-checked (there are {count})."
    ),
    "rollover_unknown": (
        "{book}: the file has no value of the formula {sheet}!{cell}, so it cannot move. Open the "
        "workbook in Excel, save it and try again."
    ),
    "new_exists": ("{book}: the file is there already. Give the new workbook another name."),
    "new_suffix": (
        "{book}: the new workbook must end in {suffix}, for it has buttons. Change the ending."
    ),
    "new_unwritten": (
        "{book}: the workbook cannot be written here. Check the folder and its rights."
    ),
    "new_year": ("The year {year} cannot be used. Give a financial year between 2000 and 2098."),
    "new_city": ("The city's name is empty or longer than {most} characters. Give it on one line."),
    "new_of_what": (
        "{book}: the source is missing, or there are two. Give --year and --areas, "
        "or --from and the last report."
    ),
    "new_report_without_year": (
        "{book}: the report has no service areas with actual figures ({year}). Check the file and "
        "--year."
    ),
    "new_period": ("{period} is not a period. Write for example TP 2025 or TA 2025."),
    "new_periods": (
        "The periods must hold {actual} and {budget}, each period once and at most {most} of "
        "them. Correct --periods."
    ),
    "names_none": ("{file}: the file holds no name. Write the names, one a line."),
    "names_many": (
        "{file}: there are {count} names, at most {most} will do. Check that it is the right file."
    ),
    "names_twice": ("{file}: {name} appears twice, on lines {first} and {second}. Remove one."),
    "names_taken": (
        "Line {line}: {sheet} is a word of the workbook's own and cannot name a service area. "
        "Change the name."
    ),
    "names_unusable": (
        "Line {line}: {sheet} cannot name a sheet. A name has at most {limit} characters and "
        "none of [ ] : * ? / \\. Shorten or change it."
    ),
    "names_blank": ("{file}: {count} blank lines were passed over."),
    "names_heading": ("{file}: the first line, {name}, was read as a heading."),
    "names_encoding": (
        "{file}: the encoding is {encoding} and not UTF-8. Check ä, ö and å in the workbook."
    ),
}

FINDINGS = {
    "year_setting": (
        "{sheet}!{cell}: the financial year is {typed}, but the areas' newest period is {newest}. "
        "Correct the year or the periods' headings."
    ),
    "year_texts": (
        '{sheet}: a heading says an older year than the tables, "{text}", but the newest period '
        "is of {year} (there are {count} such texts). Correct the year."
    ),
    "summary_period_missing": (
        "{sheet}: the summary lacks the period {missing}. Correct a heading or add a column."
    ),
}

TEXTS = {
    "kept_bases": (
        "The figures that changes are compared with, once their period has left the areas' tables. "
        "Do not change them."
    ),
    "kept_area": "Service area",
    "kept_line": "Key figure",
    "area_added": "Area added",
    "area_renamed": "Area renamed",
    "area_removed": "Area removed",
    "area_added_head": "{book}: the area {name} was added.",
    "area_renamed_head": "{book}: the area {name} is now {new}.",
    "area_removed_head": "{book}: the area {name} was removed.",
    "area_added_would": "{book}: the area {name} would be added (not written).",
    "area_renamed_would": "{book}: the area {name} would be {new} (not written).",
    "area_removed_would": "{book}: the area {name} would be removed (not written).",
    "area_rows_copied": "{sheet}: a new row below row {rows}",
    "area_rows_removed": "{sheet}: row {rows} goes",
    "area_review": "Look at these ({count}):",
    "review_area_named": "names the area in a text: {text}",
    "review_area_across": "the area heads a column: {text}",
    "review_area_kept": "no rows were added to the sheet: {text}",
    "review_area_single": "the formula does not take in the new area: {text}",
    "review_area_name_lost": "the name refers to what was removed: {text}",
    "excel_area_name": "Name the new service area. It is formed like the one in front.",
    "excel_area_new_name": "Give the service area a new name.",
    "excel_area_ask": "Make the change? What is removed cannot be undone.",
    "year_opened": "The year {year} was opened",
    "rollover_head": "{book}: year {year} → {to}",
    "rollover_would": "{book}: year {year} → {to} (not written)",
    "rollover_moved": "{moved} figures move, {emptied} are emptied, headings and texts {texts}.",
    "rollover_fell": "Gone are {periods}.",
    "rollover_kept": "{count} bases are kept.",
    "rollover_lost": (
        "{count} bases are gone: changes from them can no longer be checked. They tied out in the "
        "old workbook."
    ),
    "rollover_residents": "Type the residents: {periods}.",
    "rollover_plan": (
        "TS {year} becomes TS {to}. TA {year} stays empty: the plan is not copied into it."
    ),
    "rollover_review": "Look at ({count}):",
    "rollover_journal": (
        "The numbers of findings to explain and of figures not checked change: the oldest periods "
        "are gone and the new ones are empty. Sent forms and approvals begin anew."
    ),
    "rollover_written": "The new workbook: {out}. The old one was not touched.",
    "excel_year_ask": (
        "Save the new workbook beside this one as {out}? This workbook is not touched."
    ),
    "review_error_gone": "falls out uncorrected: {text}",
    "review_figure_stays": "the figure does not move, so its heading was left: {text}",
    "review_unread_table": "the table is not known, its headings were left: {text}",
    "review_sheet_name": "the sheet's name says a year: {text}",
    "review_formula_text": "a text in the formula says a year: {text}",
    "review_look": "look at the year: {text}",
    "review_meeting": "change the meeting's day: {text}",
    "review_drawn": "a text in a chart or shape says a year: {text}",
    "new_taken": "Of the numbers in the report's tables {done}/{of} were taken. Then: check.",
    "new_area_left": "Not taken: the service area {area}, whose name no sheet can bear.",
    "new_periods_left": "Not taken: the periods {periods}.",
    "new_table_left": "Not taken: {place} {heading}: {count} numbers.",
    "new_made": (
        "{book}: a new workbook, service areas {areas}, periods {periods}. Begin with the sheet "
        "after the guide."
    ),
}
