"""The guides hold: commands run as shown, links and pictures are there, nothing is left out."""

import re
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest
from scripts.guide_pdf import TARGET
from scripts.guide_pictures import PICTURES
from tests.docs.guides import GUIDES, chapter, commands, finding_row, follow
from tests.docs.pages import DOCS, ROOT, rows

from tpxl import open_book
from tpxl.cli import COMMANDS
from tpxl.cli.demo import DEFAULT_FOLDER
from tpxl.model.workbook import Grid

BUILT = [TARGET.name]
GUIDE = "kayttajan-opas"
WALK = "Kokeile ensin"
COUNTS = {"neljä": 4, "viisi": 5, "yhdeksän": 9}
BOOK = Path("koe/tilinpaatos_master.xlsm")
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in GUIDES}
EVERY = "\n".join(TEXTS.values())
RIBBON = (ROOT / "xl_macros" / "ribbon.xml").read_text(encoding="utf-8")


class Seen(NamedTuple):
    """What stood where when a step of the first walk was done."""

    said: str
    printed: str
    cells: dict[str, Grid]
    files: dict[str, bytes]


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Seen]]:
    """Do the walk of the user's guide in an empty folder, which stays the current one."""
    done = []
    with chdir(tmp_path_factory.mktemp("walk")), redirect_stderr(StringIO()) as trouble:
        for said in re.split(r"^### ", chapter(TEXTS[GUIDE], WALK), flags=re.MULTILINE):
            with redirect_stdout(StringIO()) as printed:
                follow(said, BOOK, lambda _: None)
            with open_book(BOOK) as book:
                cells = {name: book.read(name) for name in book.sheets}
            files = {path.name: path.read_bytes() for path in Path("koe").glob("ulos/*")}
            done.append(Seen(said, printed.getvalue(), cells, files))
        assert trouble.getvalue() == ""
        yield done


def test_the_walk_begins_with_the_wrong_figures_that_the_guide_counts(walk: list[Seen]) -> None:
    start = walk[0]
    wrong, mended, locked = (
        COUNTS[word.lower()] for word in re.findall(rf"\b(?i:{'|'.join(COUNTS)})\b", start.said)
    )
    *_, found, corrected, remains, opened = start.printed.splitlines()
    assert found.startswith(f"Löytyi: {wrong} lukua väärin")
    assert corrected.startswith(f"Korjattiin: {mended} lukua")
    assert remains.startswith(f"Jäljellä: {locked} lukua julkaistuissa kausissa")
    assert opened == f"Avaa: {BOOK}"
    assert f"Avaa `{BOOK}`" in start.said
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ndemo:")[2]
    assert recipe.splitlines()[1].endswith("/tpxl demo")
    assert f"`{DEFAULT_FOLDER}`" in start.said


def test_the_walk_mends_the_figure_that_the_guide_names(walk: list[Seen]) -> None:
    before, after = walk[0].cells, walk[1].cells
    old, new = (int(one.replace(" ", "")) for one in re.findall("−([0-9 ]+)", walk[1].said))
    assert before["Asuminen ja ympäristö"].row(46)[2] == -old
    assert after["Asuminen ja ympäristö"].row(46)[2] == -new
    income, costs = (after["Asuminen ja ympäristö"].row(row)[2] for row in (44, 45))
    assert Decimal(str(income)) + Decimal(str(costs)) == -new
    logged = [after["Muutosloki"].row(row).values() for row in range(5, 20)]
    assert [row for row in logged if {"TP 2023", "B46", -old, -new} <= set(row)] != []


def test_the_walk_explains_a_change_and_the_next_refresh_closes_it(walk: list[Seen]) -> None:
    (row,) = rows("\n".join(re.findall(r"^\|.*", walk[2].said, re.MULTILINE)))
    states = []
    for seen in walk[1:]:
        line, at = finding_row(seen.cells["Tarkistus"], row[0])
        cells = seen.cells["Tarkistus"].row(line)
        states.append((cells.get(at["Perustelu"]), cells[at["Tilanne"]]))
    assert states == [(None, "avoin"), (row[1], "avoin"), (row[1], "perusteltu")]
    assert "*perusteltu*" in walk[2].said


def test_the_walk_adds_an_area_and_exports_what_was_read_back(walk: list[Seen]) -> None:
    before, after = walk[2].cells, walk[3]
    (name,) = set(after.cells) - set(before)
    assert f"Uudella alueella, {name}," in after.said
    for sheet in ("Perustiedot", "Yhteenveto", "Tarkistus", "Vyörytys"):
        assert any(name in after.cells[sheet].row(row).values() for row in range(1, 150)), sheet
    (file,) = after.files
    assert f"`{file}`" in after.said
    assert after.files[file].startswith(b"%PDF")
    assert f"Luettu takaisin: {file}." in after.printed
    (same, whole) = re.findall(r"(\d+)/(\d+)", after.printed)[-1]
    assert 0 < int(same) == int(whole)


@pytest.mark.usefixtures("walk")
def test_the_rest_of_the_guides_does_what_it_promises(capsys: pytest.CaptureFixture[str]) -> None:
    ran: list[str] = []
    rest = TEXTS[GUIDE].replace(chapter(TEXTS[GUIDE], WALK), "")
    for text in (rest, TEXTS["paakayttajan-opas"]):
        follow(text, BOOK, ran.append)
    assert capsys.readouterr().err == ""
    assert len(ran) > 8
    with open_book(BOOK) as book:
        assert {"Kirjasto", "Tilikartta", "Lähetykset"} <= set(book.sheets)


def test_every_other_command_names_what_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installer = (ROOT / "xl_macros" / "install.ps1").read_text(encoding="utf-8-sig")
    for line in commands(EVERY, "sh"):
        program, *words = line.split()
        if program == "make":
            assert f"\n{words[0]}:" in makefile, line
        elif program != "tpxl":
            assert words[:2] in (["-m", "pytest"], ["-m", "tests.mutants"]), line
            assert all((ROOT / word).exists() for word in words[2:]), line
    for line in commands(EVERY, "powershell"):
        options = re.findall(r"-(\w+)", line.partition("install.ps1")[2])
        assert all(re.search(rf"\]\${one}\b", installer) for one in options), line
    assert {path for path in re.findall(r"-c (\S+)", EVERY) if not (ROOT / path).exists()} == set()


def test_every_command_and_every_button_is_in_a_guide() -> None:
    named = set(re.findall(r"`?tpxl ([a-z]+)", EVERY))
    assert named - {"help"} == set(COMMANDS) - {"help"}
    buttons = re.findall(r'<button [^>]*?\blabel="([^"]*)"', RIBBON, re.DOTALL)
    assert len(buttons) > 5
    spelled = [re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), one) for one in buttons]
    assert [one for one in spelled if f"**{one}**" not in TEXTS["kayttajan-opas"]] == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_no_link_and_no_picture_leads_nowhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    pictures = set(re.findall(r"!\[[^\]]+\]\(pictures/([\w-]+)\.png\)", text))
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)", re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text))
    assert pictures <= set(PICTURES)
    assert [one for one in links if not (path.parent / one).exists()] in ([], BUILT)
    named = re.findall(r"`((?:src|tests|scripts|docs|workbook|xl_macros|examples)[\w./-]*)`", text)
    assert [one for one in named if not (ROOT / one).exists()] == []


def test_every_picture_that_is_drawn_is_shown() -> None:
    assert set(re.findall(r"pictures/([\w-]+)\.png", EVERY)) == set(PICTURES)


def test_the_site_leads_to_every_guide_and_to_no_page_that_is_not_there() -> None:
    site = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = set(re.findall(r": ([\w/-]+\.md)$", site, re.MULTILINE))
    assert {str(path.relative_to(DOCS)) for path in GUIDES} <= listed
    assert [page for page in listed if not (DOCS / page).exists()] == []
