"""Dates, times and durations: what a serial number shows in a format that shows a moment.

A date is printed the report's way (``31.12.2025``) whatever the order of its parts; what shows only
a part of a moment (a month's name, hours and minutes) is printed as Excel shows it. Seconds that
are zero are left out after hours and minutes, as nobody typed them.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tpxl.terms import values

_EPOCH = dt.date(1899, 12, 30)
_LEAP_DAY = 60
"""Excel holds 1900 for a leap year: serials before its 29 February are a day behind."""
LAST_SERIAL = 2_958_465
"""The last day of the year 9999."""
_DAY = 86_400
_HOUR, _MINUTE = 3600, 60
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<elapsed>h+|m+|s+)\]|\[\$(?P<locale>[^\]]*)\]'
    r"|\[[^\]]*\]|_.|\*.|(?P<half>AM/PM|A/P)|(?P<part>y+|m+|d+|h+|s+)|(?P<fraction>\.0+)|(?P<sign>.)",
    re.IGNORECASE | re.DOTALL,
)
_DIGITS = frozenset("0#?")
_NAMED = frozenset({"mmm", "mmmm", "mmmmm", "ddd", "dddd"})
_SIGN, _HALF = "sign", "half"
"""Pieces that are no part of a moment: ``:`` or ``/``, whose look the language decides; AM/PM."""
_LOCALES = {0x40B: "fi", 0x41D: "sv", 0x81D: "sv", 0x409: "en", 0x809: "en"}


class Token(NamedTuple):
    """A piece of a format: a part of a moment (``d``, ``M`` is minutes, ``[h]``), a sign, text."""

    part: str
    text: str = ""


class MomentFormat(NamedTuple):
    """A format that shows a moment: its pieces, and the language it asks for, if any."""

    tokens: tuple[Token, ...]
    lang: str | None = None

    @property
    def parts(self) -> frozenset[str]:
        """Return the parts of a moment that are shown, each with its length."""
        return frozenset(token.part for token in self.tokens if token.part not in {"", _SIGN})

    @property
    def is_date(self) -> bool:
        """Tell whether day, month and year are shown as numbers, in any order."""
        words = any(not token.part and any(map(str.isalpha, token.text)) for token in self.tokens)
        is_whole = {part[0] for part in self.parts} >= {"d", "m", "y"}
        return is_whole and not words and not self.parts & _NAMED


@lru_cache(maxsize=1024)
def moment_format(code: str) -> MomentFormat | None:
    """Return how a format code shows a moment; None where it shows none.

    >>> moment_format("0.0") is None, moment_format("[h]:mm") is None
    (True, False)
    """
    found = list(_TOKEN.finditer(code))
    end = next((i for i, one in enumerate(found) if one["sign"] == ";"), len(found))
    section = found[:end]
    if any(one["sign"] in _DIGITS for one in section if one["sign"]):
        return None
    tokens = tuple(_tokens(section))
    shown = MomentFormat(tokens)
    if not shown.parts - {_HALF}:
        return None
    return shown._replace(lang=next(filter(None, map(_lang, section)), None))


def _lang(found: re.Match[str]) -> str | None:
    number = (found["locale"] or "").rpartition("-")[2]
    try:
        return _LOCALES.get(int(number, 16) & 0xFFFF)
    except ValueError:
        return None


def _tokens(section: Sequence[re.Match[str]]) -> Iterator[Token]:
    """Yield the pieces; an ``m`` after hours or before seconds is minutes."""
    letters = [(i, (one["part"] or one["elapsed"] or "").lower()) for i, one in enumerate(section)]
    letters = [(i, part) for i, part in letters if part]
    minutes = set()
    for place, (i, part) in enumerate(letters):
        before = letters[place - 1][1] if place else ""
        after = letters[place + 1][1] if place + 1 < len(letters) else ""
        if part in {"m", "mm"} and (before[:1] == "h" or after[:1] == "s"):
            minutes.add(i)
    for i, one in enumerate(section):
        part, elapsed = (one["part"] or "").lower(), (one["elapsed"] or "").lower()
        if elapsed:
            yield Token(f"[{elapsed[0]}]", elapsed)
        elif part:
            yield Token(part.upper() if i in minutes else part, part)
        elif one["half"]:
            yield Token(_HALF)
        elif literal := one["quoted"] or one["escaped"]:
            yield Token("", literal)
        elif one["sign"]:
            yield Token(_SIGN, one["sign"])


def day_of(serial: float) -> dt.date | None:
    """Return the day of a serial number; None where Excel has no day of it.

    >>> day_of(46022), day_of(1), day_of(-1)
    (datetime.date(2025, 12, 31), datetime.date(1900, 1, 1), None)
    """
    if not 1 <= serial < LAST_SERIAL + 1:
        return None
    return _EPOCH + dt.timedelta(days=int(serial) + (serial < _LEAP_DAY))


def date_text(day: dt.date) -> str:
    """Return a day as the report prints it.

    >>> date_text(dt.date(2025, 12, 31))
    '31.12.2025'
    """
    return f"{day.day}.{day.month}.{day.year}"


def moment_text(serial: float, shown: MomentFormat, lang: str) -> str | None:
    """Return what a serial number shows; None where Excel shows no moment of it.

    >>> evening, month = moment_format("h:mm:ss"), moment_format("mmm yy")
    >>> moment_text(20.5 / 24, evening, "fi"), moment_text(45000, month, "fi")
    ('20.30', 'maalis 23')
    """
    if not 0 <= serial < LAST_SERIAL + 1:
        return None
    seconds = round(serial * _DAY)
    writer = _Writer(seconds, shown, shown.lang or lang, values.TIME_MARK[lang])
    if not shown.is_date:
        return writer.text()
    day = day_of(seconds / _DAY)
    time = writer.clock() if shown.parts & {"h", "hh"} and seconds % _DAY else ""
    return None if day is None else f"{date_text(day)} {time}".strip()


class _Writer(NamedTuple):
    """A moment in whole seconds, written piece by piece."""

    seconds: int
    shown: MomentFormat
    lang: str
    time_mark: str

    def text(self) -> str:
        """Return the moment in the format's own pieces."""
        tokens = list(self.shown.tokens)
        if not self.seconds % _MINUTE and {"h", "hh", "[h]"} & self.shown.parts:
            tokens = _without_seconds(tokens)
        return " ".join("".join(map(self._piece, tokens)).split())

    def clock(self) -> str:
        """Return the time of day."""
        hour, minute, second = self._time()
        tail = f"{self.time_mark}{second:02}" if second and self.shown.parts & {"s", "ss"} else ""
        return f"{hour}{self.time_mark}{minute:02}{tail}"

    def _time(self) -> tuple[int, int, int]:
        rest = self.seconds % _DAY
        return rest // _HOUR, rest % _HOUR // _MINUTE, rest % _MINUTE

    def _piece(self, token: Token) -> str:
        if token.part == _SIGN:
            marks = {":": self.time_mark, "/": values.DATE_MARK[self.lang]}
            return marks.get(token.text, token.text)
        if token.part in _TIMES:
            return self._of_time(token)
        return self._of_day(token) if token.part else token.text

    def _of_time(self, token: Token) -> str:
        hour, minute, second = self._time()
        is_halved = _HALF in self.shown.parts and self.lang == "en"
        match token.part:
            case "[h]" | "[m]" | "[s]":
                unit = {"h": _HOUR, "m": _MINUTE, "s": 1}[token.part[1]]
                return f"{self.seconds // unit:0{len(token.text)}}"
            case _ if token.part == _HALF:
                return ("PM" if hour >= _NOON else "AM") if is_halved else ""
            case "h" | "hh":
                shown = (hour % _NOON or _NOON) if is_halved else hour
            case "M" | "MM":
                shown = minute
            case _:
                shown = second
        return f"{shown:0{len(token.part)}}"

    def _of_day(self, token: Token) -> str:
        day = day_of(max(1, self.seconds / _DAY)) or _EPOCH
        match token.part[0], len(token.part):
            case "y", length:
                return f"{day.year % 100:02}" if length < 3 else f"{day.year}"  # noqa: PLR2004
            case "m", 1 | 2 as length:
                return f"{day.month:0{length}}"
            case "m", 5:
                return values.month_name(day.month, self.lang)[0].upper()
            case "m", length:
                has_day = bool(self.shown.parts & {"d", "dd"})
                short = length == 3  # noqa: PLR2004
                return values.month_name(day.month, self.lang, is_short=short, is_of_day=has_day)
            case _, 1 | 2 as length:
                return f"{day.day:0{length}}"
            case _, length:
                return values.weekday_name(day.weekday(), self.lang, is_short=length == 3)  # noqa: PLR2004


_TIMES = frozenset({"h", "hh", "M", "MM", "s", "ss", "[h]", "[m]", "[s]", _HALF})
_NOON = 12


def _without_seconds(tokens: list[Token]) -> list[Token]:
    """Return the pieces without the seconds that follow minutes, and what parts them."""
    for place in range(2, len(tokens)):
        if tokens[place].part in {"s", "ss"} and tokens[place - 2].part in {"M", "MM"}:
            return tokens[: place - 1] + tokens[place + 1 :]
    return tokens
