"""The JSON that commands print."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tpxl.cli.json_text import json_text

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
)
MEMBERS = st.dictionaries(st.text(max_size=3), SCALARS | st.lists(SCALARS, max_size=2), max_size=2)
DOCUMENTS = st.dictionaries(
    st.text(max_size=3), SCALARS | MEMBERS | st.lists(SCALARS | MEMBERS, max_size=2), max_size=3
)
"""Documents as deep as any a command prints: members, their items, what those hold."""


@given(DOCUMENTS)
def test_a_document_is_read_back_as_it_was(document: dict[str, Any]) -> None:
    assert json.loads(json_text(document)) == document


@settings(max_examples=30)
@given(st.lists(DOCUMENTS, max_size=3))
def test_several_documents_are_one_list(documents: list[dict[str, Any]]) -> None:
    assert json.loads(json_text(documents)) == documents


def test_an_edit_stands_on_one_line_with_its_letters_as_they_are() -> None:
    edits = [{"cell": "C7", "area": "Työllisyys"}, {"cell": "C8", "area": "Sivistys"}]

    lines = json_text({"book": "a.xlsx", "edits": edits}).splitlines()

    assert '  {"cell": "C7", "area": "Työllisyys"},' in lines
