"""What a template's file says of the people and folders it went through, and a report must not."""

import datetime as dt

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_PRIVATE_RELATIONS = ("/custom-properties", "/thumbnail")
_PRIVATE_SETTINGS = ("w:attachedTemplate", "w:rsids", "w:docVars", "w:mailMerge")


def forget_people(document: Document) -> None:
    """Empty the properties that name an author, a company, a folder; the title stays."""
    properties = document.core_properties
    for name in ("author", "last_modified_by", "comments", "keywords", "category", "subject"):
        setattr(properties, name, "")
    properties.revision = 1
    properties.created = properties.modified = dt.datetime.now(dt.UTC).replace(microsecond=0)
    package = document.part.package
    for identifier, relation in list(package.rels.items()):
        if relation.reltype.endswith(_PRIVATE_RELATIONS):
            del package.rels[identifier]
        elif relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
            relation.target_part._blob = APP  # noqa: SLF001  # python-docx has no other way
    settings = document.settings.element
    for name in _PRIVATE_SETTINGS:
        for element in settings.findall(qn(name)):
            settings.remove(element)
