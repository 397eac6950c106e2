"""The pages under docs/ are whole: what they name is there, the picture is of today's code."""

import re
from pathlib import Path

import pytest
from tests.docs.pages import DOCS, ROOT

from scripts import draw_rooms

PAGES = sorted([*DOCS.glob("*.md"), ROOT / "CONTRIBUTING.md"])
LINKS = re.compile(r"\]\(([^)#\s]*)(?:#[^)]*)?\)")
PATHS = re.compile(r"`((?:src|tests|scripts|docs|workbook|templates|xl_macros)/[\w./-]*)`")
ANCHORS = re.compile(r"\]\(#([\w-]+)\)")


def test_there_are_the_pages_that_the_readme_promises() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {f"docs/{one.name}" for one in DOCS.glob("*.md")} <= set(LINKS.findall(readme))
    assert "CONTRIBUTING.md" in LINKS.findall(readme)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_what_a_page_names_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    linked = [path.parent / link for link in LINKS.findall(text) if link and ":" not in link]
    named = [ROOT / name for name in PATHS.findall(text)]
    assert [one for one in (*linked, *named) if not one.exists()] == []
    headings = {line.lstrip("# ").lower() for line in text.splitlines() if line.startswith("#")}
    assert set(ANCHORS.findall(text)) <= headings


def test_the_picture_of_the_rooms_is_drawn_from_today_s_code() -> None:
    drawn = (DOCS / draw_rooms.PICTURE.name).read_text(encoding="utf-8")
    assert drawn == draw_rooms.picture(), "run python scripts/draw_rooms.py and commit"


def test_no_room_imports_one_above_it_in_the_picture() -> None:
    rooms = draw_rooms.rooms()
    depth = {room.name: room.layer for room in rooms}
    assert all(depth[other] > room.layer for room in rooms for other in room.knows)
    assert sum(len(room.knows) for room in rooms) > len(rooms)
