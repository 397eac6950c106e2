"""Forms to the areas and back: what they say, why one is not taken, what is to be looked at."""

ERRORS = {
    "send_nothing": (
        "{book}: there is nothing to ask: the areas have neither goals nor changes to explain."
    ),
    "collect_none_sent": "{book}: no forms were sent from this workbook. Send first: tpxl send.",
    "return_format": "{file}: the form was saved in another format. Ask for a return as .xlsx.",
    "return_no_form": (
        "{file}: this is not a form of tpxl, or its sheet Sending is missing. Ask for a return in"
        " the file that was sent."
    ),
    "return_foreign": "{file}: this was not sent from the workbook {book}. Check the file.",
    "return_old": (
        "{file}: an old form: {area} was sent again {at}. Ask for a return of the new form."
    ),
    "return_other_year": (
        "{file}: the form asked for {asked}, but the workbook's newest is {period}. Check the file."
    ),
    "send_no_day": "{said} is not a day. Write the day like 12.2.2026 and press again.",
    "area_no_column": (
        "{book}: the service areas' settings have no column {column}. Add it or leave "
        "the option out."
    ),
}

TEXTS = {
    "form_title": "{area}: outcomes and reasons",
    "form_fill": "Write into the yellow cells and return this file.",
    "form_fill_by": "Write into the yellow cells and return this file by {due}.",
    "form_read": (
        "The rest is for reading: goals and figures are not changed here. The figures are on the "
        "sheet Figures."
    ),
    "form_missing": "missing",
    "form_missing_count": "Missing:",
    "form_done": "written",
    "form_letters": "characters",
    "form_too_long": "too long",
    "form_limit": (
        "The report has room for {limit} characters. Shorten the text, or leave it long and agree "
        "on it with the finance office."
    ),
    "form_figures_sheet": "Figures",
    "form_figures": "{area}: figures",
    "form_figures_read": "For reading only. If a figure is wrong, tell the finance office.",
    "form_sent_note": "With this the answers find their places. Do not change.",
    "form_reasons": "Change to explain",
    "form_change": (
        "What explains the {change_of}? {period}: {found}; {base_period}: {base_number}; change "
        "{change}\u00a0%."
    ),
    "form_change_without_percent": (
        "What explains the {change_of}? {period}: {found}; {base_period}: {base_number}."
    ),
    "form_list": "mailing-list",
    "form_list_area": "service area",
    "form_list_person": "person",
    "form_list_address": "e-mail",
    "form_list_file": "file",
    "form_list_due": "due",
    "form_list_questions": "questions",
    "form_list_missing": "missing",
    "send_line": "{area}: {file}, missing {missing}/{questions}",
    "send_to": "{area}: {file}, missing {missing}/{questions}; {person} {address}",
    "send_not_asked": "{area}: nothing to ask, no form was made.",
    "send_list": "Mailing list: {file}",
    "return_state_taken": "collected",
    "return_state_partly": "collected in part",
    "return_state_repeated": "the same return was collected before",
    "return_state_refused": "not collected",
    "return_late": "late",
    "return_by": "filled in by {by}",
    "return_counts": (
        "taken {taken}, in the workbook already {same}, as sent {unchanged}, conflicts "
        "{conflicts}, to look at {odd}; missing {missing}"
    ),
    "return_conflict": (
        'Conflict, {sheet}!{cell}, {title}: in the workbook "{master}", in the return "{returned}".'
    ),
    "return_conflict_leave": "Neither was changed. Choose --conflict ours or theirs.",
    "return_conflict_ours": "The workbook's text stays.",
    "return_conflict_theirs": "The return's text was taken.",
    "odd_no_key": "a row that was not sent; add it to the workbook if it belongs there: {text}",
    "odd_contradicts": "key and goal of the row are of different rows, not taken: {text}",
    "odd_rewritten": "the goal was rewritten altogether, the answer was not taken: {text}",
    "odd_dragged": "the answer may have been moved from another row, not taken: {text}",
    "odd_twice": "the row appears twice with different answers, neither was taken: {text}",
    "odd_copied": "the row appears twice, the other one's answer was taken: {text}",
    "odd_error_value": "the answer is an error value, not taken: {text}",
    "odd_emptied": "the area emptied the answer, the workbook's text stays: {text}",
    "odd_gone": "the goal or figure was changed or removed in the workbook, not taken: {text}",
    "odd_formula": "the cell holds a formula, the answer was not taken: {text}",
    "odd_several_cells": "the outcome stands in several cells, the answer was not taken: {text}",
    "odd_lettering": "the cell's text has bold or other lettering, not taken: {text}",
    "odd_no_row": "the change is not on the sheet of findings yet; refresh, collect again: {text}",
    "odd_goal_changed": "the area changed the goal, the change was not taken: {text}",
    "odd_row_changed": "the area changed actions or indicator, the change was not taken: {text}",
    "odd_goal_edited": "the goal was edited in the workbook since, the answer was taken: {text}",
    "odd_figure_changed": "the area changed a figure, the change was not taken: {text}",
    "odd_row_missing": "the row is missing from the return: {text}",
    "odd_stray": "text in a column that the form does not have: {text}",
    "odd_same_answer": "the same answer in several rows: {text}",
    "excel_send_due": (
        "By which day are the forms due back? For example 12.2.2026; empty: no due day."
    ),
    "excel_sent": "{count} forms were made in the folder\n{folder}",
    "excel_sent_save": (
        "Save the workbook before you mail the forms: only then are the returns known."
    ),
    "excel_collect_choose": "Choose the returned forms",
    "excel_would_collect": "{count} cells would be written from the returns:",
    "excel_collected": "{count} cells were written from the returns:",
    "excel_collect_ask": "Write the answers?",
    "excel_collect_conflicts": (
        "Write the answers? Yes: the returned text in conflicts. No: conflicts stay as they are. "
        "Cancel: nothing is written."
    ),
    "form_text": "Text",
}
