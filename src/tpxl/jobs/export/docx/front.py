"""The city's own parts of the Word document of all areas, in the styles of the areas' template."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tpxl.jobs.export import whole as whole_parts
from tpxl.jobs.export.docx.contents import styled
from tpxl.jobs.export.docx.properties import Element
from tpxl.jobs.export.docx.tables import columns_across
from tpxl.jobs.export.report import OtherTable, Printed, decimals_of
from tpxl.jobs.export.template.fields import Wording
from tpxl.jobs.export.whole import Whole

COVER_TOP = "Title"
CHARTS_ACROSS, CHART_LETTERS = 2, 62
"""How many small charts stand side by side, and their letters in the drawing's own units."""
LONG = 15
"""A table of more rows may go on over the page, but for its first and last ones."""
LABELS, NUMBERS = 2800, 1500
"""The least width of columns of words, the most that one of numbers needs."""
SHORTEST, LONGEST = 20, 40
"""A text of words widens its column by its letters between these."""


class Front(NamedTuple):
    """What stands around the areas: titles, the city's own tables, the order of all parts."""

    title: str
    contents: str
    parts: tuple[str, ...]
    whole: Whole
    texts: Mapping[str, str]


class FrontWriter:
    """Writes the city's parts; `styles` are the template's styles by their names."""

    def __init__(
        self,
        front: Front,
        styles: Mapping[str, str],
        wording: Wording,
        room: int,
        breadth: float = 1,
    ) -> None:
        """Write in a column of text `room` twentieths of a point wide.

        `breadth` is how wide the template's figures are beside Calibri's of ten points.
        """
        self.front, self.styles, self.wording = front, styles, wording
        self.room, self.breadth = room, breadth

    def part(self, name: str) -> list[Element]:
        """Return a part's paragraphs and tables, without its charts."""
        whole, texts = self.front.whole, self.front.texts
        match name:
            case whole_parts.COVER:
                return list(self._cover())
            case whole_parts.FIGURES:
                parts = [self._styled("heading 1", texts["whole.figures"])]
                for one in whole.figures:
                    parts.append(self._styled("heading 2", one.heading))
                    for number, table in enumerate(self._parted(one.table)):
                        parts += [self._styled("Väli", "")] if number else []
                        parts.append(self._table(table, labels=1))
                if whole.charts:
                    parts.append(self._styled("heading 2", texts["whole.charts"]))
                return parts
            case whole_parts.GOALS:
                parts = [self._styled("heading 1", texts["whole.goals"])]
                for one in whole.goals:
                    parts.append(self._styled("heading 2", one.heading))
                    parts.append(self._table(one.table, labels=1))
                return parts
            case _:
                heading = self._styled("heading 1", texts["whole.missing"])
                if len(whole.missing.rows) == 1:
                    return [heading, self._styled("Normal", texts["whole.nothing"])]
                lead = self._styled("Normal", texts["whole.lead"])
                return [heading, lead, self._table(whole.missing, labels=0)]

    def _cover(self) -> Iterator[Element]:
        whole, texts = self.front.whole, self.front.texts
        title = self.wording.title(whole.year)
        yield self._styled("Yläotsikko", whole.city or str(self.wording.unfilled))
        yield self._styled(COVER_TOP, title)
        yield self._styled("Subtitle", texts["whole.sub"])
        for label, values in (("board", whole.boards), ("meeting", whole.meetings)):
            said = ", ".join(values) or str(self.wording.unfilled)
            yield self._styled("Alaotsikko", f"{texts[f'export.{label}']}: {said}")

    def _styled(self, name: str, text: str) -> Element:
        return styled(self.styles.get(name, self.styles.get("Normal", "Normal")), text)

    def _table(self, table: OtherTable, *, labels: int) -> Element:
        """Return a table whose first row heads it; `labels` columns of words name the rows."""
        head, *rows = table.rows
        numeric = [any(isinstance(row[at], Decimal) for row in rows) for at in range(len(head))]
        heads = ["Lukuotsikko" if one else "Sarakeotsikko" for one in numeric]
        bodies = ["Luku" if one else "Lukurivi" if labels else "Taulukkoteksti" for one in numeric]
        widths = self._widths(table, numeric)
        grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
        first = int(labels > 0)
        loose = range(2, len(rows) - 3) if len(rows) > LONG else range(0)
        body = "".join(
            self._row(
                row, bodies, is_head=False, keeps=number not in loose and number < len(rows) - 1
            )
            for number, row in enumerate(rows)
        )
        return parse_xml(
            f"<w:tbl {nsdecls('w')}><w:tblPr>"
            f'<w:tblStyle w:val="{escape(self.styles.get("Lukutaulukko", "TableNormal"))}"/>'
            '<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{"00E0" if first else "0020"}" w:firstRow="1" w:lastRow="{first}" '
            f'w:firstColumn="{first}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{self._row(head, heads, is_head=True)}{body}</w:tbl>"
        )

    def _parted(self, table: OtherTable) -> Iterator[OtherTable]:
        """Yield a table in parts whose columns of figures have room side by side."""
        texts = [self._printed(value) for row in table.rows for value in row[1:]]
        most = columns_across(texts, (self.room - LABELS) / self.breadth)
        count = len(table.rows[0]) - 1
        each = -(-count // -(-count // most))
        for first in range(1, count + 1, each):
            yield OtherTable(tuple((row[0], *row[first : first + each]) for row in table.rows))

    def _widths(self, table: OtherTable, numeric: Sequence[bool]) -> list[int]:
        """Return the columns' widths: those of numbers alike, those of words by their texts."""
        numbers = sum(numeric)
        narrow = min(NUMBERS, (self.room - LABELS) // max(1, numbers))
        columns = zip(*table.rows, strict=True)
        longest = (max(len(str(one or "")) for one in column) for column in columns)
        letters = [min(LONGEST, max(SHORTEST, count)) for count in longest]
        words = sum(n for n, is_number in zip(letters, numeric, strict=True) if not is_number)
        rest = self.room - narrow * numbers
        return [
            narrow if is_number else rest * n // words
            for n, is_number in zip(letters, numeric, strict=True)
        ]

    def _row(
        self, values: Sequence[Printed], styles: Sequence[str], *, is_head: bool, keeps: bool = True
    ) -> str:
        header = '<w:tblHeader w:val="on"/>' if is_head else ""
        own = "" if keeps else '<w:keepNext w:val="0"/>'
        cells = "".join(
            f'<w:tc><w:p><w:pPr><w:pStyle w:val="{escape(self.styles.get(name, "Normal"))}"/>'
            f"{own}</w:pPr><w:r>{_lines(self._printed(value))}</w:r></w:p></w:tc>"
            for value, name in zip(values, styles, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"

    def _printed(self, value: Printed) -> str:
        if isinstance(value, Decimal):
            return str(self.wording.number(value, decimals_of(value)))
        return str(self.wording.unfilled) if value is None else value


def _lines(text: str) -> str:
    """Return a text as Word has it in a run, each line of it on a line of its own."""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return "<w:br/>".join(lines)
