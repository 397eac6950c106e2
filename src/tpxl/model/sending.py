"""What is asked of an area, what came back, and what became of every answer."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from tpxl.model.cell import Edit
from tpxl.model.figure import CellPlace
from tpxl.model.finding import Finding


class Question(NamedTuple):
    """What an area is asked: a goal's outcome, or the reason of a change.

    `place` is the cell the answer belongs to; `barrier` tells why it cannot be written there: the
    code of a text. `limit` is how many characters print well, None where any number does.
    """

    key: str
    part: str
    title: str
    action: str
    indicator: str
    answer: str
    place: CellPlace | None
    last: str = ""
    limit: int | None = None
    barrier: str | None = None
    line: str | None = None
    period: str | None = None

    @property
    def is_reason(self) -> bool:
        """Tell whether a change is to be explained."""
        return self.period is not None


class SentRow(NamedTuple):
    """A row as it was sent: its key, the words it asks with, the fingerprints of both halves."""

    key: str
    title: str
    row_print: str
    answer_print: str


class ReturnedRow(NamedTuple):
    """A row as it came back; `names` are the keys whose defined names refer to its answer's cell.

    `print` is the fingerprint of what was asked. `is_error` tells that the answer is an error
    value.
    """

    row: int
    key: str
    title: str
    print: str
    answer: str
    names: tuple[str, ...] = ()
    is_error: bool = False


class Stray(NamedTuple):
    """A text that somebody wrote where nothing was asked."""

    row: int
    text: str


class SentFigure(NamedTuple):
    """A figure an area was shown: its line's code, its period, its number as text."""

    line: str
    period: str
    number: str


class Return(NamedTuple):
    """A form that came back: whose it is, what was sent, what stands in it now.

    `figures` are those sent, `figures_now` the same as they stand in the form by line and period.
    """

    facts: Mapping[str, str]
    by: str
    sent: Sequence[SentRow]
    rows: Sequence[ReturnedRow]
    strays: Sequence[Stray] = ()
    figures: Sequence[SentFigure] = ()
    figures_now: Mapping[tuple[str, str], str] = MappingProxyType({})


class Form(NamedTuple):
    """A form to be mailed: the area, the file, who is asked by when, how much is missing."""

    area: str
    file: str
    send: str
    person: str
    address: str
    due: str
    questions: int
    missing: int


class SendResult(NamedTuple):
    """What was sent: the forms, the bytes of each file, areas of which nothing is asked.

    `mailing_list` is the name of the file for a mail merge.
    """

    book: str
    forms: Sequence[Form]
    files: Mapping[str, bytes]
    mailing_list: str
    not_asked: Sequence[str] = ()


class Conflict(NamedTuple):
    """An answer and a text of the workbook that both have changed since the form was sent."""

    file: str
    key: str
    title: str
    sheet: str
    cell: str
    master: str
    returned: str
    is_settled: bool = False


class Odd(NamedTuple):
    """Something in a return that a person should look at; the kind is the code of a text.

    `is_answer` tells that `text` is an answer that was not taken.
    """

    file: str
    kind: str
    key: str
    row: int | None
    text: str
    is_answer: bool = False


class Collected(NamedTuple):
    """What became of a return; the counts are of its answers.

    `state` is the contract's word: taken, partly, repeated or refused; `error` says why refused.
    """

    file: str
    area: str = ""
    send: str = ""
    by: str = ""
    at: str = ""
    state: str = "taken"
    is_late: bool = False
    taken: int = 0
    same: int = 0
    unchanged: int = 0
    conflicts: int = 0
    odd: int = 0
    missing: int = 0
    error: str = ""


class CollectResult(NamedTuple):
    """What all returns brought: the cells that changed, what is in conflict, what is odd."""

    book: str
    returns: Sequence[Collected]
    edits: Sequence[Edit]
    conflicts: Sequence[Conflict]
    odd: Sequence[Odd]
    findings: Sequence[Finding] = ()
    is_written: bool = False

    @property
    def has_open_errors(self) -> bool:
        """Tell whether something is left to look at."""
        is_open = any(not one.is_settled for one in self.conflicts)
        refused = any(one.state == "refused" for one in self.returns)
        return is_open or refused or bool(self.odd) or bool(self.findings)
