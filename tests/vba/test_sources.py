"""The VBA is text, decides nothing, and says only names that Python knows."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tpxl.excel import buttons

_SOURCES = Path(__file__).parents[2] / "xl_macros"
_OURS = sorted(_SOURCES.glob("tpxl_*.bas"))
_RIBBON = _SOURCES / "ribbon.xml"
_NAMESPACE = "{http://schemas.microsoft.com/office/2009/07/customui}"
_BANNED = re.compile(
    r"\bActiveSheet\b|\bSelection\b|\.Select\b|(?<![.\w])Range\(|On Error Resume Next",
    re.IGNORECASE,
)


def _ribbon_buttons() -> list[ET.Element]:
    return list(ET.fromstring(_RIBBON.read_bytes()).iter(f"{_NAMESPACE}button"))


def _called() -> list[str]:
    """The names that the buttons of the sheets hand on, one a macro."""
    text = (_SOURCES / "tpxl_buttons.bas").read_text("ascii")
    return re.findall(r'^    PressButton ThisWorkbook\.Name, "(\w+)"$', text, re.MULTILINE)


def _macros() -> Iterator[tuple[str, str]]:
    """Every procedure that a person or Excel starts, with its body."""
    for path in _OURS:
        found = re.finditer(
            r"^Public Sub (\w+)\([^\n]*\)\n(.*?)^End Sub", path.read_text("ascii"), _WHOLE
        )
        yield from ((one[1], one[2]) for one in found if one[1] not in _INNER)


_WHOLE = re.MULTILINE | re.DOTALL
_INNER = {"Tell"}


@pytest.mark.parametrize("path", [*_OURS, _RIBBON, _SOURCES / "xlwings_udfs.bas"], ids=str)
def test_sources_are_ascii_with_windows_line_ends(path: Path) -> None:
    data = path.read_bytes()
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n") > 0


@pytest.mark.parametrize("path", _OURS, ids=lambda path: path.name)
def test_modules_are_explicit_typed_and_touch_nothing_that_is_selected(path: Path) -> None:
    text = path.read_text("ascii")
    assert text.startswith(f'Attribute VB_Name = "{path.stem}"\nOption Explicit\n')
    code = "\n".join(line for line in text.splitlines() if not line.startswith("'"))
    assert not _BANNED.search(code)
    for line in re.findall(r"^.*\b(?:Sub|Function) \w+\(.*$", code, re.MULTILINE):
        typed = r"(By(Val|Ref) \w+ As \w+(, )?)*"
        assert re.match(
            rf"(Public|Private) (Sub \w+\({typed}\)|Function \w+\({typed}\) As \w+)$", line
        )


@pytest.mark.parametrize("name", _called())
def test_each_button_of_a_sheet_runs_a_function_without_arguments(name: str) -> None:
    assert not inspect.signature(getattr(buttons, name)).parameters


def test_the_command_that_is_started_is_python_that_names_one_function() -> None:
    text = (_SOURCES / "tpxl_python.bas").read_text("ascii")
    (before,) = re.findall(r'-I -c " & Quoted\("([^"]+)" & button & "\(\)"\)', text)
    *light, imported, called = ast.parse(f"{before}tarkista()").body
    assert list(map(ast.unparse, light)) == ["import tpxl.excel.start as s", "s.keep_light()"]
    assert ast.unparse(imported) == "import tpxl.excel.buttons as b"
    assert ast.unparse(called) == "b.tarkista()"


@pytest.mark.parametrize(("name", "body"), [*_macros()], ids=lambda text: text.split("\n")[0])
def test_every_macro_ends_a_refused_start_in_a_sentence(name: str, body: str) -> None:
    """It has a handler that tells, or does nothing but call the procedure that has one."""
    lines = [line.strip() for line in body.splitlines()]
    if len(lines) == 1:
        assert re.fullmatch(r'PressButton ThisWorkbook\.Name, "\w+"', lines[0]), name
        return
    steps = [line for line in lines if not line.startswith("Dim ")]
    assert steps[0] == "On Error GoTo Refused", name
    at = steps.index("Refused:")
    assert steps[at - 1] == "Exit Sub"
    assert steps[at + 1].startswith("Tell ")
    assert "Err.Number" in steps[at + 1]


def test_every_sentence_is_finnish_with_its_dots_and_says_what_to_do() -> None:
    text = "\n".join(path.read_text("ascii") for path in _OURS).replace('" & _\n        "', "")
    sentences = re.findall(r'(?:Tell|ToldText =) "(.*)$', text, re.MULTILINE)
    assert len(sentences) >= 7
    for sentence in sentences:
        assert re.search(r"\b(aja|sulje|valitse|avaa|ota|kysy)\b", sentence, re.IGNORECASE), (
            sentence
        )
        assert not re.search(r"\{[^ao]\}|\{[ao](?!\})", sentence)


def test_the_ribbon_looks_for_protected_view_and_for_a_workbook_in_front() -> None:
    text = (_SOURCES / "tpxl_ribbon.bas").read_text("ascii")
    order = ("ActiveProtectedViewWindow Is Nothing", "ActiveWorkbook Is Nothing", "PressButton")
    places = [text.index(step) for step in order]
    assert places == sorted(places)
    assert "Workbooks.Count" not in text


@pytest.mark.parametrize("button", _ribbon_buttons(), ids=lambda button: button.get("id"))
def test_each_ribbon_button_tags_a_function_and_calls_the_one_callback(button: ET.Element) -> None:
    assert not inspect.signature(getattr(buttons, button.attrib["tag"])).parameters
    module, _, procedure = button.attrib["onAction"].partition(".")
    source = (_SOURCES / f"{module}.bas").read_text("ascii")
    assert f"Public Sub {procedure}(ByVal control As IRibbonControl)" in source
    assert button.attrib["id"].startswith("tpxlButton")
    assert {"label", "keytip", "screentip", "supertip", "imageMso"} <= button.attrib.keys()


def test_the_ribbon_has_what_the_sheets_have_and_keytips_are_different() -> None:
    tags = {button.attrib["tag"] for button in _ribbon_buttons()}
    assert tags == set(_called()) == set(buttons.__all__)
    keytips = [button.attrib["keytip"] for button in _ribbon_buttons()]
    assert len(set(keytips)) == len(keytips)
