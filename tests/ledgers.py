"""Ledgers written down in a test: postings, in any of the ways that systems export them."""

import csv
import io
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import xlsxwriter

ACCOUNTS = {
    "OPERATING_INCOME": range(3005, 3560, 5),
    "STAFF_EXPENDITURE": range(4000, 4210, 10),
    "SERVICES_PURCHASED": range(4300, 4480, 10),
    "REST": range(4500, 4990, 10),
}


class Posting(NamedTuple):
    """A row: cents as reported, expenses negative. `kind` is what the version column says."""

    unit: str
    account: int
    cents: int
    kind: str = "TOT"
    year: int = 2025
    month: int = 1
    partner: str = ""


class Style(NamedTuple):
    """How a system writes: encoding, separator, what parts thousands, the minus, the signs."""

    encoding: str
    separator: str
    blank: str
    minus: str
    columns: str
    sign: str


STYLES = {
    "accounting": Style("cp1252", ";", "", "-", "amount", "accounting"),
    "report": Style("utf-8-sig", "\t", "\u00a0", "\u2212", "amount", "report"),
    "debet": Style("latin-1", ";", " ", "-", "debet", "accounting"),
}

HEADS = {
    "accounting": ["Versio", "Pvm", "Kustannuspaikka", "Tili", "Kumppani", "Tositenro"],
    "report": ["Skenaario", "Kirjauspäivä", "Laskentakohde", "Tili\nnro", "Kump.", "Tosite"],
    "debet": ["Laji", "Tositepvm", "Kp", "Tilinumero", "Vastapuoli", "Tositenumero"],
}


def split(
    total: int, unit: str, accounts: Sequence[int], rng: random.Random, **how: object
) -> list[Posting]:
    """Postings that sum to a total: a few, over the months, of both signs."""
    count = rng.randint(13, 30)
    parts = [rng.randint(-(10**6), 10**6) for _ in range(count - 1)]
    parts.append(total - sum(parts))
    return [
        Posting(unit, rng.choice(accounts), cents, month=1 + at % 12, **how)  # type: ignore[arg-type]
        for at, cents in enumerate(parts)
    ]


def signed(posting: Posting, sign: str) -> int:
    """The cents as a system with the sign prints them."""
    if sign == "positive":
        return -posting.cents if 4000 <= posting.account < 5000 else posting.cents
    return -posting.cents if sign == "accounting" else posting.cents


def number(cents: int, style: Style) -> str:
    """An amount as the system prints it."""
    text = f"{abs(cents) / 100:,.2f}".replace(",", style.blank).replace(".", ",")
    return f"{style.minus if cents < 0 else ''}{text}"


def long_rows(postings: Iterable[Posting], name: str) -> list[list[str]]:
    """Rows of one posting each, with a voucher number, under their header row."""
    style = STYLES[name]
    is_split = style.columns == "debet"
    rows = [[*HEADS[name], *(["Debet", "Kredit"] if is_split else ["Summa €"])]]
    for voucher, posting in enumerate(postings, 10_000):
        cents = signed(posting, style.sign)
        amounts = [number(cents, style)]
        if is_split:
            amounts = [number(cents, style), ""] if cents > 0 else ["", number(-cents, style)]
        day = f"{posting.month}.{posting.month}.{posting.year}"
        told = [posting.kind, day, posting.unit, str(posting.account), posting.partner]
        rows.append([*told, str(voucher), *amounts])
    return rows


def wide_rows(postings: Iterable[Posting], name: str) -> list[list[str]]:
    """Rows of a unit, an account and a partner, a column for each kind and year."""
    style = STYLES[name]
    sums: dict[tuple[str, int, str], dict[str, int]] = {}
    names = {"TOT": "Toteuma", "TA": "TA", "Ta-muut.": "Ta-muut."}
    columns: dict[str, None] = {}
    for posting in postings:
        column = f"{names[posting.kind]} {posting.year}"
        columns[column] = None
        own = sums.setdefault((posting.unit, posting.account, posting.partner), {})
        own[column] = own.get(column, 0) + signed(posting, style.sign)
    rows = [["Kp", "Kp nimi", "Tili", "Kump.", *columns, "Tot %"]]
    for (unit, account, partner), own in sums.items():
        amounts = [number(own[one], style) if one in own else "" for one in columns]
        rows.append([unit, f"Yksikkö {unit}", f"{account} Nimi", partner, *amounts, "12,5"])
    return rows


def text_file(path: Path, rows: Iterable[Sequence[str]], name: str, title: str = "") -> Path:
    """Write rows as the system does, under a title."""
    style = STYLES[name]
    made = io.StringIO()
    if title:
        made.write(f"{title}\r\n\r\n")
    csv.writer(made, delimiter=style.separator, lineterminator="\r\n").writerows(rows)
    path.write_bytes(made.getvalue().encode(style.encoding))
    return path


def sheet_file(path: Path, rows: Iterable[Sequence[str]], name: str) -> Path:
    """Write rows as a sheet: amounts and accounts as numbers, as far as they are."""
    style = STYLES[name]
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("Ohje").write("A1", "Pääkirja")
        sheet = workbook.add_worksheet("Pääkirja")
        for at, row in enumerate(rows, 2):
            for column, text in enumerate(row):
                plain = text.replace(style.blank or " ", "").replace(style.minus, "-")
                plain = plain.replace(",", ".")
                try:
                    sheet.write_number(at, column, float(plain))
                except ValueError:
                    sheet.write_string(at, column, text)
    return path
