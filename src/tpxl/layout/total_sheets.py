"""A sheet of the whole city: the totals of the areas by line and period, laid out as an area's.

It is a summary and no area: told by its name, or by figures that are the sums of the areas'.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from tpxl.layout.entries import errors_on
from tpxl.layout.summary_lexicon import is_total
from tpxl.model import Area, Block, Figure, Line, Measure, Period, Sheets
from tpxl.model.figure import Summary, SummaryPage, SummaryTotal
from tpxl.rules.rounding import Exact, magnitude, measured, unit_of
from tpxl.terms import fold
from tpxl.terms.lines import LABELS

FEWEST_SUMS = 4
"""So many figures are not the sums of other areas' by chance."""

SEVERAL = 2
_OF, _ALL = 3, 4
"""Three of four figures that are sums make a sheet of sums; the fourth is a wrong one."""

Place = tuple[Line, Period]
Part = tuple[str, Block | None]
"""The sheet of an area, and its part of it where others are written there too."""


class Amounts(NamedTuple):
    """The figures of one line and period by where their areas are written, and their sum, in €.

    `units` are the units of the last digit of each, together.
    """

    parts: dict[Part, Figure]
    sum: Exact
    units: Fraction


Printed = Mapping[Place, Amounts]


class TotalSheet(NamedTuple):
    """A sheet of totals, as an area that is none, and what its figures are the totals of.

    `absent` are the areas that its totals lack; `by_figures` tells that no name says so.
    """

    area: Area
    totals: tuple[SummaryTotal, ...]
    absent: tuple[Area, ...] = ()
    by_figures: bool = False


def total_sheets(areas: Sequence[Area], known: Container[str] = ()) -> tuple[TotalSheet, ...]:
    """Return the sheets of totals among what are laid out as areas' sheets.

    Figures alone make no total of a sheet `known` to be an area's, by its name, or of goals, by
    its sheet's: a unit of the city may be the sum of all others.
    """
    named = [area for area in areas if is_total(area.name) or is_total(area.sheet)]
    others = [area for area in areas if area not in named]
    if len(others) < SEVERAL:
        return ()
    printed = _printed(others)
    found = [_total_sheet(area, others, printed) for area in named]
    if len(others) > SEVERAL:
        open_ones = [one for one in others if not (fold(one.name) in known or one.sheet in known)]
        found += filter(None, (_by_its_figures(area, others, printed) for area in open_ones))
    return tuple(found)


def _printed(areas: Iterable[Area]) -> Printed:
    """Return every known amount that areas print, the first of each, with their sums."""
    parts: dict[Place, dict[Part, Figure]] = defaultdict(dict)
    for area in areas:
        for figure in _amounts(area):
            if figure.period is not None:
                parts[figure.line, figure.period].setdefault(_part(area), figure)
    return {place: _summed(figures) for place, figures in parts.items()}


def _summed(parts: dict[Part, Figure]) -> Amounts:
    alike = Counter((one.decimals, one.scale) for one in parts.values())
    first = {(one.decimals, one.scale): unit_of(one) for one in parts.values()}
    units = sum((unit * alike[key] for key, unit in first.items()), Fraction(0))
    return Amounts(parts, sum(map(measured, parts.values())), units)


def _amounts(area: Area) -> Iterator[Figure]:
    for table in area.tables:
        for row in table.rows if table.is_sound else ():
            if row.line.measure is Measure.AMOUNT and row.line.code in LABELS:
                yield from (one for one in row.figures.values() if one.is_number)


def _by_its_figures(area: Area, areas: Sequence[Area], printed: Printed) -> TotalSheet | None:
    """Return an area's sheet as one of totals where its figures are the sums of all others'.

    Where they are another area's, times one number, all sums are one coincidence: 1 + 2 = 3.
    """
    held = _held(area, printed, fewest=SEVERAL)
    if len(held) < FEWEST_SUMS or not _are_sums(held) or _is_a_multiple(area, held):
        return None
    total = _total_sheet(area, [one for one in areas if one is not area], printed)
    return total._replace(by_figures=True)


def _total_sheet(area: Area, areas: Sequence[Area], printed: Printed) -> TotalSheet:
    """Return a sheet of totals, held to all areas, or to all but one that it lacks."""
    if _are_sums(_held(area, printed)):
        return TotalSheet(area, tuple(_totals(area, printed)))
    for absent in areas if len(areas) > SEVERAL else ():
        if _are_sums(_held(area, printed, absent)):
            return TotalSheet(area, tuple(_totals(area, printed, absent)), (absent,))
    totals = tuple(_totals(area, printed))
    return TotalSheet(area, tuple(one._replace(has_unknown=True) for one in totals[:1]))


def _part(area: Area) -> Part:
    return area.sheet, area.block


class _Held(NamedTuple):
    """An amount of a sheet beside what the areas print there; `own` are those not to be added."""

    figure: Figure
    amounts: Amounts
    own: Sequence[Figure]

    @property
    def is_sum(self) -> bool:
        """Tell whether it is their sum to within half a unit of the last digit of each."""
        own: Exact = sum(map(measured, self.own))
        off = magnitude(measured(self.figure) - self.amounts.sum + own)
        most = self.amounts.units + unit_of(self.figure)
        return 2 * off <= most and 2 * off <= most - sum(map(unit_of, self.own))


def _is_a_multiple(area: Area, held: Sequence[_Held]) -> bool:
    """Tell whether all amounts of a sheet are those of another area times one number, not 1."""
    ratios: dict[Part, set[Fraction]] = defaultdict(set)
    for one in held:
        number = measured(one.figure)
        for part, figure in one.amounts.parts.items():
            other = measured(figure)
            if part != _part(area) and (number or other):
                ratios[part].add(Fraction(number) / Fraction(other) if other else Fraction(0))
    return any(len(own) == 1 and own != {Fraction(1)} for own in ratios.values())


def _held(
    area: Area, printed: Printed, absent: Area | None = None, *, fewest: int = 1
) -> list[_Held]:
    """Return the amounts of a sheet beside the sums of the others': no figure is added twice.

    They are those that so many others print, at the `fewest`.
    """
    left_out = _left_out(area, absent)
    found = []
    for figure, amounts in _placed(area, printed):
        own = [amounts.parts[part] for part in left_out if part in amounts.parts]
        if len(amounts.parts) - len(own) >= fewest:
            found.append(_Held(figure, amounts, own))
    return found


def _totals(area: Area, printed: Printed, absent: Area | None = None) -> Iterator[SummaryTotal]:
    """Yield the amounts of a sheet with the areas' figures that they should be the sums of."""
    left_out = _left_out(area, absent)
    for figure, amounts in _placed(area, printed):
        own = tuple(one for part, one in amounts.parts.items() if part not in left_out)
        if own:
            yield SummaryTotal(figure, own)


def _left_out(*areas: Area | None) -> set[Part]:
    return {_part(one) for one in areas if one is not None}


def _placed(area: Area, printed: Printed) -> Iterator[tuple[Figure, Amounts]]:
    for figure in _amounts(area):
        if figure.period is not None and (amounts := printed.get((figure.line, figure.period))):
            yield figure, amounts


def _are_sums(held: Sequence[_Held]) -> bool:
    """Tell whether most amounts, among them some that are not zero, are the sums of the areas'.

    Nearly every sheet is none: the first amounts tell, and no other is added up.
    """
    others, has_some = 0, False
    for one in held:
        if one.is_sum:
            has_some = has_some or bool(one.figure.number)
        else:
            others += 1
            if others * _ALL > len(held) * (_ALL - _OF):
                return False
    return has_some


def with_totals(
    summary: Summary, totals: Iterable[TotalSheet], book: Sheets, names: frozenset[str]
) -> Summary:
    """Return the summary with what the sheets of all areas together print."""
    for one in totals:
        absent = {area.name for area in one.absent}
        page = SummaryPage(one.area.sheet, names - absent, errors_on(book.read(one.area.sheet)))
        pages = tuple(other for other in summary.pages if other.sheet != page.sheet)
        summary = summary._replace(totals=(*summary.totals, *one.totals), pages=(*pages, page))
    return summary
