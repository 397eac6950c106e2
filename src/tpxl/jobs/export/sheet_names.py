"""Names of sheets from the names of areas: at most 31 characters, no two alike."""

from collections.abc import Iterable

from tpxl.layout.areas import LONGEST_SHEET_NAME, sheet_name_of

NAMELESS, RESERVED = "Vastuualue", "history"


def sheet_names(areas: Iterable[str]) -> tuple[str, ...]:
    """Return a legal sheet name for each area, in order; 31 are Excel's letters.

    >>> sheet_names(["a/b", "A:B", "'x'", "History"])
    ('a b', 'A B 2', 'x', 'History 2')
    """
    names: list[str] = []
    used = {RESERVED}
    for area in areas:
        plain = " ".join(sheet_name_of("".join(filter(str.isprintable, area))).split()).strip("' ")
        names.append(_unused(_cut(plain).strip("' ") or NAMELESS, used))
        used.add(names[-1].casefold())
    return tuple(names)


def _unused(name: str, used: set[str]) -> str:
    candidate, number = name, 1
    while candidate.casefold() in used:
        number += 1
        ending = f" {number}"
        candidate = _cut(name, LONGEST_SHEET_NAME - len(ending)).rstrip() + ending
    return candidate


def _cut(name: str, units: int = LONGEST_SHEET_NAME) -> str:
    """Return as much of a name as fits: Excel counts a letter beyond the first 65 536 as two."""
    return name.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
