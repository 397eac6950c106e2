"""The sentence on an area's sheet that tells its share, held against the shares."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tpxl.jobs.allocation.pools import AllocatedPart, SharedCosts
from tpxl.layout.cells.numbers import number_in
from tpxl.model import Area, Edit, Finding, Period, Severity
from tpxl.model.allocation import SHARE, AllocationNote


class _NoteTold(NamedTuple):
    """A note, and the area's parts in the periods it names that the pools know."""

    note: AllocationNote
    area: Area
    parts: dict[Period, AllocatedPart]

    @property
    def printed(self) -> Decimal | None:
        """Return the share that the note prints, None where a blank awaits one."""
        reading = number_in(self.note.printed)
        return None if reading is None else reading.number

    @property
    def rights(self) -> set[Decimal]:
        """Return the shares that it should print: one, unless they differ by period."""
        return {part.share for part in self.parts.values() if part.share is not None}

    @property
    def right(self) -> Decimal | None:
        """Return the one share that it should print; None where it is not one for certain."""
        known = self.rights
        has_fault = any(part.share is None for part in self.parts.values())
        return next(iter(known)) if len(known) == 1 and not has_fault else None


def allocation_note_edits(pooled: SharedCosts) -> Iterator[Edit]:
    """Yield the notes with the right number in its place; every other letter stays.

    A note that names a published period, is a formula or has words in bold is left alone.
    """
    for told in _told(pooled):
        note, right = told.note, told.right
        is_open = note.is_writable and pooled.locked.isdisjoint(told.parts)
        if right is None or told.printed == right or not is_open:
            continue
        new = note.text[: note.start] + _written(right, note.printed) + note.text[note.stop :]
        yield Edit(
            sheet=note.sheet,
            cell=note.address.a1,
            new=new,
            old=note.text,
            area=told.area.name,
            period=str(next(iter(told.parts))),
            line=str(SHARE),
        )


def note_findings(pooled: SharedCosts) -> Iterator[Finding]:
    """Yield the notes that tell another share, or none, or one that nothing in the book tells."""
    for told in _told(pooled):
        printed, right = told.printed, told.right
        if len(told.rights) > 1:
            yield _finding(told, "allocation_note_mixed", Severity.WARNING, None)
        elif not told.parts and printed is not None:
            yield _finding(told, "allocation_note_unknown", Severity.UNVERIFIABLE, None)
        elif right is None or printed == right:
            continue
        elif printed is None:
            yield _finding(told, "allocation_note_blank", Severity.INFO, right)
        else:
            yield _finding(told, "allocation_note", Severity.ERROR, right)


def _told(pooled: SharedCosts) -> Iterator[_NoteTold]:
    for note in pooled.survey.allocations.notes:
        if note.area is None:
            continue
        parts = {
            period: part
            for period in note.periods
            if (part := pooled.part_mentioned(note.area, period, note.pool)) is not None
        }
        yield _NoteTold(note, note.area, parts)


def _written(right: Decimal, printed: str) -> str:
    """Return the share with the decimal mark the note uses; a comma where it shows none."""
    mark = "." if "." in printed.strip(".") else ","
    return f"{right}".replace(".", mark)


def _finding(told: _NoteTold, code: str, severity: Severity, expected: Decimal | None) -> Finding:
    note = told.note
    return Finding(
        code=code,
        severity=severity,
        area=told.area.name,
        sheet=note.sheet,
        cell=note.address.a1,
        line=str(SHARE),
        period=str(next(iter(told.parts or note.periods))),
        found=told.printed,
        expected=expected,
        facts={"periods": [str(period) for period in note.periods]},
    )
