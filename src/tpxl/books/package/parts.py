"""The package's parts as they now are, and how one points to another."""

import posixpath
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from tpxl.books.package.archive import Archive, part_key
from tpxl.books.package.damage import MarkupError
from tpxl.books.package.deflate import Deflated, inflated
from tpxl.books.package.limits import MAX_RELATIONS, refuse_many_elements
from tpxl.books.package.markup import Tag, tags, utf8
from tpxl.errors import TpxlError

_SIGNATURES = "_xmlsignatures/"
CONTENT_TYPES = "[Content_Types].xml"
Read = TypeVar("Read")


class Relation(NamedTuple):
    """One part's pointer to another: its id, kind (the type's last word), target and element."""

    id: str
    kind: str
    target: str
    tag: Tag


def relations_part(part: str) -> str:
    """Return the part that holds the pointers of a part; of the package itself for ``""``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class Parts:
    """The parts of a package, changed ones before those of the file."""

    def __init__(self, archive: Archive, book: str) -> None:
        """Start from a file without changes."""
        self.archive = archive
        self.book = book
        self.changes: dict[str, Deflated | None] = {}
        self.is_signed = any(part.startswith(_SIGNATURES) for part in archive)

    def __contains__(self, part: str) -> bool:
        """Tell whether there is such a part."""
        return self.changes.get(part_key(part), part in self.archive or None) is not None

    def read(self, part: str) -> bytes:
        """Return the bytes of a part as it now is.

        Raises:
            TpxlError: there is no such part, or it is damaged.
        """
        change = self.changes.get(part_key(part))
        return self.archive.read(part) if change is None else inflated(change)

    def change(self, changes: Mapping[str, Deflated | None]) -> None:
        """Put changed parts in place; None drops a part."""
        self.changes.update({part_key(part): change for part, change in changes.items()})

    def reading(self, part: str, reader: Callable[[bytes], Read]) -> Read:
        """Return what `reader` makes of a part.

        Raises:
            TpxlError: the part is missing, damaged or not what it should be.
        """
        data = self.read(part)
        try:
            return reader(data)
        except MarkupError as error:
            raise self.told(error, part) from error

    def told(self, error: MarkupError, part: str) -> TpxlError:
        """Return what the book tells of a part's damage."""
        return TpxlError(error.code, book=self.book, part=part, detail=str(error), **error.facts)

    def assembled(self) -> bytes:
        """Return the file's bytes with the changed parts."""
        return self.archive.assembled(self.changes) if self.changes else self.archive.data

    def settle(self, archive: Archive) -> None:
        """Start anew from a file that holds the changes."""
        self.archive = archive
        self.changes = {}

    def tags(self, part: str) -> list[Tag]:
        """Return the elements of a part in order.

        Raises:
            TpxlError: the part is missing, damaged or not what it should be.
        """
        return self.reading(part, lambda data: tags(utf8(data)))

    def relations(self, part: str) -> list[Relation]:
        """Return a part's pointers to other parts of the package.

        Raises:
            TpxlError: they cannot be read.
        """
        pointers = relations_part(part)
        if pointers not in self:
            return []
        self.reading(pointers, lambda data: refuse_many_elements(data, MAX_RELATIONS + 1))
        return [
            Relation(
                tag.attributes.get("Id", ""),
                tag.attributes.get("Type", "").rsplit("/", 1)[-1],
                _target(part, tag.attributes.get("Target", "")),
                tag,
            )
            for tag in self.tags(pointers)
            if tag.name == "Relationship" and tag.attributes.get("TargetMode") != "External"
        ]


def _target(part: str, target: str) -> str:
    """Return the part meant by a target: relative, absolute, with slashes of either kind."""
    path = target.replace("\\", "/")
    whole = path if path.startswith("/") else posixpath.join("/", posixpath.dirname(part), path)
    return posixpath.normpath(whole).lstrip("/")
