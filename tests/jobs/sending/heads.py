"""What area heads do to a form, in memory: as Excel moves cells, keys and names when they do it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

HEADER = 6
KEY, TITLE = 1, 3
NAME = "tpxl_"

GOALS = (
    *(("Kaavat löytyvät verkosta", "Sivut uudistetaan", "Palautteet", None),),
    *(("Tontteja myydään aktiivisesti", "Uudet asukkaat", "Kaupat", "Myytiin 4."),),
    *(("Reitit kunnostetaan kesäksi", "Hankkeet", "Kilometrit", None),),
    *(("Asiakkaat saavat vastauksen viikossa", "Ajanvaraus", "Kysely", None),),
    *(("Varahenkilöt nimetään joka tehtävään", "Sijaisuudet", "Lista", None),),
    *(("Työhyvinvointi paranee", "Keskustelut", "Kysely 4/5", None),),
)
"""Goal, action, indicator and outcome of an area."""


def written(path: Path, areas: tuple[str, ...] = ("Tekniset palvelut",)) -> Path:
    """Write a workbook whose areas have goals, figures that ask for a reason, and journals."""
    with xlsxwriter.Workbook(path) as book:
        settings = book.add_worksheet("Perustiedot")
        settings.write_row(0, 0, ["Vastuualue", "Vastuuhenkilö", "Sähköposti"])
        for row, area in enumerate(areas, 1):
            settings.write_row(row, 0, [area, f"N. {row}", f"a{row}@kunta.example"])
        for area in areas:
            sheet = book.add_worksheet(area)
            sheet.write("A1", f"VASTUUALUE: {area}")
            sheet.write("A3", "4. Muut toiminnan painopistealueet ja tavoitteet")
            sheet.write_row("A4", ["Tavoite", "Toimenpiteet", "Mittarit", "TP 2025"])
            for row, goal in enumerate(GOALS, 4):
                sheet.write_row(row, 0, goal)
            sheet.write("A13", "6. Talouden tunnusluvut")
            sheet.write_row("A14", ["Tunnusluku", "TP 2024", "TP 2025"])
            sheet.write_row("A15", ["Toimintamenot", -300_000, -900_000])
            sheet.write_row("A16", ["Toimintatulot", 100_000, 120_000])
            sheet.write_row("A17", ["Toimintakate", -200_000, -780_000])
        findings = book.add_worksheet("Tarkistus")
        heads = ["Vakavuus", "Vastuualue", "Kausi", "Rivi", "Painettu", "Laskettu", "Sääntö"]
        heads += ["Havainto", "Perustelu", "Kuka", "Taulukko", "Solu"]
        findings.write_row(0, 0, heads)
        log = book.add_worksheet("Muutosloki")
        heads = ["Aika", "Käyttäjä", "Vastuualue", "Rivi", "Kausi", "Taulukko", "Solu"]
        log.write_row(0, 0, [*heads, "Vanha", "Uusi"])
    return path


class Form:
    """The first sheet of a form as rows of cells, and where each name refers to."""

    def __init__(self, path: Path) -> None:
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book.worksheets[0]
        self.rows: list[list[Any]] = [
            [cell.value for cell in row] for row in self.sheet.iter_rows(min_row=1)
        ]
        self.answer = self.rows[HEADER - 1].index("Toteuma tai perustelu") + 1
        self.title = TITLE
        self.shift = 0
        self.names: dict[str, tuple[int, int] | None] = {}
        for name, defined in self.book.defined_names.items():
            letters, row = coordinate_from_string(
                defined.attr_text.rpartition("!")[2].replace("$", "")
            )
            self.names[name] = (row, column_index_from_string(letters))

    def save(self, path: Path) -> Path:
        self.sheet.delete_rows(1, self.sheet.max_row)
        for row, cells in enumerate(self.rows, 1):
            for column, value in enumerate(cells, 1):
                if value not in {None, ""}:
                    self.sheet.cell(row, column).value = value
        for name, place in self.names.items():
            letter = openpyxl.utils.get_column_letter(place[1]) if place else ""
            refers = f"'{self.sheet.title}'!${letter}${place[0]}" if place else "#REF!"
            self.book.defined_names[name].attr_text = refers
        self.book.save(path)
        return path

    def asked(self) -> list[int]:
        """Return the rows that ask something, from the top."""
        return [at for at in range(HEADER + 1, len(self.rows) + 1) if self.cell(at, self.title)]

    def cell(self, row: int, column: int) -> Any:
        cells = self.rows[row - 1]
        return cells[column - 1] if column <= len(cells) else None

    def put(self, row: int, column: int, value: Any) -> None:
        self.rows[row - 1][column - 1] = value

    def chosen(self, at: int) -> int:
        """Return one of the rows that ask something; `shift` chooses others."""
        asked = self.asked()
        return asked[(at + self.shift) % len(asked)]

    def answers(self) -> list[str]:
        """Return the texts in the answers' column, from the top."""
        every = (self.cell(at, self.answer) for at in range(HEADER + 1, len(self.rows) + 1))
        return [text for text in every if text]

    def _moved(self, move: Callable[[int, int], tuple[int, int] | None]) -> None:
        self.names = {name: move(*at) if at else None for name, at in self.names.items()}


def said(title: str) -> str:
    """Return an answer that tells which goal it is the answer to."""
    return f"VASTAUS: {title}"


def fill(form: Form) -> None:
    for row in form.asked():
        form.put(row, form.answer, said(form.cell(row, form.title)))


def insert_rows(form: Form) -> None:
    at = form.chosen(2)
    width = len(form.rows[HEADER - 1])
    form.rows[at - 1 : at - 1] = [[None] * width, [None] * width]
    form._moved(lambda row, column: (row + 2 if row >= at else row, column))
    form.put(at, form.title, "Oma lisätavoite talousyksikölle")
    form.put(at, form.answer, "LISÄTTY")


def delete_row(form: Form) -> None:
    gone = form.chosen(1)
    del form.rows[gone - 1]
    form._moved(
        lambda row, column: None if row == gone else (row - 1 if row > gone else row, column)
    )


def copy_row(form: Form) -> None:
    at = form.chosen(2)
    form.rows.insert(at, list(form.rows[at - 1]))
    form._moved(lambda row, column: (row + 1 if row > at else row, column))
    form.put(at + 1, form.answer, f"{said(form.cell(at, form.title))} TOINEN")


def sort(form: Form) -> None:
    """Sort the rows by the goal, backwards: what cells hold moves, names stay where they are."""
    body = form.rows[HEADER:]
    form.rows[HEADER:] = sorted(
        body, key=lambda cells: str(cells[form.title - 1] or ""), reverse=True
    )


def drag_down(form: Form) -> None:
    """Drag an answer onto the next one's cell and write another in its place."""
    asked = form.asked()
    source = form.chosen(0)
    target = asked[(asked.index(source) + 1) % len(asked)]
    form.put(target, form.answer, form.cell(source, form.answer))
    form.put(source, form.answer, f"{said(form.cell(source, form.title))} UUSI")
    places = {(source, form.answer): (target, form.answer), (target, form.answer): None}
    form._moved(lambda row, column: places.get((row, column), (row, column)))


def change_goal(form: Form) -> None:
    row = form.chosen(1)
    form.put(row, form.title, f"{form.cell(row, form.title)} (tarkennettu)")


def empty_keys(form: Form) -> None:
    for row in range(HEADER + 1, len(form.rows) + 1):
        form.put(row, KEY, None)


def insert_column(form: Form) -> None:
    for cells in form.rows:
        cells.insert(KEY, None)
    form._moved(lambda row, column: (row, column + 1 if column > KEY else column))
    form.answer += 1
    form.title += 1
    form.put(form.asked()[0], KEY + 1, "MUISTIINPANO")


DEEDS: tuple[Callable[[Form], None], ...] = (
    *(insert_rows, delete_row, copy_row, sort, drag_down, change_goal, empty_keys),
    insert_column,
)
