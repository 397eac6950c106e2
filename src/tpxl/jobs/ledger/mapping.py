"""What the mapping says of a posting: units to areas, accounts to lines, exceptions."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from tpxl.model import Area, Finding, Line, Related, Severity
from tpxl.model.ledger import Landing
from tpxl.model.line import EXPENSES, INCOME, OWN_PRODUCTION, STOCK_CHANGE
from tpxl.rules.postings import is_within
from tpxl.terms import fold

IN_MARGIN = (INCOME, EXPENSES, OWN_PRODUCTION, STOCK_CHANGE)
"""A row counts once among these lines."""

_CODE = re.compile(r"([^\s,;]+)")
_TIES_TOLD = 20


Weight = tuple[int, ...]
_NO_WEIGHT: Weight = (-1, 0)
_ANY_ACCOUNT = 10**12


class PostingTarget(NamedTuple):
    """Where a posting goes: to an area's line and of-which line, or nowhere, and why."""

    landing: Landing
    area: Area | None = None
    line: Line | None = None
    of_which: Line | None = None


class Pattern(NamedTuple):
    """A unit or a partner as typed: ``31*`` is each that begins so."""

    text: str

    def fits(self, said: str) -> bool:
        """Tell whether a unit is meant: by its code, its name, or both as they stand."""
        return any(_matcher(self.text).fullmatch(form) for form in forms_of(said))

    @property
    def weight(self) -> Weight:
        """Return how particular it is: its letters; one without a star before one with."""
        return len(self.text.replace("*", "")), "*" not in self.text


@lru_cache(maxsize=4096)
def _matcher(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(part) for part in fold(pattern).split("*")), re.DOTALL)


@lru_cache(maxsize=65536)
def forms_of(said: str) -> tuple[str, ...]:
    """Return a unit as it stands, its code, and its name behind the code.

    >>> forms_of("3110 Rakennusvalvonta"), forms_of("100, Konsernihallinto")[1:]
    (('3110 rakennusvalvonta', '3110', 'rakennusvalvonta'), ('100', 'konsernihallinto'))
    """
    folded = fold(said)
    code = _CODE.match(folded)
    if code is None or code[1] == folded or not any(map(str.isdigit, code[1])):
        return (folded,)
    return folded, code[1], folded[code.end() :].lstrip(" ,;:-")


class UnitRule(NamedTuple):
    """A row of units: the pattern, and the area; None where the units are left out."""

    pattern: Pattern
    area: Area | None
    place: Related

    @property
    def says(self) -> tuple[object, ...]:
        """Return what it says of the postings it is about."""
        return (self.area,)


class ChartRule(NamedTuple):
    """A row of accounts: from which to which, the line; None where they are left out."""

    first: int
    last: int
    line: Line | None
    of_which: Line | None
    place: Related

    @property
    def says(self) -> tuple[object, ...]:
        """Return what it says of the postings it is about."""
        return self.line, self.of_which


class ExceptionRule(NamedTuple):
    """A row of exceptions: what it is about, and what it says otherwise; None says the same."""

    unit: Pattern | None
    accounts: tuple[tuple[int, int], ...]
    partner: Pattern | None
    target: PostingTarget | None
    area: Area | None
    line: Line | None
    place: Related

    @property
    def says(self) -> tuple[object, ...]:
        """Return what it says of the postings it is about."""
        return self.target, self.area, self.line

    def fits(self, unit: str, account: int, partner: str) -> bool:
        """Tell whether a posting is meant."""
        return (
            (self.unit is None or self.unit.fits(unit))
            and (not self.accounts or any(is_within(account, *one) for one in self.accounts))
            and (self.partner is None or (bool(partner) and self.partner.fits(partner)))
        )

    @property
    def weight(self) -> Weight:
        """Return how particular it is: by partner, by accounts, by unit."""
        widths = [last - first for first, last in self.accounts]
        return (
            *(_NO_WEIGHT if self.partner is None else self.partner.weight),
            -max(widths) if widths else -_ANY_ACCOUNT,
            *(_NO_WEIGHT if self.unit is None else self.unit.weight),
        )


Rule = TypeVar("Rule", UnitRule, ChartRule, ExceptionRule)


class LedgerMap:
    """What the mapping says; `faults` tell of rows that cannot be used or contradict another."""

    def __init__(
        self,
        sheet: str,
        units: Sequence[UnitRule],
        chart: Sequence[ChartRule],
        exceptions: Sequence[ExceptionRule],
        faults: Iterable[Finding],
    ) -> None:
        """Take the rows of the three tables."""
        self.sheet = sheet
        self._units, self._chart, self._exceptions = units, chart, exceptions
        self.faults = list(faults)
        self._told: set[tuple[Related, Related]] = set()
        self._known: dict[tuple[str, int, str], PostingTarget] = {}
        self._plain: dict[tuple[int, int], PostingTarget] = {}
        self._targets: dict[PostingTarget, PostingTarget] = {}
        self._units_known: dict[str, UnitRule | None] = {}
        self._chart_known: dict[int, ChartRule | None] = {}

    @property
    def lines(self) -> frozenset[Line]:
        """The lines that the accounts make."""
        named = {line for one in self._chart for line in (one.line, one.of_which)}
        return frozenset(line for line in named if line is not None)

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas that units belong to."""
        named = (*(one.area for one in self._units), *(one.area for one in self._exceptions))
        return tuple(dict.fromkeys(area for area in named if area is not None))

    def target(self, unit: str, account: int, partner: str) -> PostingTarget:
        """Return where a posting goes: one object for all that go to one place."""
        if not self._exceptions:
            return self._plain_target(unit, account)
        key = unit, account, partner
        target = self._known.get(key)
        if target is None:
            made = self._target(*key)
            target = self._known[key] = self._targets.setdefault(made, made)
        return target

    def _plain_target(self, unit: str, account: int) -> PostingTarget:
        """Return where a posting goes that no exception is about: known by its two rules."""
        chart = self._chart_rule(account)
        rule = self._unit_rule(unit) if chart is not None and chart.line is not None else None
        rules = id(chart), id(rule)
        if rules not in self._plain:
            made = self._target(unit, account, "")
            self._plain[rules] = self._targets.setdefault(made, made)
        return self._plain[rules]

    def _target(self, unit: str, account: int, partner: str) -> PostingTarget:
        exception = self._exception(unit, account, partner)
        if exception is not None and exception.target is not None:
            return exception.target
        chart = self._chart_rule(account)
        line, of_which = (None, None) if chart is None else (chart.line, chart.of_which)
        if exception is not None and exception.line is not None:
            line, of_which = exception.line, None
        if line is None:
            return PostingTarget(Landing.UNMAPPED_ACCOUNT if chart is None else Landing.LEFT_OUT)
        if exception is not None and exception.area is not None:
            return PostingTarget(Landing.MAPPED, exception.area, line, of_which)
        rule = self._unit_rule(unit)
        if rule is None or rule.area is None:
            return PostingTarget(Landing.UNMAPPED_UNIT if rule is None else Landing.LEFT_OUT)
        return PostingTarget(Landing.MAPPED, rule.area, line, of_which)

    def _exception(self, unit: str, account: int, partner: str) -> ExceptionRule | None:
        rules = [one for one in self._exceptions if one.fits(unit, account, partner)]
        return self._best([(one.weight, one) for one in rules])

    def _unit_rule(self, unit: str) -> UnitRule | None:
        if unit not in self._units_known:
            rules = [one for one in self._units if one.pattern.fits(unit)]
            self._units_known[unit] = self._best([(one.pattern.weight, one) for one in rules])
        return self._units_known[unit]

    def _chart_rule(self, account: int) -> ChartRule | None:
        if account not in self._chart_known:
            rules = [one for one in self._chart if is_within(account, one.first, one.last)]
            found = self._best([((one.first - one.last,), one) for one in rules])
            self._chart_known[account] = found
        return self._chart_known[account]

    def _best(self, fitting: Sequence[tuple[Weight, Rule]]) -> Rule | None:
        """Return the most particular rule; two that are so alike and say otherwise are told."""
        if not fitting:
            return None
        heaviest = max(weight for weight, _ in fitting)
        best, *others = [rule for weight, rule in fitting if weight == heaviest]
        for other in others:
            if other.says != best.says:
                self._tell_tie(best.place, other.place)
        return best

    def _tell_tie(self, first: Related, second: Related) -> None:
        pair = first, second
        if pair not in self._told and len(self._told) < _TIES_TOLD:
            self._told.add(pair)
            self.faults.append(
                Finding(
                    "ledger_map_tie",
                    Severity.ERROR,
                    sheet=first.sheet,
                    cell=first.cell,
                    related=(second,),
                )
            )
