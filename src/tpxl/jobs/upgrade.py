"""Upgrade: the present macros in a workbook that an earlier version of tpxl made."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, Protocol

from tpxl.books import open_book
from tpxl.books.package.macros import (
    MacroMark,
    Module,
    has_buttons,
    mark_of,
    modules_of,
    with_modules,
)
from tpxl.errors import TpxlError
from tpxl.model import Finding, Severity, Sheets
from tpxl.shipped import master

_OWN = "tpxl_"
_FROM_OTHERS = frozenset({"xlwings", "xlwings_udfs", "Dictionary"})
"""Modules that version 0.1.0 took along, by their names."""

_TAKEN_AWAY = ("RunPython", "XLPy")
"""Procedures of theirs that a workbook's own code may call, and would then no longer find."""


class CarriesMacros(Protocol):
    """A closed workbook whose macros can be looked at and replaced."""

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        ...

    @property
    def macros(self) -> bytes | None:
        """Its VBA project as Office keeps it, None where it has none."""
        ...

    def put_macros(self, project: bytes) -> None:
        """Put another VBA project in the place of its own; nothing else changes.

        Raises:
            TpxlError: it has none, or its macros are signed.
        """
        ...


class Upgraded(NamedTuple):
    """What an upgrade did: the modules that went and came; none where all were present."""

    book: str
    version: str
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()

    @property
    def has_changed(self) -> bool:
        """Tell whether the macros were old."""
        return bool(self.come)


def upgrade(book: CarriesMacros) -> Upgraded:
    """Put the present macros into an open book that carries old ones; saving is the caller's.

    The modules of the workbook and its sheets stay, with a city's own code in them.

    Raises:
        TpxlError: the book has no macros, or others than tpxl's, or newer ones; they are signed
            or cannot be read.
    """
    project = book.macros
    if project is None:
        raise TpxlError("macros_none", book=book.name)
    if not has_buttons(project):
        raise TpxlError("macros_foreign", book=book.name)
    mark, present = mark_of(project), _present()
    version = _said(present.mark)
    if mark is not None and mark.fingerprint == present.mark.fingerprint:
        return Upgraded(book.name, version)
    if mark is not None and mark.version > present.mark.version:
        raise TpxlError("macros_newer", book=book.name, made_for=_said(mark), installed=version)
    held = _modules(book, project)
    _refuse_others(book, held)
    gone = [module.name for module in held if not module.is_document]
    come = [module for module in modules_of(present.project) if not module.is_document]
    book.put_macros(with_modules(project, gone, come))
    return Upgraded(book.name, version, tuple(gone), tuple(module.name for module in come))


def macro_findings(book: Sheets) -> Iterator[Finding]:
    """Yield that a book carries macros of an earlier tpxl.

    A warning, since it asks for something to be done: those of version 0.1.0 let any workbook
    choose which program a button starts. It is told by `tpxl check` alone and stands on no sheet:
    the workbook open in Excel does not show its macros, and the buttons would take it off again.
    """
    project = book.macros
    if project is None or not has_buttons(project):
        return
    mark, present = mark_of(project), _present().mark
    is_old = mark is None or (
        mark.fingerprint != present.fingerprint and mark.version <= present.version
    )
    if is_old:
        yield Finding("macros_old", Severity.WARNING, facts={"book": book.name})


class _Present(NamedTuple):
    project: bytes
    mark: MacroMark


@cache
def _present() -> _Present:
    """Return the macros of the master that comes with this tpxl."""
    with open_book(master()) as shipped:
        project = shipped.macros
    mark = None if project is None else mark_of(project)
    if project is None or mark is None:
        raise AssertionError("the master that comes with tpxl has no marked macros")
    return _Present(project, mark)


def _modules(book: CarriesMacros, project: bytes) -> tuple[Module, ...]:
    try:
        return modules_of(project)
    except ValueError as error:
        raise TpxlError("macros_damaged", book=book.name, detail=str(error)) from error


def _refuse_others(book: CarriesMacros, held: tuple[Module, ...]) -> None:
    """Raise where there is code that is not tpxl's, or that calls what would be taken away."""
    others = [
        module.name
        for module in held
        if (
            any(word in module.text for word in _TAKEN_AWAY)
            if module.is_document
            else not (module.name.startswith(_OWN) or module.name in _FROM_OTHERS)
        )
    ]
    if others:
        raise TpxlError("macros_mixed", book=book.name, modules=", ".join(others))


def _said(mark: MacroMark) -> str:
    return ".".join(map(str, mark.version))
