"""Open data: figures and goals as tables for people's Excel, or as a data package for programs.

A data package is a folder with tables and `datapackage.json`, which says what each field is, whose
the data are, of which year, and under which licence they may be used.

Source: Data Package and Table Schema, frictionlessdata.io/specs.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tpxl.errors import TpxlError
from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.files import make_folder, write_whole
from tpxl.jobs.export.summary import MACHINE, SummaryRow, csv_of, frame, summary_of
from tpxl.layout import Survey
from tpxl.messages import Catalogue, catalogue, line_name
from tpxl.model import PeriodKind, Sheets

if TYPE_CHECKING:
    import pandas as pd

GOAL_TEXTS = ("focus", "goal", "action", "indicator", "target", "outcome")
GOAL_COLUMNS = ("area", "section", *GOAL_TEXTS, "sheet", "cell")
TYPES = {"section": "integer", "value": "number", "printed": "number", "computed": "number"}
"""What a field holds; every other one is text."""

LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
"""Licences for open data of the public administration, the recommended one first.

Source: JHS 189.
"""
FIGURES_FILE, GOALS_FILE, DESCRIPTION_FILE = "figures.csv", "goals.csv", "datapackage.json"


class BookData(NamedTuple):
    """What a book gives: its figures, its goals by `GOAL_COLUMNS`, the city and the year."""

    figures: tuple[SummaryRow, ...]
    goals: tuple[tuple[Any, ...], ...]
    city: str | None
    year: int | None


def book_data(book: Sheets, found: Survey) -> BookData:
    """Return the figures and goals of a surveyed book.

    Raises:
        TpxlError: a sheet cannot be read.
    """
    choices = Choices.of(found.settings)
    return BookData(
        summary_of(book, found), tuple(_goals(found)), choices.city, choices.year or _year(found)
    )


def _goals(found: Survey) -> Iterator[tuple[Any, ...]]:
    for area in found.goals:
        for table in area.tables:
            for goal in table.goals:
                yield (
                    area.area,
                    table.section,
                    *(_on_one_line(getattr(goal, name)) for name in GOAL_TEXTS),
                    table.sheet,
                    min(goal.cells.values()).a1 if goal.cells else None,
                )


def _on_one_line(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())


def _year(found: Survey) -> int | None:
    years = (
        period.year
        for area in found.areas
        for period in area.periods
        if period.kind is PeriodKind.ACTUAL
    )
    return max(years, default=None)


def figures_frame(books: Sequence[tuple[str, BookData]]) -> "pd.DataFrame":
    """Return the figures of the books as a data frame.

    Raises:
        TpxlError: `summary_needs_pandas`, it is not installed.
    """
    return frame([(name, data.figures) for name, data in books])


def goals_frame(books: Sequence[tuple[str, BookData]]) -> "pd.DataFrame":
    """Return the goals of the books as a data frame; a column `book` parts several of them.

    Raises:
        TpxlError: `summary_needs_pandas`, it is not installed.
    """
    try:
        import pandas as pd  # noqa: PLC0415  # half a second, and not in the staff's environment
    except ImportError as error:
        raise TpxlError("summary_needs_pandas") from error
    rows = [(name, *row) for name, data in books for row in data.goals]
    table = pd.DataFrame(rows, columns=["book", *GOAL_COLUMNS]).astype({"section": "Int64"})
    return table if len(books) > 1 else table.drop(columns="book")


def worded(table: "pd.DataFrame", lang: str) -> "pd.DataFrame":
    """Return the table for people: headings, lines and units in a language."""
    words = catalogue(lang)
    said = table.copy()
    if "line" in said:
        said["line"] = [_capital(line_name(line, words)) for line in said["line"]]
    if "unit" in said:
        said["unit"] = [words.texts[f"unit.{unit}"] for unit in said["unit"]]
    return said.rename(columns={name: words.texts[f"column.{name}"] for name in said.columns})


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def write_package(
    books: Sequence[tuple[str, BookData]], folder: Path, licence: str, lang: str
) -> None:
    """Write a data package of the books into a folder, over an older one.

    Raises:
        TpxlError: a library is missing, the folder cannot be made, a file cannot be written.
    """
    named = [(Path(name).name, data) for name, data in books]  # no city publishes its folders
    tables = {FIGURES_FILE: figures_frame(named), GOALS_FILE: goals_frame(named)}
    described = description(books, tables, licence, catalogue(lang))
    make_folder(folder)
    for name, table in tables.items():
        write_whole(folder / name, csv_of(table, MACHINE))
    text = json.dumps(described, ensure_ascii=False, indent=2) + "\n"
    write_whole(folder / DESCRIPTION_FILE, text.encode())


def description(
    books: Sequence[tuple[str, BookData]],
    tables: dict[str, "pd.DataFrame"],
    licence: str,
    words: Catalogue,
) -> dict[str, Any]:
    """Return what `datapackage.json` says."""
    years = sorted({data.year for _, data in books if data.year is not None})
    cities = dict.fromkeys(data.city for _, data in books if data.city)
    title = words.texts["data.title"]
    return {
        "profile": "data-package",
        "name": "-".join(["tilinpaatos", *map(str, years)]),
        "title": " ".join([title, *map(str, years)]),
        "years": years,
        "languages": [words.lang],
        "licenses": [{"name": licence, "path": LICENCES[licence]}],
        "contributors": [{"title": city, "role": "publisher"} for city in cities],
        "resources": [_resource(name, table, words) for name, table in tables.items()],
    }


def _resource(name: str, table: "pd.DataFrame", words: Catalogue) -> dict[str, Any]:
    stem = name.removesuffix(".csv")
    return {
        "profile": "tabular-data-resource",
        "name": stem,
        "title": words.texts[f"data.{stem}"],
        "path": name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": {
            "fields": [_field(column, words) for column in table.columns],
            "missingValues": [""],
        },
    }


def _field(name: str, words: Catalogue) -> dict[str, str]:
    field = {
        "name": name,
        "type": TYPES.get(name, "string"),
        "title": words.texts[f"column.{name}"],
    }
    about = words.texts.get(f"about.{name}")
    return {**field, "description": about} if about else field
