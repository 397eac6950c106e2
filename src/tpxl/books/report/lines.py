"""Words into lines, and lines into runs: a label, a number with its groups of thousands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, zip_longest

from tpxl.books.report.numbers import printed_value
from tpxl.books.report.passages import Box, Print
from tpxl.books.report.pdf import Rule, Word
from tpxl.terms.folding import RAISED
from tpxl.terms.periods import period_of, year_of

_SAME_LINE = 0.35
_GAP = 0.6
_GROUP_GAP = 0.45
_SIGN_GAP = 0.7
_REST_GAP = 0.35
"""The gap before digits that lack one of a group, of a letter's size: no more than a space."""
_TOUCHING = 0.1
_WIDEST_GAP = max(_GAP, _GROUP_GAP, _SIGN_GAP)
_LEADERS = re.compile(r"[.\u2026_\u00b7]{4,}")
_DOT = re.compile(r"[.\u2026_\u00b7]{1,3}")
_FEWEST_DOTS = 3
_STARRED = re.compile(r"(?P<number>.*\d\)?%?)\*{1,3}\)?")
_SEVERAL = 2
_SIGN = re.compile(r"[-+\u2212\u2010-\u2014]")
_MARK = rf"(?:\*{{1,3}}\)?|[{RAISED}]+)?"
_DIGITS = re.compile(
    r"[-+\u2212\u2010-\u2014(]?\d[\d.,\u00a0\u2006-\u200a\u202f]*[-\u2212\u2010-\u2014]?\)?%?"
    + _MARK
)
_HEAD_GROUP = re.compile(r"[-+\u2212\u2010-\u2014(]?\d{1,3}")
_GROUP = re.compile(r"\d{3}(?:,\d+)?[-\u2212\u2010-\u2014]?\)?%?" + _MARK + "[.;]?")
_TORN = re.compile(r"[-+\u2212\u2010-\u2014]?\d{1,3}(?:[ \u00a0\u2006-\u200a\u202f]\d{3})+ \d{1,2}")
_UNIT = frozenset({"%", "\u20ac", "*", "*)"})
_DASH = re.compile(r"[-\u2212\u2010-\u2014]{1,2}")


@dataclass(frozen=True)  # no slots: what is asked often is kept
class TextRun:
    """Words that stand together on a line."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """Return what it says."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box:
        """Return the box around it."""
        return around(self.words)

    @cached_property
    def is_dash(self) -> bool:
        """Tell whether it is a dash in a figure's place."""
        return _DASH.fullmatch(self.text) is not None

    @cached_property
    def is_figure(self) -> bool:
        """Tell whether it is a number: a year or a unit (1 000 \u20ac) is none."""
        return printed_value(self.text).is_number

    @cached_property
    def is_filling(self) -> bool:
        """Tell whether it fills a figure's place."""
        return self.is_dash or self.is_figure or self.is_broken or self.is_torn

    @cached_property
    def is_broken(self) -> bool:
        """Tell whether it is a number of which a sign is not known: no figure, and no label."""
        is_lacking = "\ufffd" in self.text and any(map(str.isdigit, self.text))
        return is_lacking and not any(map(str.isalpha, self.text))

    @cached_property
    def is_torn(self) -> bool:
        """Tell whether its last group of digits lacks some: they go on below, or are others."""
        return _TORN.fullmatch(self.text) is not None

    @cached_property
    def is_bold(self) -> bool:
        """Tell whether every word of it is in bold."""
        return all(word.is_bold for word in self.words)

    @cached_property
    def size(self) -> float:
        """Return the size of its letters."""
        return max(word.size for word in self.words)


@dataclass(frozen=True)  # as above
class TextLine:
    """The runs of a line from left to right."""

    runs: tuple[TextRun, ...]
    top: float
    bottom: float

    @cached_property
    def height(self) -> float:
        """Return how tall it is."""
        return self.bottom - self.top

    @cached_property
    def has_figures(self) -> bool:
        """Tell whether a number stands on it."""
        return any(run.is_figure for run in self.runs)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Return its words."""
        return tuple(word for run in self.runs for word in run.words)

    @cached_property
    def text(self) -> str:
        """Return what it says."""
        return " ".join(run.text for run in self.runs)

    @cached_property
    def box(self) -> Box:
        """Return the box around it."""
        return around(self.words)


def around(words: Iterable[Word]) -> Box:
    """Return the box around words."""
    boxes = [word.box for word in words]
    if len(boxes) == 1:
        return boxes[0]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def rows_of_words(words: Iterable[Word]) -> list[list[Word]]:
    """Return words as lines from top to bottom, each from left to right."""
    rows: list[tuple[float, list[Word]]] = []
    for word in sorted(words, key=lambda word: (word.box.top + word.box.bottom, word.box.left)):
        _, top, _, bottom = word.box
        middle = (top + bottom) / 2
        reach = _SAME_LINE * max(bottom - top, 6)
        for at in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            mean, line = rows[at]
            if abs(middle - mean) < reach:
                line.append(word)
                rows[at] = (mean + (middle - mean) / len(line), line)
                break
        else:
            rows.append((middle, [word]))
    return [sorted(line, key=lambda word: word.box.left) for _, line in rows]


def lines_of(words: Iterable[Word], upright: Sequence[Rule] = ()) -> list[TextLine]:
    """Return words as lines of runs; nothing runs across an upright rule."""
    lines = []
    for row in rows_of_words(words):
        runs = tuple(_runs(_with_signs_after(list(_without_leaders(row))), upright))
        if runs:
            box = around(word for run in runs for word in run.words)
            lines.append(TextLine(runs, box.top, box.bottom))
    return lines


def print_of(words: Iterable[Word], page: int) -> Print | None:
    """Return the text of a cell that holds these words, its lines joined; None without words."""
    rows = [_with_signs_after(list(_without_leaders(row))) for row in rows_of_words(words)]
    text = ""
    for row in filter(None, rows):
        text = joined(text, " ".join(word.text for word in row))
    return Print(text, page, around(word for row in rows for word in row)) if text else None


def joined(above: str, below: str) -> str:
    """Return two lines of one text as one; a word that a hyphen parts is whole again.

    >>> joined("talous-", "arvio"), joined("TE-", "palvelut"), joined("Alkup.", "TA")
    ('talousarvio', 'TE-palvelut', 'Alkup. TA')
    """
    if above.endswith("-") and below[:1].islower() and above[-2:-1].isalpha():
        return (above[:-1] if above[-2].islower() else above) + below
    return f"{above} {below}".strip()


def _without_leaders(row: Sequence[Word]) -> Iterator[Word]:
    """Yield the words of a line without the dots that lead from a label to its number."""
    loose = sum(_DOT.fullmatch(word.text) is not None for word in row) >= _FEWEST_DOTS
    for word in row:
        if loose and _DOT.fullmatch(word.text):
            continue
        if not _LEADERS.search(word.text):
            yield word
            continue
        start = 0
        for leader in (*_LEADERS.finditer(word.text), None):
            end = len(word.text) if leader is None else leader.start()
            if end > start:
                yield _part(word, start, end)
            start = end if leader is None else leader.end()


def _with_signs_after(row: Iterable[Word]) -> Sequence[Word]:
    """Return a line's words, a minus that touches the number before it as a part of that.

    Where the next number touches it too, it may be that one's, unless that has one after it: of
    ``4.694.130-10.460.139-`` both are negative. On a line where a sign stands before a number that
    no other touches, signs stand before.
    """
    left = [_without_room_for_stars(word) for word in row]
    if _are_signs_before(left):
        return [part for word in left for part in _without_sign_after(word)]
    told: list[Word] = []
    while left:
        word, onward = left.pop(), told[-1] if told else None
        if not (left and _SIGN.fullmatch(word.text) and _is_before(left[-1], word, onward)):
            told.append(word)
            continue
        number = left.pop()
        if left and _SIGN.match(number.text) and _is_before(left[-1], number, None):
            left.append(_part(number, 0, 1))
            number = _part(number, 1, len(number.text))
        told.append(number._replace(text=number.text + word.text, box=number.box.joined(word.box)))
    return told[::-1]


def _are_signs_before(row: Sequence[Word]) -> bool:
    """Tell whether a line has a sign that is surely that of the number behind it."""
    for last, word, onward in zip((None, *row), row, (*row[1:], None), strict=False):
        if not _SIGN.match(word.text) or (last and _is_before(last, word, None)):
            continue
        near = onward is not None and onward.box.left - word.box.right <= _SIGN_GAP * word.size
        if _DIGITS.fullmatch(word.text) or (near and onward and onward.text[:1].isdigit()):
            return True
    return False


def _without_sign_after(word: Word) -> tuple[Word, ...]:
    """Return a number and a sign that touched it, each by itself; any other word as it is."""
    end = len(word.text) - 1
    if _DIGITS.fullmatch(word.text) and _SIGN.match(word.text[end:]):
        return _part(word, 0, end), _part(word, end, end + 1)
    return (word,)


def _is_before(number: Word, sign: Word, onward: Word | None) -> bool:
    """Tell whether a sign is that of the number before it, and not of what is onward."""
    is_free = onward is None or not _touch(sign, onward) or bool(_SIGN.match(onward.text[-1:]))
    return bool(_DIGITS.fullmatch(number.text)) and _touch(number, sign) and is_free


def _touch(one: Word, after: Word) -> bool:
    return after.box.left - one.box.right <= _TOUCHING * after.size


def _without_room_for_stars(word: Word) -> Word:
    """Return a word whose box ends where its number does: a note's stars stand beside a column."""
    stars = _STARRED.fullmatch(word.text) if "*" in word.text else None
    return word if stars is None else word._replace(box=_part(word, 0, stars.end("number")).box)


def _part(word: Word, start: int, end: int) -> Word:
    """Return a part of a word, its box by the share of its letters."""
    box, each = word.box, (word.box.right - word.box.left) / len(word.text)
    right = box.right if end == len(word.text) else box.left + end * each
    cut = Box(box.left + start * each, box.top, right, box.bottom)
    return word._replace(text=word.text[start:end], box=cut)


def _runs(row: Sequence[Word], upright: Sequence[Rule]) -> Iterator[TextRun]:
    run: list[Word] = []
    for word, onward in zip_longest(row, row[1:]):
        if run and not _belongs(run, word, upright, onward):
            yield from _parted(run)
            run = []
        run.append(word)
    if run:
        yield from _parted(run)


def _belongs(run: Sequence[Word], word: Word, upright: Sequence[Rule], onward: Word | None) -> bool:
    """Tell whether a word goes on with a run: a word of a label, a group of a number."""
    last = run[-1]
    gap, size = word.box.left - last.box.right, max(word.size, 4.0)
    if gap > _WIDEST_GAP * size or (upright and _is_ruled_off(last, word, upright)):
        return False
    is_signed = len(run) == 1 and _SIGN.fullmatch(last.text) and word.text[:1].isdigit()
    if is_signed or word.text in _UNIT:
        return gap <= _SIGN_GAP * size
    if _DIGITS.fullmatch(last.text) and _DIGITS.fullmatch(word.text):
        return _goes_on(run, word, onward) and gap <= _GROUP_GAP * size
    if _SIGN.fullmatch(word.text) and _is_number(run):
        return False
    if last.text[-1:] in _UNIT and _DIGITS.fullmatch(word.text):
        return False
    return gap <= _GAP * size


def _goes_on(run: Sequence[Word], word: Word, onward: Word | None) -> bool:
    """Tell whether digits are a number's next group, or what a cell had room for of its last.

    Those are not the first group of the number that goes on with the next word.
    """
    last, is_head = run[-1], _is_head(run)
    if not (_HEAD_GROUP if is_head else _GROUP).fullmatch(last.text):
        return False
    if _GROUP.fullmatch(word.text):
        return True
    if is_head or not TextRun((*run, word)).is_torn or _gap(last, word) > _REST_GAP:
        return False
    begins = onward is not None and _GROUP.fullmatch(onward.text) is not None
    return onward is None or not begins or _gap(word, onward) > _GROUP_GAP


def _gap(one: Word, after: Word) -> float:
    """Return the gap between two words, of a letter's size."""
    return (after.box.left - one.box.right) / max(after.size, 4.0)


def _is_ruled_off(last: Word, word: Word, upright: Sequence[Rule]) -> bool:
    """Tell whether an upright rule stands between two words."""
    middle = (word.box.top + word.box.bottom) / 2
    return any(
        last.box.right - 1 <= rule.at <= word.box.left + 1 and rule.start <= middle <= rule.end
        for rule in upright
    )


def _is_number(run: Sequence[Word]) -> bool:
    """Tell whether a run is a number and nothing else: a sign after it begins another."""
    whole = TextRun(tuple(run))
    return whole.is_figure or whole.is_dash


def _is_head(run: Sequence[Word]) -> bool:
    """Tell whether the last word of a run is the first group of a number."""
    return len(run) == 1 or not _DIGITS.fullmatch(run[-2].text)


def _periods(run: Sequence[Word]) -> list[Sequence[Word]]:
    """Return a run as the headings of periods that nearly touch in it; empty where it is else."""
    if len(run) < _SEVERAL or not run[-1].text[-1:].isdigit():
        return []
    ends = [at for at, word in enumerate(run, 1) if year_of(word.text) is not None]
    if len(ends) < _SEVERAL or ends[-1] != len(run):
        return []
    parts = [run[start:end] for start, end in zip((0, *ends), ends, strict=False)]
    texts = (" ".join(word.text for word in part) for part in parts)
    is_each = all(period_of(text) is not None or year_of(text) is not None for text in texts)
    return parts if is_each else []


def _parted(run: Sequence[Word]) -> Iterator[TextRun]:
    """Yield a run, headings of several periods and a number set off at its end by themselves."""
    if periods := _periods(run):
        yield from (TextRun(tuple(part)) for part in periods)
        return
    start = len(run)
    while start > 1 and (_DIGITS.fullmatch(run[start - 1].text) or run[start - 1].text in _UNIT):
        start -= 1
    number = TextRun(tuple(run[start:]))
    if 0 < start < len(run) and number.is_figure and not _DIGITS.fullmatch(run[start - 1].text):
        gap = run[start].box.left - run[start - 1].box.right
        usual = [after.box.left - one.box.right for one, after in pairwise(run[:start])]
        if gap > 1.35 * max(usual, default=0.28 * run[0].size) + 0.5:
            yield TextRun(tuple(run[:start]))
            yield number
            return
    yield TextRun(tuple(run))
