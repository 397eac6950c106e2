"""The colours of a compound file's directory: its names stand in red-black trees.

pyOpenVBA balances a tree when it adds a name and leaves the new ones red, so that reds follow one
another. Office forgives that; a file that needs no forgiving opens in every program.

Source: [MS-CFB] 2.6.4.
"""

import struct
from collections.abc import Iterator

_SECTOR, _LINE = 512, 128
_END, _NO_ENTRY = 0xFFFFFFFE, 0xFFFFFFFF
_COLOUR, _LINKS = 67, 68
_RED, _BLACK = 0, 1


def with_colours(data: bytes) -> bytes:
    """Return a compound file of balanced trees with their colours right: the last level red."""
    coloured = bytearray(data)
    lines = list(_lines(data))
    for line in lines:
        (top,) = struct.unpack_from("<I", data, line + _LINKS + 8)
        level = [] if top == _NO_ENTRY else [lines[top]]
        while level:
            below = [lines[link] for at in level for link in _links(data, at)]
            is_full = len(below) == 2 * len(level)
            for at in level:
                coloured[at + _COLOUR] = _BLACK
            if not is_full:
                for at in below:
                    coloured[at + _COLOUR] = _RED
                break
            level = below
    return bytes(coloured)


def _links(data: bytes, line: int) -> list[int]:
    return [link for link in struct.unpack_from("<II", data, line + _LINKS) if link != _NO_ENTRY]


def _lines(data: bytes) -> Iterator[int]:
    """Yield where each line of the directory begins, through the chain of its sectors."""
    (count,) = struct.unpack_from("<I", data, 44)
    (sector,) = struct.unpack_from("<I", data, 48)
    tables = struct.unpack_from(f"<{count}I", data, 76)
    while sector != _END:
        start = (sector + 1) * _SECTOR
        yield from range(start, start + _SECTOR, _LINE)
        table, place = divmod(sector, _SECTOR // 4)
        (sector,) = struct.unpack_from("<I", data, (tables[table] + 1) * _SECTOR + place * 4)
