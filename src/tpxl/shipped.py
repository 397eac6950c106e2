"""The files that come with tpxl: the master workbook, the templates and a typeface.

An installed wheel carries them under ``tpxl/data``; a checkout has them at its top.
"""

from pathlib import Path

VERSION_NAME = "tpxl_versio"
"""A defined name of the master: the version of tpxl whose macros it carries."""

TEMPLATES = "templates"
"""The folder of tpxl's templates, and that of staff's own beside a workbook."""

SHEET, DOCUMENT = "vastuualue.xlsx", "vastuualue.docx"

_PACKAGE = Path(__file__).parent
_HOMES = (_PACKAGE / "data", _PACKAGE.parents[1])


def _shipped(folder: str, pattern: str) -> Path:
    found = (path for home in _HOMES for path in sorted((home / folder).glob(pattern)))
    try:
        return next(found)
    except StopIteration:
        raise FileNotFoundError(f"tpxl was installed without {folder}/{pattern}") from None


def master() -> Path:
    """Return the path of the master workbook with the city's figures of 2025."""
    return _shipped("workbook", "tilinpaatos_master.xls?")


def addin() -> Path:
    """Return the path of the add-in: the ribbon's tab and the worksheet functions."""
    return _shipped("workbook", "tpxl.xlam")


def template(name: str) -> Path:
    """Return the path of a template by its file name.

    Raises:
        FileNotFoundError: there is none of that name.
    """
    return _shipped(TEMPLATES, name)


def font(name: str) -> Path:
    """Return the path of a typeface's file by its name; its folder holds its licence.

    Raises:
        FileNotFoundError: there is none of that name.
    """
    return _shipped("fonts", name)
