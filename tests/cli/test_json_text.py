"""The JSON that commands print."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tpxl.cli.json_text import json_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), VALUES))
def test_a_document_is_read_back_as_it_was(document: dict[str, Any]) -> None:
    assert json.loads(json_text(document)) == document


@given(st.lists(st.dictionaries(st.text(), VALUES)))
def test_several_documents_are_one_list(documents: list[dict[str, Any]]) -> None:
    assert json.loads(json_text(documents)) == documents


def test_an_edit_stands_on_one_line_with_its_letters_as_they_are() -> None:
    edits = [{"cell": "C7", "area": "Työllisyys"}, {"cell": "C8", "area": "Sivistys"}]

    lines = json_text({"book": "a.xlsx", "edits": edits}).splitlines()

    assert '  {"cell": "C7", "area": "Työllisyys"},' in lines
