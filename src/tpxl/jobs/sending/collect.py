"""Answers from the areas back into the workbook, in place.

Every answer is taken, or was there already, or is in conflict with what the workbook says now, or
is told: none is lost and none is written where it is not certain to belong.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpxl.books import Book
from tpxl.errors import TpxlError
from tpxl.jobs.journal.sheets import moment, write_changes
from tpxl.jobs.recalculation import recalculate
from tpxl.jobs.refresh import apply_edits
from tpxl.jobs.sending.questions import Asking
from tpxl.jobs.sending.returned import ReturnedFile, read_file
from tpxl.jobs.sending.send import change_findings, newest_actual, sendings_of
from tpxl.layout import Survey, survey
from tpxl.layout.survey import Progress
from tpxl.messages import catalogue, period_name, phrased, sentence
from tpxl.model import Address, Edit, Finding, NewValue
from tpxl.model.journal import FindingsJournal
from tpxl.model.plain_table import PlainRow, PlainTable
from tpxl.model.sending import (
    Collected,
    CollectResult,
    Conflict,
    Odd,
    Question,
    ReturnedRow,
    SentRow,
)
from tpxl.rules.answers import AnsweredRow, Fate, are_alike, fate_of, fingerprint, told_rows
from tpxl.terms import fold
from tpxl.terms.journal import NAME
from tpxl.terms.sending import (
    AREA,
    AT,
    CONFLICTS,
    DUE,
    MISSING,
    PRINT,
    RETURNED,
    RETURNED_BY,
    SEND,
    TAKEN,
    YEAR,
)

if TYPE_CHECKING:
    from tpxl.model.figure import CellPlace

LEAVE, OURS, THEIRS = "leave", "ours", "theirs"
RULES = (LEAVE, OURS, THEIRS)
"""What is done where both have changed: nothing, the workbook's text stays, the area's is taken."""


class CollectWish(NamedTuple):
    """What a person asks for: the files, what is done with conflicts, the language."""

    files: Sequence[Path]
    conflict: str = LEAVE
    lang: str = "fi"


def collect(book: Book, wish: CollectWish, progress: Progress | None = None) -> CollectResult:
    """Bring the answers of returned forms into the open book; nothing is saved.

    Raises:
        TpxlError: no table of the family is found, no form was ever sent from the book, or a sheet
            cannot be read.
    """
    found = survey(book, progress)
    table = sendings_of(book)
    if table is None:
        raise TpxlError("collect_none_sent", book=book.name)
    when = dt.datetime.now().astimezone()
    desk = _Desk(book, found, table, wish, change_findings(book, found))
    returns = [desk.taken_in(path, when) for path in wish.files]
    applied: list[Edit] = []
    refused: list[Finding] = []
    for one in returns:
        done, not_done = apply_edits(book, one.edits)
        applied += done
        refused += not_done
        if done:
            refused += write_changes(book, survey(book), done, when, one.told.by)
    for one in returns:
        _tell(book, table, one, when)
    recalculate(book)
    return CollectResult(
        book.name,
        tuple(one.told for one in returns),
        tuple(applied),
        tuple(conflict for one in returns for conflict in one.conflicts),
        tuple(odd for one in returns for odd in one.odd),
        phrased(refused, wish.lang),
        is_written=bool(applied),
    )


@dataclass
class _TakenIn:
    """What a return brings, before anything is written."""

    told: Collected
    row: PlainRow | None = None
    print: str = ""
    edits: list[Edit] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    odd: list[Odd] = field(default_factory=list)


class _Desk:
    """Where returns come in, one after another: a later one meets what an earlier one brought."""

    def __init__(
        self,
        book: Book,
        found: Survey,
        table: PlainTable,
        wish: CollectWish,
        findings: Sequence[Finding],
    ) -> None:
        self.book, self.found, self.table, self.wish = book, found, table, wish
        self.words = catalogue(wish.lang)
        self.asking = Asking(book, found, findings, self.words)
        self.now: dict[CellPlace, str] = {}
        self.met: dict[str, str] = {}

    def taken_in(self, path: Path, when: dt.datetime) -> _TakenIn:
        """Return what a file brings; why it is refused is told of it alone."""
        try:
            file = read_file(path)
            row = self._row_of(file, path)
        except TpxlError as error:
            said = sentence(error, self.wish.lang)
            return _TakenIn(Collected(path.name, state="refused", error=said))
        return self._answers(path.name, file, row, when)

    def _row_of(self, file: ReturnedFile, path: Path) -> PlainRow:
        """Return the row that tells of the sending.

        Raises:
            TpxlError: the form was not sent from this book, a newer one was, or it is another
                year's.
        """
        send, area = file.form.facts[SEND], file.form.facts[AREA]
        own = [row for row in self.table.rows if fold(row.text(AREA)) == fold(area)]
        row = next((row for row in own if row.text(SEND) == send), None)
        if row is None:
            raise TpxlError("return_foreign", file=path.name, book=self.book.name)
        if row is not own[-1]:
            raise TpxlError("return_old", file=path.name, area=area, at=own[-1].text(AT))
        known = next((one for one in self.found.areas if fold(one.name) == fold(area)), None)
        period = None if known is None else newest_actual(known)
        asked = file.form.facts.get(YEAR, "")
        if period is not None and asked and asked != str(period):
            raise TpxlError("return_other_year", file=path.name, asked=asked, period=str(period))
        return row

    def _answers(self, name: str, file: ReturnedFile, row: PlainRow, when: dt.datetime) -> _TakenIn:
        form, area = file.form, row.text(AREA)
        questions = self.asking.questions(area)
        places = _Places(form.sent, questions)
        one = _TakenIn(
            Collected(name, area, form.facts[SEND], file.by, moment(when)), row, file.print
        )
        sent = {row.key: row for row in form.sent}
        fates: list[Fate | None] = []
        answered = set()
        for told in told_rows(form.sent, form.rows):
            if told.key is None or told.row.is_error:
                self._doubted(one, told, sent)
                continue
            answered.add(told.key)
            if told.is_changed:
                one.odd.append(Odd(name, "goal_changed", told.key, told.row.row, told.row.title))
            elif told.row.print != sent[told.key].row_print:
                one.odd.append(Odd(name, "row_changed", told.key, told.row.row, told.row.title))
            fates.append(self._answer(one, told.row, sent[told.key], places))
        one.odd += self._others(one, file, answered)
        self._count(one, fates, questions, when)
        return one

    def _doubted(self, one: _TakenIn, told: AnsweredRow, sent: Mapping[str, SentRow]) -> None:
        """Tell of an answer that cannot be taken, with its text; of a row without one nothing."""
        row, kind, name = told.row, told.doubt or "error_value", one.told.file
        said = sent.get(row.key)
        is_as_sent = said is not None and fingerprint(row.answer) == said.answer_print
        if kind == "copied" or (kind == "no_key" and not row.answer and row.title):
            one.odd.append(Odd(name, kind, row.key, row.row, row.title))
        elif row.answer and not (is_as_sent and kind in {"dragged", "twice"}):
            text = f"{row.title}: {row.answer}" if kind == "no_key" and row.title else row.answer
            one.odd.append(Odd(name, kind, row.key, row.row, text, is_answer=True))

    def _answer(
        self, one: _TakenIn, row: ReturnedRow, sent: SentRow, places: "_Places"
    ) -> Fate | None:
        """Return what became of an answer that is certain to be one; None where it is told."""
        question = places.of(sent)
        now = "" if question is None else self._now(question)
        fate = fate_of(sent.answer_print, row.answer, now)
        if fate in {Fate.UNCHANGED, Fate.SAME}:
            return fate
        kind = (
            "emptied" if fate is Fate.EMPTIED else "gone" if question is None else question.barrier
        )
        if kind is not None or question is None or question.place is None:
            text = sent.title if kind == "emptied" else row.answer
            is_answer = kind != "emptied"
            one.odd.append(Odd(one.told.file, kind or "gone", sent.key, row.row, text, is_answer))
            return None
        if fate is Fate.CONFLICT:
            self._conflict(one, row, question, now)
            if self.wish.conflict != THEIRS:
                return fate
        self._edit(one, question, row.answer)
        if question.key != sent.key:
            one.odd.append(Odd(one.told.file, "goal_edited", sent.key, row.row, question.title))
        return Fate.TAKEN

    def _now(self, question: Question) -> str:
        if question.place is None:
            return question.answer
        return self.now.get(question.place, question.answer)

    def _conflict(self, one: _TakenIn, row: ReturnedRow, question: Question, now: str) -> None:
        if question.place is not None:
            sheet, at = question.place
            told = (one.told.file, question.key, question.title, sheet, at.a1, now, row.answer)
            one.conflicts.append(Conflict(*told, is_settled=self.wish.conflict != LEAVE))

    def _edit(self, one: _TakenIn, question: Question, answer: str) -> None:
        if question.place is None:
            return
        sheet, at = question.place
        old = self.now.get(question.place, question.answer) or None
        about = (one.told.area, question.period, question.line)
        one.edits.append(Edit(sheet, at.a1, answer, old, *about))
        self.now[question.place] = answer
        journal = self.found.findings_journal
        if question.is_reason and journal is not None and one.told.by:
            one.edits += self._name(journal, at, one.told.by)

    def _name(self, journal: FindingsJournal, at: Address, name: str) -> Iterator[Edit]:
        """Yield the edit that tells whose reason it is, where nobody's name stands yet."""
        if NAME in journal.columns:
            beside = Address(at.row, journal.columns[NAME])
            if self.book.read(journal.sheet).value(beside) in {None, ""}:
                yield Edit(journal.sheet, beside.a1, name)

    def _others(self, one: _TakenIn, file: ReturnedFile, answered: set[str]) -> Iterator[Odd]:
        """Yield what else is to be looked at: rows that are gone, texts beside, changed figures."""
        form, name = file.form, one.told.file
        doubted = {odd.key for odd in one.odd}
        for sent in form.sent:
            if sent.key not in answered and sent.key not in doubted:
                yield Odd(name, "row_missing", sent.key, None, sent.title)
        for stray in form.strays:
            yield Odd(name, "stray", "", stray.row, stray.text)
        for figure in form.figures if form.figures_now else ():
            now = form.figures_now.get((figure.line, figure.period))
            if now is not None and now != figure.number:
                line = self.words.lines.get(figure.line, (figure.line,))[0]
                period = period_name(figure.period, self.words)
                text = f"{period} {line}: {figure.number} → {now}"
                yield Odd(name, "figure_changed", "", None, text)
        same = [edit.new for edit in one.edits if isinstance(edit.new, str)]
        for text in {text for text in same if same.count(text) > 1 and text != one.told.by}:
            yield Odd(name, "same_answer", "", None, text)

    def _count(
        self,
        one: _TakenIn,
        fates: Iterable[Fate | None],
        questions: Sequence[Question],
        when: dt.datetime,
    ) -> None:
        told = list(fates)
        empty = sum(not self._now(question) for question in questions)
        is_open = one.odd or any(not conflict.is_settled for conflict in one.conflicts)
        row = one.row
        is_repeated = row is not None and row.text(PRINT) == one.print
        is_repeated = is_repeated or self.met.get(one.print) is not None
        self.met[one.print] = one.told.file
        state = "repeated" if is_repeated and not one.edits else "partly" if is_open else "taken"
        one.told = one.told._replace(
            state=state,
            is_late=_is_late(row, when),
            taken=told.count(Fate.TAKEN),
            same=told.count(Fate.SAME),
            unchanged=told.count(Fate.UNCHANGED),
            conflicts=len(one.conflicts),
            odd=len(one.odd),
            missing=empty,
        )


class _Places:
    """Where answers belong now: by the key that was sent, else by a goal's words, edited since."""

    def __init__(self, sent: Iterable[SentRow], questions: Sequence[Question]) -> None:
        self.by_key = {one.key: one for one in questions}
        keys = {one.key for one in sent}
        self.others = [one for one in questions if one.key not in keys and not one.is_reason]

    def of(self, sent: SentRow) -> Question | None:
        """Return the question of a row that was sent, None where the workbook has it no more."""
        if sent.key in self.by_key:
            return self.by_key[sent.key]
        section = sent.key.partition("-")[0]
        near = [
            one
            for one in self.others
            if one.key.startswith(f"{section}-") and are_alike(one.title, sent.title)
        ]
        return near[0] if len(near) == 1 else None


def _is_late(row: PlainRow | None, when: dt.datetime) -> bool:
    try:
        day, month, year = (row.text(DUE) if row is not None else "").split(".")
        return when.date() > dt.date(int(year), int(month), int(day))
    except ValueError:  # no day was set
        return False


def _tell(book: Book, table: PlainTable, one: _TakenIn, when: dt.datetime) -> None:
    """Write what came back beside what was sent; a return that brought nothing new changes none."""
    if one.row is None or one.told.state in {"refused", "repeated"}:
        return
    open_conflicts = sum(not conflict.is_settled for conflict in one.conflicts)
    cells: Mapping[str, NewValue] = {
        RETURNED: moment(when),
        RETURNED_BY: one.told.by or None,
        TAKEN: one.told.taken + one.told.same,
        CONFLICTS: open_conflicts + sum(odd.is_answer for odd in one.odd),
        MISSING: one.told.missing,
        PRINT: one.print,
    }
    edits = [
        Edit(table.sheet, table.cell(one.row.row, column), new, one.row.cells.get(column))
        for column, new in cells.items()
        if column in table.columns
    ]
    book.apply(edits)
