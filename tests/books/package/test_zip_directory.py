"""A zip file's directory is read here or by the standard library, with one result."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from tpxl.books.package.zip_directory import directory_of, plain_directory, sure_directory

ENTRIES_END = -22


def packed(*names: str, comment: bytes = b"", extra: bytes = b"", note: bytes = b"") -> bytes:
    """A zip file of small members with these names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.comment = comment
        for name in names:
            info = zipfile.ZipInfo(name)
            info.extra, info.comment = extra, note
            package.writestr(info, name * 9)
    return out.getvalue()


def changed(data: bytes, at: int, new: bytes) -> bytes:
    """The bytes with some from a place on replaced."""
    place = at % len(data)
    return data[:place] + new + data[place + len(new) :]


def padded(data: bytes, size: int) -> bytes:
    """The file with so many bytes after the directory's last record, and said to be its own."""
    said = struct.unpack_from("<I", data, len(data) - 10)[0] + size
    end = changed(data[ENTRIES_END:], 12, struct.pack("<I", said))
    return data[:ENTRIES_END] + bytes(size) + end


def first_record(data: bytes) -> int:
    return int(struct.unpack_from("<I", data, len(data) - 6)[0])


@pytest.mark.parametrize("names", [(), ("a",), ("[Content_Types].xml", "xl/workbook.xml", "b/")])
def test_both_ways_of_reading_agree_on_the_plain_form(names: tuple[str, ...]) -> None:
    data = packed(*names)
    assert plain_directory(data) == sure_directory(data)
    assert [entry.name for entry in directory_of(data).entries] == list(names)


@pytest.mark.parametrize(
    "data",
    [
        packed("a", comment=b"huomautus"),
        packed("a", extra=b"\x20\xa2\x04\x00abcd"),
        packed("a", note=b"osa"),
        packed("ä"),
        b"before" + packed("a"),
        packed("a") + b"\0",
    ],
    ids=["a comment", "an extra field", "a note", "a letter", "bytes before", "a byte after"],
)
def test_every_other_form_is_left_to_the_standard_library(data: bytes) -> None:
    assert plain_directory(data) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:ENTRIES_END],
        lambda data: data[:10],
        lambda data: changed(data, first_record(data), b"XX"),
        lambda data: changed(data, first_record(data) + 6, b"\xff"),
        lambda data: padded(data, 5),
    ],
    ids=["no end", "cut short", "no mark", "a version of the future", "bytes left over"],
)
def test_a_damaged_directory_is_told_of_by_the_standard_library(
    damage: Callable[[bytes], bytes],
) -> None:
    data = damage(packed("a", "b"))
    assert plain_directory(data) is None
    with pytest.raises(ValueError, match=r".+"):
        directory_of(data)


def test_an_end_that_counts_other_members_than_there_are_is_not_plain() -> None:
    data = packed("a", "b")
    miscounted = changed(data, ENTRIES_END + 8, b"\x01\0\x01\0")
    assert plain_directory(miscounted) is None
    assert len(directory_of(miscounted).entries) == 2


@pytest.mark.parametrize("name", [b"a\\b", b"a\0b"], ids=["a slash", "a zero"])
def test_a_name_the_standard_library_would_change_is_left_to_it(name: bytes) -> None:
    assert plain_directory(packed("axb").replace(b"axb", name)) is None
