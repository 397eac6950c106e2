"""What formulas say once rows are copied or removed, and sheets have other names or are gone.

Rows are copied right below themselves. A range that ends with them takes the copies in, as one does
that goes on below them: what sums a list sums what was added to it. A copied row refers to the
copies where its original refers to the originals.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model import Block
from tpxl.model.address import MAX_ROW
from tpxl.rules.added_terms import with_term, without_term
from tpxl.rules.references import Reference, references, renamed, rewritten


class RowSpan(NamedTuple):
    """Rows that follow one another, both ends included."""

    first: int
    last: int

    @property
    def size(self) -> int:
        """Return how many they are."""
        return self.last - self.first + 1


_Groups = tuple[RowSpan, ...]
_NONE: Mapping[str, _Groups] = MappingProxyType({})


class Rewritten(NamedTuple):
    """A formula as it is now; it `reaches_other` cells where a range took some in or lost some."""

    text: str
    reaches_other: bool


class Restructuring(NamedTuple):
    """Which rows of which sheets are copied or removed, by the sheet's casefolded name, in order.

    `like` is a sheet that was copied and its copy: copied rows refer to the copy. `renames` are
    sheets' new names by the casefolded old ones, `gone` is the casefolded name of one that is
    removed. `areas` are the areas' sheets, casefolded: a sum that names several of them one by one
    names the copy too, and no longer the one that is gone.
    """

    copied: Mapping[str, _Groups] = _NONE
    removed: Mapping[str, _Groups] = _NONE
    like: tuple[str, str] | None = None
    renames: Mapping[str, str] = MappingProxyType({})
    gone: str | None = None
    areas: frozenset[str] = frozenset()

    def moves(self, sheet: str) -> bool:
        """Tell whether rows of a sheet get other numbers."""
        name = sheet.casefold()
        return bool(self.copied.get(name) or self.removed.get(name))

    def row(self, sheet: str, row: int) -> int | None:
        """Return a row's number now; None where it is gone."""
        name = sheet.casefold()
        for group in self.removed.get(name, ()):
            if group.first <= row <= group.last:
                return None
        gone = sum(group.size for group in self.removed.get(name, ()) if group.last < row)
        new = sum(group.size for group in self.copied.get(name, ()) if group.last < row)
        return row + new - gone

    def group(self, sheet: str, block: Block) -> RowSpan | None:
        """Return the copied rows that a block lies in."""
        for group in self.copied.get(sheet.casefold(), ()):
            if group.first <= block.top and block.bottom <= group.last:
                return group
        return None

    def twin(self, sheet: str, block: Block) -> Block | None:
        """Return the copy of a block that lies in copied rows."""
        group = self.group(sheet, block)
        if group is None:
            return None
        top = self.row(sheet, block.top)
        assert top is not None  # noqa: S101  # no row is copied and removed
        return block._replace(
            top=top + group.size, bottom=top + group.size + block.bottom - block.top
        )

    def block(self, sheet: str, block: Block) -> Block | None:
        """Return a block's rows now: grown by the copies at its end; None where all are gone."""
        if block.bottom >= MAX_ROW:
            return block
        if not self.moves(sheet):
            return block
        tops = (self.row(sheet, row) for row in range(block.top, block.bottom + 1))
        top = next((row for row in tops if row is not None), None)
        bottoms = (self.row(sheet, row) for row in range(block.bottom, block.top - 1, -1))
        bottom = next((row for row in bottoms if row is not None), None)
        if top is None or bottom is None:
            return None
        for group in self.copied.get(sheet.casefold(), ()):
            if group.last == block.bottom and block.top < group.first:
                bottom += group.size
        return block._replace(top=top, bottom=bottom)

    def formula(self, text: str, sheet: str) -> Rewritten:
        """Return what a formula of a sheet says now; ``#REF!`` for what is gone.

        A list of one row grows where it is written as a range of one column; a range that ends in
        another row wherever it stands, a running one, does not.
        """
        return self._told(text, sheet, is_copy=False)

    def copies_series(self, values: str) -> bool:
        """Tell whether a chart's series, by what it shows, is a copied row's or sheet's alone.

        A column is a list of areas, which grows.
        """
        return any(
            one.block.left < one.block.right and self._is_copied(one) for one in references(values)
        )

    def _is_copied(self, reference: Reference) -> bool:
        sheet = reference.sheet or ""
        is_like = self.like is not None and sheet.casefold() == self.like[0].casefold()
        return is_like or self.group(sheet, reference.block) is not None

    def copy(self, text: str, sheet: str) -> Rewritten:
        """Return what the copy of a formula says, or a formula of the copied sheet."""
        return self._told(text, sheet, is_copy=True)

    def _told(self, text: str, sheet: str, *, is_copy: bool) -> Rewritten:
        extents: list[bool] = []

        def change(reference: Reference) -> Block | None:
            own = sheet if reference.sheet is None else reference.sheet
            if own.casefold() == self.gone:
                extents.append(True)
                return None
            if reference.is_foreign:
                return reference.block
            new = self._moved(own, reference, is_copy=is_copy)
            extents.append(new is None or _rows(new) != _rows(reference.block))
            return new

        text, is_other = self._with_terms(text, sheet, is_copy=is_copy)
        extents.append(is_other)
        told = renamed(rewritten(text, change), self.renames)
        if is_copy and self.like is not None:
            told = renamed(told, {self.like[0].casefold(): self.like[1]})
        return Rewritten(told, any(extents))

    def _with_terms(self, text: str, sheet: str, *, is_copy: bool) -> tuple[str, bool]:
        told = text
        if self.like is not None and not is_copy and sheet not in self.like:
            told = with_term(text, self.like, self.areas)
        if self.gone is not None:
            told = without_term(told, self.gone, self.areas)
        return told, told != text

    def _moved(self, sheet: str, reference: Reference, *, is_copy: bool) -> Block | None:
        block = reference.block
        new = self.twin(sheet, block) if is_copy else None
        if new is not None:
            return new
        new = self.block(sheet, block)
        if new is None or (reference.is_running and not is_copy):
            bottom = self.row(sheet, block.bottom)
            return new if new is None or bottom is None else new._replace(bottom=bottom)
        group = self.group(sheet, block)
        is_list = reference.is_range and block.left == block.right
        if group is not None and is_list and (block.top, block.bottom) == group:
            return new._replace(bottom=new.bottom + group.size)
        return new


def _rows(block: Block) -> int:
    return block.bottom - block.top


def in_runs(rows: Iterable[int]) -> tuple[RowSpan, ...]:
    """Return rows as runs.

    >>> in_runs([3, 4, 9])
    (RowSpan(first=3, last=4), RowSpan(first=9, last=9))
    """
    runs: list[RowSpan] = []
    for row in sorted(set(rows)):
        if runs and row == runs[-1].last + 1:
            runs[-1] = runs[-1]._replace(last=row)
        else:
            runs.append(RowSpan(row, row))
    return tuple(runs)
