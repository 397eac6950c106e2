"""The words and figures of the master, read from `workbook/data`."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from tpxl.master.city import AreaText, City, GoalText, Pool, Season, guide, guide_part, read_toml

DATA = Path(__file__).with_name("data")


def _toml(name: str) -> dict[str, Any]:
    return read_toml(DATA / f"{name}.toml")


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
        row["selitys"],
        row["maaran_huomautus"],
        row["alueen_huomautus"],
    )


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
        (*guide("fi"), *map(guide_part, row["ohjeen_osat"])),
        row["strategia"],
        row["painopisteet"],
    )
