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


def _commands() -> Iterator[str]:
    for path in _OURS:
        yield from re.findall(r'RunPython "([^"]+)"$', path.read_text("ascii"), re.MULTILINE)


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
        assert re.match(r"(Public|Private) Sub \w+\((By(Val|Ref) \w+ As \w+)?\)$", line)


@pytest.mark.parametrize("command", list(_commands()))
def test_each_button_of_a_sheet_runs_a_function_without_arguments(command: str) -> None:
    imported, called = ast.parse(command).body
    assert ast.unparse(imported) == "import tpxl.excel.buttons as b"
    function = getattr(buttons, ast.unparse(called).removeprefix("b.").removesuffix("()"))
    assert not inspect.signature(function).parameters


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
    called = {command.rpartition("b.")[2].removesuffix("()") for command in _commands()}
    assert tags == called == set(buttons.__all__)
    keytips = [button.attrib["keytip"] for button in _ribbon_buttons()]
    assert len(set(keytips)) == len(keytips)
