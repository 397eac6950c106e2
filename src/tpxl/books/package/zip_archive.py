"""The zip file: which members it has, their bytes, and how it is put together again.

Members that did not change keep every byte they have in the file, their local header and whatever
follows it included; order, dates, flags and comments stay as they are.
"""

import struct
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tpxl.books.package.limits import (
    MAX_MEMBERS,
    MAX_PART,
    MAX_PARTS_TOGETHER,
    MAX_RATIO,
    is_bomb,
    is_text,
)
from tpxl.books.package.zip_directory import (
    Deflated,
    Directory,
    ZipEntry,
    checked,
    directory_of,
    inflated,
    inflated_pieces,
)
from tpxl.errors import TpxlError

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _HAS_DESCRIPTOR = 0x1, 0x8
_ZIP64_EXTRA = 1
_PLAIN_VERSION = 20


class Member(NamedTuple):
    """A member: what the directory says of it, and where its bytes are in the file."""

    entry: ZipEntry
    data: int
    end: int


def part_key(name: str) -> str:
    """Return what names one part: packages tell neither case nor kind of slash apart."""
    return name.replace("\\", "/").lstrip("/").lower()


class Archive:
    """The bytes of a package and its members by `part_key`."""

    def __init__(self, data: bytes, book: str) -> None:
        """Read the directory of `data`; `book` names it in errors.

        Raises:
            TpxlError: the file is cut short, damaged, encrypted or absurdly large.
        """
        self.data = data
        self._book = book
        try:
            directory = directory_of(data)
            if len(directory.entries) > MAX_MEMBERS:
                raise TpxlError("file_too_many_parts", book=book, limit=MAX_MEMBERS)
            self._members = list(_located(data, directory))
        except (ValueError, struct.error) as error:
            raise TpxlError("file_damaged", book=book, detail=str(error)) from error
        self._comment = directory.comment
        self._by_key = self._keyed()

    def _keyed(self) -> dict[str, Member]:
        by_key: dict[str, Member] = {}
        for member in self._members:
            key = part_key(member.entry.name)
            if key in by_key:
                raise TpxlError("file_has_twins", book=self._book, part=member.entry.name)
            by_key[key] = member
        entries = [member.entry for member in self._members]
        if sum(entry.size for entry in entries) > MAX_PARTS_TOGETHER:
            raise TpxlError("file_too_large", book=self._book)
        texts = [entry for entry in entries if is_text(entry.name)]
        self._refuse_bomb(sum(one.packed_size for one in texts), sum(one.size for one in texts))
        return by_key

    def _refuse_bomb(self, packed: int, size: int) -> None:
        if is_bomb(packed, size):
            raise TpxlError("file_swells", book=self._book, limit=MAX_RATIO)

    def __contains__(self, part: str) -> bool:
        """Tell whether there is such a part."""
        return part_key(part) in self._by_key

    def __iter__(self) -> Iterator[str]:
        """Yield the keys of the members in their order."""
        return iter(self._by_key)

    def read(self, part: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            TpxlError: there is no such part, or it is damaged.
        """
        member = self._by_key.get(part_key(part))
        if member is None:
            raise TpxlError("part_missing", book=self._book, part=part)
        entry = member.entry
        if entry.flags & _ENCRYPTED:
            raise TpxlError("file_encrypted", book=self._book)
        if entry.size > MAX_PART:
            raise TpxlError("file_too_large", book=self._book)
        self._refuse_bomb(entry.packed_size, entry.size)
        raw = self.data[member.data : member.data + entry.packed_size]
        packed = Deflated(raw, entry.crc, entry.size)
        try:
            return _unpacked(packed, entry.method)
        except ValueError as error:
            raise TpxlError(
                "part_damaged", book=self._book, part=entry.name, detail=str(error)
            ) from error

    def pieces(self, part: str) -> Iterator[bytes]:
        """Yield the bytes of a part piece by piece: one that is read once is never whole.

        Raises:
            TpxlError: there is no such part, or it is damaged.
        """
        member = self._by_key.get(part_key(part))
        if member is None:
            raise TpxlError("part_missing", book=self._book, part=part)
        entry = member.entry
        if entry.flags & _ENCRYPTED:
            raise TpxlError("file_encrypted", book=self._book)
        self._refuse_bomb(entry.packed_size, entry.size)
        raw = memoryview(self.data)[member.data : member.data + entry.packed_size]
        try:
            if entry.method == _STORED:
                yield _unpacked(Deflated(bytes(raw), entry.crc, entry.size), _STORED)
            else:
                yield from inflated_pieces(raw, entry.crc, entry.size)
        except ValueError as error:
            raise TpxlError(
                "part_damaged", book=self._book, part=entry.name, detail=str(error)
            ) from error

    def assembled(self, changes: Mapping[str, Deflated | None]) -> bytes:
        """Return the file with the changed parts in their places, new ones last; None drops one."""
        pieces, records = [self.data[: self._first_byte()]], []
        position = len(pieces[0])
        for key, member in self._by_key.items():
            change = changes.get(key, member)
            if change is None:
                continue
            piece, record = (
                (self.data[member.entry.start : member.end], _record(member, position, None))
                if isinstance(change, Member)
                else (_packed(self.data, member, change), _record(member, position, change))
            )
            pieces.append(piece)
            records.append(record)
            position += len(piece)
        for key, change in changes.items():
            if change is not None and key not in self._by_key:
                piece, record = _new_member(key, change, self._members[0], position)
                pieces.append(piece)
                records.append(record)
                position += len(piece)
        directory = b"".join(records)
        end = _END.pack(
            b"PK\5\6",
            0,
            0,
            len(records),
            len(records),
            len(directory),
            position,
            len(self._comment),
        )
        return b"".join([*pieces, directory, end, self._comment])

    def _first_byte(self) -> int:
        return min((member.entry.start for member in self._members), default=0)


def _unpacked(packed: Deflated, method: int) -> bytes:
    if method == _DEFLATED:
        return inflated(packed)
    if method == _STORED:
        checked(packed.data, packed)
        return packed.data
    raise ValueError(f"compression method {method}")


def _located(data: bytes, directory: Directory) -> Iterator[Member]:
    """Yield the members in the directory's order; a member ends where the next one starts."""
    entries = directory.entries
    starts = sorted(entry.start for entry in entries)
    follows = dict(zip(starts, [*starts[1:], directory.start], strict=True))
    if len(follows) != len(entries):
        raise ValueError("two members in one place")
    for entry in entries:
        local = _LOCAL.unpack_from(data, entry.start)
        starts_at = entry.start + _LOCAL.size + local[9] + local[10]
        end = follows[entry.start]
        if local[0] != b"PK\3\4" or starts_at + entry.packed_size > end:
            raise ValueError(f"no member where the directory says: {entry.name}")
        yield Member(entry, starts_at, end)


def _packed(data: bytes, member: Member, change: Deflated) -> bytes:
    """Return a changed member: its own header with the new sizes, then the new bytes."""
    fields = list(_LOCAL.unpack_from(data, member.entry.start))
    name_end = member.entry.start + _LOCAL.size + fields[9]
    extra = _without_zip64(data[name_end : member.data])
    fields[2], fields[3] = fields[2] & ~_HAS_DESCRIPTOR, _DEFLATED
    fields[6:9] = change.crc, len(change.data), change.size
    fields[10] = len(extra)
    name = data[member.entry.start + _LOCAL.size : name_end]
    return b"".join((_LOCAL.pack(*fields), name, extra, change.data))


def _new_member(name: str, new: Deflated, like: Member, position: int) -> tuple[bytes, bytes]:
    """Return a member that the file lacks and its record, with the dates of another: no clock."""
    _mark, made_by, _version, _flags, _method, time, date, *_ = _CENTRAL.unpack_from(
        like.entry.record
    )
    said = (_PLAIN_VERSION, 0, _DEFLATED, time, date, new.crc, len(new.data), new.size)
    encoded = name.encode("ascii")
    local = _LOCAL.pack(b"PK\3\4", *said, len(encoded), 0)
    places = (len(encoded), 0, 0, 0, 0, 0, position)
    record = _CENTRAL.pack(b"PK\1\2", made_by, *said, *places)
    return local + encoded + new.data, record + encoded


def _record(member: Member, position: int, change: Deflated | None) -> bytes:
    """Return the directory's record of a member that now starts at `position`."""
    fields = list(_CENTRAL.unpack_from(member.entry.record))
    name_end = _CENTRAL.size + fields[10]
    extra_end = name_end + fields[11]
    extra = _without_zip64(member.entry.record[name_end:extra_end])
    if change is None:
        fields[8:10] = member.entry.packed_size, member.entry.size
    else:
        fields[3], fields[4] = fields[3] & ~_HAS_DESCRIPTOR, _DEFLATED
        fields[7:10] = change.crc, len(change.data), change.size
    fields[11], fields[13], fields[16] = len(extra), 0, position
    tail = member.entry.record[_CENTRAL.size : name_end] + extra + member.entry.record[extra_end:]
    return _CENTRAL.pack(*fields) + tail


def _without_zip64(extra: bytes) -> bytes:
    """Return the extra fields without the 64-bit sizes, which no file of ours needs."""
    kept, position = b"", 0
    while position + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, position)
        if kind != _ZIP64_EXTRA:
            kept += extra[position : position + 4 + size]
        position += 4 + size
    return kept + extra[position:]
