"""Three kinds of published reports, drawn from figures that are known: what is printed where."""

import io
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, NamedTuple

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

PLAIN, BOLD = "Vera", "VeraBd"
for name in (PLAIN, BOLD):
    fonts = Path(reportlab.__file__).parent / "fonts"
    pdfmetrics.registerFont(TTFont(name, fonts / f"{name}.ttf"))

WIDTH, HEIGHT = 595.0, 842.0
MARGIN = 56.0


class Typing(NamedTuple):
    """How a report is set: marks of numbers, letters, how many lines a page has, running heads.

    Its text is turned to the left by so many quarters; the page may turn it back when shown.
    """

    thousands: str = "\u00a0"
    minus: str = "\u2212"
    size: float = 9.0
    page_lines: int = 44
    has_running_heads: bool = True
    repeats_header: bool = True
    quarters: int = 0
    is_turned_back: bool = False


class Known(NamedTuple):
    """A number that is printed: in which row, under which heading, on which page."""

    area: str
    label: str
    heading: str
    number: Decimal
    page: int


class Rows(NamedTuple):
    """A table: the headings of its columns, its rows of a label and numbers (None: a dash)."""

    headings: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Decimal | None]]]


class Area(NamedTuple):
    """An area of a report."""

    name: str
    tables: Sequence[Rows]


def shown(number: Decimal | None, typing: Typing) -> str:
    """Return a number as it is printed; a minus of ``{}`` tells what stands around the number."""
    if number is None:
        return "\u2013"
    whole, _, places = f"{abs(number):,}".partition(".")
    text = whole.replace(",", typing.thousands) + (f",{places}" if places else "")
    if number >= 0:
        return text
    around = typing.minus if "{}" in typing.minus else f"{typing.minus}{{}}"
    return around.format(text)


@dataclass
class Page:
    """A report under the pen."""

    typing: Typing
    known: list[Known] = field(default_factory=list)
    number: int = 1
    y: float = HEIGHT - 90

    def __post_init__(self) -> None:
        self._out = io.BytesIO()
        is_sideways = self.typing.quarters % 2 and not self.typing.is_turned_back
        size = (HEIGHT, WIDTH) if is_sideways else (WIDTH, HEIGHT)  # of the page as it is shown
        self.pen: Any = canvas.Canvas(self._out, pagesize=size, invariant=1)
        self._lines = 0
        self._begin()

    def _begin(self) -> None:
        quarters = self.typing.quarters
        corner = ((0, 0), (HEIGHT, 0), (WIDTH, HEIGHT), (0, WIDTH))[quarters]
        if self.typing.is_turned_back:
            self.pen.setPageRotation(90 * quarters)
        self.pen.translate(*corner)
        self.pen.rotate(90 * quarters)
        if self.typing.has_running_heads:
            self.write(
                MARGIN, HEIGHT - 40, "Mallikunta \u00b7 Tilinp\u00e4\u00e4t\u00f6s 2025", size=7
            )
            self.write(WIDTH - MARGIN, 36, str(self.number), right=True, size=7)

    @property
    def step(self) -> float:
        return self.typing.size * 1.5

    def write(
        self,
        x: float,
        y: float,
        text: str,
        *,
        right: bool = False,
        bold: bool = False,
        size: float | None = None,
    ) -> None:
        self.pen.setFont(BOLD if bold else PLAIN, size or self.typing.size)
        (self.pen.drawRightString if right else self.pen.drawString)(x, y, text)

    def down(self, steps: float = 1) -> bool:
        """Go down; tell whether that began a new page."""
        self.y -= steps * self.step
        self._lines += 1
        if self._lines < self.typing.page_lines and self.y > 70:
            return False
        self.turn()
        return True

    @property
    def full(self) -> bool:
        """Tell whether the next line is another page's."""
        return self._lines + 1 >= self.typing.page_lines or self.y - self.step <= 70

    def room_for(self, lines: int) -> None:
        """Begin a new page where so many lines have no room on this one."""
        if self._lines and self._lines + lines > self.typing.page_lines:
            self.turn()

    def turn(self) -> None:
        self.pen.showPage()
        self.number += 1
        self._lines = 0
        self.y = HEIGHT - 90
        self._begin()

    def heading(self, text: str, x: float = MARGIN) -> None:
        self.write(x, self.y, text, bold=True, size=self.typing.size * 1.5)

    def know(self, area: str, label: str, heading: str, number: Decimal | None) -> None:
        if number is not None:
            self.known.append(Known(area, label, heading, number, self.number))

    def done(self) -> tuple[bytes, list[Known]]:
        self.pen.save()
        return self._out.getvalue(), self.known


Draw = Callable[[Sequence[Area], Typing], tuple[bytes, list[Known]]]


def ruled(areas: Sequence[Area], typing: Typing) -> tuple[bytes, list[Known]]:
    """Return a report of ruled tables whose labels lead to their numbers by dots."""
    page = Page(typing)
    for area in areas:
        page.heading(area.name)
        page.down(2)
        for rows in area.tables:
            _ruled_table(page, area.name, rows)
            page.down(2)
    return page.done()


def _ruled_table(page: Page, area: str, rows: Rows) -> None:
    wide = 62.0
    edges = [WIDTH - MARGIN - wide * n for n in range(len(rows.headings) - 1, -1, -1)]

    def line(label: str, texts: Sequence[str], *, bold: bool = False) -> None:
        top, bottom = page.y + page.step * 0.75, page.y - page.step * 0.25
        room = edges[0] - wide - MARGIN - 6
        dots = label
        while not bold and pdfmetrics.stringWidth(f"{dots}.", PLAIN, page.typing.size) < room:
            dots += "."
        page.write(MARGIN + 2, page.y, dots, bold=bold)
        for edge, text in zip(edges, texts, strict=True):
            page.write(edge - 3, page.y, text, right=True, bold=bold)
        page.pen.setLineWidth(0.5)
        for y in (top, bottom):
            page.pen.line(MARGIN, y, WIDTH - MARGIN, y)
        for x in (MARGIN, edges[0] - wide, *edges):
            page.pen.line(x, top, x, bottom)

    page.room_for(3)
    line("", rows.headings, bold=True)
    page.down()
    for label, numbers in rows.rows:
        line(label, [shown(number, page.typing) for number in numbers])
        for heading, number in zip(rows.headings, numbers, strict=True):
            page.know(area, label, heading, number)
        if page.down() and page.typing.repeats_header:
            line("", rows.headings, bold=True)
            page.down()


def side_by_side(areas: Sequence[Area], typing: Typing) -> tuple[bytes, list[Known]]:
    """Return a report in two columns of a page, unruled, with headings over several lines."""
    page = Page(typing._replace(size=min(typing.size, 7.5)))
    half = (WIDTH - 2 * MARGIN - 24) / 2
    for index in range(0, len(areas), 2):
        tallest = page.y
        for place, area in enumerate(areas[index : index + 2]):
            left = MARGIN + place * (half + 24)
            y = page.y
            page.write(left, y, area.name, bold=True, size=page.typing.size * 1.4)
            y -= 2 * page.step
            for rows in area.tables:
                y = _narrow_table(page, area.name, rows, (left, y, half)) - 2 * page.step
            tallest = min(tallest, y)
        page.y = tallest
        if page.y < HEIGHT / 2 and index + 2 < len(areas):
            page.turn()
    return page.done()


def _narrow_table(page: Page, area: str, rows: Rows, place: tuple[float, float, float]) -> float:
    left, y, half = place
    wide = 46.0
    edges = [left + half - wide * n for n in range(len(rows.headings) - 1, -1, -1)]
    pieces = [_wrapped(heading) for heading in rows.headings]
    tall = max(map(len, pieces))
    for row in range(tall):
        for edge, piece in zip(edges, pieces, strict=True):
            at = row - (tall - len(piece))
            if at >= 0:
                page.write(edge, y, piece[at], right=True, size=page.typing.size - 0.5)
        y -= page.step * 0.8
    y -= page.step * 0.2
    for label, numbers in rows.rows:
        page.write(left, y, label)
        for edge, heading, number in zip(edges, rows.headings, numbers, strict=True):
            page.write(edge, y, shown(number, page.typing), right=True)
            page.know(area, label, heading, number)
        y -= page.step
    return y


_WRAPS = {
    "Tilinp\u00e4\u00e4t\u00f6s": ["Tilin-", "p\u00e4\u00e4t\u00f6s"],
    "Talousarvio": ["Talous-", "arvio"],
    "Alkuper\u00e4inen": ["Alkup."],
}


def _wrapped(heading: str) -> list[str]:
    return [piece for word in heading.split() for piece in _WRAPS.get(word, [word])]


def budgets(areas: Sequence[Area], typing: Typing) -> tuple[bytes, list[Known]]:
    """Return a report of follow-up tables: groups, their totals, net rows, lines over totals."""
    page = Page(typing._replace(size=min(typing.size, 8.5)))
    for area in areas:
        page.heading(area.name)
        page.down(2)
        for rows in area.tables:
            _budget_table(page, area.name, rows)
            page.down(2)
    return page.done()


def _budget_table(page: Page, area: str, rows: Rows) -> None:
    wide = 62.0
    edges = [WIDTH - MARGIN - wide * n for n in range(len(rows.headings) - 1, -1, -1)]

    def header() -> None:
        page.room_for(6)
        pieces = [_wrapped(heading) for heading in rows.headings]
        tall = max(map(len, pieces))
        for row in range(tall):
            for edge, piece in zip(edges, pieces, strict=True):
                if row < len(piece):
                    page.write(edge, page.y, piece[row], right=True, bold=True)
            page.down(0.8)
        page.pen.line(MARGIN, page.y + page.step * 0.6, WIDTH - MARGIN, page.y + page.step * 0.6)
        page.down(0.3)

    header()
    for label, numbers in rows.rows:
        total = not numbers or label[:1].isupper()
        page.write(MARGIN + (0 if total else 8), page.y, label, bold=total)
        for edge, heading, number in zip(edges, rows.headings, numbers, strict=False):
            page.write(edge, page.y, shown(number, page.typing), right=True, bold=total)
            page.know(area, label, heading, number)
        if page.down() and page.typing.repeats_header:
            header()


_FILL = 0.9


def shaded(areas: Sequence[Area], typing: Typing) -> tuple[bytes, list[Known]]:
    """Return a report of shaded rows: titles over tables, long labels wrapped, notes, a source.

    Headings stand centred over their columns, a last column holds words, a star leads to a note.
    """
    page = Page(typing)
    for number, area in enumerate(areas, start=1):
        page.heading(area.name)
        page.down(2)
        for sentence in _PROSE:
            page.write(MARGIN, page.y, sentence)
            page.down()
        page.down()
        for rows in area.tables:
            page.room_for(6)
            page.write(MARGIN, page.y, f"Taulukko {number}. Talouden toteuma 2025", bold=True)
            page.down(1.5)
            _shaded_table(page, area.name, rows)
            page.write(MARGIN, page.y, "* Ennakkotieto 15.2.2026.", size=page.typing.size - 1.5)
            page.down(2)
    return page.done()


_PROSE = (
    "Vuonna 2025 toiminta oli vakaata, ja 31.12.2025 palveluksessa oli 214 henkil\u00f6\u00e4.",
    "Investointeihin k\u00e4ytettiin 1,2 milj. euroa, mik\u00e4 on 14 % enemm\u00e4n kuin 2024.",
)


def _shaded_table(page: Page, area: str, rows: Rows) -> None:
    wide, notes = _SHADED
    first = WIDTH - MARGIN - notes - wide * len(rows.headings)

    def centred(x: float, text: str) -> None:
        page.pen.setFont(BOLD, page.typing.size)
        page.pen.drawCentredString(x, page.y, text)

    def header() -> None:
        page.room_for(4)
        for index, heading in enumerate(rows.headings):
            centred(first + wide * (index + 0.5), heading)
        centred(WIDTH - MARGIN - notes / 2, "Huom.")
        page.down(1.3)

    header()
    for index, (label, numbers) in enumerate(rows.rows):
        _shaded_row(page, index, label, [shown(number, page.typing) for number in numbers])
        for heading, number in zip(rows.headings, numbers, strict=True):
            page.know(area, label, heading, number)
        if page.down() and page.typing.repeats_header:
            header()


_SHADED = (70.0, 60.0)
"""How wide the columns of numbers are, and that of the words."""


def _shaded_row(page: Page, index: int, label: str, texts: Sequence[str]) -> None:
    wide, notes = _SHADED
    first = WIDTH - MARGIN - notes - wide * len(texts)
    pieces = _LONG.get(label, (label,))
    page.room_for(len(pieces) + 1)
    if index % 2:
        page.pen.setFillGray(_FILL)
        bottom = page.y - page.step * (len(pieces) - 0.75)
        page.pen.rect(MARGIN, bottom, WIDTH - 2 * MARGIN, page.step, stroke=0, fill=1)
        page.pen.setFillGray(0)
    for piece in pieces[:-1]:
        page.write(MARGIN + 2, page.y, piece)
        page.down()
    page.write(MARGIN + 2, page.y, pieces[-1])
    for column, text in enumerate(texts):
        star = "*" if (index, column) == (1, len(texts) - 1) else ""
        page.write(first + wide * (column + 1) - 8, page.y, text + star, right=True)
    if index == 0:
        page.write(WIDTH - MARGIN - notes + 4, page.y, "ks. luku 4")


_LONG = {
    "Henkil\u00f6st\u00f6menot": ("Henkil\u00f6st\u00f6-", "menot"),
}

NAMES = (
    "Varhaiskasvatus",
    "Kirjastopalvelut",
    "Liikuntapalvelut",
    "Tekninen toimi",
    "Ruokapalvelut",
)
PERIODS = ("TP 2024", "TA 2025", "TP 2025")
WORDED = ("Tilinp\u00e4\u00e4t\u00f6s 2024", "Talousarvio 2025", "Tilinp\u00e4\u00e4t\u00f6s 2025")
FOLLOW_UP = (
    "Alkuper\u00e4inen talousarvio 2025",
    "Muutokset",
    "Muutettu talousarvio 2025",
    "Toteuma 2025",
    "Poikkeama",
)


def rounded(number: Decimal, places: str = "0.1") -> Decimal:
    return number.quantize(Decimal(places), ROUND_HALF_UP)


def figures(seed: int, headings: Sequence[str], areas: int = 3) -> list[Area]:
    """Return areas of figures tables whose figures follow from each other."""
    dice = random.Random(seed)  # noqa: S311  # figures, no secrets
    return [Area(name, [_figures_table(dice, headings)]) for name in NAMES[:areas]]


def _figures_table(dice: random.Random, headings: Sequence[str]) -> Rows:
    income = [Decimal(dice.randint(200, 2_000_000)) for _ in headings]
    expenses = [-Decimal(dice.randint(1_000_000, 9_999_999)) for _ in headings]
    staff = [-Decimal(dice.randint(10_000, 999_999)) for _ in headings]
    change: list[Decimal | None] = [None, None, rounded((staff[2] / staff[0] - 1) * 100)]
    return Rows(
        headings,
        [
            ("Toimintamenot", expenses),
            ("Toimintatulot", income),
            ("Toimintakate", [a + b for a, b in zip(income, expenses, strict=True)]),
            ("Henkil\u00f6st\u00f6menot", staff),
            ("Muutos %", change),
        ],
    )


def follow_up(seed: int, areas: int = 3) -> list[Area]:
    """Return areas of follow-up tables: budget, amendments, outcome, deviation, with net rows."""
    dice = random.Random(seed)  # noqa: S311  # figures, no secrets
    return [Area(name, [_follow_up_table(dice)]) for name in NAMES[:areas]]


def _follow_up_table(dice: random.Random) -> Rows:
    incomes = [_followed(dice, 1) for _ in range(3)]
    costs = [_followed(dice, -1) for _ in range(3)]
    in_all, out_all = _summed(incomes), _summed(costs)
    return Rows(
        FOLLOW_UP,
        [
            ("Toimintatuotot", []),
            *zip(("myyntituotot", "maksutuotot", "muut tuotot"), incomes, strict=True),
            ("Toimintatuotot yhteens\u00e4", in_all),
            ("Toimintakulut", []),
            *zip(
                ("henkil\u00f6st\u00f6kulut", "palvelujen ostot", "muut kulut"), costs, strict=True
            ),
            ("Toimintakulut yhteens\u00e4", out_all),
            ("Toimintakate", _summed([in_all, out_all])),
        ],
    )


def _followed(dice: random.Random, sign: int) -> list[Decimal]:
    budget = sign * Decimal(dice.randint(10_000, 4_000_000))
    change = sign * Decimal(dice.randint(10, 90_000))
    actual = sign * Decimal(dice.randint(10_000, 4_000_000))
    return [budget, change, budget + change, actual, actual - budget - change]


def _summed(rows: Sequence[Sequence[Decimal]]) -> list[Decimal]:
    return [sum(column, Decimal(0)) for column in zip(*rows, strict=True)]


def numbers_of(areas: Sequence[Area]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the place of each number: area, table, row, column."""
    for a, area in enumerate(areas):
        for t, rows in enumerate(area.tables):
            for r, (_, numbers) in enumerate(rows.rows):
                yield from ((a, t, r, c) for c, number in enumerate(numbers) if number is not None)


def with_number(
    areas: Sequence[Area], place: tuple[int, int, int, int], number: Decimal
) -> list[Area]:
    """Return the areas with another number in a place."""
    a, t, r, c = place
    area, rows = areas[a], areas[a].tables[t]
    label, numbers = rows.rows[r]
    row = (label, [*numbers[:c], number, *numbers[c + 1 :]])
    table = rows._replace(rows=[*rows.rows[:r], row, *rows.rows[r + 1 :]])
    tables = [*area.tables[:t], table, *area.tables[t + 1 :]]
    return [*areas[:a], area._replace(tables=tables), *areas[a + 1 :]]
