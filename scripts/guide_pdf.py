"""Set the guides as one PDF with Typst: `python scripts/guide_pdf.py [FILE]`.

The same Markdown that MkDocs reads becomes the same HTML, and its elements Typst's own.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import markdown
import typst
import yaml
from lxml import html

ROOT = Path(__file__).resolve().parents[1]
GUIDES = ROOT / "docs" / "guides"
PAGES = ("kayttajan-opas", "paakayttajan-opas", "kehittajan-opas")
TARGET = GUIDES / "tpxl-oppaat.pdf"
_SPECIAL = str.maketrans({one: f"\\{one}" for one in r"\#$*_`<>@[]~/-+="})
_HEAD = """\
#set document(title: "tpxl: oppaat", author: "tpxl")
#set page(paper: "a4", margin: 22mm, numbering: "1")
#set text(font: "Carlito", size: 10.5pt, lang: "fi")
#set par(leading: 0.7em)
#set table(stroke: 0.5pt + luma(200), inset: 5pt, align: left)
#show table.cell.where(y: 0): strong
#show heading.where(level: 1): it => { pagebreak(weak: true); it; v(0.4em) }
#show heading: set block(above: 1.4em, below: 0.8em)
#show raw.where(block: true): set block(fill: luma(244), inset: 7pt, width: 100%)
#show link: set text(fill: rgb("#1f4e79"))
#outline(title: [Oppaat], depth: 2)
"""
_SHORT = 20
"""Characters of a cell that is not broken into lines."""
_WRAPPED = {"strong": "strong", "em": "emph", "blockquote": "quote"}


def main() -> int:
    """Write the PDF; return 0."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    pages = "\n".join(page_source(name) for name in PAGES)
    source = _HEAD + pages
    made = typst.compile(
        source.encode(), root=str(ROOT), font_paths=[str(ROOT / "fonts")], ignore_system_fonts=True
    )
    target.write_bytes(made)
    sys.stdout.write(f"{target}\n")
    return 0


def page_source(name: str) -> str:
    """Return a guide as Typst's own text; a later guide's links to it lead to its first heading."""
    text = (GUIDES / f"{name}.md").read_text(encoding="utf-8")
    language = "en" if name.startswith("kehit") else "fi"
    return f'#set text(lang: "{language}")\n{converted(text, name)}'


def converted(text: str, name: str = "page") -> str:
    r"""Return Markdown as Typst's text.

    >>> print(converted("# A*b*\n\n- `x` **y**").strip())
    #heading(level: 1)[A#emph[b]] <page>
    <BLANKLINE>
    #list([#raw("x") #strong[y]])
    """
    body = html.fragment_fromstring(
        markdown.markdown(text, extensions=_extensions()), create_parent="div"
    )
    title = body.find("h1")
    if title is not None:
        title.set("id", name)
    return "".join(_block(one) for one in body)


def _extensions() -> list[str]:
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    return list(site["markdown_extensions"])


def _block(one: html.HtmlElement) -> str:
    if one.tag in {"h1", "h2", "h3", "h4"}:
        label = f" <{one.get('id')}>" if one.get("id") else ""
        return f"#heading(level: {one.tag[1]})[{_inline(one)}]{label}\n\n"
    if one.tag in {"ul", "ol"}:
        kind = "list" if one.tag == "ul" else "enum"
        return f"#{kind}({', '.join(f'[{_inline(item)}]' for item in one)})\n\n"
    if one.tag == "table":
        return _table(one)
    if one.tag == "pre":
        return f"#raw(block: true, {_quoted((one.text_content()).rstrip())})\n\n"
    if one.tag == "p":
        return f"{_inline(one)}\n\n"
    raise ValueError(f"a guide has <{one.tag}>, which the PDF does not know")


def _table(one: html.HtmlElement) -> str:
    lines = [[_inline(cell) for cell in row] for row in one.iter("tr")]
    widths = ", ".join(_width([line[at] for line in lines]) for at in range(len(lines[0])))
    head, *rest = ([f"[{cell}]" for cell in line] for line in lines)
    cells = ", ".join(cell for line in rest for cell in line)
    return f"#table(columns: ({widths},), table.header({', '.join(head)}), {cells})\n\n"


def _width(cells: list[str]) -> str:
    """Return a column's width: what short cells take, a share for long ones."""
    longest = max(map(len, cells))
    return "auto" if longest <= _SHORT else f"{min(longest, 3 * _SHORT)}fr"


def _inline(one: html.HtmlElement) -> str:
    return "".join(_runs(one)).strip()


def _runs(one: html.HtmlElement) -> Iterator[str]:
    yield _plain(one.text)
    for child in one:
        yield _run(child)
        yield _plain(child.tail)


def _run(one: html.HtmlElement) -> str:
    if one.tag == "code":
        return f"#raw({_quoted(one.text_content())})"
    if one.tag == "img":
        picture = _quoted(f"/docs/guides/{one.get('src')}")
        shown = f"image({picture}, width: 88%, alt: {_quoted(one.get('alt'))})"
        return f"#align(center, box(stroke: 0.5pt + luma(200), {shown}))"
    if one.tag == "a":
        return _link(one)
    if one.tag in _WRAPPED:
        return f"#{_WRAPPED[one.tag]}[{_inline(one)}]"
    raise ValueError(f"a guide has <{one.tag}>, which the PDF does not know")


def _link(one: html.HtmlElement) -> str:
    """Return a link to the web or to another guide; pages outside this PDF are named alone."""
    place = one.get("href", "")
    name = place.removesuffix(".md")
    if name in PAGES:
        return f"#link(<{name}>)[{_inline(one)}]"
    return f"#link({_quoted(place)})[{_inline(one)}]" if "://" in place else _inline(one)


def _plain(text: str | None) -> str:
    return (text or "").translate(_SPECIAL)


def _quoted(text: str) -> str:
    kept = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{kept}"'


if __name__ == "__main__":
    sys.exit(main())
