"""The computed places of the figures tables as ties, where something about them does not hold.

The figures tables' own check tells a computed place that does not follow from its inputs. Where
several places of one input are wrong, or another table disagrees with it too, the input itself
may be the fault: then these ties are weighed together with the others.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from tpxl.jobs.figures import Reckoning
from tpxl.jobs.ties import Spot, Tie, spot_of_figure
from tpxl.model import Figure, Measure, Period, Residents
from tpxl.model.line import EXPENSES
from tpxl.rules.computed import Computed, Obstacle
from tpxl.rules.formulas import Change, Formula, PerResident, Quotient, Sum
from tpxl.rules.relations import Known, Relation
from tpxl.rules.rounding import exact
from tpxl.rules.units import unit

_PAIR = 2


def figure_ties(reckonings: Iterable[Reckoning], touched: Collection[str]) -> Iterator[Tie]:
    """Yield the ties of every area that needs weighing, and of every period whose residents do.

    An area needs it where two of its places are wrong, or one and a tie of its sheet (`touched`)
    does not hold; a period's residents where two areas are wrong in it.
    """
    told = tuple(reckonings)
    wrong = [[place for place in one.places if place.is_wrong] for one in told]
    periods = Counter(
        period for places in wrong for period in {p.figure.period for p in places if _is_shared(p)}
    )
    doubted = {period for period, count in periods.items() if count >= _PAIR}
    for reckoning, places in zip(told, wrong, strict=True):
        is_weighed = len(places) >= _PAIR or reckoning.area.sheet in touched
        if not is_weighed and not doubted:
            continue
        for place in reckoning.places:
            if is_weighed or (_is_shared(place) and place.figure.period in doubted):
                tie = _tie(reckoning, place)
                if tie is not None:
                    yield tie


def _is_shared(place: Computed) -> bool:
    return place.figure.line.measure is Measure.PER_RESIDENT


def _tie(reckoning: Reckoning, place: Computed) -> Tie | None:
    """Return what ties a computed place to its inputs; None where that is no simple formula."""
    is_told = place.exact is not None or place.obstacle is Obstacle.MEANINGLESS_BASE
    spot = spot_of_figure(reckoning.area.name, place.figure) if is_told else None
    inputs = [spot_of_figure(reckoning.area.name, figure) for figure in place.inputs]
    terms = [one for one in inputs if one is not None]
    if spot is None or len(terms) < len(inputs) or not terms:
        return None
    formula, residents = _formula(reckoning, place)
    if formula is None:
        return None
    known = Known(spot.place, spot.known.number, unit(place.shown) * exact(spot.scale))
    if residents is not None:
        terms.append(residents)
    relation = Relation("figure", known, tuple(one.known for one in terms), formula)
    return Tie(relation, (spot, *terms))


def _formula(reckoning: Reckoning, place: Computed) -> tuple[Formula | None, Spot | None]:
    is_negative = reckoning.conventions.expenses_are_negative
    signs = tuple(_sign(figure, is_negative=is_negative) for figure in place.inputs)
    match place.figure.line.measure:
        case Measure.CHANGE_PERCENT:
            return _change(place, signs), None
        case Measure.PER_RESIDENT:
            period = place.figure.period
            residents = reckoning.conventions.residents.get(period)
            if residents is None:
                return None, None
            whole = signs if len(signs) > 1 else (1,)
            return PerResident(whole), _residents_spot(period, residents)
        case _:
            return Sum(signs), None


def _change(place: Computed, signs: Sequence[int]) -> Formula | None:
    if len(place.amounts) < _PAIR:
        return None
    if len(place.inputs) == _PAIR:
        return Quotient(1)
    new = len(place.amounts[0].inputs)
    return Change(tuple(signs[:new]), tuple(signs[new:]))


def _sign(figure: Figure, *, is_negative: bool) -> int:
    return -1 if figure.line == EXPENSES and not is_negative else 1


def _residents_spot(period: Period, residents: Residents) -> Spot:
    return Spot(
        sheet=residents.sheet,
        address=residents.address,
        number=residents.number,
        decimals=0,
        period=period,
    )
