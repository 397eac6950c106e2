"""The part of a package that holds its macros, and putting another in its place."""

from tpxl.books.package.deflate import Deflated, deflated
from tpxl.books.package.parts import Parts
from tpxl.errors import TpxlError

_KIND, _SIGNATURE = "vbaProject", "vbaProjectSignature"


def macros_of(parts: Parts, workbook: str) -> bytes | None:
    """Return the VBA project that a workbook part points to, None where there is none.

    Raises:
        TpxlError: it is damaged.
    """
    part = _part(parts, workbook)
    return None if part is None else parts.read(part)


def changed_macros(parts: Parts, workbook: str, project: bytes) -> dict[str, Deflated | None]:
    """Return the parts changed so that the workbook carries another VBA project.

    Raises:
        TpxlError: it carries none, or what it carries is signed.
    """
    part = _part(parts, workbook)
    if part is None:
        raise TpxlError("macros_none", book=parts.book)
    signatures = [r for r in parts.relations(part) if r.kind.startswith(_SIGNATURE)]
    if signatures or parts.is_signed:
        raise TpxlError("macros_signed", book=parts.book)
    return {part: deflated(project)}


def _part(parts: Parts, workbook: str) -> str | None:
    named = (r.target for r in parts.relations(workbook) if r.kind == _KIND)
    return next((part for part in named if part in parts), None)
