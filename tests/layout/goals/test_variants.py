"""Every way a city may set its goal tables, generated and read back."""

import dataclasses
import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.goal_sheets import HEADINGS, read
from tests.grids import TableGrid

from tpxl.model import Block, Value
from tpxl.terms.known import is_known

WORD = st.text("abdehijklmnoprstuväö", min_size=2, max_size=8).filter(lambda one: not is_known(one))
"""Somebody's word: one of the report's own, alone in its row, may head another section."""

NUMBERING = st.sampled_from(["none", "column", "labelled", "cell", "merged header"])
FOCUS = st.sampled_from(["none", "above", "rows", "beside", "labelled"])

HEADER_WORDS = {
    3: ["Tavoite", "TAVOITTEET", "Toiminnallinen\ntavoite", "Mål", "Objective"],
    4: ["Tavoite", "Tavoitteet 2025"],
    5: ["Tuottavuustoimenpide/Hanke", "Tuottavuustoimenpide /\nhanke", "Produktivitetsåtgärd"],
    8: ["Tehtävä/Tavoite", "Tehtävä / tavoite", "Uppgift/Mål"],
    9: ["Henkilöstötavoite", "Henkilöstö\u00adtavoitteet", "Personalmål"],
}

ACTIONS = ["Toimenpiteet", "Toimenpide", "Tulokset", "Åtgärder", "Actions"]
INDICATORS = ["Mittarit", "Mittarit/Arviointi", "Mittari", "Mätare", "Indicators"]
OUTCOMES = ["TP 2025", "TP2025", "Toteuma", "Toteutuma 31.12.2025", "Bokslut 2025", "Outcome"]


@dataclasses.dataclass
class Sheet:
    """A sheet being written, and what reading it must give."""

    rows: list[list[Value]] = dataclasses.field(default_factory=list)
    merged: list[Block] = dataclasses.field(default_factory=list)
    expected: list[tuple[object, ...]] = dataclasses.field(default_factory=list)


@st.composite
def phrases(draw: st.DrawFn, least: int = 1) -> list[str]:
    words = draw(st.lists(WORD, min_size=least, max_size=least + 3))
    return [words[0].capitalize(), *words[1:]]


def pieces(draw: st.DrawFn, words: list[str], rows: int) -> list[str]:
    """Return the words broken over at most `rows` cells."""
    cuts = sorted(draw(st.lists(st.integers(1, len(words)), min_size=rows - 1, max_size=rows - 1)))
    bounds = [0, *cuts, len(words)]
    return [" ".join(words[a:b]) for a, b in itertools.pairwise(bounds)]


@st.composite
def goal_rows(draw: st.DrawFn) -> tuple[list[list[str]], bool, tuple[str | None, ...]]:
    """Return the cells of a goal row by row, whether they are merged, and its texts."""
    rows = draw(st.integers(1, 3))
    is_merged = rows > 1 and draw(st.booleans())
    texts = [draw(phrases(least=rows)) for _ in range(4)]
    if draw(st.integers(0, 4)) == 0:
        texts[3] = []
    whole = tuple(" ".join(words) or None for words in texts)
    if is_merged:
        return [[text or "" for text in whole], *([[""] * 4] * (rows - 1))], True, whole
    columns = [pieces(draw, words, rows) if words else [""] * rows for words in texts]
    columns[1] = [" ".join(texts[1][:1]), *texts[1][1:rows]]
    columns[1][-1] = " ".join(texts[1][rows - 1 :])
    return [list(cells) for cells in zip(*columns, strict=True)], False, whole


@st.composite
def sheets(draw: st.DrawFn) -> tuple[TableGrid, list[tuple[object, ...]]]:
    sheet = Sheet()
    for section in draw(st.lists(st.sampled_from([3, 4, 5, 8, 9]), unique=True, min_size=1)):
        write_section(draw, sheet, section)
    top, left = draw(st.integers(1, 9)), draw(st.integers(1, 4))
    grid = TableGrid.of("A", *sheet.rows, top=top, left=left)
    moved = tuple(
        Block(b.top + top - 1, b.left + left - 1, b.bottom + top - 1, b.right + left - 1)
        for b in sheet.merged
    )
    return dataclasses.replace(grid, merged=moved), sheet.expected


def write_section(draw: st.DrawFn, sheet: Sheet, section: int) -> None:
    sheet.rows += [[]] * draw(st.integers(1, 3))
    sheet.rows.append([HEADINGS[section][draw(st.sampled_from([0, 3])) :]])
    style = {
        "numbering": draw(NUMBERING),
        "focus": draw(FOCUS) if section == 3 else "none",
        "header": header(draw, section),
        "section": section,
    }
    areas = 1 if style["focus"] == "none" else draw(st.integers(1, 3))
    names = [f"{' '.join(draw(phrases()))} {'ABC'[at]}" for at in range(areas)]
    names = [f"{name} arki".upper() if must_shout(draw, style) else name for name in names]
    if style["focus"] == "above":
        for name in names:
            sheet.rows += [[], ["", name], *([[]] * draw(st.integers(0, 2)))]
            write_header(sheet, style)
            write_goals(draw, sheet, style, [name])
    else:
        write_header(sheet, style)
        write_goals(draw, sheet, style, names)


def must_shout(draw: st.DrawFn, style: dict[str, Any]) -> bool:
    return (style["focus"] == "rows" and style["numbering"] != "none") or bool(draw(st.booleans()))


def header(draw: st.DrawFn, section: int) -> list[str]:
    return [
        draw(st.sampled_from(HEADER_WORDS[section])),
        draw(st.sampled_from(ACTIONS)),
        draw(st.sampled_from(INDICATORS)),
        draw(st.sampled_from(OUTCOMES)),
    ]


def write_header(sheet: Sheet, style: dict[str, Any]) -> None:
    row: list[Value] = ["", "", *style["header"]]
    if style["focus"] == "labelled":
        row[0] = "Painopiste"
    if style["numbering"] == "labelled":
        row[1] = "Nro"
    if style["numbering"] == "merged header":
        row = [row[0], style["header"][0], "", *style["header"][1:]]
        sheet.merged.append(Block(len(sheet.rows) + 1, 2, len(sheet.rows) + 1, 3))
    sheet.rows.append(row)


def write_goals(draw: st.DrawFn, sheet: Sheet, style: dict[str, Any], names: list[str]) -> None:
    number = 0
    for name in names:
        if style["focus"] == "rows":
            sheet.rows.append(["", "", name])
            if draw(st.booleans()):
                row = len(sheet.rows)
                sheet.merged.append(Block(row, 3, row, 6))
        for at in range(draw(st.integers(0 if style["focus"] == "above" else 1, 3))):
            number += 1
            if number > 1 and at and draw(st.integers(0, 5)) == 0:
                sheet.rows += [[]] * draw(st.integers(0, 2))
                write_header(sheet, style)
            elif number > 1 and draw(st.integers(0, 5)) == 0:
                sheet.rows.append([])
            write_goal(draw, sheet, style, number, name, is_first=not at)


def write_goal(
    draw: st.DrawFn,
    sheet: Sheet,
    style: dict[str, Any],
    number: int,
    name: str,
    *,
    is_first: bool,
) -> None:
    cells, is_merged, texts = draw(goal_rows())
    top = len(sheet.rows) + 1
    for row in cells:
        sheet.rows.append(["", "", *row])
    first = sheet.rows[top - 1]
    if style["focus"] in {"beside", "labelled"} and is_first:
        first[0] = name
    if style["numbering"] == "cell":
        first[2] = f"{number}. {first[2]}"
    elif style["numbering"] != "none":
        first[1] = draw(st.sampled_from([number, f"{number}.", f"{number})"]))
    if is_merged:
        bottom = len(sheet.rows)
        sheet.merged += [Block(top, column, bottom, column) for column in range(3, 7)]
    focus = name if style["focus"] != "none" else None
    sheet.expected.append((style["section"], focus, *texts))


@settings(max_examples=100, deadline=None)
@given(sheets())
def test_a_table_in_any_variant_is_read_back_exactly(
    case: tuple[TableGrid, list[tuple[object, ...]]],
) -> None:
    grid, expected = case
    assert read(grid) == expected
