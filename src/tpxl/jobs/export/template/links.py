"""Where a template's parts lead outside its own file: only what a reader clicks on may.

The fields of Word's own in a template: only those that tell of the document itself.
"""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

Relations = Mapping[str, str | None]
"""Targets outside the file by the names of their relations; None for those within."""

_CLICKED = {"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"}
"""Elements whose target is opened by a reader alone."""

_OUTSIDE_TYPES = {
    "afchunk", "attachedtemplate", "connections", "control", "externallink", "externallinkpath",
    "frame", "mailmergeheadersource", "mailmergesource", "oleobject", "querytable", "subdocument",
    "vbaproject", "webextension", "webextensiontaskpanes",
}  # fmt: skip
"""Relations that bring in another document or a program, also from within the file."""

_SVG_ADDRESS = re.compile(r"@import|url\(\s*+['\"]?+(?!#|data:image/(?:png|jpeg))", re.IGNORECASE)
_INSIDE = ("#", "data:image/png", "data:image/jpeg")
_RELATIONSHIPS = re.compile(r"officeDocument/(2006/)?relationships$")
_SHOWN = 80

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

_SHOWN_FIELDS = 40


def relations_in(tree: etree._Element) -> Relations:
    """Return what a part's relations lead to, by their identifiers; None within the file."""
    return {
        one.get("Id", ""): one.get("Target", "") if _is_outside(one) else None
        for one in _relations(tree)
    }


def missing_relation(tree: etree._Element, relations: Relations) -> str | None:
    """Return the first identifier that a part uses and its relations do not have."""
    used = (value for element in tree.iter(etree.Element) for value in _used(element))
    return next((one for one in used if one and one not in relations), None)


def foreign_link(name: str, tree: etree._Element, relations: Relations) -> str | None:
    """Return the first target that opening the file would fetch, None where there is none."""
    if name.endswith(".rels"):
        found = _foreign_relation(tree)
    elif etree.QName(tree).localname == "svg":
        found = _foreign_in_drawing(tree)
    else:
        found = _foreign_use(tree, relations)
    return None if found is None else found[:_SHOWN]


def _relations(tree: etree._Element) -> Iterator[etree._Element]:
    yield from tree.iter("{*}Relationship")


def _is_outside(relation: etree._Element) -> bool:
    target = relation.get("Target", "")
    mode = relation.get("TargetMode", "Internal").strip().lower()
    return mode != "internal" or ":" in target or target.startswith(("\\\\", "//"))


def _foreign_relation(tree: etree._Element) -> str | None:
    for one in _relations(tree):
        kind = one.get("Type", "").rpartition("/")[2].lower()
        if kind in _OUTSIDE_TYPES or (_is_outside(one) and kind != "hyperlink"):
            return str(one.get("Target", ""))
    return None


def _foreign_use(tree: etree._Element, relations: Relations) -> str | None:
    """Return an outside target that a picture or the like uses, whatever its relation is called."""
    for element in tree.iter(etree.Element):
        is_clicked = etree.QName(element).localname in _CLICKED
        for value in _used(element):
            target = relations.get(value)
            if target is not None and not is_clicked:
                return target
        if source := element.get("src"):
            return str(source)
    return None


def _used(element: etree._Element) -> Iterator[str]:
    """Yield the relations that an element names."""
    for name, value in element.attrib.items():
        plain = etree.QName(name)
        if _RELATIONSHIPS.search(plain.namespace or "") or plain.localname == "relid":
            yield value


def _foreign_in_drawing(tree: etree._Element) -> str | None:
    for element in tree.iter(etree.Element):
        for name, value in element.attrib.items():
            is_address = etree.QName(name).localname in {"href", "src"}
            if is_address and not value.strip().lower().startswith(_INSIDE):
                return str(value)
            if _SVG_ADDRESS.search(value):
                return str(value)
        if element.text and _SVG_ADDRESS.search(element.text):
            return str(element.text.strip())
    return None


def foreign_field(tree: etree._Element) -> str | None:
    """Return the first field that fetches, starts or is made of something else; None without one.

    A field's name is read as Word puts it together, from however many runs. A tag of the template
    within a field would let a cell's text decide what the field does.
    """
    for words in _instructions(tree):
        name = (words.split() or [""])[0].upper()
        plain = "=" if name.startswith("=") else name
        if plain not in _ALLOWED or any(tag in words for tag in _TAGS):
            return " ".join(words.split())[:_SHOWN_FIELDS]
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
