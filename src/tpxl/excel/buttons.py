"""The functions that the buttons call: no argument, a message box at the end.

A click starts a new Python, so nothing heavy is imported here: what a button does is loaded once
the workbook has been found and its status bar tells that something happens.
"""

from importlib import import_module
from typing import Any

from tpxl.excel.entry import press

__all__ = [
    "avaa_uusi_vuosi",
    "esikatsele",
    "kokoa_palautukset",
    "laheta_taytettavaksi",
    "lisaa_alue",
    "nimea_alue",
    "paivita_alue",
    "paivita_kaikki",
    "poista_alue",
    "tarkista",
    "testaa_asennus",
    "tuo_kirjanpidosta",
    "tuo_pohjat",
    "vie_alueet",
]


def paivita_alue() -> None:
    """Päivitä tämä alue: compute the figures of the active sheet."""
    press("paivita_alue", lambda pressed: _loaded("actions").refresh_active(pressed))


def paivita_kaikki() -> None:
    """Päivitä kaikki: compute the figures of every area."""
    press("paivita_kaikki", lambda pressed: _loaded("actions").refresh_all(pressed))


def esikatsele() -> None:
    """Esikatsele: tell what Päivitä kaikki would change; nothing is changed."""
    press("esikatsele", lambda pressed: _loaded("actions").preview(pressed))


def tarkista() -> None:
    """Tarkista: check every figure and goal, and tell what was found."""
    press("tarkista", lambda pressed: _loaded("actions").check(pressed))


def vie_alueet() -> None:
    """Vie alueet: write a clean file of each area into a folder beside the workbook."""
    press("vie_alueet", lambda pressed: _loaded("exporting").export(pressed))


def tuo_pohjat() -> None:
    """Tuo mallipohjat: bring the export's templates beside the workbook, show what they give."""
    press("tuo_pohjat", lambda pressed: _loaded("templates").bring_templates(pressed))


def tuo_kirjanpidosta() -> None:
    """Tuo kirjanpidosta: bring the figures of ledgers into the input cells, once they are shown."""
    press("tuo_kirjanpidosta", lambda pressed: _loaded("ledgers").import_ledger(pressed))


def avaa_uusi_vuosi() -> None:
    """Avaa uusi vuosi: write next year's workbook beside this one, once it is shown."""
    press("avaa_uusi_vuosi", lambda pressed: _loaded("next_year").open_next_year(pressed))


def lisaa_alue() -> None:
    """Lisää alue: add an area like the one in front, with every row that names it."""
    press("lisaa_alue", lambda pressed: _loaded("areas").add_area(pressed))


def nimea_alue() -> None:
    """Nimeä alue: give the area in front another name, wherever it is named."""
    press("nimea_alue", lambda pressed: _loaded("areas").rename_area(pressed))


def poista_alue() -> None:
    """Poista alue: remove the area in front, with every row that names it."""
    press("poista_alue", lambda pressed: _loaded("areas").remove_area(pressed))


def laheta_taytettavaksi() -> None:
    """Lähetä täytettäväksi: make a form of each area into a folder beside the workbook."""
    press("laheta_taytettavaksi", lambda pressed: _loaded("forms").send_forms(pressed))


def kokoa_palautukset() -> None:
    """Kokoa palautukset: bring the answers of returned forms in, once they are shown."""
    press("kokoa_palautukset", lambda pressed: _loaded("forms").collect_returns(pressed))


def testaa_asennus() -> None:
    """Testaa asennus: tell what works on this machine; nothing is changed."""
    press("testaa_asennus", lambda pressed: _loaded("self_test").self_test(pressed))


def _loaded(name: str) -> Any:  # noqa: ANN401  # a module, loaded when its time has come
    return import_module(f"tpxl.excel.{name}")
