"""Where tables may reach, found in one pass over the sheet: held against the plain definition."""

import time
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.grids import TableGrid

from tpxl.errors import TpxlError
from tpxl.layout import headers, survey
from tpxl.layout.headers import PeriodHeader, TableFrame, locate_frames, locate_headers
from tpxl.model import Text
from tpxl.terms.known import is_known
from tpxl.terms.lines import is_known as is_label
from tpxl.terms.lines import line_of

WORDS = st.sampled_from(
    ["TP 2024", "TP 2025", "Toimintamenot", "Toimintatulot", "6. Luvut", "Tavoite", "Mittari", ""]
)
SHEETS = st.lists(st.lists(WORDS, max_size=7), max_size=9)


def by_definition(grid: TableGrid, words: Sequence[Text]) -> tuple[TableFrame, ...]:
    """The frames, every word looked at anew for each header row."""
    headers = locate_headers(grid, words)
    return tuple(frame for header in headers for frame in _of(header, headers, words))


def _of(
    header: PeriodHeader, headers: Sequence[PeriodHeader], words: Sequence[Text]
) -> Iterator[TableFrame]:
    labels = [w for w in words if is_label(w.text) and w.row > header.row]
    others = [w for w in words if not is_label(w.text) and w.row > header.row]
    left, parts, groups = 1, [header.headings[0]], []
    for heading in header.headings[1:]:
        gap = range(parts[-1].last_column + 1, heading.address.column)
        if sum(line_of(w.text) is not None and w.column in gap for w in labels) >= 2:
            groups.append(tuple(parts))
            parts = []
        parts.append(heading)
    for headings in [*groups, tuple(parts)]:
        right = headings[-1].last_column
        over = range(left, right + 1)
        near = [w for w in others if w.column in over]
        bounds = [
            one.row
            for one in headers
            if one.row > header.row and any(h.address.column in over for h in one.headings)
        ]
        bound = min(bounds, default=words[-1].row + 1)
        columns = range(left, headings[0].address.column)
        top = header.row
        while top < bound:
            sections = [w.row for w in near if w.text.startswith("6.") and w.row > top]
            double = [w.row for w in near if sum(o.row == w.row for o in near) > 1 and w.row > top]
            end = min([*sections, *double, bound])
            rows = [w.row for w in labels if w.column in columns and top < w.row < end]
            if rows:
                yield TableFrame(headings, header.row, columns, range(top + 1, max(rows) + 1))
            top = end if end == min(sections, default=bound) else bound
        left = right + 1


@given(SHEETS)
@settings(max_examples=400)
def test_frames_are_those_of_the_definition(rows: list[list[str]]) -> None:
    grid = TableGrid.of("Alue", *rows)
    words = tuple(grid.texts(is_known))
    found = locate_headers(grid, words)
    assert locate_frames(grid.sheet, found, words) == by_definition(grid, words)


class HeaderRows:
    """A sheet of many small tables, its words given without a search."""

    sheet, merged = "Alue", ()

    @staticmethod
    def words(count: int) -> tuple[Text, ...]:
        texts = (("TP 2024", 2), ("TP 2025", 3)), (("Toimintamenot", 1),)
        return tuple(
            Text(2 * number + below, column, text)
            for number in range(1, count + 1)
            for below, row in enumerate(texts)
            for text, column in row
        )


def test_thousands_of_header_rows_take_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headers, "MOST_HEADERS", 30_000)
    words = HeaderRows.words(30_000)
    started = time.process_time()
    found = locate_headers(HeaderRows(), words)  # type: ignore[arg-type]
    assert len(locate_frames("Alue", found, words)) == 30_000
    assert time.process_time() - started < 10


def test_more_header_rows_than_anybody_reads_are_told_with_book_and_sheet() -> None:
    class Book:
        name, sheets, awaits_recalculation = "kirja.xlsx", ("Alue",), False

        def read(self, sheet: str) -> TableGrid:
            row = ["", "TP 2024", "TP 2025"]
            return TableGrid.of(sheet, *[row] * (headers.MOST_HEADERS + 1))

    with pytest.raises(TpxlError) as caught:
        survey(Book())  # type: ignore[arg-type]
    assert caught.value.code == "sheet_too_many_headings"
    assert caught.value.facts["book"] == "kirja.xlsx"
