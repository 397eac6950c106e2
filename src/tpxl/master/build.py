"""A master, drawn: every sheet of it in the order of work, from what a city says."""

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from tpxl.books.package.macros import Module
from tpxl.master import buttons
from tpxl.master.city import City
from tpxl.master.draft import Draft
from tpxl.master.sheets import (
    area,
    muutosloki,
    ohje,
    perustiedot,
    tarkistus,
    vertailuluvut,
    vyorytys,
    yhteenveto,
)
from tpxl.master.styles import MasterStyles
from tpxl.master.words import Words

MADE = dt.datetime(2026, 2, 26, 12)  # noqa: DTZ001 - Excel's dates know no zone
"""When the built files say they were made: always the same, so that they are."""

_CALCULATED_BY = 191029  # Excel since 2019


def build(target: Path | BytesIO, city: City, modules: Sequence[Module], version: str) -> None:
    """Write a city's master with the macros of a version to `target`; the same bytes every time."""
    workbook = Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False})
    words = Words(city.lang)
    workbook.set_properties(
        {
            "title": f"{words('Tilinpäätös')} {city.year}, {city.of_city}",
            "subject": words("Vastuualueiden tilinpäätöksen luvut ja tavoitteet"),
            "created": MADE,
        }
    )
    workbook.set_size(24000, 14000)
    # The cached values are right: without a calculation engine's number Excel recomputes, and asks
    # to save a book that nobody has changed.
    workbook.set_calc_mode("auto", _CALCULATED_BY)
    workbook.calc_on_load = False
    draft = Draft(workbook, MasterStyles(workbook), city, words)
    ohje.write(draft)
    settings = perustiedot.write(draft)
    areas = [area.write(draft, text, settings) for text in city.areas]
    vyorytys.write(draft)
    yhteenveto.write(draft, settings, areas)
    tarkistus.write(draft, settings)
    muutosloki.write(draft)
    vertailuluvut.write(draft)
    buttons.add_project(workbook, modules, version)
    workbook.close()
