"""Workbooks written down in a test, part by part: forms no library writes, and broken ones."""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
Part = str | bytes


def sheet_xml(rows: str = "", *, head: str = "", tail: str = "") -> str:
    """A worksheet in the plain form around the rows."""
    return (
        f'{DECLARATION}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{head}'
        f"<sheetData>{rows}</sheetData>{tail}</worksheet>"
    )


def strings_xml(texts: Iterable[str]) -> str:
    """A shared strings part of items given as XML."""
    return f'{DECLARATION}<sst xmlns="{MAIN}">{"".join(texts)}</sst>'


STYLES = (
    f'{DECLARATION}<styleSheet xmlns="{MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="#,##0&quot; €&quot;"/></numFmts>'
    '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/>'
    '<xf numFmtId="3"/></cellXfs></styleSheet>'
)


def parts(
    *sheets: Part,
    strings: Iterable[str] = (),
    more: Mapping[str, Part] | None = None,
    workbook: str = "",
) -> dict[str, Part]:
    """The parts of a workbook with the sheets Alue 1, Alue 2 ...; `more` adds or replaces some.

    `workbook` is XML that follows ``<sheets>``.
    """
    numbers = range(1, len(sheets) + 1)
    named = "".join(f'<sheet name="Alue {n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    pointers = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{TYPES}.worksheet+xml"/>'
        for n in numbers
    )
    chain = ""
    if more and "xl/calcChain.xml" in more:
        chain = f'<Relationship Id="rId92" Type="{OFFICE}/calcChain" Target="calcChain.xml"/>'
        overrides += f'<Override PartName="/xl/calcChain.xml" ContentType="{TYPES}.calcChain+xml"/>'
    made: dict[str, Part] = {
        "[Content_Types].xml": (
            f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
            f"{overrides}</Types>"
        ),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{named}</sheets>'
            f"{workbook}</workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{pointers}'
            f'<Relationship Id="rId90" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
            f'<Relationship Id="rId91" Type="{OFFICE}/styles" Target="styles.xml"/>'
            f"{chain}</Relationships>"
        ),
        "xl/sharedStrings.xml": strings_xml(strings),
        "xl/styles.xml": STYLES,
    }
    made |= {f"xl/worksheets/sheet{n}.xml": xml for n, xml in zip(numbers, sheets, strict=True)}
    return made | dict(more or {})


def relations(*pointers: tuple[str, str, str]) -> str:
    """A relationships part of (id, last word of the type, target)."""
    made = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, kind, target in pointers
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def written(path: Path, made: Mapping[str, Part]) -> Path:
    """The file of the parts, in their order."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in made.items():
            info = zipfile.ZipInfo(name, (2024, 5, 17, 12, 30, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, data)
    return path


def workbook(path: Path, *sheets: Part, **more: object) -> Path:
    """The file of a workbook with the sheets, as `parts`."""
    return written(path, parts(*sheets, **more))  # type: ignore[arg-type]


def read_parts(path: Path) -> dict[str, bytes]:
    """The bytes of every part of a file."""
    with zipfile.ZipFile(path) as package:
        return {info.filename: package.read(info) for info in package.infolist()}
