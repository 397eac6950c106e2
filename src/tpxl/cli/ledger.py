"""``tpxl ledger``: the figures of the bookkeeping into the input cells of a book."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from tpxl.books import Book
from tpxl.cli import add_deadline
from tpxl.cli.documents import edit_document, finding_document
from tpxl.cli.output import (
    Progress,
    edit_lines,
    finding_lines,
    keeping,
    outcome_of,
    print_outcome,
)
from tpxl.cli.screen import PLAIN, Line, one_line, screen_width, wrapped
from tpxl.jobs.ledger.job import Import, ledger
from tpxl.jobs.ledger.reading import LedgerChoices
from tpxl.messages import catalogue, edit_line, glance, line_name, period_name
from tpxl.messages.ledger_lines import (
    euro_text,
    landing_lines,
    map_added_line,
    unmapped_lines,
)
from tpxl.model import Edit
from tpxl.model.ledger import LedgerFile, LedgerResult, Tied, Unmapped
from tpxl.rules.postings import LedgerSign, cents_text
from tpxl.terms.ledger import ACCOUNT, AMOUNT, UNIT

_SHOWN_UNMAPPED = 30


def add(commands: Any) -> ArgumentParser:  # noqa: ANN401  # argparse keeps the type private
    """Describe the command."""
    parser: ArgumentParser = commands.add_parser(
        "ledger",
        help="tuo luvut kirjanpidosta työkirjaan",
        description=(
            "Tuo kirjanpidon luvut Tilikartan mukaan avoimien kausien soluihin, kertoo jokaisen "
            "rivin kohtalon ja päivittää työkirjan. Tilikartta lisätään, jos sitä ei ole."
        ),
    )
    parser.add_argument("book", metavar="TYÖKIRJA")
    parser.add_argument("file", nargs="+", metavar="TIEDOSTO")
    parser.add_argument("--dry-run", action="store_true", help="näytä muutokset, älä kirjoita")
    parser.add_argument(
        "--allow-unmapped",
        action="store_true",
        help="kirjoita luvut, vaikka rivejä jää kartoittamatta, lukematta tai on kahdesti",
    )
    add_choices(parser)
    parser.add_argument("--no-backup", action="store_true", help="älä jätä varmuuskopiota")
    add_deadline(parser)
    parser.add_argument("--json", action="store_true", help="tulosta JSON-muodossa")
    return parser


def add_choices(parser: ArgumentParser) -> None:
    """Describe what a person may say of the files and of the mapping."""
    parser.add_argument("--map", metavar="TAULUKKO", help="taulukko, jolla Tilikartta on")
    parser.add_argument(
        "--sign",
        choices=[sign.value for sign in LedgerSign],
        help="kirjanpidon etumerkki: accounting, report tai positive",
    )
    parser.add_argument("--account", metavar="OTSIKKO", help="tilin sarake, jos niitä on useita")
    parser.add_argument("--unit", metavar="OTSIKKO", help="yksikön sarake, jos niitä on useita")
    parser.add_argument("--amount", metavar="OTSIKKO", help="summan sarake, jos niitä on useita")
    parser.add_argument(
        "--year", type=int, metavar="VUOSI", help="vuosi, jos tiedosto ei kerro sitä"
    )


def choices_of(arguments: Namespace) -> LedgerChoices:
    """Return what a person said of the files."""
    said = {role: getattr(arguments, role) for role in (ACCOUNT, UNIT, AMOUNT)}
    columns = {role: heading for role, heading in said.items() if heading is not None}
    return LedgerChoices(columns, arguments.year, arguments.sign)


def run(arguments: Namespace) -> int:
    """Bring the files into the book; return the exit status."""
    wish = Import(
        tuple(arguments.file), arguments.map, arguments.allow_unmapped, choices_of(arguments)
    )

    def job(book: Book, progress: Progress) -> LedgerResult:
        return ledger(book, wish, lang=arguments.lang, progress=progress)

    result = outcome_of(arguments.book, arguments, job, keeping(arguments))
    return print_outcome(
        arguments.book,
        result,
        arguments,
        lambda one: _document(arguments.book, one),
        lambda one: chain(
            [one_line(arguments.book)], _lines(one, arguments.lang, is_dry=arguments.dry_run)
        ),
    )


def _lines(result: LedgerResult, lang: str, *, is_dry: bool) -> Iterator[Line]:
    """Yield the result as a person reads it: files, landings, what is open, what was written."""
    texts = catalogue(lang).texts
    yield from ledger_lines(result, lang)
    if result.map_added:
        yield f"\n{map_added_line(result, lang, is_dry=is_dry)}"
    if result.is_written:
        yield from edit_lines(result.refreshed, lang)
        yield "\n" + glance(result.findings, result.figures, None, lang)
    yield from finding_lines(result.findings, lang)
    if not result.is_written:
        yield f"\n{texts['ledger_blocked']}"
    elif is_dry:
        yield f"\n{texts['ledger_would_write']}"


def ledger_lines(result: LedgerResult, lang: str) -> Iterator[Line]:
    """Yield what was read, where it goes, what is unmapped, and the cells with their rows."""
    words = catalogue(lang)
    texts = words.texts
    for file in result.files:
        yield _file_line(file, lang)
    yield f"\n{texts['ledger_landings']}"
    yield from (f"  {line}" for line in landing_lines(result, lang))
    yield from _unmapped(result.unmapped, lang)
    yield from _edits(result, lang)
    if result.untouched:
        yield "\n" + texts["ledger_untouched"].format(places=_places(result.untouched, lang))
    if result.rounding:
        yield texts["ledger_rounding"].format(sum=euro_text(result.rounding, lang))


def _unmapped(unmapped: Iterable[Unmapped], lang: str) -> Iterator[str]:
    texts, told = catalogue(lang).texts, list(unmapped_lines(unmapped, lang))
    if told:
        yield f"\n{texts['ledger_unmapped']}"
    yield from (f"  {line}" for line in told[:_SHOWN_UNMAPPED])
    if len(told) > _SHOWN_UNMAPPED:
        yield f"  {texts['ledger_more'].format(count=len(told) - _SHOWN_UNMAPPED)}"


def _edits(result: LedgerResult, lang: str) -> Iterator[Line]:
    texts = catalogue(lang).texts
    if not result.edits:
        yield f"\n{texts['ledger_nothing']}" if not result.is_blocked else ""
        return
    yield f"\n{texts['edits'].format(count=len(result.edits))}"
    for edit, rows in zip(result.edits, result.rows, strict=True):
        code = "ledger_edit" if rows else "ledger_zero"
        told = texts[code].format(edit=edit_line(edit, lang), rows=rows)
        start = ((f"  {edit.sheet}!{edit.cell} ", PLAIN),)
        yield from wrapped(told, screen_width(), start, 6)


def _file_line(file: LedgerFile, lang: str) -> str:
    texts = catalogue(lang).texts
    return one_line(
        texts["ledger_file"].format(
            file=Path(file.name).name,
            rows=file.rows,
            sum=euro_text(file.tally.cents, lang),
            encoding=file.encoding or file.sheet or "",
            header=file.header_row,
            columns=", ".join(file.columns.values()),
            sign=file.sign,
        )
    )


def _places(places: Iterable[Tied], lang: str) -> str:
    words = catalogue(lang)
    named = (
        (one.area, period_name(one.period, words), line_name(str(one.line), words))
        for one in places
    )
    return ", ".join(map(" ".join, named))


def _document(book: str, result: LedgerResult) -> dict[str, Any]:
    rows = dict(zip(result.edits, result.rows, strict=True))

    def told(edit: Edit) -> dict[str, Any]:
        return {**edit_document(edit), "rows": rows.get(edit, 0)}

    return {
        "book": book,
        "files": [_file_document(file) for file in result.files],
        "landings": [
            {"landing": landing.value, "rows": tally.rows, "sum": cents_text(tally.cents)}
            for landing, tally in result.landings.items()
        ],
        "unmapped": [
            {
                "unit": one.unit,
                "account": one.account,
                "rows": one.tally.rows,
                "sum": cents_text(one.tally.cents),
                "first": {"file": one.first.file, "row": one.first.row},
            }
            for one in result.unmapped
        ],
        "zeros": [edit_document(edit) for edit in result.zeros],
        "untouched": [
            {"area": one.area, "line": str(one.line), "period": str(one.period)}
            for one in result.untouched
        ],
        "rounding": cents_text(result.rounding),
        "map": {"sheet": result.map_sheet, "added": result.map_added},
        "written": result.is_written,
        "edits": [told(edit) for edit in result.edits],
        "refreshed": [edit_document(edit) for edit in result.refreshed],
        "findings": [finding_document(finding) for finding in result.findings],
    }


def _file_document(file: LedgerFile) -> dict[str, Any]:
    total = file.declared_total
    return {
        "file": file.name,
        "sha256": file.fingerprint,
        "sheet": file.sheet,
        "encoding": file.encoding,
        "separator": file.separator,
        "header_row": file.header_row,
        "columns": dict(file.columns),
        "sign": file.sign,
        "rows": file.rows,
        "sum": cents_text(file.tally.cents),
        "declared_total": None if total is None else cents_text(total),
    }
