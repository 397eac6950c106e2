"""Findings about goals, and why a schema of goals cannot be used."""

_WHERE = "{area}, section {section}{focus}: "

FINDINGS = {
    "goal_outcome_missing": '{area}: the outcome of "{goal}" is missing. Write it in cell {cell}.',
    "goal_outcome_awaited": (
        '{area}, section {section}: the outcome of the goal "{goal}" is still empty. It goes '
        "into cell {cell}."
    ),
    "goal_goal_missing": "{area}, section {section}: the row has no goal. Write it in cell {cell}.",
    "goal_action_missing": (
        '{area}, section {section}: the goal "{goal}" has no action. Write it in cell {cell}.'
    ),
    "goal_indicator_missing": (
        '{area}, section {section}: the goal "{goal}" has no indicator. Write it in cell {cell}.'
    ),
    "goal_outcome_column_missing": (
        f"{_WHERE}the table has no column for the outcome. Add one, headed TP and the year, to the "
        "table headed in cell {cell}."
    ),
    "goal_outcome_column_awaited": (
        f"{_WHERE}the table has no column for the outcome yet (headed in cell {{cell}}). It is "
        "added when the year's actual figures are there."
    ),
    "goal_action_column_missing": (
        f"{_WHERE}the table has no column for actions. Add one to the table headed in cell "
        f"{{cell}}."
    ),
    "goal_indicator_column_missing": (
        f"{_WHERE}the table has no column for indicators. Add one to the table headed in cell "
        "{cell}."
    ),
    "goal_section_missing": (
        "{area}: no goal table was found for section {missing} ({title}). Add the table or check "
        "the section's heading."
    ),
    "goal_section_unknown": (
        "{area}: by the city's rules section {unknown} has no goal table, but one begins in cell "
        "{cell}. Check the section's heading."
    ),
    "goal_section_unnamed": (
        "{area}: there is no section heading above the goal table headed in cell {cell}, so it is "
        "not known which section the goals belong to. Add a heading, such as 4. Other goals."
    ),
    "goal_none": (
        f"{_WHERE}there is no goal, at least {{limit}} is needed. Add a goal to the table that "
        "begins in cell {cell}."
    ),
    "goal_too_few": (
        f"{_WHERE}there are {{count}} goals, at least {{limit}} are needed. Add the missing ones "
        f"to "
        "the table that begins in cell {cell}."
    ),
    "goal_too_many": (
        f"{_WHERE}there are {{count}} goals, at most {{limit}} may be. The first one too many is "
        f"in "
        "cell {cell}: join or remove goals."
    ),
    "goal_focus_missing": (
        '{area}, section {section}: the focus area "{missing}" is missing. Add its heading and '
        "goal."
    ),
    "goal_focus_unknown": (
        '{area}, section {section}: the focus area "{unknown}" in cell {cell} is none of the '
        "city's. Expected: {expected_names}. Correct the heading."
    ),
    "goal_focus_absent": (
        "{area}, section {section}: the goal has no focus area. Write its name above the table of "
        "cell {cell}. Expected: {expected_names}."
    ),
    "goal_focus_areas_differ": (
        "{area}, section {section}: the focus areas are not those of the city "
        "({expected_names}). Correct the headings or name your own file: Perustiedot, Goal "
        "rules file."
    ),
    "goal_focus_misspelt": (
        "{area}, section {section}: the focus area in cell {cell} is written otherwise than "
        '"{meant}". Correct the name.'
    ),
    "goal_focus_count": (
        "{area}, section {section}: there are {count} focus areas, the city's limit is {limit}. "
        "Check their headings."
    ),
    "goal_text_short": (
        f"{_WHERE}the text in cell {{cell}} has {{length}} characters, at least {{limit}} are "
        "needed. Complete the text."
    ),
    "goal_text_long": (
        f"{_WHERE}the text in cell {{cell}} has {{length}} characters, at most {{limit}} may be. "
        "Shorten the text."
    ),
    "goal_own_rule": (f'{_WHERE}cell {{cell}} ("{{text}}") is not as the city has ruled: {{rule}}'),
    "goal_own_rule_unnamed": (
        f'{_WHERE}cell {{cell}} ("{{text}}") is not as the city\'s own rules say. Ask the '
        "author of the file of rules what belongs in the cell."
    ),
    "goal_error_value": (
        "{area}, section {section}: cell {sheet}!{cell} holds the error value {text}. Correct the "
        "formula or type a text."
    ),
    "goal_row_joined": (
        "{area}, section {section}: the row that begins in cell {cell} was read as a part of the "
        "goal above, because its goal's cell is empty. If it is a goal, write the goal."
    ),
    "goal_row_separate": (
        "{area}, section {section}: the row of cell {cell} was read as a goal of its own though it "
        "has no number. Add the number or join the row to the one above."
    ),
    "goals_absent": (
        "{area}: the area's sheet has no goal table though other areas have. If the area has "
        "goals, add them in the same sections as the others."
    ),
    "goal_target_unanswered": (
        '{area}: the outcome for "{indicator}" lacks a number. Write it in cell {cell}.'
    ),
    "goal_target_missed": (
        '{area}, section {section}: the target of "{indicator}" is {expected}, the outcome '
        "{found}. Check cell {cell} or tell why."
    ),
    "goal_same_outcome": (
        "{area}: {count} goals have the same outcome ({cells}). Write each its own."
    ),
    "goal_other_year": (
        "{area}, section {section}: the outcome in cell {cell} is of {other}, the report of "
        "{year}. Update the text."
    ),
    "goal_placeholder": (
        '{area}, section {section}: cell {cell} has a text to be completed: "{text}". Write '
        "the text."
    ),
    "goal_unfinished": (
        '{area}, section {section}: the text in cell {cell} stops half-way: "{text}". Finish '
        "the sentence."
    ),
    "goal_too_long": (
        "{area}, section {section}: the text in cell {cell} has {length} characters, about "
        "{limit} fit in print. Shorten the text."
    ),
}

ERRORS = {
    "schema_missing": (
        "{schema}: there is no such file of rules for goals. Check the path and the name."
    ),
    "schema_unreadable": (
        "{schema}: the file of rules for goals cannot be read. Check that it is a text file "
        "(UTF-8) and not a folder, and that you may read it."
    ),
    "schema_too_large": (
        "{schema}: the file of rules for goals is over {limit} megabytes. Check that the file is "
        "right."
    ),
    "schema_slow": (
        "{schema}: the rules for goals were not done within {seconds} seconds for one area. Ask "
        "their author to simplify them."
    ),
    "schema_not_json": (
        "{schema}: the file of rules for goals has an error on line {at_line} (character "
        "{at_column}). Ask its author to correct it."
    ),
    "schema_faulty": (
        "{schema}: the file of rules for goals has an error at {path}: {text} is not valid there."
        " Ask its author to correct it."
    ),
    "schema_draft": (
        "{schema}: the file of rules for goals has {found_draft} at $schema, should be {draft}. "
        "Correct or remove it."
    ),
    "schema_reference": (
        "{schema}: the file of rules for goals refers to {reference}, which is not in it. Correct"
        " the reference; nothing is fetched from elsewhere."
    ),
    "schema_endless": (
        "{schema}: the file of rules for goals refers to itself without end or is nested too "
        "deeply. Correct the references."
    ),
}

TEXTS = {
    "goals_none": "No goal tables were found.",
    "goals_section": "Section {section}",
    "goals_no_section": "Section not known",
    "goals_empty": "(missing)",
    "goals_goal": "Goal",
    "goals_action": "Action",
    "goals_indicator": "Indicator",
    "goals_outcome": "Outcome",
    "goals_table": "goal table, section {section}, {count} goals",
}

UNNAMED = {
    "goal_focus_areas_differ": (
        "{area}, section {section}: the focus areas are not those of the city "
        "({expected_names}). Correct the headings or name your own file: the setting Goal "
        "rules file."
    ),
}
"""The same where the book lacks the sheet that the sentence names."""
