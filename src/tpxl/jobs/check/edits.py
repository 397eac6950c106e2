"""Which computed places are written, and what: the one choice of edits."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tpxl.model import Edit, Figure
from tpxl.rules.relations import Relation, Verdict
from tpxl.rules.rounding import rounded


def edits_of(relations: Iterable[Relation]) -> Iterator[Edit]:
    """Yield the edits that put the right figure into every computed place that may be written.

    Locked periods, formulas, inputs, and text that is no number are left alone; an error value that
    no formula makes is nobody's text. Left alone is also a figure that its inputs allow where they
    are printed coarser than what it was made of, or where its table cuts figures off.
    """
    for relation in relations:
        right = relation.right() if _is_open(relation) else None
        if right is None or not _is_to_change(relation, right):
            continue
        figure = relation.result
        yield Edit(
            sheet=figure.sheet,
            cell=figure.cell,
            new=_stored(right, figure),
            old=figure.value,
            area=relation.area,
            period=str(figure.period),
            line=str(figure.line),
        )


def _is_open(relation: Relation) -> bool:
    figure = relation.result
    is_open = figure.is_error or not figure.is_unreadable
    is_writable = is_open and not (figure.has_formula or figure.has_words)
    return relation.written is not None and not relation.is_locked and is_writable


def _is_to_change(relation: Relation, right: Decimal) -> bool:
    figure = relation.result
    printed = figure.number
    if printed is None:
        return True
    if rounded(printed, relation.written or 0) == right:
        return False
    if not figure.is_text and figure.value == _stored(right, figure):
        return False  # a float has 15 digits, a Decimal any
    verdict = relation.verdict()
    if relation.is_coarse:
        return verdict is Verdict.FAILS
    return not (relation.is_cut and verdict is Verdict.HOLDS)


def _stored(right: Decimal, figure: Figure) -> int | float:
    stored = right / 100 if figure.is_fraction else right
    return int(stored) if stored == stored.to_integral_value() else float(stored)
