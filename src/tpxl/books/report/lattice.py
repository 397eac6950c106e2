"""Tables drawn with ruled lines, level and upright: a cell is what the lines enclose."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tpxl.books.report.lines import TextRun, lines_of, print_of
from tpxl.books.report.passages import Box, Passage, Print, table
from tpxl.books.report.pdf import PdfPage, Rule, Word

_NEAR = 2.5
"""Points: lines that should meet are drawn so far apart."""
_MOST_RULES = 600
_FEWEST_LINES = 3
"""Lines on either side of two rows, of two columns."""
_SEVERAL = 2

_Cell = tuple[int, int]


class DrawnTable(NamedTuple):
    """A table between ruled lines: where it is, and its rows."""

    box: Box
    passage: Passage
    words: tuple[Word, ...]


class _Frame(NamedTuple):
    """The lines of one table, and where its rows and columns part."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    rows: tuple[float, ...]
    columns: tuple[float, ...]

    @property
    def box(self) -> Box:
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])


def drawn_tables(page: PdfPage) -> list[DrawnTable]:
    """Return the tables of a page whose cells are all enclosed; of others none is made."""
    if len(page.level_rules) + len(page.upright_rules) > _MOST_RULES:
        return []
    found = (_drawn(frame, page) for frame in _frames(page))
    return [one for one in found if one is not None]


def _frames(page: PdfPage) -> Iterator[_Frame]:
    """Yield the lines that hang together, where they part several rows and columns."""
    level, upright = page.level_rules, page.upright_rules
    owner = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while owner[index] != index:
            index = owner[index]
        return index

    for i, across in enumerate(level):
        for j, down in enumerate(upright, len(level)):
            if _meet(across, down):
                owner[root(j)] = root(i)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, rule in enumerate((*level, *upright)):
        groups[root(i)][i >= len(level)].append(rule)
    for levels, uprights in groups.values():
        rows, columns = _parted(levels), _parted(uprights)
        if min(len(rows), len(columns)) >= _FEWEST_LINES:
            yield _Frame(tuple(levels), tuple(uprights), rows, columns)


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.start - _NEAR <= down.at <= across.end + _NEAR
        and down.start - _NEAR <= across.at <= down.end + _NEAR
    )


def _parted(rules: Iterable[Rule]) -> tuple[float, ...]:
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at - places[-1] > _NEAR:
            places.append(at)
    return tuple(places)


def _drawn(frame: _Frame, page: PdfPage) -> DrawnTable | None:
    owners = _owners(frame)
    held: dict[_Cell, list[Word]] = defaultdict(list)
    for word in page.words:
        cell = _cell_at(frame, word)
        if cell is not None:
            held[owners[cell]].append(word)
    if any(_has_rows_of_its_own(words) for words in held.values()):
        return None
    rows: dict[int, dict[int, Print]] = defaultdict(dict)
    for (row, column), words in sorted(held.items()):
        said = print_of(words, page.number)
        if said is not None:
            rows[row][column + 1] = said
    inside = tuple(word for words in held.values() for word in words)
    filled = sorted(rows)
    if (
        len(filled) < _FEWEST_LINES - 1
        or len({column for row in rows.values() for column in row}) < _SEVERAL
    ):
        return None
    spans = tuple(_spans(owners, filled))
    return DrawnTable(frame.box, table(tuple(rows[row] for row in filled), spans), inside)


def _cell_at(frame: _Frame, word: Word) -> _Cell | None:
    x, y = (word.box.left + word.box.right) / 2, (word.box.top + word.box.bottom) / 2
    row, column = bisect_right(frame.rows, y) - 1, bisect_right(frame.columns, x) - 1
    if 0 <= row < len(frame.rows) - 1 and 0 <= column < len(frame.columns) - 1:
        return row, column
    return None


def _owners(frame: _Frame) -> Mapping[_Cell, _Cell]:
    """Return for each place between the lines the first place of the cell it belongs to."""
    owners: dict[_Cell, _Cell] = {}
    for row, (top, bottom) in enumerate(zip(frame.rows, frame.rows[1:], strict=False)):
        for column, (left, right) in enumerate(zip(frame.columns, frame.columns[1:], strict=False)):
            middle, centre = (top + bottom) / 2, (left + right) / 2
            if column and not _is_ruled(frame.upright, left, middle):
                owners[row, column] = owners[row, column - 1]
            elif row and not _is_ruled(frame.level, top, centre):
                owners[row, column] = owners[row - 1, column]
            else:
                owners[row, column] = row, column
    return owners


def _is_ruled(rules: Sequence[Rule], at: float, along: float) -> bool:
    return any(
        abs(rule.at - at) <= _NEAR and rule.start - _NEAR <= along <= rule.end + _NEAR
        for rule in rules
    )


def _has_rows_of_its_own(words: Sequence[Word]) -> bool:
    """Tell whether a cell holds several rows of a table: numbers under each other."""
    lines = lines_of(words)
    return sum(_is_figure(line.runs) for line in lines) >= _SEVERAL


def _is_figure(runs: Sequence[TextRun]) -> bool:
    return runs[-1].is_figure


def _spans(owners: Mapping[_Cell, _Cell], filled: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the cells that reach over several columns."""
    last: dict[_Cell, int] = {}
    for (row, column), (first_row, first) in owners.items():
        if row == first_row:
            last[first_row, first] = max(column, last.get((first_row, first), column))
    for (row, first), end in last.items():
        if end > first and row in filled:
            yield filled.index(row), first + 1, end + 1
