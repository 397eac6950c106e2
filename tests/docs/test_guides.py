"""The guides hold: commands run as shown, links and pictures are there, nothing is left out."""

import re
from pathlib import Path

import pytest
from scripts.guide_pdf import TARGET
from scripts.guide_pictures import PICTURES
from tests.docs.guides import GUIDES, commands, finding_row, follow
from tests.docs.pages import DOCS, ROOT

from tpxl import open_book
from tpxl.cli import COMMANDS

BUILT = [TARGET.name]
BOOK = Path("koe/tilinpaatos_master.xlsm")
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in GUIDES}
EVERY = "\n".join(TEXTS.values())
RIBBON = (ROOT / "xl_macros" / "ribbon.xml").read_text(encoding="utf-8")


def test_who_does_what_the_guides_say_gets_what_they_promise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran: list[str] = []
    for guide in ("kayttajan-opas", "paakayttajan-opas"):
        follow(TEXTS[guide], BOOK, ran.append)
    assert capsys.readouterr().err == ""
    assert len(ran) > 12
    with open_book(BOOK) as book:
        assert book.read("Asuminen ja ympäristö").row(46)[2] == -1_671_645
        row, at = finding_row(book.read("Tarkistus"), "Työllisyyspalvelut!F42")
        assert book.read("Tarkistus").row(row)[at["Tilanne"]] == "perusteltu"
        assert {"Kirjasto", "Tilikartta", "Lähetykset"} <= set(book.sheets)
    assert Path("koe/ulos/Työllisyyspalvelut.pdf").read_bytes().startswith(b"%PDF")


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
