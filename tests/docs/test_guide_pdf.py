"""The PDF of the guides says what their Markdown says."""

import pypdfium2
import pytest
import typst
from tests.docs.guides import GUIDES

from scripts import guide_pdf


@pytest.mark.parametrize(
    ("markdown", "typst_text"),
    [
        ("# A *b*", "#heading(level: 1)[A #emph[b]] <page>"),
        ("1. `x`\n2. **y** #1", '#enum([#raw("x")], [#strong[y] \\#1])'),
        ("4. x", "#enum(start: 4, [x])"),
        ('```sh\na "b"\n```', '#raw(block: true, "a \\"b\\"")'),
        ("[a](https://b.c) [d](kayttajan-opas.md) [e](../x.md)",
         '#link("https://b.c")[a] #link(<kayttajan-opas>)[d] e'),
        ("|a|b|\n|-|-|\n|c|d|", "#table(columns: (auto, auto,), table.header([a], [b]), [c], [d])"),
    ],
)  # fmt: skip
def test_each_element_of_a_guide_has_its_own_in_typst(markdown: str, typst_text: str) -> None:
    assert guide_pdf.converted(markdown).strip() == typst_text


def test_an_element_that_the_pdf_does_not_know_is_no_silent_gap() -> None:
    with pytest.raises(ValueError, match="<hr>"):
        guide_pdf.converted("---")


@pytest.mark.parametrize("name", guide_pdf.PAGES)
def test_a_guide_sets_as_pdf_with_all_its_headings(name: str) -> None:
    (path,) = (one for one in GUIDES if one.stem == name)
    lines = path.read_text(encoding="utf-8").splitlines()
    headings = [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    source = guide_pdf.converted(
        "\n".join(line for line in lines if not line.startswith("![")), name
    )
    for other in set(guide_pdf.PAGES) - {name}:
        source = source.replace(f"#link(<{other}>)", "")
    with pypdfium2.PdfDocument(typst.compile(source.encode())) as pdf:
        said = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert [one for one in headings if one not in said] == []
