"""The Excel template, as text: one sheet whose rows the export repeats with an area's contents."""

import datetime as dt
import io

import xlsxwriter

ACCENT, GREY, LINE, PALE = "#1F4E79", "#595959", "#A6A6A6", "#E9EFF6"
WIDTHS = (27, 11, 11, 11, 11, 11, 11, 8)
"""The label, six periods and what is left: together goals get 27 : 22 : 22 : 30."""
LAST = len(WIDTHS) - 1
GOAL_SPANS = ((0, 0), (1, 2), (3, 4), (5, LAST))
CHART_HEIGHT, NOTE_HEIGHT = 210, 20

ORDER = "osiot"

PLAIN = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
WRAPPED = {**PLAIN, "text_wrap": True}
BOXED = {**WRAPPED, "border": 1, "border_color": LINE, "align": "left", "indent": 1}
HEAD = {"bold": True, "bg_color": PALE, "valign": "vcenter"}
RULED = {"top": 1, "bottom": 1, "top_color": LINE, "bottom_color": LINE}


def build() -> bytes:
    """Return the template's file."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)})
    page = _Page(book, book.add_worksheet("vastuualue"))
    page.fill()
    book.close()
    return out.getvalue()


class _Page:
    """The sheet as it is written: row after row."""

    def __init__(self, book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        self.book, self.sheet, self.row = book, sheet, 0

    def fill(self) -> None:
        self._setup()
        self.line("{{ kaupunki }}  ·  {{ otsikko }}", font_color=GREY)
        self.line("{{ vastuualue }}", bold=True, font_size=14, font_color=ACCENT)
        self.line("{{ sana_toimielin }}: {{ toimielin }}", font_color=GREY)
        self.line("{{ sana_kokous }}: {{ kokouspaiva }}", font_color=GREY)
        self.tag("if hyvaksynta")
        self.line("{{ hyvaksynta }}", font_color=GREY)
        self.tag("endif")
        self.tag(f"for osio in {ORDER}")
        self.blank()
        self.line("{{ osio.otsikko }}", bold=True, font_size=12, font_color=ACCENT)
        self._texts()
        self._goals()
        self._figures()
        self._others()
        self._notes()
        self._chart()
        self.tag("endfor")

    def _setup(self) -> None:
        sheet = self.sheet
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.6, right=0.6, top=0.9, bottom=0.8)
        sheet.repeat_rows(0, 1)
        sheet.set_header('&L&"Calibri"&9{{ kaupunki }}, {{ toimielin }}'
                         '&R&"Calibri"&9{{ vastuualue }}, {{ otsikko }}')  # fmt: skip
        sheet.set_footer('&R&"Calibri"&9{{ sana_sivu }} &P / &N')

    def _texts(self) -> None:
        self.tag("for kappale in osio.kappaleet")
        self.tag("if kappale.luettelo")
        self.line("•  {{ kappale }}", indent=1)
        self.tag("else")
        self.line("{{ kappale }}")
        self.tag("endif")
        self.tag("endfor")

    def _goals(self) -> None:
        fields = ("tavoite", "toimenpide", "mittari", "tulos")
        self.tag("for taulu in osio.tavoitetaulut")
        self.tag("if taulu.painopiste")
        self.line("{{ taulu.painopiste }}", bold=True)
        self.tag("endif")
        self.cells([f"{{{{ taulu.otsikot.{one} }}}}" for one in fields], {**BOXED, **HEAD})
        self.tag("for rivi in taulu.rivit")
        self.cells([f"{{{{ rivi.{one} }}}}" for one in fields], BOXED)
        self.tag("endfor")
        self.blank()
        self.tag("endfor")

    def _figures(self) -> None:
        self.tag("for taulu in osio.lukutaulut")
        self.pair("{{ taulu.kulma }}", "{{ taulu.kaudet }}", HEAD)
        self.tag("for rivi in taulu.rivit")
        self.pair("{{ rivi.nimi }}", "{{ rivi.luvut }}", {})
        self.tag("endfor")
        self.tag("if not loop.last")
        self.blank()
        self.tag("endif")
        self.tag("endfor")

    def _notes(self) -> None:
        self.tag("for huomautus in osio.huomautukset")
        self.sheet.set_row(self.row, NOTE_HEIGHT)
        self.line("{{ huomautus }}", font_color=GREY, font_size=10, valign="bottom")
        self.tag("endfor")
        self.tag("for perustelu in osio.perustelut")
        self.sheet.set_row(self.row, NOTE_HEIGHT)
        self.line("{{ perustelu }}", font_color=GREY, font_size=10, valign="bottom")
        self.tag("endfor")

    def _others(self) -> None:
        self.tag("for taulu in osio.muut_taulut")
        self.sheet.write(self.row, 0, "{{ taulu.otsikot }}", self._format({**BOXED, **HEAD}))
        self.row += 1
        self.tag("for rivi in taulu.rivit")
        self.sheet.write(self.row, 0, "{{ rivi.solut }}", self._format(BOXED))
        self.row += 1
        self.tag("endfor")
        self.blank()
        self.tag("endfor")

    def _chart(self) -> None:
        self.tag("if osio.kaavio")
        self.blank()
        self.sheet.set_row(self.row, CHART_HEIGHT)
        self.line("{{ osio.kaavio.kuva }}")
        self.tag("endif")

    def line(self, text: str, **look: object) -> None:
        """Write a line across the whole width."""
        self.sheet.merge_range(self.row, 0, self.row, LAST, text, self._format({**WRAPPED, **look}))
        self.row += 1

    def cells(self, texts: list[str], look: dict[str, object]) -> None:
        """Write the four cells of a goal."""
        shape = self._format(look)
        for text, (first, last) in zip(texts, GOAL_SPANS, strict=True):
            if first == last:
                self.sheet.write_string(self.row, first, text, shape)
            else:
                self.sheet.merge_range(self.row, first, self.row, last, text, shape)
        self.row += 1

    def pair(self, label: str, values: str, look: dict[str, object]) -> None:
        """Write a label and the values that go on to the right of it."""
        shape = {**WRAPPED, **RULED, "valign": "vcenter", **look}
        self.sheet.write_string(self.row, 0, label, self._format({**shape, "indent": 1}))
        self.sheet.write_string(self.row, 1, values, self._format({**shape, "align": "right"}))
        self.row += 1

    def tag(self, text: str) -> None:
        """Write a row that is only a tag."""
        look = {**PLAIN, "font_color": GREY, "italic": True}
        self.sheet.write_string(self.row, 0, f"{{% {text} %}}", self._format(look))
        self.row += 1

    def blank(self) -> None:
        """Leave a low row."""
        self.sheet.set_row(self.row, 9)
        self.row += 1

    def _format(self, look: dict[str, object]) -> object:
        return self.book.add_format(look)
