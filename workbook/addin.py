"""The ribbon add-in: the tab Tilinpäätös over any workbook, built from the text of `xl_macros`."""

import zipfile
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from tpxl import __version__
from tpxl.books.package.macros import Module
from tpxl.master.build import MADE
from tpxl.master.buttons import project
from workbook import functions, macros

ADDIN = Path(__file__).resolve().with_name("tpxl.xlam")

_TYPES = "application/vnd.ms-excel"
_RIBBON = "customUI/customUI14.xml"
_RIBBON_RELATION = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"


def write(path: Path) -> Path:
    """Write the add-in to `path` and return it; the same bytes every time."""
    path.write_bytes(_with_ribbon(_workbook()))
    return path


def _workbook() -> bytes:
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": "tpxl", "created": MADE})
        sheet = workbook.add_worksheet("tpxl")
        sheet.write_column("A1", [f"tpxl {__version__}", *_LICENCES])
        workbook.add_vba_project(BytesIO(project(1, _modules())), is_stream=True)
    return stream.getvalue()


_LICENCES = ("Sisältää osan xlwingsin VBA-moduulista (BSD 3-clause, Zoomer Analytics LLC).",)


def _modules() -> list[Module]:
    wrapper = macros.source("xlwings_udfs")
    return [
        macros.source("tpxl_ribbon"),
        macros.source("tpxl_python"),
        Module(wrapper.name, for_addin(wrapper.text)),
        Module("xlwings", functions.module_text()),
    ]


def for_addin(wrapper: str) -> str:
    """Return the functions' wrapper as xlwings makes it for an add-in: of the active workbook."""
    return wrapper.replace("ThisWorkbook", "ActiveWorkbook")


def _with_ribbon(workbook: bytes) -> bytes:
    """Return the workbook as an add-in with a ribbon; XlsxWriter makes neither."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            new.writestr(member, _changed(member.filename, old.read(member)))
        ribbon = zipfile.ZipInfo(_RIBBON, date_time=(1980, 1, 31, 0, 0, 0))
        ribbon.compress_type = zipfile.ZIP_DEFLATED
        new.writestr(ribbon, (macros.SOURCES / "ribbon.xml").read_bytes())
    return out.getvalue()


def _changed(name: str, content: bytes) -> bytes:
    if name == "[Content_Types].xml":
        sheet = f"{_TYPES}.sheet.macroEnabled.main+xml"
        return content.replace(sheet.encode(), f"{_TYPES}.addin.macroEnabled.main+xml".encode())
    if name == "_rels/.rels":
        relation = f'<Relationship Id="rIdRibbon" Type="{_RIBBON_RELATION}" Target="{_RIBBON}"/>'
        return content.replace(b"</Relationships>", f"{relation}</Relationships>".encode())
    return content
