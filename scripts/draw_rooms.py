"""Draws docs/rooms.svg from the code: the rooms by layer, what each is, which other it knows.

A room is a module or folder right under `src/tpxl`; its words are the first sentence of its
docstring, its layer is the one that pyproject.toml holds it to, and what it knows is what any of
its modules imports. `python scripts/draw_rooms.py` writes the picture anew.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/tpxl"
PICTURE = ROOT / "docs/rooms.svg"

ROW, GAP, TOP, LEFT = 30, 10, 56, 16
NAME, WORDS, CELL = 92, 600, 22
INK, PALE, ACCENT = "#1f2933", "#eef2f7", "#1f5fa8"
LONGEST = 100


class Room(NamedTuple):
    """A room: its name, its layer from the top, its words, the rooms it knows."""

    name: str
    layer: int
    words: str
    knows: frozenset[str]


def layers() -> list[list[str]]:
    """Return the rooms of each layer, the topmost first, as pyproject.toml has them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (layered,) = (one for one in contracts if one["type"] == "layers")
    return [[name.strip() for name in layer.split("|")] for layer in layered["layers"]]


def rooms() -> list[Room]:
    """Return every room, layer by layer."""
    names = {name for layer in layers() for name in layer}
    return [
        Room(name, depth, _words(name), frozenset(_known(name)) & names - {name})
        for depth, layer in enumerate(layers())
        for name in layer
    ]


def _modules(name: str) -> list[Path]:
    folder = PACKAGE / name
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]


def _words(name: str) -> str:
    home = next(path for path in _modules(name) if path.stem in {"__init__", name})
    told = ast.get_docstring(ast.parse(home.read_text(encoding="utf-8"))) or ""
    words = " ".join(told.split("\n\n")[0].split()).replace("``", "")
    return re.split(r"(?<=[a-z])[.] ", words)[0].rstrip(".")[:LONGEST]


def _known(name: str) -> Iterator[str]:
    for path in _modules(name):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "tpxl":
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tpxl."):
                yield str(node.module).split(".")[1]
            elif isinstance(node, ast.Import):
                yield from (n.name.split(".")[1] for n in node.names if n.name.startswith("tpxl."))


def picture() -> str:
    """Return the picture as SVG."""
    drawn = rooms()
    tops = [TOP + ROW * at + GAP * room.layer for at, room in enumerate(drawn)]
    columns = LEFT + NAME + WORDS
    width, height = columns + CELL * len(drawn) + LEFT, tops[-1] + ROW + LEFT
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            f' viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12" role="img"'
            ' aria-labelledby="title words">'
        ),
        '<title id="title">The rooms of tpxl, layer by layer</title>',
        (
            '<desc id="words">A dot says that the room of the row imports the room of the column.'
            " All dots lie right of the diagonal: imports go one way, downwards.</desc>"
        ),
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="{TOP - 14}" fill="{INK}">room</text>',
        f'<text x="{columns}" y="{TOP - 40}" fill="{INK}">imports</text>',
    ]
    for at, (room, top) in enumerate(zip(drawn, tops, strict=True)):
        lines += _row(room, top, columns)
        number = columns + CELL * at + CELL // 2
        lines.append(
            f'<text x="{number}" y="{TOP - 14}" text-anchor="middle" fill="{INK}">{at + 1}</text>'
        )
        lines.append(f'<text x="{LEFT + 8}" y="{top + 20}" fill="{INK}">{at + 1}</text>')
        lines += _dots(room, drawn, top, columns)
    return "\n".join([*lines, "</svg>", ""])


def _row(room: Room, top: int, columns: int) -> Iterator[str]:
    yield (
        f'<rect x="{LEFT}" y="{top}" width="{columns - LEFT - 8}" height="{ROW - 2}" rx="3"'
        f' fill="{PALE}"/>'
    )
    yield (
        f'<text x="{LEFT + 30}" y="{top + 20}" font-weight="bold" fill="{INK}">'
        f"{escape(room.name)}</text>"
    )
    yield f'<text x="{LEFT + NAME + 20}" y="{top + 20}" fill="{INK}">{escape(room.words)}</text>'


def _dots(room: Room, drawn: list[Room], top: int, columns: int) -> Iterator[str]:
    for at, other in enumerate(drawn):
        x, y = columns + CELL * at + CELL // 2, top + ROW // 2 - 1
        if other is room:
            yield f'<rect x="{x - 5}" y="{y - 5}" width="10" height="10" fill="{PALE}"/>'
        elif other.name in room.knows:
            yield f'<circle cx="{x}" cy="{y}" r="5" fill="{ACCENT}"/>'


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
