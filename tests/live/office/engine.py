"""xlwings on LibreOffice: the engine, its programs and their books.

Only the open part of xlwings is used, the base classes and the registry of engines; so the
unchanged code of `tpxl.excel` drives a real spreadsheet program.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlwings as xw
from tests.live.office import bridge
from tests.live.office.calls import counted
from tests.live.office.cells import RangeNames, Sheets, clean, merged_areas
from tests.live.office.server import Connection, store
from xlwings import base_classes

ALERTS = "TPXL_TEST_ALERTS"  # a file that collects what message boxes say, from any process
FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".ods": "calc8",
    ".pdf": "calc_pdf_Export",
}


class Engine:
    """What xlwings asks of an engine beyond its apps: how values are cleaned and prepared."""

    name = "libreoffice"
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def clean_value_data(
        data: Any, datetime_builder: Any, empty_as: Any, number_builder: Any, err_to_str: bool
    ) -> list[list[Any]]:
        del datetime_builder
        rows = [[clean(cell, errors_as_text=err_to_str) for cell in row] for row in data]
        rows = [[empty_as if cell is None else cell for cell in row] for row in rows]
        if number_builder is None:
            return rows
        return [[number_builder(c) if isinstance(c, float) else c for c in row] for row in rows]

    @staticmethod
    def prepare_xl_data_element(value: Any, options: Any) -> Any:
        del options
        return value


class Apps(base_classes.Apps):
    """The programs that run."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.running: list[App] = []

    def keys(self) -> list[int]:
        return [app.pid for app in self.running]

    def add(self, *_: Any, xl: Any = None, **__: Any) -> Any:
        app = App(self, *xl)
        self.running.insert(0, app)
        return app

    @staticmethod
    def cleanup() -> None:
        """Nothing is left behind: who started the program stops it."""

    def __iter__(self) -> Iterator["App"]:
        return iter(self.running)

    def __len__(self) -> int:
        return len(self.running)

    def __getitem__(self, pid: int) -> "App":
        return next(app for app in self.running if app.pid == pid)


@dataclass
class AppNames:
    """The program under Excel's own names."""

    connection: Connection
    EnableEvents: bool = True  # for all of them: this program has no events to hold back
    chosen: tuple[str, ...] = ()  # the files that a person would choose

    def InputBox(self, _prompt: str, _title: str, default: str) -> str:
        return self.chosen[0] if self.chosen else default

    def GetOpenFilename(self, *_asked: Any) -> tuple[str, ...] | bool:
        return self.chosen or False

    @property
    def WorksheetFunction(self) -> "AppNames":
        return self

    @counted
    def CountA(self, cells: RangeNames) -> float:
        manager, context = self.connection.context.ServiceManager, self.connection.context
        access = manager.createInstanceWithContext("com.sun.star.sheet.FunctionAccess", context)
        return access.callFunction("COUNTA", (cells.range.native,))


class App(base_classes.App):
    """One running LibreOffice."""

    def __init__(self, apps: Apps, connection: Connection, pid: int) -> None:
        self._apps = apps
        self.connection = connection
        self.alerts: list[str] = []
        self.statuses: list[Any] = []
        self._pid = pid
        self._names = AppNames(connection)
        self._books = Books(self)

    @property
    def engine(self) -> Engine:
        return self._apps.engine

    @property
    def api(self) -> "AppNames":
        return self._names

    @property
    def pid(self) -> int:
        return self._pid

    @property
    def version(self) -> str:
        return "16.0"  # an Excel of today: xlwings treats the ones before 15 apart

    @property
    def books(self) -> "Books":
        return self._books

    @property
    def visible(self) -> bool:
        return True

    @visible.setter
    def visible(self, value: bool) -> None:
        """Say nothing: it is shown or not from its start."""

    @property
    def display_alerts(self) -> bool:
        return False

    @display_alerts.setter
    def display_alerts(self, value: bool) -> None:
        """Say nothing: a driven LibreOffice never asks."""

    @property
    @counted
    def screen_updating(self) -> bool:
        return not any(book.document.hasControllersLocked() for book in self.books)

    @screen_updating.setter
    @counted
    def screen_updating(self, value: bool) -> None:
        for book in self.books:
            if value and book.document.hasControllersLocked():
                book.document.unlockControllers()
            elif not value and not book.document.hasControllersLocked():
                book.document.lockControllers()

    @property
    @counted
    def calculation(self) -> str:
        automatic = self.books.opened[0].document.isAutomaticCalculationEnabled()
        return "automatic" if automatic else "manual"

    @calculation.setter
    @counted
    def calculation(self, value: str) -> None:
        for book in self.books:
            book.document.enableAutomaticCalculation(value == "automatic")

    def calculate(self) -> None:
        for book in self.books:
            book.document.calculateAll()

    @property
    def status_bar(self) -> Any:
        return self.statuses[-1] if self.statuses else False

    @status_bar.setter
    @counted
    def status_bar(self, value: Any) -> None:
        self.statuses.append(value)

    def alert(self, prompt: str, title: str, buttons: str, mode: str, callback: Any) -> str:
        del title, buttons, mode, callback
        self.alerts.append(prompt)
        if ALERTS in os.environ:
            with Path(os.environ[ALERTS]).open("a", encoding="utf-8") as file:
                file.write(prompt + "\n\f\n")
        return "ok"

    def activate(self, steal_focus: bool = False) -> None:
        """Say nothing: there is one program."""

    def quit(self) -> None:
        for book in list(self.books):
            book.close()
        self._apps.running.remove(self)

    def kill(self) -> None:
        self.quit()


class Books(base_classes.Books):
    """The open workbooks, the active one first."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.opened: list[Book] = []

    @property
    def api(self) -> Any:
        return self.app.connection.desktop.Components

    @property
    @counted
    def active(self) -> "Book":
        return self.opened[0]

    def __call__(self, key: int | str) -> "Book":
        if isinstance(key, int):
            return self.opened[key - 1]
        for book in self.opened:
            if key.casefold() in {book.name.casefold(), book.path.casefold()}:
                return book
        raise KeyError(key)

    def __len__(self) -> int:
        return len(self.opened)

    def __iter__(self) -> Iterator["Book"]:
        return iter(list(self.opened))

    def add(self) -> "Book":
        document = self.app.connection.desktop.loadComponentFromURL(
            "private:factory/scalc", "_blank", 0, ()
        )
        return self.adopt(document)

    def open(self, fullname: str, *_: Any, **__: Any) -> "Book":
        return self.adopt(self.app.connection.open(Path(fullname)))

    def adopt(self, document: Any) -> "Book":
        """Make a document that is already open one of the books, the active one."""
        book = Book(self.app, document)
        self.opened.insert(0, book)
        return book


@dataclass(frozen=True)
class BookNames:
    """A workbook under Excel's own names."""

    book: "Book"

    @property
    @counted
    def Path(self) -> str:
        """Where it lies: nothing for one never saved, an address for one in the cloud."""
        path = self.book.path
        return str(Path(path).parent) if Path(path).is_absolute() else ""

    @property
    def ProtectStructure(self) -> bool:
        return self.book.document.isProtected()

    @counted
    def SaveCopyAs(self, path: str) -> None:
        store(self.book.document, Path(path), FILTERS[Path(path).suffix.lower()])


class Book(base_classes.Book):
    """One open workbook."""

    def __init__(self, app: App, document: Any) -> None:
        self._app = app
        self.document = document
        self._codes: dict[int, str] = {}
        self._types: dict[int, int] = {}
        self._merged: dict[str, list[tuple[int, int, int, int]]] = {}

    @property
    def api(self) -> BookNames:
        return BookNames(self)

    @property
    def app(self) -> App:
        return self._app

    @property
    def path(self) -> str:
        url = self.document.URL
        return bridge.load().fileUrlToSystemPath(url) if url else self.document.Title

    @property
    @counted
    def fullname(self) -> str:
        return self.path

    @property
    def name(self) -> str:
        return Path(self.path).name

    @property
    def sheets(self) -> Sheets:
        return Sheets(self)

    @property
    def names(self) -> "Names":
        return Names(self)

    def activate(self) -> None:
        opened = self._app.books.opened
        opened.insert(0, opened.pop(opened.index(self)))

    def close(self) -> None:
        self.document.close(True)
        self._app.books.opened.remove(self)

    def save(self, path: str | None = None, password: str | None = None) -> None:
        del password
        target = Path(path or self.path)
        store(self.document, target, FILTERS[target.suffix.lower()])

    def to_pdf(self, path: str, quality: str = "standard") -> None:
        del quality
        store(self.document, Path(path), FILTERS[".pdf"])

    def merged_areas(self, sheet: Any) -> list[tuple[int, int, int, int]]:
        """Return the merged areas of a sheet, looked for once: no test merges cells."""
        if sheet.Name not in self._merged:
            self._merged[sheet.Name] = list(merged_areas(sheet))
        return self._merged[sheet.Name]

    def tables(self) -> Iterator[Any]:
        """Yield the tables of the book."""
        ranges = self.document.DatabaseRanges
        return (ranges.getByName(name) for name in ranges.ElementNames)

    def format_type(self, key: int) -> int:
        """Return what the format of this number shows: a com.sun.star.util.NumberFormat."""
        if key not in self._types:
            self._types[key] = self.document.NumberFormats.getByKey(key).Type
        return self._types[key]

    def format_code(self, key: int) -> str:
        """Return the format of this number as Excel's file has it: the English way."""
        if key not in self._codes:
            formats, english = self.document.NumberFormats, _english()
            own = formats.getByKey(key)
            converted = formats.addNewConverted(own.FormatString, own.Locale, english)
            self._codes[key] = formats.getByKey(converted).FormatString
        return self._codes[key]

    def format_key(self, code: str) -> int:
        """Return the number of a format code, written the English way; a new one is added."""
        formats, english = self.document.NumberFormats, _english()
        key = formats.queryKey(code, english, False)
        return key if key != -1 else formats.addNew(code, english)


def _english() -> Any:
    return bridge.load().createUnoStruct("com.sun.star.lang.Locale", "en", "US", "")


class Names(base_classes.Names):
    """The defined names of a book."""

    def __init__(self, book: Book) -> None:
        self._native = book.document.NamedRanges

    @counted
    def contains(self, key: str) -> bool:
        return self._native.hasByName(key)

    def __call__(self, key: str) -> "Name":
        if not self.contains(key):
            raise KeyError(key)
        return Name(self._native.getByName(key))

    def __len__(self) -> int:
        return self._native.Count


class Name(base_classes.Name):
    """A defined name."""

    def __init__(self, native: Any) -> None:
        self._native = native

    @property
    def name(self) -> str:
        return self._native.Name

    @property
    @counted
    def refers_to(self) -> str:
        return "=" + self._native.Content


_ENGINE = Engine()


def attached(connection: Connection, pid: int) -> xw.App:
    """Return a running LibreOffice as an xlwings app; its engine is registered and active."""
    engine = xw.Engine(impl=_ENGINE)
    if _ENGINE.name not in xw.engines.engines_by_name:
        xw.engines.add(engine)
    engine.activate()
    return xw.App(impl=_ENGINE.apps.add(xl=(connection, pid)))
