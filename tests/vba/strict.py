"""Is a compound file strict? Its tree must be red-black and in order, its sectors all used once.

Office forgives more than this; a file that needs no forgiving opens in every program.
"""

import struct
from dataclasses import dataclass

_END, _NONE = 0xFFFFFFFE, 0xFFFFFFFF
_RED = 0


@dataclass(frozen=True)
class _Line:
    name: str
    kind: int
    colour: int
    left: int
    right: int
    child: int

    @property
    def order(self) -> tuple[int, str]:
        return len(self.name.encode("utf-16-le")), self.name.upper()


def complaints(data: bytes) -> list[str]:
    """Return what is not strict in the directory and the sectors of a compound file."""
    (directory,) = struct.unpack_from("<I", data, 48)
    lines = _lines(_chain_bytes(data, directory))
    said: list[str] = []
    _walk(lines, lines[0].child, said, under_red=False)
    if len(data) % 512:
        said.append("does not end with a sector")
    return said + _sector_complaints(data)


def _fat(data: bytes) -> tuple[int, ...]:
    (count,) = struct.unpack_from("<I", data, 44)
    places = struct.unpack_from(f"<{count}I", data, 76)
    return tuple(n for at in places for n in struct.unpack_from("<128I", data, (at + 1) * 512))


def _chain(data: bytes, first: int) -> list[int]:
    fat, chain = _fat(data), []
    while first != _END:
        chain.append(first)
        first = fat[first]
    return chain


def _chain_bytes(data: bytes, first: int) -> bytes:
    return b"".join(data[(at + 1) * 512 : (at + 2) * 512] for at in _chain(data, first))


def _lines(directory: bytes) -> list[_Line]:
    lines = []
    for at in range(0, len(directory), 128):
        (length,) = struct.unpack_from("<H", directory, at + 64)
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le")
        kind, colour = directory[at + 66], directory[at + 67]
        lines.append(_Line(name, kind, colour, *struct.unpack_from("<III", directory, at + 68)))
    return lines


def _walk(lines: list[_Line], at: int, said: list[str], *, under_red: bool) -> tuple[list, int]:
    if at == _NONE:
        return [], 1
    line = lines[at]
    if under_red and line.colour == _RED:
        said.append(f"two reds in a row at {line.name}")
    before, left = _walk(lines, line.left, said, under_red=line.colour == _RED)
    after, right = _walk(lines, line.right, said, under_red=line.colour == _RED)
    if left != right:
        said.append(f"black heights differ at {line.name}")
    orders = [*before, line.order, *after]
    if orders != sorted(orders):
        said.append(f"out of order at {line.name}")
    if line.child != _NONE:
        _walk(lines, line.child, said, under_red=False)
    return orders, left + (line.colour != _RED)


def _sector_complaints(data: bytes) -> list[str]:
    fat = _fat(data)[: len(data) // 512 - 1]
    targets = [following for following in fat if following < len(fat)]
    said = [] if len(targets) == len(set(targets)) else ["two chains share a sector"]
    return said + ([] if _NONE not in fat else ["a sector belongs to nothing"])
