"""Build the master workbook and the ribbon add-in from text: `python workbook/build.py`."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE.parent) not in sys.path:  # run as a script, the package lies one folder up
    sys.path.insert(0, str(HERE.parent))

from xlsxwriter import Workbook  # noqa: E402

from workbook import addin, macros, source  # noqa: E402
from workbook.draft import Draft  # noqa: E402
from workbook.sheets import (  # noqa: E402
    area,
    muutosloki,
    ohje,
    perustiedot,
    tarkistus,
    vyorytys,
    yhteenveto,
)
from workbook.styles import Styles  # noqa: E402

MASTER = HERE / "tilinpaatos_master.xlsm"
_CALCULATED_BY = 191029  # Excel since 2019


def build(workbook: Workbook) -> None:
    """Fill an empty workbook with the sheets of the master, in the order of work."""
    city = source.read()
    workbook.set_properties(
        {
            "title": f"Tilinpäätös {city.year}, {city.of_city}",
            "subject": "Vastuualueiden tilinpäätöksen luvut ja tavoitteet",
            "created": source.MADE,
        }
    )
    workbook.set_size(24000, 14000)
    # The cached values are right: without a calculation engine's number Excel recomputes, and asks
    # to save a book that nobody has changed.
    workbook.set_calc_mode("auto", _CALCULATED_BY)
    workbook.calc_on_load = False
    draft = Draft(workbook, Styles(workbook), city)
    ohje.write(draft)
    settings = perustiedot.write(draft)
    areas = [area.write(draft, text, settings) for text in city.areas]
    vyorytys.write(draft)
    yhteenveto.write(draft, settings, areas)
    tarkistus.write(draft, settings)
    muutosloki.write(draft)
    macros.add_project(workbook)


def write(path: Path) -> Path:
    """Write the master to `path` and return it; the same bytes every time."""
    workbook = Workbook(path)
    build(workbook)
    workbook.close()
    return path


if __name__ == "__main__":
    print(write(MASTER))
    print(addin.write(addin.ADDIN))
