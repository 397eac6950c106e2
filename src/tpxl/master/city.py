"""What a master says: a city, its periods and areas, the words that explain it."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from tpxl.terms.periods import period_of

DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True)
class Season:
    """A period (kausi) and its residents, with where they come from."""

    name: str
    residents: int | None
    date: dt.date | None
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class GoalText:
    """A row of a goal table, as typed; an outcome not yet written is empty."""

    section: int
    focus: str
    goal: str
    action: str
    indicator: str
    outcome: str


@dataclass(frozen=True, slots=True)
class AreaText:
    """An area: its texts, its figures by line in the order of the periods, its goals.

    Its own `board`, the `person` in charge and their `address` of mail may be left out.
    """

    name: str
    decimals: int
    share: Decimal | None
    mission: str
    environment: str
    figures: Mapping[str, tuple[int | float | None, ...]]
    goals: tuple[GoalText, ...]
    board: str = ""
    person: str = ""
    address: str = ""

    def section(self, number: int) -> tuple[GoalText, ...]:
        """Return the goals of a section, in order."""
        return tuple(goal for goal in self.goals if goal.section == number)


@dataclass(frozen=True, slots=True)
class Pool:
    """The shared costs of one period and their parts, in the order of the areas."""

    name: str
    season: str
    amount: int | None
    basis: str
    precision: str
    parts: tuple[int | None, ...]
    remarks: tuple[str, ...]
    about: str
    amount_remark: str
    note: str


@dataclass(frozen=True, slots=True)
class GuidePart:
    """A part of Ohje: words explained; a legend's words look like what they explain."""

    heading: str
    rows: tuple[tuple[str, str], ...]
    looks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """All that the master says."""

    name: str
    of_city: str
    board: str
    board_remark: str
    meeting: dt.date | None
    year: int
    sign: str
    seasons: tuple[Season, ...]
    areas: tuple[AreaText, ...]
    pool: Pool
    guide: tuple[GuidePart, ...]
    strategy: str
    focus_remark: str
    lang: str = "fi"
    schema: str = ""

    @property
    def newest(self) -> str:
        """Return the newest TP column, that of the year being closed: ``TP 2025``."""
        return self._named("TP", self.year)

    @property
    def budget(self) -> str:
        """Return the budget the year is compared with: ``TA 2025``."""
        return self._named("TA", self.year)

    @property
    def first_actual(self) -> str:
        """Return the oldest TP column: ``TP 2023``."""
        return next(one.name for one in self.seasons if is_actual(one.name))

    def _named(self, kind: str, year: int) -> str:
        return next(one.name for one in self.seasons if period_of(one.name) == (kind, year))

    def column(self, season: str) -> int:
        """Return a period's place among the figures of a line, from zero."""
        return [known.name for known in self.seasons].index(season)


def is_actual(season: str) -> bool:
    """Tell whether a period is of actual figures: ``TP 2025``."""
    told = period_of(season)
    return told is not None and told[0] == "TP"


@cache
def guide(lang: str) -> tuple[GuidePart, ...]:
    """Return what the sheet Ohje says in a language."""
    return tuple(guide_part(part) for part in read_toml(DATA / f"guide_{lang}.toml")["osat"])


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a file of texts holds."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def goal_checks() -> Mapping[str, str]:
    """Return the checks of the goals that a person can turn off, each with what it looks at."""
    return read_toml(DATA / "checks.toml")


def guide_part(row: Mapping[str, Any]) -> GuidePart:
    """Return a part of Ohje from its table of texts."""
    rows = tuple((word, text) for word, text in row["rivit"])
    return GuidePart(row["otsikko"], rows, tuple(row.get("tyylit", ())))
