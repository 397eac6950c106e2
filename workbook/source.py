"""The words and figures of the master, read from `workbook/data`."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")
MADE = dt.datetime(2026, 2, 26, 12)  # noqa: DTZ001 - Excel's dates know no zone
"""When the built files say they were made: always the same, so that they are."""


@dataclass(frozen=True, slots=True)
class Season:
    """A period (kausi) and its residents, with where they come from."""

    name: str
    residents: int
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
    """An area: its texts, its figures by line in the order of the periods, its goals."""

    name: str
    decimals: int
    share: Decimal
    mission: str
    environment: str
    figures: Mapping[str, tuple[int | float, ...]]
    goals: tuple[GoalText, ...]

    def section(self, number: int) -> tuple[GoalText, ...]:
        """Return the goals of a section, in order."""
        return tuple(goal for goal in self.goals if goal.section == number)


@dataclass(frozen=True, slots=True)
class Pool:
    """The shared costs of one period and their parts, in the order of the areas."""

    name: str
    season: str
    amount: int
    basis: str
    precision: str
    parts: tuple[int, ...]
    remarks: tuple[str, ...]


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
    meeting: dt.date
    year: int
    sign: str
    seasons: tuple[Season, ...]
    areas: tuple[AreaText, ...]
    pool: Pool
    guide: tuple[GuidePart, ...]
    checks: Mapping[str, str]

    @property
    def newest(self) -> str:
        """Return the newest TP column, that of the year being closed: ``TP 2025``."""
        return f"TP {self.year}"

    @property
    def budget(self) -> str:
        """Return the budget the year is compared with: ``TA 2025``."""
        return f"TA {self.year}"

    def column(self, season: str) -> int:
        """Return a period's place among the figures of a line, from zero."""
        return [known.name for known in self.seasons].index(season)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _season(row: Mapping[str, Any]) -> Season:
    return Season(
        row["kausi"], row["asukasluku"], row.get("paiva"), row["tila"], row.get("lahde", "")
    )


def _goal(row: Mapping[str, Any]) -> GoalText:
    return GoalText(
        row["osio"],
        row.get("painopiste", ""),
        row["tavoite"],
        row["toimenpide"],
        row["mittari"],
        row.get("toteuma", ""),
    )


def _area(name: str) -> AreaText:
    row = _toml(name)
    return AreaText(
        row["nimi"],
        row["desimaalit"],
        Decimal(row["osuus"]),
        row["toiminta_ajatus"].strip(),
        row["toimintaymparisto"].strip(),
        {line: tuple(values) for line, values in row["luvut"].items()},
        tuple(_goal(goal) for goal in row["tavoitteet"]),
    )


def _pool(row: Mapping[str, Any]) -> Pool:
    return Pool(
        row["era"],
        row["kausi"],
        row["maara"],
        row["jakoperuste"],
        row["tarkkuus"],
        tuple(row["osat"]),
        tuple(row["huomautukset"]),
    )


def _guide(row: Mapping[str, Any]) -> GuidePart:
    rows = tuple((word, text) for word, text in row["rivit"])
    return GuidePart(row["otsikko"], rows, tuple(row.get("tyylit", ())))


def read() -> City:
    """Return the city of `workbook/data`, its areas in the order of the report."""
    row = _toml("perustiedot")
    return City(
        row["kaupunki"],
        row["kaupungin"],
        row["toimielin"],
        row["huomautukset"]["toimielin"],
        row["kokouspaiva"],
        row["tilivuosi"],
        row["menojen_etumerkki"],
        tuple(_season(season) for season in row["kaudet"]),
        tuple(_area(name) for name in row["vastuualueet"]),
        _pool(row["vyorytys"]),
        tuple(_guide(part) for part in _toml("ohje")["osat"]),
        row["tavoitteiden_tarkistukset"],
    )
