"""Formulas that add the areas' sheets one by one: a term more for a new area, one less for a gone.

``=A!F4+B!F4`` and ``=SUM(A!F4,B!F4)`` name each area; one that names a single area is its own.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from tpxl.rules.references import Reference, references, renamed, spans

_ADDED_BEFORE, _ADDED_AFTER = frozenset({"", "=", "+", "("}), frozenset({"", "+", "-", ")"})
_LISTED_BEFORE, _LISTED_AFTER = frozenset({"(", ","}), frozenset({",", ")"})
_CALL = re.compile(r"(?:SUM|COUNT|COUNTA|AVERAGE|MIN|MAX)\($", re.IGNORECASE)


class _Term(NamedTuple):
    """Where a term stands, and the sign that parts it from the others."""

    start: int
    end: int
    sign: str


def with_term(formula: str, sheets: tuple[str, str], others: Collection[str]) -> str:
    """Return a sum of several areas with a new area's term behind each term of another's.

    `sheets` are that area's and the new one's, `others` the areas' sheets, casefolded.

    >>> with_term("=A!F4+B!F4", ("B", "D"), {"a", "b"}), with_term("=B!F4*2", ("B", "D"), {"b"})
    ('=A!F4+B!F4+D!F4', '=B!F4*2')
    >>> with_term("=SUM(A!F4,B!F4)", ("A", "Uusi alue"), {"a", "b"})
    "=SUM(A!F4,'Uusi alue'!F4,B!F4)"
    """
    old, new = sheets
    if not _adds_several(formula, old, others):
        return formula
    for term in reversed(list(_terms(formula, old))):
        told = renamed(formula[term.start : term.end], {old.casefold(): new})
        formula = f"{formula[: term.end]}{term.sign}{told}{formula[term.end :]}"
    return formula


def without_term(formula: str, sheet: str, others: Collection[str]) -> str:
    """Return a sum of several areas without the terms of one of them.

    >>> without_term("=A!F4+B!F4-C!F4", "A", {"a", "b", "c"})
    '=B!F4-C!F4'
    >>> without_term("=SUM(A!F4,B!F4)", "B", {"a", "b"})
    '=SUM(A!F4)'
    """
    if not _adds_several(formula, sheet, others):
        return formula
    for term in reversed(list(_terms(formula, sheet))):
        start, end = term.start, term.end
        if formula[:start].rstrip().endswith(term.sign):
            start = formula.rindex(term.sign, 0, start)
        elif formula[end:].lstrip().startswith(term.sign):
            end = formula.index(term.sign, end) + 1
        else:
            continue
        formula = formula[:start] + formula[end:]
    return formula


def _adds_several(formula: str, sheet: str, others: Collection[str]) -> bool:
    named = {(one.sheet or "").casefold() for one in references(formula)}
    return sheet.casefold() in named and bool(named & (set(others) - {sheet.casefold()}))


def _terms(formula: str, sheet: str) -> Iterator[_Term]:
    for (start, end), reference in spans(formula):
        if _is_of(reference, sheet):
            before, after = formula[:start].rstrip(), formula[end:].lstrip()
            signs = before[-1:], after[:1]
            is_listed = signs[0] == "," or _CALL.search(before) is not None
            if is_listed and signs[1] in _LISTED_AFTER and signs[0] in _LISTED_BEFORE:
                yield _Term(start, end, ",")
            elif signs[0] in _ADDED_BEFORE and signs[1] in _ADDED_AFTER and signs != ("(", ")"):
                yield _Term(start, end, "+")


def _is_of(reference: Reference, sheet: str) -> bool:
    return reference.sheet is not None and reference.sheet.casefold() == sheet.casefold()
