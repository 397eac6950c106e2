"""Goal tables of an area sheet: sections 3, 4, 5, 8 and 9, each row as high as its text.

Goal and outcome have a column each, so Excel fits the row while staff type; action and indicator
lie across the narrow columns of the figures, merged, and are known before the year begins.
"""

from itertools import groupby

from xlsxwriter.format import Format

from tpxl.master import page
from tpxl.master.city import GoalText
from tpxl.master.draft import Draft
from tpxl.master.lettering import line_count

WIDTHS: list[float] = [30, 10, 10, 10, 12.5, 12.5, 40]
"""The sheet's columns: together 30 / 30 / 25 / 40 characters for the four texts of a goal."""

SPANS = ((0, 0), (1, 3), (4, 5), (6, 6))
ACTION_COLUMN, OUTCOME_COLUMN = 1, 6
_LINES_OF_EMPTY = 2

_HEADERS = {
    3: ("Tavoite", "Toimenpiteet", "Mittarit"),
    4: ("Tavoite", "Toimenpiteet", "Mittarit"),
    5: ("Tuottavuustoimenpide/Hanke", "Tulokset", "Mittarit/Arviointi"),
    8: ("Tehtävä/Tavoite", "Toimenpide", "Mittarit/Arviointi"),
    9: ("Henkilöstötavoite", "Toimenpide", "Mittarit/Arviointi"),
}


def heading(section: int, draft: Draft) -> str:
    """Return the heading of a section of goals."""
    return draft.words(_HEADINGS[section]).format(
        strategy=draft.words(draft.city.strategy), year=draft.city.year
    )


_HEADINGS = {
    3: "3. {strategy} painopisteistä johdetut toiminnalliset tavoitteet",
    4: "4. Muut toiminnan painopistealueet ja tavoitteet "
    "(sisältää myös kuntalaisten hyvinvoinnin edistämisen)",
    5: "5. Vuoden {year} tuottavuustoimenpiteet ja -hankkeet",
    8: "8. Sisäinen valvonta ja riskienhallinta",
    9: "9. Henkilöstötavoitteet, -suunnitelma ja resurssien käyttö",
}


def _write_row(sheet: page.Sheet, row: int, texts: tuple[str, ...], style: Format) -> None:
    for (first, last), text in zip(SPANS, texts, strict=True):
        if first != last:
            sheet.merge_range(row, first, row, last, text, style)
        elif text:
            sheet.write_string(row, first, text, style)
        else:
            sheet.write_blank(row, first, None, style)


def lines(texts: tuple[str, ...]) -> tuple[int, ...]:
    """Return the lines that each of the four texts of a row takes."""
    return tuple(
        line_count(text, *WIDTHS[first : last + 1])
        for (first, last), text in zip(SPANS, texts, strict=True)
    )


def row_texts(goal: GoalText, number: int) -> tuple[str, ...]:
    """Return the four texts of a row; outside section 3 the goal carries its number."""
    is_bare = goal.section == 3 or not goal.goal  # noqa: PLR2004
    numbered = goal.goal if is_bare else f"{number}. {goal.goal}"
    return numbered, goal.action, goal.indicator, goal.outcome


def _table(sheet: page.Sheet, draft: Draft, row: int, goals: list[GoalText]) -> int:
    columns = (*_HEADERS[goals[0].section], draft.city.newest)
    _write_row(sheet, row, columns, draft.styles("header"))
    page.roomy(sheet, row, row)
    for number, goal in enumerate(goals, start=1):
        texts = row_texts(goal, number)
        _write_row(sheet, row + number, texts, draft.styles("input", "wrap"))
        sheet.grow(row + number, max(lines(texts)) if any(texts) else _LINES_OF_EMPTY)
    return row + len(goals) + 1


def write(
    sheet: page.Sheet, draft: Draft, row: int, goals: tuple[GoalText, ...]
) -> tuple[int, tuple[int, int]]:
    """Write a section; return the next row and the first and last row of its tables.

    The last row is the empty one that follows, so a row added at the end is still inside.
    """
    section = goals[0].section
    row = page.heading(sheet, draft, row, heading(section, draft), len(WIDTHS))
    if section == 3:  # noqa: PLR2004
        sheet.set_row(row, 20)
        sheet.write_string(row, 0, draft.city.focus_remark, draft.styles("muted"))
        row += 1
    first = None
    for focus, of_focus in groupby(goals, key=lambda goal: goal.focus):
        if focus:
            sheet.set_row(row, 20)
            sheet.write_typed(row, 0, focus, draft.styles("focus"))
            row += 1
        first = row if first is None else first
        row = _table(sheet, draft, row, list(of_focus)) + 1
    return row, (first or row, row - 1)
