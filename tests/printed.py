"""Tables that tie out, of every kind, printed from random figures: for tests of the check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from random import Random

from tests.grids import TableGrid

from tpxl.model import Address, Value
from tpxl.rules.rounding import rounded

Rows = list[list[Value]]
Sides = Sequence[tuple[str, str]]

UNKNOWN = ("Kunnallisvero", "Sivistyslautakunta", "Kirjasto", "Yhteisövero", "Satama")
INCOME_PARTS = ("Myyntituotot", "Maksutuotot", "Tuet ja avustukset", "Muut toimintatuotot")
EXPENSE_PARTS = (
    "Henkilöstökulut",
    "Palvelujen ostot",
    "Aineet, tarvikkeet ja tavarat",
    "Avustukset",
    "Muut toimintakulut",
)
KNOWN = (
    ("Toimintatuotot", "income"),
    ("Toimintakulut", "expenses"),
    ("Henkilöstömenot", "expenses"),
    ("Palvelujen ostot", "expenses"),
    ("Verotulot", "income"),
)
FOLLOWUP: dict[str, tuple[str, ...]] = {
    "original": ("Alkuperäinen TA", "Alkuper. talousarvio 2025", "TA 2025", "Ursprunglig budget"),
    "changes": ("TA-muutokset", "Talousarviomuutokset", "Muutokset", "Muutos"),
    "amended": ("TA muutosten jälkeen", "Muutettu TA 2025", "TA + muutokset", "TA 2025 + muutos"),
    "actual": ("Toteuma", "Toteuma 2025", "TP 2025", "Toteuma 31.12.2025", "Utfall"),
    "deviation": ("Poikkeama", "Poikkeama €", "Ero", "Avvikelse"),
    "used": ("Toteuma-%", "Tot-%", "Käyttö-%", "Tot. %", "Utfall %"),
}


@dataclass(frozen=True)
class Style:
    """How a table prints: the sign of its expenses, its deviations, its per cents, its order."""

    expenses: int = -1
    deviation: str = "actual"
    truncates: bool = False
    newest_first: bool = False

    @classmethod
    def drawn(cls, random: Random) -> "Style":
        """Return a style by chance."""
        return cls(
            expenses=random.choice((1, -1)),
            deviation=random.choice(("actual", "by kind")),
            newest_first=random.random() < 0.5,
        )


def sides(random: Random, fewest: int = 1) -> Sides:
    """Return some labels with their side; those the lexicon lacks are taken as income."""
    pool = [*KNOWN, *((label, "income") for label in UNKNOWN)]
    return random.sample(pool, random.randint(fewest, 8))


def percent(style: Style, part: int, whole: int, less: int = 0) -> Value:
    """Return a share or a change as printed; a dash over a base of zero or of the other sign."""
    if whole == 0 or part * whole < 0:
        return "–"
    exact = (Fraction(part, whole) - less) * 100
    if not style.truncates:
        return float(rounded(exact, 1))
    shown = Decimal(exact.numerator) / Decimal(exact.denominator)
    return float(shown.quantize(Decimal("0.1"), ROUND_DOWN))


def amount(random: Random, sign: int = 1) -> int:
    """Return a figure of three to seven digits."""
    return sign * random.randint(100, 9 * 10 ** random.randint(3, 6))


def near(random: Random, figure: int) -> int:
    """Return a figure that differs somewhat: what came of a budget."""
    return figure + int(figure * random.uniform(-0.3, 0.3))


def deviation(style: Style, side: str, actual: int, budget: int) -> int:
    """Return a deviation the way the table takes them."""
    is_turned = style.deviation == "by kind" and side == "expenses" and style.expenses > 0
    return budget - actual if is_turned or style.deviation == "budget" else actual - budget


def followup(random: Random, style: Style, rows: Sides) -> Rows:
    """Return a budget follow-up."""
    table: Rows = [["", *(random.choice(words) for words in FOLLOWUP.values())]]
    for label, side in rows:
        original = amount(random, style.expenses if side == "expenses" else 1)
        changes = random.choice((0, int(original * random.uniform(-0.2, 0.2))))
        table.append([label, *_followed(random, style, side, (original, changes))])
    return table


def _followed(random: Random, style: Style, side: str, budget: tuple[int, int]) -> list[Value]:
    original, changes = budget
    amended = original + changes
    actual = near(random, amended)
    gone = deviation(style, side, actual, amended)
    return [original, changes, amended, actual, gone, percent(style, actual, amended)]


def change(random: Random, style: Style, rows: Sides) -> Rows:
    """Return two years and the change between them, in euros and in per cent."""
    years: list[Value] = ["TP 2023", "TP 2024"]
    heads = [random.choice(("Muutos €", "Muutos")), random.choice(("Muutos %", "Muutos-%"))]
    table: Rows = [["", *(reversed(years) if style.newest_first else years), *heads]]
    for label, side in rows:
        old = amount(random, style.expenses if side == "expenses" else 1)
        new = near(random, old)
        both: list[Value] = [new, old] if style.newest_first else [old, new]
        table.append([label, *both, new - old, percent(style, new, old, 1)])
    return table


def mixed(random: Random, style: Style, rows: Sides) -> Rows:
    """Return a follow-up with the year before and the change, all in one table."""
    head = ["", "TP 2024", "TA 2025", "TA-muutokset", "TA 2025 + muutos", "TP 2025"]
    table: Rows = [[*head, "Poikkeama", "Tot-%", "Muutos €", "Muutos-%"]]
    for label, side in rows:
        original = amount(random, style.expenses if side == "expenses" else 1)
        before, changes = near(random, original), int(original * random.uniform(-0.2, 0.2))
        told = _followed(random, style, side, (original, changes))
        actual = told[3]
        assert isinstance(actual, int)
        table.append([label, before, *told, actual - before, percent(style, actual, before, 1)])
    return table


def lines(random: Random, style: Style, columns: int) -> list[tuple[str, list[int]]]:
    """Return the rows of a profit and loss table, totals over their parts, `columns` wide."""
    told: list[tuple[str, list[int]]] = []
    sums: list[list[int]] = []
    for total, parts, sign in (
        ("Toimintatuotot", INCOME_PARTS, 1),
        ("Toimintakulut", EXPENSE_PARTS, style.expenses),
    ):
        rows = [[amount(random, sign) for _ in range(columns)] for _ in parts]
        sums.append([sum(column) for column in zip(*rows, strict=True)])
        told += [(total, sums[-1]), *zip(parts, rows, strict=True)]
    earned, spent = sums
    margin = [a - style.expenses * b for a, b in zip(earned, spent, strict=True)]
    return [*told, ("Toimintakate", margin)]


def scheme(random: Random, style: Style, rows: Sides = ()) -> Rows:
    """Return a profit and loss table as a follow-up: every column adds up as well."""
    del rows
    head = ["", "Alkuperäinen TA", "TA-muutokset", "TA muutosten jälkeen", "Toteuma"]
    table: Rows = [[*head, "Poikkeama", "Toteuma-%"]]
    for label, (original, changes, actual) in lines(random, style, 3):
        side = "expenses" if label in {"Toimintakulut", *EXPENSE_PARTS} else "income"
        amended = original + changes
        gone = deviation(style, side, actual, amended)
        shown = percent(style, actual, amended)
        table.append([label, original, changes, amended, actual, gone, shown])
    return table


def area(name: str, figures: Mapping[str, Sequence[int]], periods: Sequence[str]) -> TableGrid:
    """Return an area sheet with one figures table."""
    rows: Rows = [[label, *told] for label, told in figures.items()]
    return sheet(name, [[f"VASTUUALUE: {name}"], ["", *periods], *rows])


def sheet(name: str, rows: Rows, top: int = 1, left: int = 1) -> TableGrid:
    """Return the rows as a sheet; numbers with a fraction show one decimal."""
    grid = TableGrid.of(name, *rows, top=top, left=left)
    formats = {at: "0.0" for at, value in grid.cells.items() if isinstance(value, float)}
    return TableGrid(name, grid.cells, formats=formats)


def places(grid: TableGrid) -> list[Address]:
    """Return the cells that hold figures."""
    return [at for at, value in grid.cells.items() if isinstance(value, int | float)]
