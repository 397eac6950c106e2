"""A report cut into sheets at the headings that name whose tables follow.

A heading that names an area is told by the words ``VASTUUALUE:``, by the names the asker knows, or
as the nearest heading above a table of figures that is no other word of the report.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tpxl.books.report.corners import Path, Title, may_name, with_corners
from tpxl.books.report.numbers import printed_value
from tpxl.books.report.passages import Passage, PassageKind
from tpxl.terms import fold
from tpxl.terms.settings import area_marked

_FEWEST_NUMBERS = 4
"""A table with fewer is a goal table, or a box of key words."""
_MARKED = 0
"""The level of ``VASTUUALUE:``: above every heading."""
_MANY_PARENTS = 3


class ReportSheet(NamedTuple):
    """The passages under one heading, and its name."""

    name: str
    passages: tuple[Passage, ...]


def report_sheets(
    passages: Sequence[Passage], book: str, names: Sequence[str] = ()
) -> tuple[ReportSheet, ...]:
    """Return a report as sheets in its order; what stands under no name is on one called `book`."""
    known = frozenset(map(fold, names))
    paths = with_corners(passages, list(_paths(passages, known)))
    figured = {path for one, path in zip(passages, paths, strict=True) if _has_figures(one)}
    captions = _captions(figured, known)
    chosen = {owner for path in figured if (owner := _owner(path, known, captions))}
    parts: dict[Path, list[Passage]] = defaultdict(list)
    for passage, path in zip(passages, paths, strict=True):
        ends = (path[:end] for end in range(len(path), 0, -1))
        owner = next((one for one in ends if one in chosen), ())
        parts[owner].append(passage)
    titles = _titles(parts, book)
    return tuple(ReportSheet(titles[path], tuple(part)) for path, part in parts.items())


def _paths(passages: Sequence[Passage], known: frozenset[str]) -> Iterator[Path]:
    """Yield the headings over each passage, its own among them, the highest first."""
    path: Path = ()
    for passage in passages:
        title = _title(passage, known)
        if title is not None:
            above = tuple(one for one in path if one.level < title.level)
            path = above if title.level else ()
            path = (*path, title)
        yield path


def _title(passage: Passage, known: frozenset[str]) -> Title | None:
    if passage.is_table:
        first = next((cell.text for row in passage.rows for cell in row.values()), "")
        name = area_marked(first)
        return Title(_MARKED, fold(name)) if name else None
    text = " ".join(passage.text.split())
    name = area_marked(text)
    if name:
        return Title(_MARKED, name)
    if passage.kind is PassageKind.HEADING:
        return Title(passage.level, text)
    return Title(_MARKED + 1, text) if fold(text) in known else None


def _has_figures(passage: Passage) -> bool:
    if not passage.is_table:
        return False
    cells = (cell.text for row in passage.rows for cell in row.values())
    return sum(map(_is_numeric, cells)) >= _FEWEST_NUMBERS


def _is_numeric(text: str) -> bool:
    """Tell whether digits are printed, and no words: a number, or what may be one or two."""
    is_year = isinstance(printed_value(text).value, int)
    return not is_year and any(map(str.isdigit, text)) and not any(map(str.isalpha, text))


def _captions(paths: Collection[Path], known: frozenset[str]) -> frozenset[str]:
    """Return the headings that stand under many others: what a table is of, not whose it is."""
    parents: dict[str, set[Path]] = defaultdict(set)
    for *above, own in {path[:end] for path in paths for end in range(1, len(path) + 1)}:
        if any(may_name(title.text) for title in above):
            parents[fold(own.text)].add(tuple(above))
    many = {text for text, above in parents.items() if len(above) >= _MANY_PARENTS}
    return frozenset(many - known)


def _owner(path: Path, known: frozenset[str], captions: frozenset[str]) -> Path:
    """Return the path down to the heading that names whose table it is; empty where none does."""
    ends = [path[:end] for end in range(len(path), 0, -1)]
    named = (one for one in ends if one[-1].level == _MARKED or fold(one[-1].text) in known)
    own = (one for one in ends if may_name(one[-1].text) and fold(one[-1].text) not in captions)
    return next(named, None) or next(own, ())


def _titles(parts: dict[Path, list[Passage]], book: str) -> dict[Path, str]:
    """Return a name of each part: its heading's, with the one above where two are worded alike."""
    named: dict[Path, str] = {}
    taken: set[str] = set()
    for path in sorted(parts, key=len, reverse=True):  # the file's own name last
        said = [title.text for title in path] or [book]
        longer = (" \u2013 ".join(said[-count:]) for count in range(1, len(said) + 1))
        numbered = (f"{said[-1]} ({number})" for number in range(2, len(parts) + 2))
        name = next(one for one in (*longer, *numbered) if fold(one) not in taken)
        taken.add(fold(name))
        named[path] = name
    return named
