"""Comparison tables: budget follow-up and change, known by their columns, whatever the rows are."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model.address import Address, Block
from tpxl.model.grid import Value, is_nothing
from tpxl.model.period import Period


class Entry(NamedTuple):
    """One printed place outside the figures tables: what stands there, read as a number.

    `number` is in the unit printed (per cent as -58.1), `scale` the euros in one unit, `decimals`
    those shown. `is_known` is False while the cell's formula awaits recalculation; `is_fraction`
    tells a per cent format, `is_directed` a word beside it that tells its direction.
    """

    sheet: str
    address: Address
    value: Value = None
    number: Decimal | None = None
    decimals: int = 0
    scale: Decimal = Decimal(1)
    is_known: bool = True
    has_formula: bool = False
    is_fraction: bool = False
    is_directed: bool = False

    @property
    def cell(self) -> str:
        """Return the A1 name of its place."""
        return self.address.a1

    @property
    def is_nothing(self) -> bool:
        """Tell whether nothing is printed there: an empty cell, blanks, or a dash."""
        return is_nothing(self.value)


class ComparisonColumn(NamedTuple):
    """A column: its role in `terms.columns`, the period it is of, the periods its heading names."""

    role: str
    label: str
    heading: Address
    period: Period | None = None
    mentions: Sequence[tuple[str | None, int]] = ()

    @property
    def year(self) -> int | None:
        """Return the year of an amounts column, None where its heading names none."""
        return self.mentions[0][1] if len(self.mentions) == 1 else None


class ComparisonRow(NamedTuple):
    """A row: the texts it is labelled with, and its entries by column number.

    `code` is the lexicon's where it knows one of the texts as a line.
    """

    texts: tuple[str, ...]
    address: Address
    code: str | None = None
    entries: Mapping[int, Entry] = MappingProxyType({})

    @property
    def label(self) -> str:
        """Return the row's label as printed, of one cell or several."""
        return " ".join(self.texts)


class ComparisonTable(NamedTuple):
    """A header row whose words say how its columns follow from each other, and its rows."""

    sheet: str
    block: Block
    columns: Mapping[int, ComparisonColumn]
    rows: tuple[ComparisonRow, ...]
