"""Would VBA compile? What a static checker knows, and what it lets pass: blocks, and members.

pyvbaanalysis knows names, labels, arguments and expressions. It does not miss the end of a block,
and cannot know what an object from elsewhere has; those that our macros use are few and stand here.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pyvbaanalysis import analyze_loose_files

_CLOSED_BY = {
    r"(?:Public |Private )?Sub \w+": "End Sub",
    r"(?:Public |Private )?Function \w+": "End Function",
    r"If .*\bThen": "End If",
    r"Do\b.*": "Loop",
    r"For\b.*": "Next",
    r"With\b.*": "End With",
    r"Select Case\b.*": "End Select",
    r"While\b.*": "Wend",
}
_PROCEDURE_ENDS = {"End Sub", "End Function"}
_MEMBERS = {
    "Application": {"ActiveProtectedViewWindow", "Hwnd"},
    "ActiveWorkbook": {"Name"},
    "ThisWorkbook": {"Name"},
    "Err": {"Number"},
    "control": {"Tag"},
    "host": {"Run"},
}


def complaints(modules: Mapping[str, str], folder: Path) -> list[str]:
    """Return what is wrong in the modules, by their names; `folder` is for the checker's files."""
    paths = [folder / f"{name}.bas" for name in modules]
    for path in paths:
        path.write_text(modules[path.stem], encoding="ascii", newline="\r\n")
    found = analyze_loose_files(paths)
    said = [f"{one.code}: {one.message}" for faults in found.values() for one in faults]
    for name, text in modules.items():
        said += [f"{name}: {fault}" for fault in (*block_faults(text), *member_faults(text))]
    return said


def block_faults(text: str) -> Iterator[str]:
    """Yield where a block is not closed, or closed as another one, or a string is left open."""
    open_ends: list[str] = []
    for number, line in _lines(text):
        if '"' in line:
            yield f"line {number}: a string is left open"
        closes = next((end for end in _CLOSED_BY.values() if re.match(rf"{end}\b", line)), None)
        if closes is not None:
            expected = open_ends.pop() if open_ends else "nothing"
            if closes != expected:
                yield f"line {number}: {closes} where {expected} is due"
                open_ends.clear()
            continue
        ends = [
            end for opened, end in _CLOSED_BY.items() if re.fullmatch(rf"{opened}(\(.*)?", line)
        ]
        for end in ends[:1]:
            if end in _PROCEDURE_ENDS and open_ends:
                yield f"line {number}: a procedure begins where {open_ends[-1]} is due"
                open_ends.clear()
            open_ends.append(end)
    if open_ends:
        yield f"the end: {open_ends[-1]} is due"


def member_faults(text: str) -> Iterator[str]:
    """Yield the members that no object our macros use is known to have."""
    for number, line in _lines(text):
        for owner, member in re.findall(r"\b([A-Za-z]\w*)\.(\w+)", line):
            if member not in _MEMBERS.get(owner, ()):
                yield f"line {number}: {owner}.{member} is not known"


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield logical lines with their numbers, without strings, comments and attributes."""
    joined, first = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        first = first if joined else number
        joined += _code(line)
        if joined.endswith(" _"):
            joined = joined[:-1]
            continue
        if not joined.startswith(("Attribute ", "#")):
            yield first, joined.strip()
        joined = ""


def _code(line: str) -> str:
    """Return a line without what stands in quotation marks, and without its comment."""
    without_strings = re.sub(r'"[^"]*"', "", line)
    return without_strings.partition("'")[0].rstrip()
