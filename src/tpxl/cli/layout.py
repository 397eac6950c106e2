"""``tpxl layout``: what was found where in a book.

What was found where, as data and as lines to read.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from tpxl.books import Book
from tpxl.cli import add_deadline
from tpxl.cli.documents import number
from tpxl.cli.output import Progress, run_books
from tpxl.cli.screen import show
from tpxl.layout import Survey, survey
from tpxl.layout.area_sheet import HiddenArea
from tpxl.layout.sheet_readings import SheetReading, sheet_readings
from tpxl.layout.unread import Unread, unread_tables
from tpxl.messages import Catalogue, catalogue, line_name, period_name, sentence
from tpxl.model import FiguresTable, GoalTable, Settings
from tpxl.model.allocation import AllocationTable

MOST_PLACES = 6

_Told = tuple[Survey, tuple[Unread, ...], tuple[SheetReading, ...]]


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "layout",
        help="näytä, mitä työkirjasta löytyi ja mistä",
        description="Näyttää, mitä taulukoita ja asetuksia työkirjasta löytyi ja mistä.",
    )
    parser.add_argument("book", nargs="+", metavar="TYÖKIRJA")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def run(arguments: Namespace) -> int:
    """Show the layout of every book named; return the exit status."""

    def job(book: Book, progress: Progress) -> _Told:
        found = survey(book, progress)
        unread = tuple(unread_tables(book, found))
        return found, unread, tuple(sheet_readings(book, found, unread))

    def document(path: str, told: _Told) -> dict[str, Any]:
        found, unread, readings = told
        return layout_document(path, found, unread, arguments.lang, readings)

    def tell(path: str, told: _Told) -> None:
        print(path)
        for line in layout_lines(document(path, told), arguments.lang):
            show(line)

    return run_books(arguments, job, document, tell)


def layout_document(
    path: str,
    found: Survey,
    unread: Iterable[Unread] = (),
    lang: str = "fi",
    readings: Iterable[SheetReading] = (),
) -> dict[str, Any]:
    """Return every table and setting that was found, with its place, and every sheet's reading."""
    return {
        "book": path,
        "sheets": [
            {
                "sheet": one.sheet,
                "read": [{"what": part.what, "place": part.place} for part in one.read],
                "unread": [{"why": part.what, "place": part.place} for part in one.unread],
            }
            for one in readings
        ],
        "areas": [
            {
                "area": area.name,
                "sheet": area.sheet,
                "tables": [_table(table) for table in area.tables],
            }
            for area in found.areas
        ],
        "summaries": [{"sheet": table.sheet, **_table(table)} for table in found.summaries],
        "goals": [_goal_table(area.area, table) for area in found.goals for table in area.tables],
        "allocations": [_pool(table) for table in found.allocations.tables],
        "settings": _settings(found.settings),
        "unread": [_unread(one) for one in unread],
        "hidden": [_hidden(one) for one in found.hidden],
        "damaged": [
            {"sheet": str(error.facts["sheet"]), "message": sentence(error, lang)}
            for error in found.damaged
        ],
    }


def _hidden(one: HiddenArea) -> dict[str, Any]:
    return {"area": one.name, "sheet": one.sheet, "state": one.hiding.value}


def _unread(one: Unread) -> dict[str, Any]:
    return {
        "sheet": one.sheet,
        "cell": one.address.a1,
        "periods": [str(period) for period in one.periods],
        "labels": list(one.labels),
    }


def _goal_table(area: str, table: GoalTable) -> dict[str, Any]:
    return {
        "area": area,
        "sheet": table.sheet,
        "section": table.section,
        "range": table.block.a1,
        "focus_areas": {name: at.a1 for name, at in table.focus_areas.items()},
        "headings": {name: at.a1 for name, at in table.headings.items()},
        "goals": len(table.goals),
    }


def _pool(table: AllocationTable) -> dict[str, Any]:
    return {
        "pool": table.pool,
        "sheet": table.sheet,
        "cell": table.address.a1,
        "basis": table.basis,
        "is_sound": table.is_sound,
        "periods": [str(period) for period in table.periods],
        "receivers": {name: at.a1 for name, at in table.receivers.items()},
    }


def _table(table: FiguresTable) -> dict[str, Any]:
    return {
        "range": table.block.a1,
        "is_sound": table.is_sound,
        "periods": {str(period): at.a1 for period, at in table.header.items()},
        "lines": [
            {"line": str(row.line), "label": row.label, "cell": row.label_address.a1}
            for row in table.rows
        ],
    }


def _settings(settings: Settings) -> dict[str, Any]:
    return {
        "residents": [
            {
                "period": str(one.period),
                "residents": number(one.number),
                "status": one.status,
                "sheet": one.sheet,
                "cell": one.address.a1,
            }
            for one in settings.residents_typed
        ],
        "locked": {str(period): is_locked for period, is_locked in settings.locked.items()},
        "expenses_are_negative": settings.expenses_are_negative,
        "areas": list(settings.area_names),
    }


def layout_lines(document: dict[str, Any], lang: str) -> Iterator[str]:
    """Yield the document as lines to read."""
    words = catalogue(lang)
    yield from _sheets_lines(document, words)
    for lines in (_figures_lines, _goals_lines, _pools_lines, _settings_lines, _unread_lines):
        yield from lines(document, words)


def _sheets_lines(document: dict[str, Any], words: Catalogue) -> Iterator[str]:
    """Yield a line a sheet: what was read and where, then what was not and why."""
    for one in document["sheets"]:
        yield f"\n{one['sheet']}"
        for what, parts in groupby(one["read"], key=lambda part: part["what"]):
            yield f"  {words.texts[f'layout_{what}']}{_places(parts)}"
        for why, parts in groupby(one["unread"], key=lambda part: part["why"]):
            yield f"  {words.texts[f'layout_{why}']}{_places(parts)}"


def _places(parts: Iterable[dict[str, Any]]) -> str:
    """Return the first places of several parts, and that there are more."""
    places = [part["place"] for part in parts if part["place"] is not None]
    more = ", …" if len(places) > MOST_PLACES else ""
    return f": {', '.join(places[:MOST_PLACES])}{more}" if places else ""


def _figures_lines(document: dict[str, Any], words: Catalogue) -> Iterator[str]:
    for area in document["areas"]:
        yield f"\n{area['area']} ({area['sheet']})"
        for table in area["tables"]:
            periods = ", ".join(period_name(one, words) for one in table["periods"])
            yield f"  {words.texts['figures_table']} {table['range']}: {periods}"
            for line in table["lines"]:
                yield f"    {line['cell']:<6} {line_name(line['line'], words)}"
    for table in document["summaries"]:
        yield f"\n{words.texts['summary_table']} {table['sheet']}!{table['range']}"


def _goals_lines(document: dict[str, Any], words: Catalogue) -> Iterator[str]:
    for area, tables in groupby(document["goals"], key=lambda table: table["area"]):
        yield f"\n{area}"
        for table in tables:
            said = words.texts["goals_table"].format(
                section=table["section"] or "–", count=table["goals"]
            )
            yield f"  {table['sheet']}!{table['range']}: {said}"


def _pools_lines(document: dict[str, Any], words: Catalogue) -> Iterator[str]:
    for pool in document["allocations"]:
        yield f"\n{words.texts['pool_found']} {pool['pool']} ({pool['sheet']}!{pool['cell']})"
        yield f"  {', '.join(period_name(one, words) for one in pool['periods'])}"
        for name, cell in pool["receivers"].items():
            yield f"    {cell:<6} {name}"


def _settings_lines(document: dict[str, Any], words: Catalogue) -> Iterator[str]:
    told = document["settings"]["residents"]
    first = {(one["period"], one["residents"], one["status"]): one for one in reversed(told)}
    for one in reversed(first.values()):
        text = words.texts["residents_found"]
        period = period_name(one["period"], words)
        yield text.format(**{**one, "period": period, "status": one["status"] or "–"})


def _unread_lines(document: dict[str, Any], words: Catalogue) -> Iterator[str]:
    for one in document["damaged"]:
        yield f"\n{one['message']}"
    for one in document["unread"]:
        yield "\n" + words.texts["unread_table"].format(
            place=f"{one['sheet']}!{one['cell']}",
            periods=", ".join(period_name(each, words) for each in one["periods"]),
            labels=", ".join(one["labels"]),
        )
