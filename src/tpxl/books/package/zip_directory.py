"""The directory at a zip file's end: what it says of each member, and its own bytes of that.

The form that nearly every program writes is read here; any other is left to the standard library,
whose import alone takes longer than all of it.

Deflate, by isal where it is installed: a tenth of zlib's time for seven per cent more bytes.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

_RECORD = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LOCATOR_SIZE = 20
_NEWEST_VERSION = 63
_IN_64_BITS, _IN_64_BITS_COUNT = 0xFFFFFFFF, 0xFFFF

_RAW = -15
_FAST_LEVEL, _ZLIB_LEVEL = 2, 6
_PIECE = 1 << 16


class ZipEntry(NamedTuple):
    """What the directory says of a member; its local header is at `start`."""

    name: str
    flags: int
    method: int
    crc: int
    packed_size: int
    size: int
    start: int
    record: bytes


class Directory(NamedTuple):
    """The members in their order, where the directory starts, and the file's comment."""

    entries: list[ZipEntry]
    start: int
    comment: bytes


def directory_of(data: bytes) -> Directory:
    """Return the directory of a zip file.

    Raises:
        ValueError, struct.error: it has none that can be read.
    """
    return plain_directory(data) or sure_directory(data)


def plain_directory(data: bytes) -> Directory | None:
    """Return the directory in its plain form; None where it has another, or is damaged.

    Plain is: one disk, 32 bits, nothing before the first member or after the directory's end, no
    comments, no extra fields, names in ASCII.
    """
    at = len(data) - _END.size
    if at < 0:
        return None
    mark, disk, first_disk, here, count, size, start, comment = _END.unpack_from(data, at)
    is_plain = (
        mark == b"PK\5\6"
        and not (disk or first_disk or comment)
        and here == count < _IN_64_BITS_COUNT
        and start + size == at
        and data[at - _LOCATOR_SIZE : at - _LOCATOR_SIZE + 4] != b"PK\6\7"
    )
    if not is_plain:
        return None
    entries = list(_plain_entries(data, start, at))
    is_whole = len(entries) == count and sum(len(entry.record) for entry in entries) == size
    return Directory(entries, start, b"") if is_whole else None


def _plain_entries(data: bytes, start: int, end: int) -> Iterator[ZipEntry]:
    """Yield the entries up to one of another form."""
    while start + _RECORD.size <= end:
        mark, _made_by, version, flags, method, _time, _date, *rest = _RECORD.unpack_from(
            data, start
        )
        crc, packed_size, size, named, extra, comment, _disk, _inner, _outer, member = rest
        record = data[start : start + _RECORD.size + named]
        name = record[_RECORD.size :]
        if (
            mark != b"PK\1\2"
            or version > _NEWEST_VERSION
            or extra
            or comment
            or _IN_64_BITS in {packed_size, size, member}
            or not name.isascii()
            or b"\0" in name
            or b"\\" in name
        ):
            return
        yield ZipEntry(name.decode(), flags, method, crc, packed_size, size, member, record)
        start += len(record)


def sure_directory(data: bytes) -> Directory:
    """Return the directory as the standard library reads it.

    Raises:
        ValueError, struct.error: it cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            infos, start, comment = opened.infolist(), opened.start_dir, opened.comment
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise ValueError(str(error)) from error
    entries: list[ZipEntry] = []
    position = start
    for info in infos:
        size = _RECORD.size + sum(_RECORD.unpack_from(data, position)[10:13])
        entries.append(
            ZipEntry(
                info.filename,
                info.flag_bits,
                info.compress_type,
                info.CRC,
                info.compress_size,
                info.file_size,
                info.header_offset,
                data[position : position + size],
            )
        )
        position += size
    return Directory(entries, start, comment)


def _isal() -> Any:  # noqa: ANN401  # isal has no types
    try:
        from isal import isal_zlib  # noqa: PLC0415  # where there is no wheel of it, zlib does
    except ImportError:
        return None
    return isal_zlib


_FAST = _isal()
_ERRORS = (zlib.error, *(() if _FAST is None else (_FAST.error,)))


class Deflated(NamedTuple):
    """A part's compressed bytes with what a zip directory says of them."""

    data: bytes
    crc: int
    size: int


def deflated(data: bytes) -> Deflated:
    """Return `data` compressed."""
    level = _ZLIB_LEVEL if _FAST is None else _FAST_LEVEL
    packed: bytes = (_FAST or zlib).compress(data, level, _RAW)
    return Deflated(packed, crc32(data), len(data))


def inflated(packed: Deflated) -> bytes:
    """Return the bytes of a part; no more are made than the directory says there are.

    Raises:
        ValueError: they are not what the directory says.
    """
    try:
        unpacker = (_FAST or zlib).decompressobj(wbits=_RAW)
        data: bytes = unpacker.decompress(packed.data, packed.size + 1)
    except _ERRORS as error:
        raise ValueError(str(error)) from error
    checked(data, packed)
    return data


def inflated_pieces(packed: memoryview, crc: int, size: int) -> Iterator[bytes]:
    """Yield the bytes of a part piece by piece.

    Raises:
        ValueError: they are not what the directory says, which is known at the end.
    """
    unpacker = (_FAST or zlib).decompressobj(wbits=_RAW)
    length = summed = 0
    try:
        for start in range(0, len(packed), _PIECE):
            piece: bytes = unpacker.decompress(packed[start : start + _PIECE])
            length += len(piece)
            summed = (_FAST or zlib).crc32(piece, summed)
            if length > size:
                break
            yield piece
    except _ERRORS as error:
        raise ValueError(str(error)) from error
    if length != size or summed != crc:
        raise ValueError("size or checksum differs")


def checked(data: bytes, packed: Deflated) -> None:
    """Compare bytes with their size and checksum.

    Raises:
        ValueError: they differ.
    """
    if len(data) != packed.size or crc32(data) != packed.crc:
        raise ValueError("size or checksum differs")


def crc32(data: bytes) -> int:
    """Return the checksum a zip directory holds."""
    return int((_FAST or zlib).crc32(data))
