"""The fields of Word's own in a template: only those that tell of the document itself."""

from collections.abc import Iterator

from lxml import etree

_ALLOWED = {
    "", "=", "AUTHOR", "COMMENTS", "COMPARE", "CREATEDATE", "DATE", "DOCPROPERTY", "FILENAME",
    "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT", "HYPERLINK", "IF", "INDEX", "KEYWORDS", "LISTNUM",
    "NOTEREF", "NUMPAGES", "NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "QUOTE", "REF", "SAVEDATE",
    "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF", "SUBJECT", "SYMBOL", "TC", "TIME", "TITLE", "TOC",
    "XE",
}  # fmt: skip
_TAGS = ("{{", "{%", "{#")
_WITHIN = "{…}"
"""Stands for a field within another one's instruction: the outer one's name is never made of it."""
_SHOWN = 40


def foreign_field(tree: etree._Element) -> str | None:
    """Return the first field that fetches, starts or is made of something else; None without one.

    A field's name is read as Word puts it together, from however many runs. A tag of the template
    within a field would let a cell's text decide what the field does.
    """
    for words in _instructions(tree):
        name = (words.split() or [""])[0].upper()
        plain = "=" if name.startswith("=") else name
        if plain not in _ALLOWED or any(tag in words for tag in _TAGS):
            return " ".join(words.split())[:_SHOWN]
    return None


def _instructions(tree: etree._Element) -> Iterator[str]:
    """Yield what each field says, those within others too."""
    fields: list[list[str] | None] = []
    for element in tree.iter(etree.Element):
        opened = fields[-1] if fields else None
        kind, fate = etree.QName(element).localname, _attribute(element, "fldCharType")
        if kind == "fldSimple" or (kind, fate) == ("fldChar", "begin"):
            if opened is not None:
                opened.append(_WITHIN)
            if kind == "fldSimple":
                yield _attribute(element, "instr")
            else:
                fields.append([])
        elif kind == "fldChar" and fields:
            if opened is not None:
                yield "".join(opened)
            fields.pop()
            if fate == "separate":
                fields.append(None)
        elif kind in {"instrText", "delInstrText"}:
            if opened is None:
                yield element.text or ""
            else:
                opened.append(element.text or "")
    yield from ("".join(opened) for opened in fields if opened is not None)


def _attribute(element: etree._Element, name: str) -> str:
    found = (value for key, value in element.attrib.items() if etree.QName(key).localname == name)
    return next(found, "")
