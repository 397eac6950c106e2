"""What a template might try, in every place that is filled: nothing runs, one line says why."""

import io
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from openpyxl import load_workbook
from tests.jobs.export.packages import (
    EXCEL,
    WORD,
    in_body,
    paragraph,
    parts,
    replaced,
    with_footnote,
)
from tests.jobs.export.reports import report, wording

from tpxl.errors import TpxlError
from tpxl.jobs.export.docx.document import WordTemplate
from tpxl.jobs.export.report import Paragraph, Section
from tpxl.jobs.export.template.check import TemplatePlace, check, tags_in
from tpxl.jobs.export.template.fields import fields_of
from tpxl.jobs.export.template.grammar import FILTERS, TESTS
from tpxl.jobs.export.template.sandbox import Sandbox, filling
from tpxl.jobs.export.xlsx.template import SheetTemplate
from tpxl.jobs.export.xlsx.writer import SheetToPrint, workbook
from tpxl.messages import LANGUAGES, sentence

STARTED: list[str] = []
_PROCESSES = ("os.system", "subprocess.Popen", "os.posix_spawn", "os.exec", "os.fork", "os.spawn")
FIELDS = fields_of(report(), wording())
_watching = [False]
JINJA = Environment(autoescape=True)


def _watch(event: str, _: tuple[object, ...]) -> None:
    if _watching[0] and event in _PROCESSES:
        STARTED.append(event)


sys.addaudithook(_watch)


@contextmanager
def nothing_starts() -> Iterator[None]:
    STARTED.clear()
    _watching[0] = True
    try:
        yield
    finally:
        _watching[0] = False
    assert STARTED == []


@contextmanager
def refused() -> Iterator[None]:
    """See to it that nothing starts and that the refusal is one line in each language."""
    with nothing_starts(), pytest.raises(TpxlError) as caught:
        yield
    for lang in LANGUAGES:
        said = sentence(caught.value, lang)
        assert said.isprintable()
        assert "pohja" in said


POPEN = "loop.__init__.__globals__.sys.modules.os.popen('id').read()"
PAYLOADS = (
    "{% for x in [1] %}{{ " + POPEN + " }}{% endfor %}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ vuosi['__class__'] }}",
    "{{ vuosi|attr('__class__') }}",
    "{{ '{0.__class__}'.format(vuosi) }}",
    "{{ '{0.__class__}'|format(vuosi) }}",
    "{{ self._TemplateReference__context }}",
    "{{ emit_row(99) }}",
    "{{ 'a' * 3000000000 }}",
    "{{ 1/0 }}",
    "{{ vuosi|safe }}",
    "{% include '/etc/hostname' %}",
    "{% set x = namespace %}{{ x() }}",
    "{{ osiot }}",
)


def in_table(text: str) -> bytes:
    return replaced(WORD, "word/document.xml", "{{ rivi.tulos }}", text)


def in_text_box(text: str) -> bytes:
    box = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return in_body(
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"{box}</v:textbox></v:shape></w:pict></w:r></w:p>"
    )


def in_alternative_text(text: str) -> bytes:
    plain = text.replace("'", "&apos;")
    return in_body(f'<w:p><w:r><w:t w:descr="{plain}">x</w:t></w:r></w:p>')


WORD_PLACES: dict[str, Callable[[str], bytes]] = {
    "body": lambda text: in_body(paragraph(text)),
    "table": in_table,
    "text box": in_text_box,
    "alternative text": in_alternative_text,
    "header": lambda text: replaced(WORD, "word/header1.xml", "<w:t", f"<w:t>{text}</w:t><w:t"),
    "footer": lambda text: replaced(WORD, "word/footer1.xml", "<w:t", f"<w:t>{text}</w:t><w:t"),
    "footnote": with_footnote,
    "title": lambda text: replaced(
        WORD, "docProps/core.xml", "{{ vastuualue }}", text.replace("'", "&apos;")
    ),
}


@pytest.mark.parametrize("place", WORD_PLACES)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_word_template_runs_nothing(place: str, payload: str) -> None:
    content = WORD_PLACES[place](payload)
    with refused():
        WordTemplate("pohja.docx", content).render(report(), wording())


def in_sheet(text: str) -> bytes:
    book = load_workbook(io.BytesIO(EXCEL))
    book.worksheets[0]["A3"] = text
    return saved(book)


def in_sheet_header(text: str) -> bytes:
    book = load_workbook(io.BytesIO(EXCEL))
    book.worksheets[0].oddHeader.center.text = text
    return saved(book)


def saved(book: object) -> bytes:
    out = io.BytesIO()
    book.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("put", [in_sheet, in_sheet_header, lambda text: in_sheet(f"Alue: {text}")])
def test_an_excel_template_runs_nothing(put: Callable[[str], bytes], payload: str) -> None:
    content = put(payload)
    with refused():
        SheetTemplate("pohja.xlsx", content).lines(FIELDS)


def test_a_cell_cannot_reach_out_of_its_own_tag() -> None:
    book = load_workbook(io.BytesIO(EXCEL))
    book.worksheets[0]["A3"] = '{{ "}}'
    book.worksheets[0]["A4"] = '{{ ",)) }}{{ emit_row(1, (" }}'
    with refused():
        SheetTemplate("pohja.xlsx", saved(book))


def test_tags_put_together_from_two_paragraphs_are_held_to_the_same_rule() -> None:
    content = in_body(paragraph("{") + paragraph("{ vuosi.__class__ }}"))
    with refused():
        WordTemplate("pohja.docx", content).render(report(), wording())


VALUES = ("vuosi", "osiot", "osio1", "osio1.otsikko", "'a'", "[1, 2]", "(1,)", "7", "-1", "none")
GLOBALS = ("range", "dict", "lipsum", "cycler", "joiner", "namespace", "self", "emit_row", "loop")
UNDERSCORED = ("__class__", "__mro__", "__globals__", "_private")
NAMES = st.sampled_from(
    (*UNDERSCORED, "format", "items", "mro", "gi_frame", "cycle", "changed", "tpl", "environment")
)
_FOREIGN_FILTERS = sorted(set(JINJA.filters) - FILTERS)
_FOREIGN_TESTS = sorted(
    name for name in set(JINJA.tests) - TESTS if name.isidentifier() and name != "in"
)
HOSTILE: list[st.SearchStrategy[str]] = [
    NAMES.map("({{0}}).{}".format),
    NAMES.map("({{0}})['{}']".format),
    st.just("({0})[vuosi]"),
    st.just("({0})[1:]"),
    st.just("({0})()"),
    st.just("({0}).upper()"),
    st.sampled_from(["+", "-", "*", "**", "/", "//", "%", "~"]).map("({{0}}) {} ({{0}})".format),
    st.sampled_from(_FOREIGN_FILTERS).map("({{0}})|{}".format),
    st.sampled_from(_FOREIGN_FILTERS).map("({{0}})|{}('a')".format),
    st.sampled_from(_FOREIGN_TESTS).map("({{0}} is {})".format),
    st.just("{{'a': {0}}}"),
]
HARMLESS = st.one_of(
    st.sampled_from(["{0}", "({0})", "not {0}", "[{0}]", "{0}|upper", "{0}|length", "({0})[0]"]),
    st.sampled_from(["({0} and vuosi)", "({0} == 1)", "({0} if vuosi else {0})"]),
)
STATEMENTS = st.sampled_from(
    [
        "{{{{ {0} }}}}",
        "{{% if {0} %}}x{{% endif %}}",
        "{{% for x in {0} %}}{{{{ x }}}}{{% endfor %}}",
        "{{% for x in [1] if {0} %}}x{{% endfor %}}",
        "{{% set x = {0} %}}{{{{ x }}}}",
        "{{% with x = {0} %}}{{{{ x }}}}{{% endwith %}}",
    ]
)


@st.composite
def hostile(draw: st.DrawFn) -> str:
    """Return a statement that holds one thing that is not allowed, however deep."""
    text = draw(st.sampled_from((*VALUES, *GLOBALS)))
    for shape in (
        *draw(st.lists(HARMLESS, max_size=2)),
        draw(st.one_of(HOSTILE)),
        *draw(st.lists(HARMLESS, max_size=3)),
    ):
        text = shape.format(text)
    return draw(STATEMENTS).format(text)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile())
def test_whatever_jinja_s_grammar_makes_of_it_is_refused(text: str) -> None:
    with refused():
        check("pohja", tags_in(text, TemplatePlace("paragraph", {"paragraph": 1})))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile())
def test_the_sandbox_by_itself_starts_nothing_and_shows_nothing_of_python(text: str) -> None:
    env, said = Sandbox(is_markup=True), ""
    with nothing_starts(), suppress(TpxlError), filling(env, "pohja"):
        said = env.from_string(text).render(FIELDS)
    assert not re.search("class|method|function| at 0x|&lt;", said)


@pytest.mark.parametrize(
    "text", ["{{ " + "(" * 900 + "1" + ")" * 900 + " }}", "{{ a" + " " * 3000 + "}}"]
)
def test_brackets_in_brackets_and_endless_tags_are_told(text: str) -> None:
    with refused():
        check("pohja", tags_in(text, TemplatePlace("properties")))


def test_more_tags_than_any_template_has_are_told() -> None:
    with refused():
        check("pohja", tags_in("{{ vuosi }}" * 6_000, TemplatePlace("header")))


def test_loops_within_loops_are_told_and_not_waited_for() -> None:
    loops = "".join(paragraph(f"{{%p for x{n} in osiot %}}") for n in range(9))
    ends = "".join(paragraph("{%p endfor %}") for _ in range(9))
    template = WordTemplate("pohja.docx", in_body(loops + paragraph("{{ vuosi }}") + ends))
    with pytest.raises(TpxlError, match="template too much"):
        template.render(report(), wording())


def test_loops_within_loops_of_a_sheet_are_told_too() -> None:
    book = load_workbook(io.BytesIO(EXCEL))
    sheet = book.worksheets[0]
    steers = ["{% for x in osiot %}"] * 9 + ["{{ vuosi }}"] + ["{% endfor %}"] * 9
    for row, text in enumerate(steers, sheet.max_row + 1):
        sheet.cell(row, 1, text)
    template = SheetTemplate("pohja.xlsx", saved(book))
    with pytest.raises(TpxlError, match="template too much"):
        template.lines(FIELDS)


TEXTS = (
    "http://192.0.2.1/kuva.png",
    r"file:///etc/hostname \\palvelin\jako",
    '=HYPERLINK("http://192.0.2.1")',
    '{ INCLUDETEXT "http://192.0.2.1" }',
    '<w:fldSimple w:instr="LINK x"/>',
    "</w:t></w:r></w:p><w:p><w:hyperlink/></w:p>",
    "{{ vuosi.__class__ }}{% include 'x' %}",
)


def fields_in(document: WordDocument) -> list[str]:
    """Return the fields and links of a document, its headers and footers too."""
    section = document.sections[0]
    elements = (document.element, section.header._element, section.footer._element)
    kinds = ("fldSimple", "instrText", "hyperlink")
    found = (one for element in elements for kind in kinds for one in element.iter(qn(f"w:{kind}")))
    return [one.text or one.get(qn("w:instr")) for one in found]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_from_a_cell_becomes_neither_link_nor_field(text: str) -> None:
    own = Section(1, text, paragraphs=(Paragraph(text), Paragraph(text, is_item=True)))
    area = replace(report(text, section1=own), city=text, board=text)
    document = Document(io.BytesIO(WordTemplate("pohja.docx", WORD).render(area, wording())))
    assert text in [paragraph.text for paragraph in document.paragraphs]
    relations = [one for part in document.part.package.iter_parts() for one in part.rels.values()]
    assert not any(one.is_external for one in relations)
    assert fields_in(document) == fields_in(Document(io.BytesIO(WORD)))

    page = SheetToPrint("A", fields_of(area, wording()))
    made = workbook(SheetTemplate("pohja.xlsx", EXCEL), [page], text)
    assert not any(b"External" in content for content in parts(made).values())
    sheet = load_workbook(io.BytesIO(made)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
