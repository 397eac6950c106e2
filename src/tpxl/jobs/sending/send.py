"""Forms for the areas: who is asked what by when, and the journal that tells it.

The workbook is saved before the files are written: a form that nobody knows of is worse than a row
without its file, which the next sending replaces.
"""

import csv
import datetime as dt
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tpxl.books import Book, open_book
from tpxl.errors import TpxlError
from tpxl.jobs.check.comments import comment_findings
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.export.areas import areas_of, chosen, in_tables
from tpxl.jobs.export.files import beside_until_done, csv_text, file_names, make_folder
from tpxl.jobs.journal.sheets import explained, moment, user_name
from tpxl.jobs.plain_tables import add_tables, tables_of
from tpxl.jobs.sending.form import FormToSend, form_file
from tpxl.jobs.sending.questions import Asking, Last, last_outcomes
from tpxl.layout import Survey, survey
from tpxl.layout.survey import Progress
from tpxl.messages import catalogue
from tpxl.messages.catalogue import Catalogue
from tpxl.model import Area, Finding, NewValue, Period, PeriodKind, Sheets
from tpxl.model.plain_table import PlainTable
from tpxl.model.sending import Form, Question, SendResult
from tpxl.terms import fold
from tpxl.terms.sending import (
    AREA,
    AT,
    BY,
    DUE,
    FILE,
    MISSING,
    SEND,
    SENDINGS,
)

_LETTERS_OF_A_SEND = 8


class SendWish(NamedTuple):
    """What a person asks for: which areas, by when, into which folder, last year's workbook."""

    folder: Path
    areas: Sequence[str] = ()
    due: dt.date | None = None
    last: Path | None = None
    lang: str = "fi"


def send(book: Book, wish: SendWish, progress: Progress | None = None) -> SendResult:
    """Make the forms and tell of them in the open book; nothing is saved and no file written.

    Raises:
        TpxlError: no table of the family is found, an area is none of the book's, the book takes
            no sheet more, or last year's cannot be read.
    """
    found = survey(book, progress)
    known, hidden = areas_of(found, book.sheets), found.hidden
    areas = chosen(book.name, known, wish.areas, hidden, in_tables(found))
    before = _last_year(wish.last)
    when, words = dt.datetime.now().astimezone(), catalogue(wish.lang)
    asking = Asking(book, found, change_findings(book, found), words)
    people = _people(book, found)
    asked: list[FormToSend] = []
    not_asked = []
    for area in areas:
        last: Last = {} if before is None else last_outcomes(before, area.name)
        questions = asking.questions(area.name, last)
        if not questions:
            not_asked.append(area.name)
            continue
        due = "" if wish.due is None else f"{wish.due.day}.{wish.due.month}.{wish.due.year}"
        person, _ = people.get(fold(area.name), ("", ""))
        send_id = _send_id(book.name, area.name, when)
        asked.append(
            FormToSend(book.name, area, send_id, when, due, person, newest_actual(area), questions)
        )
    if not asked:
        raise TpxlError("send_nothing", book=book.name)
    taken = _names_taken(wish.folder)
    names = [f"{name}.xlsx" for name in file_names((one.area.name for one in asked), taken=taken)]
    forms = tuple(
        Form(
            one.area.name,
            name,
            one.send,
            *people.get(fold(one.area.name), ("", "")),
            one.due,
            len(one.questions),
            missing(one.questions),
        )
        for one, name in zip(asked, names, strict=True)
    )
    files = {name: form_file(one, words) for one, name in zip(asked, names, strict=True)}
    _tell(book, forms, when, wish.lang)
    listed = f"{file_names([words.texts['form_list']], taken=taken)[0]}.csv"
    files[listed] = _mailing_list(forms, words)
    return SendResult(book.name, forms, files, listed, not_asked)


def change_findings(book: Sheets, found: Survey) -> tuple[Finding, ...]:
    """Return the changes that ask for an explanation, those explained marked so."""
    told = comment_findings(CheckContext.of(book, found))
    return tuple(explained(found.findings_journal, told))


def newest_actual(area: Area) -> Period | None:
    """Return the newest year's figures of an area: the year its outcomes are of."""
    actual = [one for one in area.periods if one.kind is PeriodKind.ACTUAL]
    return max(actual, key=lambda one: one.year, default=None)


def missing(questions: Iterable[Question]) -> int:
    """Return how many answers are missing."""
    return sum(not one.answer for one in questions)


def sendings_of(book: Sheets) -> PlainTable | None:
    """Return the journal of forms, None where the book has none."""
    return next(iter(tables_of(book, SENDINGS)[SENDINGS]), None)


@contextmanager
def forms_ready(result: SendResult, folder: Path) -> Iterator[None]:
    """Write the forms and the mailing list; they are there once what tells of them is saved.

    Raises:
        TpxlError: one cannot be written: none is there then, and nothing was saved; or one cannot
            get its own name in the end: what was saved tells of it, and another sending makes it.
    """
    make_folder(folder)
    with beside_until_done(folder, result.files):
        yield


def write_forms(result: SendResult, folder: Path) -> None:
    """Write the forms and the mailing list into the folder.

    Raises:
        TpxlError: one cannot be written; none is there then.
    """
    with forms_ready(result, folder):
        pass


def _last_year(path: Path | None) -> Survey | None:
    if path is None:
        return None
    with open_book(path) as book:
        return survey(book)


def _send_id(book: str, area: str, when: dt.datetime) -> str:
    said = f"{book}\x1f{area}\x1f{when.isoformat()}"
    return hashlib.sha256(said.encode()).hexdigest()[:_LETTERS_OF_A_SEND]


def _names_taken(folder: Path) -> list[str]:
    """Return the names of what lies in a folder: a form that was filled in is never replaced."""
    try:
        return [one.stem for one in folder.iterdir()]
    except OSError:  # it is made later, or told then why it cannot be
        return []


def _people(book: Sheets, found: Survey) -> Mapping[str, tuple[str, str]]:
    """Return the person in charge and the address of each area, by its folded name."""
    people = {}
    for record in found.settings.records:
        if isinstance(record.of, str):
            grid = book.read(record.sheet)
            said = [
                grid.value(record.cells[name]) if name in record.cells else None
                for name in ("person", "address")
            ]
            person, address = (one.strip() if isinstance(one, str) else "" for one in said)
            people[fold(record.of)] = (person, address)
    return people


def _tell(book: Book, forms: Iterable[Form], when: dt.datetime, lang: str) -> None:
    table = sendings_of(book)
    if table is None:
        (table,) = add_tables(book, (SENDINGS,), lang)
    rows: list[dict[str, NewValue]] = [
        {
            SEND: one.send,
            AREA: one.area,
            AT: moment(when),
            BY: user_name(),
            DUE: one.due or None,
            FILE: one.file,
            MISSING: one.missing,
        }
        for one in forms
    ]
    book.apply(table.with_rows(rows))


def _mailing_list(forms: Iterable[Form], words: Catalogue) -> bytes:
    """Return the list for a mail merge: CSV as a Finnish Excel opens it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    columns = ("area", "person", "address", "file", "due", "questions", "missing")
    writer.writerow([words.texts[f"form_list_{name}"] for name in columns])
    for one in forms:
        writer.writerow([csv_text(str(getattr(one, name))) for name in columns])
    return out.getvalue().encode("utf-8-sig")
