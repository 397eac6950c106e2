"""What is asked of an area: its texts, the outcome of each goal, the reason of each large change.

A question is known by what it asks, never by where it stands: its key is made of the section, the
focus area and the goal's own words, and of more of them only where two goals say the same.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tpxl.jobs.goals.wording import WIDTHS, Wishes
from tpxl.jobs.journal.matching import Matched, matching
from tpxl.layout import Survey
from tpxl.layout.area_sheet import locate_sections, loose_rows
from tpxl.layout.views import AreaGrids
from tpxl.messages import line_name
from tpxl.messages.catalogue import Catalogue
from tpxl.messages.sentences import printed
from tpxl.model import Address, AreaGoals, Finding, Goal, GoalTable, Grid, Sheets
from tpxl.model.journal import FindingsJournal
from tpxl.model.sending import Question
from tpxl.rules.answers import are_alike, fingerprint, plain
from tpxl.rules.goal_texts import longest_that_fits
from tpxl.terms import fold
from tpxl.terms.goals import Column, header_word
from tpxl.terms.journal import REASON
from tpxl.terms.known import is_known

if TYPE_CHECKING:
    from tpxl.model.figure import CellPlace

PROSE = (1, 2)
"""The sections that are running text alone: purpose, and environment with its changes."""

_LETTERS = 6
_NO_SECTION = 0

REASONS = "H"
"""What the keys of changes begin with; those of goals begin with their section."""

Last = Mapping[tuple[int, str], str]
"""Outcomes of the year before by section and folded goal."""


class _Asked(NamedTuple):
    """A goal whose outcome is asked for, and the table it stands in."""

    table: GoalTable
    goal: Goal

    @property
    def section(self) -> int:
        """Return its section, 0 where nothing tells it."""
        return self.table.section or _NO_SECTION


_MORE_AND_MORE: tuple[Callable[[_Asked], tuple[str, ...]], ...] = (
    lambda one: (one.goal.focus or "", one.goal.goal or ""),
    lambda one: (one.goal.action or "", one.goal.indicator or ""),
    lambda one: (one.goal.number or "",),
)
"""What a goal is known by: of more only where less is not enough."""


class Asking(NamedTuple):
    """What questions are made of: the book, what stands where in it, its changes, the language."""

    book: Sheets
    found: Survey
    findings: Sequence[Finding]
    words: Catalogue

    def questions(self, area: str, last: Last | None = None) -> tuple[Question, ...]:
        """Return what an area is asked: texts, goals, changes, each with its own key.

        `last` are its outcomes of the year before.

        Raises:
            TpxlError: a sheet cannot be read.
        """
        own = next((one for one in self.found.goals if fold(one.area) == fold(area)), None)
        asked = list(_asked(own)) if own is not None else []
        goals = (
            self._of_goal(one, key, last or {})
            for one, key in zip(asked, _keys(asked), strict=True)
        )
        return (*self._texts(area), *goals, *self._reasons(area))

    def _texts(self, area: str) -> Iterator[Question]:
        """Yield the sections of running text: each cell that holds some, or the one that may.

        Where nothing is written yet, it belongs right under the heading; a section without such a
        row has no place for it, and is not asked for.
        """
        own = next((one for one in self.found.areas if fold(one.name) == fold(area)), None)
        if own is None:
            return
        grid = AreaGrids(self.book).of(own)
        tables = [table.block for table in own.tables]
        for place in locate_sections(grid, tuple(grid.texts(is_known))):
            below = range(place.row + 1, place.last_row + 1)
            if place.number not in PROSE or any(block.top in below for block in tables):
                continue
            cells = [
                Address(row.row, column)
                for row in loose_rows(grid, below, ())
                for column, value, _ in row.cells
                if isinstance(value, str)
            ]
            empty = place.at._replace(row=place.row + 1)
            cells = cells or ([empty] if place.last_row > place.row else [])
            for number, at in enumerate(cells, start=1):
                of = f" ({number}/{len(cells)})" if len(cells) > 1 else ""
                yield self._of_text(place.number, f"{place.heading}{of}", grid, (own.sheet, at))

    def _of_text(self, section: int, title: str, grid: Grid, place: "CellPlace") -> Question:
        value = grid.value(place[1])
        text = value if isinstance(value, str) else ""
        return Question(
            key=f"{section}-{fingerprint('', title, letters=_LETTERS)}",
            part=self.words.texts["form_text"],
            title=title,
            action="",
            indicator="",
            answer=text,
            place=place,
            barrier=_barrier(grid, place[1], text),
        )

    def _of_goal(self, one: _Asked, key: str, last: Last) -> Question:
        goal, at = one.goal, one.goal.cells[Column.OUTCOME]
        grid = self.book.read(one.table.sheet)
        limit = Wishes.of(self.found.settings.texts).longest
        part = self.words.texts[f"export.section{one.section}"] if one.section else ""
        return Question(
            key=key,
            part=f"{one.section}. {goal.focus}" if goal.focus and one.section else part,
            title=" ".join(filter(None, (_numbered(goal.number), goal.goal))),
            action=goal.action or "",
            indicator=" ".join(filter(None, (goal.indicator, goal.target))),
            answer=goal.outcome or "",
            place=(one.table.sheet, at),
            last=_older_outcome(grid, one) or _of_last_year(one, last),
            limit=limit or longest_that_fits(WIDTHS[Column.OUTCOME], goal.rows),
            barrier=_barrier(grid, at, goal.outcome or ""),
        )

    def _reasons(self, area: str) -> Iterator[Question]:
        """Yield the changes to be explained; without a journal there is no place for a reason."""
        journal = self.found.findings_journal
        if journal is None:
            return
        own = [one for one in self.findings if fold(one.area or "") == fold(area)]
        for one in matching(journal, own).matched:
            yield _of_change(journal, one, self.words)


def _asked(area: AreaGoals) -> Iterator[_Asked]:
    """Yield the goals of tables that have a column of outcomes."""
    for table in area.tables:
        for goal in table.goals:
            if goal.goal and Column.OUTCOME in goal.cells:
                yield _Asked(table, goal)


def _keys(asked: Sequence[_Asked]) -> list[str]:
    """Return the key of each goal; goals alike in every word are counted."""
    keys = [""] * len(asked)
    known: list[tuple[str, ...]] = [()] * len(asked)
    left = list(range(len(asked)))
    for more in _MORE_AND_MORE:
        for at in left:
            known[at] = (*known[at], *(fold(text) for text in more(asked[at])))
            keys[at] = f"{asked[at].section}-{fingerprint(*known[at], letters=_LETTERS)}"
        counts = Counter(keys)
        left = [at for at in left if counts[keys[at]] > 1]
    met: Counter[str] = Counter()
    for at in left:
        met[keys[at]] += 1
        keys[at] = f"{keys[at]}-{met[keys[at]]}"
    return keys


def _numbered(number: str | None) -> str | None:
    return f"{number}." if number and number.isdigit() else number


def _barrier(grid: Grid, at: Address, answer: str) -> str | None:
    """Return why an answer cannot be written where it belongs."""
    value = grid.value(at)
    if grid.has_formula(at):
        return "formula"
    own = plain(value) if isinstance(value, str) else ""
    if isinstance(value, str) and plain(answer) != own:
        return "several_cells"
    return "lettering" if grid.has_rich_text(at) else None


def _older_outcome(grid: Grid, one: _Asked) -> str:
    """Return the outcome of the newest year before, where the table has a column of it."""
    heading = one.table.headings.get(Column.OUTCOME)
    if heading is None:
        return ""
    years = {}
    for column, value in grid.row(heading.row).items():
        word = header_word(value) if isinstance(value, str) else None
        if word is None or word.year is None or Column.OUTCOME not in word.columns:
            continue
        if column != heading.column:
            years[word.year] = column
    row = one.goal.cells[Column.OUTCOME].row
    value = grid.value(Address(row, years[max(years)])) if years else None
    return value if isinstance(value, str) else ""


def _of_last_year(one: _Asked, last: Last) -> str:
    said = fold(one.goal.goal or "")
    if (one.section, said) in last:
        return last[one.section, said]
    near = [
        text
        for (section, goal), text in last.items()
        if section == one.section and are_alike(goal, said)
    ]
    return near[0] if len(near) == 1 else ""


def last_outcomes(found: Survey, area: str) -> Last:
    """Return the outcomes of an area in the workbook of the year before."""
    return {
        (one.section, fold(one.goal.goal or "")): one.goal.outcome
        for goals in found.goals
        if fold(goals.area) == fold(area)
        for one in _asked(goals)
        if one.goal.outcome
    }


def _of_change(journal: FindingsJournal, one: Matched, words: Catalogue) -> Question:
    """Return what is asked of a change; one without its row in the journal has no place yet."""
    finding, row = one.finding, one.row
    known = (finding.period, finding.line, finding.found, finding.facts["base_number"])
    place = None if row is None else Address(row.row, journal.columns[REASON])
    kept = None if row is None else row.kept.get(journal.columns[REASON])
    return Question(
        key=f"{REASONS}-{fingerprint(*map(str, known), letters=_LETTERS)}",
        part=words.texts["form_reasons"],
        title=_change(finding, words),
        action="",
        indicator="",
        answer=kept if isinstance(kept, str) else "",
        place=None if place is None else (journal.sheet, place),
        barrier="no_row" if place is None else None,
        line=finding.line,
        period=finding.period,
    )


def _change(finding: Finding, words: Catalogue) -> str:
    change = finding.facts.get("change")
    code = "form_change" if change is not None else "form_change_without_percent"
    numbers = {
        name: "" if number is None else printed(number, words.decimal_mark)
        for name, number in (
            ("found", finding.found),
            ("base_number", finding.facts["base_number"]),
            ("change", change),
        )
    }
    return words.texts[code].format(
        change_of=line_name(f"{finding.line}.change_percent", words),
        period=finding.period,
        base_period=finding.facts["base_period"],
        **numbers,
    )
