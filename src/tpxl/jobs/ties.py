"""What ties printed figures together: the forms that the checks of tables share."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from tpxl.model import Address, Figure, Line, Period
from tpxl.model.comparison import Entry
from tpxl.rules.relations import Known, Place, Relation
from tpxl.rules.rounding import exact
from tpxl.rules.units import unit

if TYPE_CHECKING:
    from tpxl.rules.causes import Case

UNREADABLE = "table_unreadable"
"""The code of a place of a comparison table that holds something else than one number."""

Hint = Callable[[Decimal, Fraction, int], "Case"]
"""What surrounds a wrong figure, given the figure, its right value and its decimals."""


class Spot(NamedTuple):
    """A printed figure and what it is of: as a finding names its place.

    `name` is the line or the printed label for the sentence, `line` the name in contracts.
    """

    sheet: str
    address: Address
    number: Decimal
    decimals: int
    scale: Decimal = Decimal(1)
    area: str | None = None
    line: str | None = None
    name: Line | str | None = None
    period: Period | None = None
    column: str | None = None
    is_percent: bool = False

    @property
    def place(self) -> Place:
        """Return its cell."""
        return self.sheet, self.address

    @property
    def known(self) -> Known:
        """Return it as a number of its measure: euros, per cent, pieces."""
        scale = exact(self.scale)
        return Known(self.place, exact(self.number) * scale, unit(self.decimals) * scale)

    @property
    def title(self) -> list[Any]:
        """Return the parts of its place in a sentence."""
        parts = (self.area or self.sheet, self.period and str(self.period), self.name, self.column)
        return [part for part in parts if part]


class Tie(NamedTuple):
    """A relation, what its figures are, and what a wrong result may have been made from."""

    relation: Relation
    spots: tuple[Spot, ...]
    hint: Hint | None = None


class Loose(NamedTuple):
    """A printed figure that is tied to nothing, and why: a code of its own."""

    code: str
    spot: Spot
    facts: Mapping[str, Any] = MappingProxyType({})


Bond = Tie | Loose


def ties(bonds: Iterable[Bond]) -> Iterator[Tie]:
    """Yield the ties among the bonds."""
    return (bond for bond in bonds if isinstance(bond, Tie))


def spot_of_figure(area: str | None, figure: Figure) -> Spot | None:
    """Return a figure of a figures table as a spot; None where it is no known number."""
    if figure.number is None or not figure.is_known:
        return None
    return Spot(
        sheet=figure.sheet,
        address=figure.address,
        number=figure.number,
        decimals=figure.decimals,
        scale=figure.scale,
        area=area,
        line=str(figure.line),
        name=figure.line,
        period=figure.period,
        is_percent=figure.line.measure.value == "change_percent",
    )


def spot_of_entry(
    area: str | None,
    entry: Entry,
    name: Line | str | None,
    period: Period | None,
    *,
    column: str | None = None,
    is_percent: bool = False,
) -> Spot | None:
    """Return an entry as a spot; None where it is no known number."""
    if entry.number is None or not entry.is_known:
        return None
    return Spot(
        sheet=entry.sheet,
        address=entry.address,
        number=entry.number,
        decimals=entry.decimals,
        scale=entry.scale,
        area=area,
        line=None if name is None else str(name),
        name=name,
        period=period,
        column=column,
        is_percent=is_percent,
    )
