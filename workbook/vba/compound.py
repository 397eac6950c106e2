"""A compound file: streams and storages in sectors, as Office keeps a VBA project.

Source: [MS-CFB], version 3. Streams of less than 4 096 bytes live in a stream of their own, the
mini stream; names are kept in a red-black tree, which here is balanced, its last level red.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Tree = Mapping[str, "bytes | Tree"]

_SECTOR, _MINI_SECTOR, _MINI_LIMIT = 512, 64, 4096
_FREE, _END, _FAT_SECTOR, _NO_ENTRY = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_RED, _BLACK = 0, 1
_FAT_SECTORS_IN_HEADER = 109
_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(slots=True)
class _Entry:
    """A line of the directory; its links are numbers of other lines."""

    name: str
    kind: int
    data: bytes = b""
    colour: int = _BLACK
    left: int = _NO_ENTRY
    right: int = _NO_ENTRY
    child: int = _NO_ENTRY
    start: int = 0
    size: int = 0

    def packed(self) -> bytes:
        name = (self.name + "\0").encode("utf-16-le")
        return (
            name.ljust(64, b"\0")
            + struct.pack("<HBB", len(name), self.kind, self.colour)
            + struct.pack("<III", self.left, self.right, self.child)
            + bytes(36)
            + struct.pack("<IQ", self.start, self.size)
        )


@dataclass(slots=True)
class _Sectors:
    """Sectors of one size, and for each the number of the one that follows it."""

    size: int
    content: bytearray = field(default_factory=bytearray)
    following: list[int] = field(default_factory=list)

    def add(self, data: bytes) -> int:
        """Append `data` and return the number of its first sector."""
        if not data:
            return _END
        first = len(self.following)
        count = -(-len(data) // self.size)
        self.content += data.ljust(count * self.size, b"\0")
        self.following += [*range(first + 1, first + count), _END]
        return first


def compound_file(tree: Tree) -> bytes:
    """Return the bytes of a compound file that holds `tree`: the same tree, the same bytes.

    Raises:
        ValueError: it is larger than the header's own table can name (some 7 MB).
    """
    entries = _directory(tree)
    sectors, mini = _Sectors(_SECTOR), _Sectors(_MINI_SECTOR)
    for entry in entries[1:]:
        if entry.kind == _STREAM:
            entry.size = len(entry.data)
            entry.start = (sectors if entry.size >= _MINI_LIMIT else mini).add(entry.data)
    entries[0].size = len(mini.content)
    entries[0].start = sectors.add(bytes(mini.content))
    mini_table = _table(mini.following)
    mini_start = sectors.add(mini_table)
    directory_start = sectors.add(_packed(entries))
    fat_start, fat_count = _add_fat(sectors)
    header = _header(
        fat=(fat_start, fat_count),
        directory=directory_start,
        mini=(mini_start, len(mini_table) // _SECTOR),
    )
    return header + bytes(sectors.content)


def _directory(tree: Tree) -> list[_Entry]:
    entries = [_Entry("Root Entry", _ROOT)]
    entries[0].child = _add_level(entries, tree)
    return entries


def _add_level(entries: list[_Entry], tree: Tree) -> int:
    numbers = {}
    for name, held in tree.items():
        numbers[name] = len(entries)
        is_storage = isinstance(held, Mapping)
        entries.append(_Entry(name, _STORAGE if is_storage else _STREAM))
        if not isinstance(held, Mapping):
            entries[-1].data = held
    for name, held in tree.items():
        if isinstance(held, Mapping):
            entries[numbers[name]].child = _add_level(entries, held)
    ordered = sorted(tree, key=lambda name: (len(name.encode("utf-16-le")), name.upper()))
    return _balanced(entries, [numbers[name] for name in ordered])


def _balanced(entries: list[_Entry], numbers: list[int], depth: int = 0, full: int = -1) -> int:
    """Link entries into a tree, return its top; `full` is the number of levels without a gap."""
    if not numbers:
        return _NO_ENTRY
    full = (len(numbers) + 1).bit_length() - 1 if full < 0 else full
    middle = len(numbers) // 2
    entry = entries[numbers[middle]]
    entry.colour = _BLACK if depth < full else _RED
    entry.left = _balanced(entries, numbers[:middle], depth + 1, full)
    entry.right = _balanced(entries, numbers[middle + 1 :], depth + 1, full)
    return numbers[middle]


def _packed(entries: list[_Entry]) -> bytes:
    unused = bytes(68) + struct.pack("<III", _NO_ENTRY, _NO_ENTRY, _NO_ENTRY) + bytes(48)
    lines = [entry.packed() for entry in entries]
    return b"".join(lines + [unused] * (-len(lines) % 4))


def _table(following: list[int]) -> bytes:
    padded = following + [_FREE] * (-len(following) % (_SECTOR // 4))
    return struct.pack(f"<{len(padded)}I", *padded)


def _add_fat(sectors: _Sectors) -> tuple[int, int]:
    """Append the table of all sectors, which also lists its own."""
    start, count = len(sectors.following), 1
    while start + count > count * (_SECTOR // 4):
        count += 1
    if count > _FAT_SECTORS_IN_HEADER:
        raise ValueError("the compound file is too large for one header")
    sectors.content += _table(sectors.following + [_FAT_SECTOR] * count)
    return start, count


def _header(*, fat: tuple[int, int], directory: int, mini: tuple[int, int]) -> bytes:
    fat_start, fat_count = fat
    mini_start, mini_count = mini
    fields = (0, fat_count, directory, 0, _MINI_LIMIT, mini_start, mini_count, _END, 0)
    return (
        _MAGIC
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
        + struct.pack("<9I", *fields)
        + struct.pack(f"<{_FAT_SECTORS_IN_HEADER}I", *_fat_numbers(fat_start, fat_count))
    )


def _fat_numbers(start: int, count: int) -> Iterator[int]:
    yield from range(start, start + count)
    yield from [_FREE] * (_FAT_SECTORS_IN_HEADER - count)
