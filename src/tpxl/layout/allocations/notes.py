"""The note under the figures: one sentence that tells an area's share of shared costs."""

import re
from collections.abc import Iterator, Sequence

from tpxl.model import Address, Grid, Period, PeriodKind, Text
from tpxl.model.allocation import AllocationNote
from tpxl.terms import key
from tpxl.terms.allocation import is_note, without_aside
from tpxl.terms.periods import period_of

_PERIOD = re.compile(
    r"\b(?P<kind>[A-ZÅÄÖ]{2,3}(?:\+M)?)\s?(?P<first>(?:19|20)\d\d)"
    r"(?:\s?[-–]\s?(?P<last>(?:19|20)\d\d))?"
)
_SHARE = re.compile(r"(?P<printed>\d{1,3}(?:[.,]\d+)?|_+|…|\.{3}|[xX]+|–|-)\s?%")
_OF = re.compile(r"%(?P<pool>[^.%]*?(?:kustannuksista|kostnaderna|costs))")


def locate_notes(grid: Grid, words: Sequence[Text]) -> tuple[AllocationNote, ...]:
    """Return the sentences with one share and at least one period; any other is left alone."""
    notes = (
        note_in(word.text, grid.sheet, word.address, is_writable=_is_writable(grid, word.address))
        for word in words
        if is_note(word.text)
    )
    return tuple(note for note in notes if note is not None)


def note_in(
    text: str, sheet: str, address: Address, *, is_writable: bool = True
) -> AllocationNote | None:
    """Return the note that a text is; None unless it has one share and a period for certain."""
    shares = tuple(_SHARE.finditer(text))
    of = _OF.search(text)
    periods = tuple(_periods(text))
    if len(shares) != 1 or of is None or not periods:
        return None
    (share,) = shares
    return AllocationNote(
        sheet=sheet,
        address=address,
        text=text,
        periods=periods,
        pool=key(without_aside(of["pool"])),
        printed=share["printed"],
        start=share.start("printed"),
        stop=share.end("printed"),
        is_writable=is_writable,
    )


def _is_writable(grid: Grid, at: Address) -> bool:
    return not (grid.has_formula(at) or grid.is_lettered(at))


def _periods(text: str) -> Iterator[Period]:
    """Yield the periods a sentence names, every year of ``TS 2026–2027``."""
    for match in _PERIOD.finditer(text):
        first, last = int(match["first"]), int(match["last"] or match["first"])
        for year in range(first, min(last, first + 10) + 1):
            found = period_of(f"{match['kind']} {year}")
            if found is not None:
                yield Period(PeriodKind(found[0]), found[1])
