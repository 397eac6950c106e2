"""The pools of a surveyed book, divided, and whom they mean: areas by name, pools by mention."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import product, takewhile
from typing import NamedTuple

from tpxl.layout import Survey
from tpxl.model import Area, Period
from tpxl.rules.conventions import locked_periods
from tpxl.rules.drivers import areas_by_name, bare
from tpxl.rules.rounding import exact
from tpxl.rules.step_down import Divided, divided
from tpxl.terms import key
from tpxl.terms.allocation import AllocationWord

_SHORTEST_STEM = 5


class AllocatedPart(NamedTuple):
    """What a pool gives a receiver: its printed share in per cent and its euros, where known.

    The quotas are exact, before whole units were dealt out; `printed_share` and `printed_euros`
    are what the pool's own table says now.
    """

    pool: Divided
    receiver: str

    @property
    def period(self) -> Period:
        """The period."""
        return self.pool.period

    @property
    def pool_name(self) -> str:
        """The pool's name as its table prints it."""
        return self.pool.table.pool

    @property
    def share(self) -> Decimal | None:
        """Return the share in per cent as it is to be printed."""
        return self.pool.shares.get(self.receiver)

    @property
    def euros(self) -> Fraction | None:
        """Return the euros."""
        return self.pool.euros(self.receiver)

    @property
    def share_quota(self) -> Fraction | None:
        """Return the share in per cent, exact."""
        of_one = self.pool.exact_shares.get(self.receiver)
        return None if of_one is None else of_one * 100

    @property
    def euros_quota(self) -> Fraction | None:
        """Return the euros, exact."""
        given, of_one = self.pool.distributed, self.pool.exact_shares.get(self.receiver)
        if given is None or of_one is None:
            return None
        return given * of_one * exact(self.pool.table.scale)

    def printed(self, word: AllocationWord) -> Fraction | None:
        """Return what the pool's own table prints, in per cent or in euros."""
        figure = self.pool.table.of(word, self.pool.period, self.receiver)
        if figure is None or figure.number is None:
            return None
        is_euros = word is AllocationWord.ALLOCATED
        return exact(figure.number) * (exact(figure.scale) if is_euros else 1)


@dataclass(frozen=True)
class SharedCosts:
    """The pools of a surveyed book, divided, and the periods that are published."""

    survey: Survey
    pools: tuple[Divided, ...]

    @classmethod
    def of(cls, found: Survey) -> "SharedCosts":
        """Return the pools of a survey, divided."""
        return cls(found, divided(found.allocations.tables, found.areas))

    @cached_property
    def locked(self) -> frozenset[Period]:
        """The periods that are checked and never changed."""
        periods = {period for area in self.survey.areas for period in area.periods}
        periods |= {figure.period for figure in self.survey.allocations if figure.period}
        return locked_periods(periods, self.survey.settings.locked)

    def is_locked(self, period: Period | None) -> bool:
        """Tell whether a period is checked and never changed."""
        return period in self.locked

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all pools."""
        return tuple(dict.fromkeys(table.pool for table in self.survey.allocations.tables))

    @cached_property
    def _by_name(self) -> Mapping[str, Area]:
        return areas_by_name(self.survey.areas)

    @cached_property
    def _by_area(self) -> Mapping[tuple[Area, Period], Sequence[AllocatedPart]]:
        found: dict[tuple[Area, Period], list[AllocatedPart]] = {}
        for pool in self.pools:
            for receiver in pool.table.receivers:
                area = self._by_name.get(key(receiver))
                if area is not None:
                    found.setdefault((area, pool.period), []).append(AllocatedPart(pool, receiver))
        return found

    @cached_property
    def _by_names(self) -> Mapping[tuple[Period, str, str], AllocatedPart]:
        found: dict[tuple[Period, str, str], AllocatedPart] = {}
        for pool in self.pools:
            for receiver in pool.table.receivers:
                targets = {*bare(receiver), *bare(self.owner(receiver))}
                for source, target in product(bare(pool.table.pool), targets):
                    found.setdefault((pool.period, source, target), AllocatedPart(pool, receiver))
        return found

    def owner(self, receiver: str) -> str:
        """Return the full name of a receiver, who may be called by the sheet's name."""
        area = self._by_name.get(key(receiver))
        return receiver if area is None else area.name

    def parts_of(self, area: Area, period: Period) -> Sequence[AllocatedPart]:
        """Return what each pool of a period gives to an area."""
        return self._by_area.get((area, period), ())

    def part(self, period: Period, source: str, target: str) -> AllocatedPart | None:
        """Return what a pool gives to a receiver, both by name, with or without brackets."""
        pairs = product(bare(source), bare(target))
        found = (self._by_names.get((period, *pair)) for pair in pairs)
        return next((part for part in found if part is not None), None)

    def mentioned(self, mention: str) -> tuple[str, ...]:
        """Return the pools that an inflected mention means: all where it is empty or the only one.

        Finnish inflects the end of a word: ``johtamisen kustannuksista`` shares its stem with
        ``Johtamisen kustannukset``.
        """
        if len(self.names) <= 1 or not mention:
            return self.names
        stems = {name: _common(key(name), mention) for name in self.names}
        longest = max(stems.values())
        return tuple(n for n in self.names if stems[n] == longest >= _SHORTEST_STEM)

    def part_mentioned(self, area: Area, period: Period, mention: str) -> AllocatedPart | None:
        """Return an area's part of the one pool mentioned; None where it is not one for certain."""
        names = self.mentioned(mention)
        parts = [part for part in self.parts_of(area, period) if part.pool.table.pool in names]
        return parts[0] if len(parts) == 1 else None


def _common(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
