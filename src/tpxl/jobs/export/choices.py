"""What finance has chosen for the clean sheets: city, board, periods, decimals, separators.

How values are worded for a sheet and for a document: the same numbers, each in its own way.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from tpxl.jobs.export.loose import tidy
from tpxl.jobs.export.report import Chart
from tpxl.jobs.export.template.fields import FiguresFields, Unfilled, Wording
from tpxl.layout.cells.moments import date_text, day_of
from tpxl.messages.catalogue import Catalogue
from tpxl.messages.sentences import MINUS as TRUE_MINUS
from tpxl.messages.sentences import NO_BREAK_SPACE, printed
from tpxl.model import Period, PeriodKind, Settings
from tpxl.terms import fold
from tpxl.terms import settings as terms_settings
from tpxl.terms.periods import period_of

_SERIALS = range(20_000, 80_000)
"""Serial numbers of days between 1954 and 2119: a meeting's date, and no other number."""

MOST_PERIODS = 8
"""More columns of figures than this would make an upright page of a sheet too small to read."""


@dataclass(frozen=True, slots=True)
class Separators:
    """How printed numbers are parted: groups, decimals, the sign of a negative one."""

    group: str = NO_BREAK_SPACE
    decimal: str = ","
    minus: str = TRUE_MINUS

    def printed(self, number: Decimal, decimals: int) -> str:
        r"""Return `number` with `decimals`, as the report prints it.

        >>> Separators().printed(Decimal("-2859611"), 0), Separators(".").printed(Decimal(1500), 1)
        ('−2\xa0859\xa0611', '1.500,0')
        """
        text = printed(number, self.decimal, decimals)
        return text.replace(NO_BREAK_SPACE, self.group).replace(TRUE_MINUS, self.minus)


@dataclass(frozen=True, slots=True)
class Choices:
    """The settings of the clean sheets; None and empty where nothing is typed.

    `sections` and `parts` are what is shown, in this order; `not_understood` are the words that
    name none, by their setting.
    """

    city: str | None = None
    board: str | None = None
    meeting: str | None = None
    year: int | None = None
    periods: tuple[Period, ...] = ()
    decimals: int | None = None
    change_decimals: int | None = None
    separators: Separators = Separators()
    unfilled: str | None = None
    sections: tuple[int, ...] = ()
    parts: tuple[str, ...] = ()
    not_understood: tuple[tuple[str, str], ...] = ()
    is_approved_only: bool = False

    @classmethod
    def of(cls, settings: Settings, decimal_mark: str = ",") -> "Choices":
        """Return what is typed among a book's settings."""
        typed = settings.texts
        sections, other = _chosen(_typed(typed, terms_settings.EXPORT_SECTIONS), _section)
        parts, strange = _chosen(_typed(typed, terms_settings.PARTS), _part)
        unread = [(terms_settings.EXPORT_SECTIONS[0], word) for word in other]
        unread += [(terms_settings.PARTS[0], word) for word in strange]
        return cls(
            city=_typed(typed, terms_settings.CITY),
            board=_typed(typed, terms_settings.BOARD),
            meeting=_date(_typed(typed, terms_settings.MEETING)),
            year=_number(_typed(typed, terms_settings.YEAR)),
            periods=_periods(_typed(typed, terms_settings.PERIODS)),
            decimals=_number(_typed(typed, terms_settings.EXPORT_DECIMALS)),
            change_decimals=_number(_typed(typed, terms_settings.CHANGE_DECIMALS)),
            separators=_separators(typed, decimal_mark),
            unfilled=_typed(typed, terms_settings.UNFILLED),
            sections=sections,
            parts=parts,
            not_understood=tuple(unread),
            is_approved_only=terms_settings.is_yes(_typed(typed, terms_settings.APPROVED_ONLY))
            is True,
        )

    def shows(self, period: Period) -> bool:
        """Tell whether a period's column is printed; all are when none is chosen."""
        return not self.periods or period in self.periods


SECTIONS = range(1, 10)
Item = TypeVar("Item")


def _chosen(
    text: str | None, read: Callable[[str], Item | None]
) -> tuple[tuple[Item, ...], list[str]]:
    """Return the items of a list that finance typed, each once, and the words that are none."""
    words = [word.strip() for word in (text or "").replace(";", ",").split(",") if word.strip()]
    if any(fold(word) in terms_settings.ALL for word in words):
        words = []
    items = [read(word) for word in words]
    known = dict.fromkeys(item for item in items if item is not None)
    return tuple(known), [word for word, item in zip(words, items, strict=True) if item is None]


def _section(word: str) -> int | None:
    number = word.rstrip(".")
    is_known = number.isascii() and number.isdigit() and int(number) in SECTIONS
    return int(number) if is_known else None


def _part(word: str) -> str | None:
    folded = fold(word)
    return next((part for part, said in terms_settings.PART_WORDS.items() if folded in said), None)


def _typed(texts: Mapping[str, str], labels: Sequence[str]) -> str | None:
    typed = (tidy(texts[label]) for label in labels if texts.get(label))
    return next(filter(None, typed), None)


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() else None


def _date(text: str | None) -> str | None:
    number = _number(text)
    if number not in _SERIALS:
        return text
    day = day_of(number or 0)
    return text if day is None else date_text(day)


def _periods(text: str | None) -> tuple[Period, ...]:
    parts = (text or "").replace(";", ",").split(",")
    found = (period_of(part.strip()) for part in parts if fold(part) not in terms_settings.ALL)
    return tuple(Period(PeriodKind(kind), year) for kind, year in filter(None, found))


def _separators(texts: Mapping[str, str], decimal_mark: str) -> Separators:
    grouping = fold(_typed(texts, terms_settings.GROUPING) or "")
    group = NO_BREAK_SPACE
    if grouping in terms_settings.UNGROUPED:
        group = ""
    elif grouping in terms_settings.DOTTED and decimal_mark != ".":
        group = "."
    sign = _typed(texts, terms_settings.MINUS)
    is_hyphen = sign is not None and sign != TRUE_MINUS and fold(sign) in terms_settings.HYPHEN
    return Separators(group, decimal_mark, "-" if is_hyphen else TRUE_MINUS)


def document_wording(choices: Choices, words: Catalogue) -> Wording:
    """Return the wording of a document: numbers as printed; its writer puts the picture."""

    def picture(chart: Chart, _: Sequence[FiguresFields]) -> Any:  # noqa: ANN401  # what a template prints
        return chart.title

    return Wording(
        unfilled=_unfilled(choices, words),
        words=words,
        number=choices.separators.printed,
        picture=picture,
    )


def sheet_wording(choices: Choices, words: Catalogue) -> Wording:
    """Return the wording of a sheet: numbers stay numbers, and a chart follows its figures."""
    from tpxl.jobs.export.xlsx.chart import placed_chart  # noqa: PLC0415  # a writer's weight
    from tpxl.jobs.export.xlsx.rows import (  # noqa: PLC0415
        NumberLook,
        Numeral,
    )

    separators = choices.separators
    look = NumberLook(bool(separators.group), separators.minus != "-")

    def number(value: Decimal, decimals: int) -> Numeral:
        return Numeral(value, separators.printed(value, decimals), look.code(decimals))

    return Wording(
        unfilled=_unfilled(choices, words),
        words=words,
        number=number,
        picture=placed_chart,
        periods_across=MOST_PERIODS,
    )


def _unfilled(choices: Choices, words: Catalogue) -> Unfilled:
    return Unfilled(choices.unfilled or words.texts["export.unfilled"])
