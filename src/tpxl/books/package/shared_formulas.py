"""Shared formulas: the master holds the text; before it goes, the next member takes it over."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from tpxl.books.package.index import Formula, Row
from tpxl.books.package.markup import Cut, escaped, opening_tag, with_attribute, with_content
from tpxl.model import Address, Block


class _Member(NamedTuple):
    at: Address
    formula: Formula


def handed_on(
    data: bytes, rows: Collection[Row], overwritten: Collection[Address]
) -> Iterator[Cut]:
    """Yield the cuts by which each group whose master is overwritten gets a new one.

    Raises:
        ValueError: a master's text cannot be moved.
    """
    for members in _groups(rows).values():
        master = next((m for m in members if m.formula.text), None)
        heirs = [member for member in members if member.at not in overwritten]
        if master is not None and master.at in overwritten and heirs:
            yield _inherited(data, master, heirs)


def _groups(rows: Collection[Row]) -> dict[str, list[_Member]]:
    groups: dict[str, list[_Member]] = defaultdict(list)
    for row in rows:
        for cell in row.cells:
            formula = cell.formula
            if formula is not None and formula.kind == "shared" and formula.group is not None:
                groups[formula.group].append(_Member(Address(row.number, cell.column), formula))
    return groups


def _inherited(data: bytes, master: _Member, heirs: list[_Member]) -> Cut:
    heir = heirs[0]
    text = _moved(master.formula.text, master.at, heir.at)
    rows, columns = [m.at.row for m in heirs], [m.at.column for m in heirs]
    area = Block(min(rows), min(columns), max(rows), max(columns))
    start, end = heir.formula.start, heir.formula.end
    told = with_attribute(opening_tag(data, start), "ref", area.a1)
    return Cut(start, end, with_content(told, escaped(text)))


def _moved(text: str, origin: Address, to: Address) -> str:
    from openpyxl.formula.tokenizer import TokenizerError  # noqa: PLC0415  # heavy, needed here only
    from openpyxl.formula.translate import Translator, TranslatorError  # noqa: PLC0415

    try:
        moved = Translator(f"={text}", origin=origin.a1).translate_formula(to.a1)
    except (TokenizerError, TranslatorError) as error:
        raise ValueError(str(error)) from error
    return str(moved).removeprefix("=")
