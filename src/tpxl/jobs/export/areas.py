"""Which areas a book has for a clean sheet, and which of them are asked for or refused."""

from collections.abc import Collection, Iterable, Sequence

from tpxl.errors import TpxlError
from tpxl.layout import Survey
from tpxl.model import Area, Finding, Severity
from tpxl.terms import fold


def areas_of(found: Survey, sheets: Sequence[str]) -> tuple[Area, ...]:
    """Return the areas in the book's order, those that have goals and no figures included."""
    known = {fold(area.name) for area in found.areas}
    bare = (Area(one.area, one.sheet) for one in found.goals if fold(one.area) not in known)
    every = (*found.areas, *bare)
    return tuple(sorted(every, key=lambda area: sheets.index(area.sheet)))


def chosen(book: str, areas: Sequence[Area], names: Collection[str]) -> tuple[Area, ...]:
    """Return the areas asked for by their names or their sheets' names; all, if none is.

    Raises:
        TpxlError: `area_unknown`, a name is none of the book's; `no_areas`, the book has none.
    """
    if not areas:
        raise TpxlError("no_areas", book=book)
    asked = {fold(name): name for name in names}
    known = {fold(name) for area in areas for name in (area.name, area.sheet)}
    for folded, name in asked.items():
        if folded not in known:
            every = tuple(area.name for area in areas)
            raise TpxlError("area_unknown", book=book, area=name, areas=every)
    return tuple(
        area for area in areas if not asked or {fold(area.name), fold(area.sheet)} & asked.keys()
    )


def refusal(area: Area, findings: Iterable[Finding]) -> TpxlError | None:
    """Return why an area is not exported when errors must not be open, None where none is."""
    wrong = [
        one
        for one in findings
        if one.is_open
        and one.severity is Severity.ERROR
        and (fold(one.area or "") == fold(area.name) or (not one.area and one.sheet == area.sheet))
    ]
    if not wrong:
        return None
    first = wrong[0]
    return TpxlError(
        "export_refused",
        area=area.name,
        errors=len(wrong),
        sheet=first.sheet or area.sheet,
        cell=first.cell or "",
    )
