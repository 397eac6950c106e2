"""Labels that name a line only where the table's own figures bear it out."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from tpxl.layout.figure_rows import change_due, euros
from tpxl.layout.labels import Label
from tpxl.model import Address, Figure, Period
from tpxl.model.line import EXPENSES, INCOME, MARGIN
from tpxl.rules.rounding import rounded
from tpxl.terms import label_key
from tpxl.terms.lines import weighed_line_of

Figures = Mapping[Period, Figure]
Reader = Callable[[Label], Figures]
"""What reads the figures beside a label as plain numbers."""

FEWEST = 2
"""Figures that bear a reading out: one may do so by chance."""
_THREE = (EXPENSES.code, INCOME.code, MARGIN.code)


def weighed(labels: Sequence[Label], read: Reader) -> list[Label]:
    """Return the labels, those that the figures make certain with their lines.

    ``Menot``, ``Tulot`` and ``Netto`` are the lines that tie out as such; a change that does not
    say of what kind is one in per cent where its figures are.
    """
    open_ones = [label for label in labels if _meaning(label) is not None]
    if not open_ones:
        return list(labels)
    settled = {**_three(labels, read), **_changes(labels, read)}
    return [settled.get(label.address, label) for label in labels]


def _meaning(label: Label) -> tuple[str, str] | None:
    return weighed_line_of(label.text) if label.line is None else None


def _three(labels: Sequence[Label], read: Reader) -> dict[Address, Label]:
    """Return the bare labels of income, expenses and net with their lines where these tie out."""
    named: dict[str, Label] = {}
    for label in labels:
        code, measure = label.line or _meaning(label) or ("", "")
        if code and not measure:
            named.setdefault(code, label)
    if not named.keys() >= set(_THREE) or not _tie_out([read(named[code]) for code in _THREE]):
        return {}
    return {
        named[code].address: named[code]._replace(line=(code, ""))
        for code in _THREE
        if named[code].line is None
    }


def _tie_out(three: Sequence[Figures]) -> bool:
    """Tell whether income and expenses make the net in most periods, whatever their signs."""
    told = [
        [euros(figures[period]) for figures in three]
        for period in three[0]
        if all(period in figures and figures[period].number is not None for figures in three)
    ]
    fits = max(sum(income + sign * cost == net for cost, income, net in told) for sign in (1, -1))
    return _is_habit(fits, len(told))


def _changes(labels: Sequence[Label], read: Reader) -> dict[Address, Label]:
    """Return the bare labels of changes in per cent, weighed with all that are worded alike."""
    alike: dict[str, list[tuple[Label, Figures, Figures]]] = defaultdict(list)
    for label, base in _with_bases(labels):
        alike[label_key(label.text)].append((label, read(label), read(base)))
    return {
        label.address: label._replace(line=_meaning(label))
        for group in alike.values()
        if _are_per_cents(group)
        for label, _, _ in group
    }


def _with_bases(labels: Sequence[Label]) -> Iterator[tuple[Label, Label]]:
    """Yield the bare changes with the nearest amounts above them."""
    base: Label | None = None
    for label in labels:
        meaning = _meaning(label)
        if meaning is not None and meaning[1]:
            if base is not None:
                yield label, base
        elif label.line is None or not label.line[1]:
            base = label


def _are_per_cents(group: Sequence[tuple[Label, Figures, Figures]]) -> bool:
    fits = told = shown_so = 0
    for _, changes, amounts in group:
        for period, change in changes.items():
            due = change_due(amounts, period)
            if change.number is None:
                continue
            told += 1
            shown_so += change.is_fraction or "%" in str(change.value)
            fits += due is not None and rounded(due, change.decimals) == change.number
    return told > 0 and (shown_so == told or _is_habit(fits, told))


def _is_habit(fits: int, told: int) -> bool:
    return fits >= FEWEST and 2 * fits > told
