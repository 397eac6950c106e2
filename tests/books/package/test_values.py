"""A cell's value, its text and its number format, from the file and back."""

import math
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.books.packages import STYLES, sheet_xml, strings_xml, workbook

from tpxl.books.package import open_book, zip_directory
from tpxl.books.package.limits import MarkupError
from tpxl.books.package.sheet_cache import number_formats
from tpxl.books.package.strings import (
    KnownStrings,
    shared_strings,
    shown,
    stored,
    string_number,
)
from tpxl.books.package.values import number_text, value_of
from tpxl.books.package.xml_spans import utf8
from tpxl.books.values_equal import values_equal
from tpxl.model import Address, CellError, NewValue, Value


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("n", "-2859611", -2859611),
        ("n", "12.5", 12.5),
        ("n", "1E5", 100000.0),
        ("n", "-.5", -0.5),
        ("n", "1234567890123456", 1234567890123456.0),
        ("n", " 7 ", 7),
        ("n", "", None),
        ("n", None, None),
        ("n", "nan", "nan"),
        ("n", "1_000", "1_000"),
        ("n", "1e999", "1e999"),
        ("s", "0", "ensimmäinen"),
        ("s", "", None),
        ("b", "1", True),
        ("b", "true", True),
        ("b", "0", False),
        ("e", "#N/A", CellError("#N/A")),
        ("str", "", ""),
        ("str", "a_x000A_b", "a\nb"),
        ("inlineStr", "ä", "ä"),
        ("d", "2024-05-17", 45429),
        ("d", "2024-05-17T12:00:00Z", 45429.5),
        ("d", "eilen", "eilen"),
        ("outo", "x", "x"),
    ],
)
def test_a_cells_value_is_what_a_program_sees(kind: str, text: str | None, value: Value) -> None:
    found = value_of(kind, text, ["ensimmäinen"].__getitem__)
    assert found == value
    assert type(found) is type(value)


def test_days_may_be_counted_from_1904() -> None:
    assert value_of("d", "1904-01-02", str, from_1904=True) == 1


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_as_it_was_written(number: float) -> None:
    assert float(number_text(number)) == number
    assert not math.copysign(1, float(number_text(number))) < 0 or number < 0


@given(st.text())
def test_text_reads_back_as_it_was_written(text: str) -> None:
    assert shown(stored(text)) == text.replace("\r\n", "\n")


def test_half_a_character_is_read_as_unreadable() -> None:
    assert shown("a_xD83D_b") == "a\ufffdb"
    assert shown("_xD83D__xDE00_") == "😀"


@pytest.mark.parametrize(
    ("old", "new", "is_same"),
    [
        (12.5, 12.5, True),
        (12, 12.0, True),
        (0, -0.0, True),
        (12, 12.0001, False),
        ("12,5", 12.5, True),
        ("−2 859\u00a0611", -2859611, True),
        ("- 1 000*", -1000, True),
        ("1.234.567,5", 1234567.5, True),
        ("12,5 %", 12.5, True),
        ("-", 0, False),
        ("", 0, False),
        ("noin 12", 12, False),
        ("a", "a", True),
        ("12,5", "12.5", False),
        (12.5, "12,5", False),
        (None, None, True),
        ("", None, True),
        (None, "", True),
        (0, None, False),
        ("a", None, False),
        (None, 0, False),
        (True, True, True),
        (True, 1, False),
        (1, True, False),
        (CellError("#N/A"), 1, False),
        (CellError("#N/A"), "#N/A", False),
    ],
)
def test_an_edit_that_changes_nothing_is_told(old: Value, new: NewValue, *, is_same: bool) -> None:
    assert values_equal(old, new) is is_same


RICH = '<si><r><t>TP</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 2025</t></r></si>'
PHONETIC = '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>'


@pytest.mark.parametrize(
    ("items", "texts"),
    [
        ([], []),
        (["<si><t>a</t></si>", "<si><t></t></si>"], ["a", ""]),
        (["<si><t></t></si>"], [""]),
        (['<si><t xml:space="preserve"> a &amp; &#228;&#xE4; </t></si>'], [" a & ää "]),
        (["<si><t>a_x000D_b</t></si>"], ["a\rb"]),
        ([RICH, "<si><t>b</t></si>"], ["TP 2025", "b"]),
        ([PHONETIC], ["東京"]),
        (["<si/>", "<si><t/></si>"], ["", ""]),
        (["<!-- -->", "<si><t><![CDATA[<a>]]></t></si>"], ["<a>"]),
        (["<si><t>a\r\nb</t></si>"], ["a\nb"]),
    ],
)
def test_shared_strings_are_their_joined_texts(items: list[str], texts: list[str]) -> None:
    assert shared_strings(strings_xml(items).encode()) == texts


def test_shared_strings_in_another_encoding() -> None:
    made = strings_xml(["<si><t>ä</t></si>"]).replace("UTF-8", "UTF-16")
    assert shared_strings(made.encode("utf-16")) == ["ä"]


def test_an_asker_is_asked_once_about_each_string() -> None:
    asked: list[str] = []

    def wanted(text: str) -> bool:
        asked.append(text)
        return text == "b"

    strings = KnownStrings(["a", "b"])
    assert [strings.wanted(wanted) for _ in range(3)] == [frozenset({b"1"})] * 3
    assert asked == ["a", "b"]


def test_many_askers_do_not_fill_the_memory() -> None:
    strings = KnownStrings(["a"])

    def asker(answer: bool) -> Callable[[str], bool]:  # noqa: FBT001
        return lambda _: answer

    answers = [strings.wanted(asker(at % 2 == 0)) for at in range(100)]
    assert answers == [frozenset({b"0"}), frozenset()] * 50
    assert len(strings._answers) <= 8


def test_number_formats_are_those_of_the_cells_style() -> None:
    assert number_formats(STYLES.encode()) == ("General", "0.00%", '#,##0" €"', "#,##0")


def test_a_style_that_is_not_there_is_general(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml('<row r="1"><c r="A1" s="99"/></row>'))
    with open_book(path) as book:
        assert book.read("Alue 1").number_format(Address(1, 1)) == "General"


def test_a_number_format_nobody_defined_is_general() -> None:
    made = STYLES.replace('<xf numFmtId="3"/>', '<xf numFmtId="77"/><xf/>')
    assert number_formats(made.encode())[3:] == ("General", "General")


def test_an_absent_cells_number_format_is_the_one_it_would_get(tmp_path: Path) -> None:
    head = '<cols><col min="2" max="2" width="9" style="1"/></cols>'
    rows = '<row r="1" s="2" customFormat="1"><c r="C1"/></row><row r="2" s="2"/>'
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(rows, head=head))
    with open_book(path) as book:
        formats = [
            book.read("Alue 1").number_format(Address.parse(name))
            for name in ("A1", "C1", "B2", "A2", "B9")
        ]
    assert formats == ['#,##0" €"', "General", "0.00%", "General", "0.00%"]


@pytest.mark.parametrize(
    ("cell", "has_rich_text"),
    [
        ('<c r="A1" t="inlineStr"><is><t>Osuus</t></is></c>', False),
        ('<c r="A1" t="inlineStr"><is><r><t>Osuus</t></r><r><t> 54</t></r></is></c>', True),
        ('<c r="A1" t="s"><v>0</v></c>', False),
        ('<c r="A1" t="s"><v>1</v></c>', True),
        ('<c r="A1" t="str"><v>Osuus</v></c>', False),
        ('<c r="B1"/>', False),
    ],
)
def test_runs_of_letters_are_seen_wherever_the_text_is_kept(
    tmp_path: Path, cell: str, *, has_rich_text: bool
) -> None:
    strings = ["<si><t>a</t></si>", "<si><r><t>b</t></r><r><rPr><b/></rPr><t>c</t></r></si>"]
    rows = f'<row r="1">{cell}</row>'
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(rows), strings=strings)
    with open_book(path) as book:
        assert book.read("Alue 1").has_rich_text(Address(1, 1)) is has_rich_text


@given(st.binary())
def test_zlib_and_isal_read_each_others_bytes(data: bytes) -> None:
    fast = zip_directory.deflated(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zip_directory, "_FAST", None)
        slow = zip_directory.deflated(data)
        assert zip_directory.inflated(fast) == data
    assert zip_directory.inflated(slow) == data
    assert (fast.crc, fast.size) == (slow.crc, slow.size)


def test_where_isal_cannot_be_had_zlib_does_its_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "isal", None)
    assert zip_directory._isal() is None


def test_a_book_is_changed_the_same_without_isal(tmp_path: Path) -> None:
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'))
    code = (
        "import sys; sys.modules['isal'] = None\n"
        "import tpxl\n"
        f"with tpxl.open_book({str(path)!r}) as book:\n"
        "    book.apply([tpxl.Edit('Alue 1', 'A1', 7)]); book.save()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    with open_book(path) as book:
        assert book.read("Alue 1").value(Address(1, 1)) == 7


@pytest.mark.parametrize("mark", ["utf-16", "utf-16-le", "utf-16-be"])
def test_wide_documents_are_turned_with_or_without_a_mark(mark: str) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><ä/>'
    assert utf8(text.encode(mark)).decode() == '<?xml version="1.0" encoding="UTF-8"?><ä/>'


def test_a_document_that_is_not_in_the_encoding_it_says_is_told() -> None:
    with pytest.raises(MarkupError):
        utf8(b"\xff\xfe\x00\xd8\x00")


class Asker:
    """Wants the texts of its own, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def wants(self, text: str) -> bool:
        self.asked += 1
        return text == "a"


def test_a_method_is_asked_about_a_text_once_however_often_it_is_passed() -> None:
    strings, asker = KnownStrings(["a", "b"]), Asker()

    assert [strings.wanted(asker.wants) for _sheet in range(3)] == [frozenset({b"0"})] * 3
    assert asker.asked == len(strings.texts)


@pytest.mark.parametrize("text", ["9" * 5000, "0" * 30, "x", "-1"])
def test_what_is_no_shared_strings_number_is_kept_as_it_is(text: str) -> None:
    assert string_number(text) == text.encode()


def run(text: str, looks: str = "") -> str:
    marked = f'<rPr><b/><vertAlign val="{looks}"/></rPr>' if looks else "<rPr><b/></rPr>"
    return f'<r>{marked}<t xml:space="preserve">{text}</t></r>'


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (run("12") + run("2", "superscript"), "12\u00b2"),
        ("<r><t>5,3</t></r>" + run("1)", "superscript"), "5,3\u00b9\u207e"),
        (run("m") + run("2", "superscript") + run(" katua"), "m\u00b2 katua"),
        (run("12") + run("*", "superscript"), "12*"),
        (run("H") + run("2", "subscript") + run("O"), "H2O"),
        (run("12", "superscript"), "12"),
        (run(" ") + run("12", "superscript"), " 12"),
        (run("12") + run("2", "baseline"), "122"),
    ],
)
@pytest.mark.parametrize("is_inline", [False, True])
def test_a_superscript_beside_other_letters_is_told_in_raised_letters(
    tmp_path: Path, runs: str, text: str, *, is_inline: bool
) -> None:
    shared = '<c r="A1" t="s"><v>0</v></c>'
    own = f'<c r="A1" t="inlineStr"><is>{runs}</is></c>'
    rows = f'<row r="1">{own if is_inline else shared}</row>'
    path = workbook(tmp_path / "b.xlsx", sheet_xml(rows), strings=[f"<si>{runs}</si>"])
    with open_book(path) as book:
        grid = book.read("Alue 1")
        assert grid.value(Address(1, 1)) == text
        assert [one.text for one in grid.texts(lambda _: True)] == [text]
        assert grid.row(1) == {1: text}


def test_many_runs_are_read_in_one_pass() -> None:
    started = time.process_time()
    runs = (run("1") + run("2", "superscript")) * 20_000
    (text,) = shared_strings(strings_xml([f"<si>{runs}</si>"]).encode())
    assert text == "1\u00b2" * 20_000
    assert time.process_time() - started < 30  # a pass for each run would take many minutes
