"""The pages under docs/ as tests read them: sections by heading, tables by row."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, as far as the next one."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text, re.DOTALL | re.MULTILINE)
    if found is None:
        raise KeyError(heading)
    return found[1]


def rows(text: str) -> list[list[str]]:
    """Return the cells of a table's rows, its heading and rule left out."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def first_words(text: str) -> list[str]:
    """Return the first column of a table without its backticks."""
    return [row[0].strip("`") for row in rows(text)]
