"""Whether a template speaks only of fields there are, in the allowed words; if not, where.

The tags of a template are written one a line into a skeleton, which Jinja parses: a node's line
then names its place. So a wrong field is told even where no area's data would come upon it.

Where the templates are: beside the workbook if staff keep their own, else tpxl's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from tpxl import shipped
from tpxl.errors import TpxlError
from tpxl.jobs.export.template.fields import FIELDS, Shape
from tpxl.jobs.export.template.grammar import LOOP, refused
from tpxl.jobs.export.template.sandbox import Sandbox
from tpxl.messages import catalogue

MOST_TAGS, LONGEST_TAG, SHOWN_LETTERS = 5_000, 2_000, 80
"""More tags, or a longer one, no template of people has; of a wrong one so much is shown."""

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{.*|\{%.*", re.DOTALL)
_WORD_PREFIX = re.compile(r"(\{\{|\{%)(?:p|tr|tc|r)(?=\s)")
_QUOTES = str.maketrans("“”„‘’‚", "\"\"\"'''")

ANY = Shape(is_text=True)
"""A value of which nothing is known: a filter's result."""

_SANDBOX = Sandbox(is_markup=True)
_ENDS = {"variable_begin": "variable_end", "block_begin": "block_end"}

FOLDER, SHEET, DOCUMENT = shipped.TEMPLATES, shipped.SHEET, shipped.DOCUMENT


@dataclass(frozen=True, slots=True)
class TemplatePlace:
    """Where in a template a tag stands; `kind` is paragraph, table, header or cell."""

    kind: str
    where: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TemplateTag:
    """A tag of a template as a person wrote it, and its place."""

    text: str
    place: TemplatePlace


def tags_in(text: str, place: TemplatePlace) -> Iterator[TemplateTag]:
    """Yield the tags of a paragraph or a cell, without Word's prefixes (p, tr, tc, r)."""
    for match in _TAG.finditer(text):
        plain = _WORD_PREFIX.sub(r"\1", match[0].translate(_QUOTES))
        yield TemplateTag(" ".join(plain.split()), place)


def check(template: str, tags: Iterable[TemplateTag], *, lists: bool = False) -> None:
    """Pass when every tag of a template is well formed, allowed, and names fields there are.

    With `lists` a list of texts may be printed as it is: a sheet's cells go on to the right.

    Raises:
        TpxlError: `template_tag_...`, `template_refused_...` or `template_field_...` with
            template, tag and place.
    """
    found = list(tags)
    if len(found) > MOST_TAGS:
        raise TpxlError("template_too_large", template=template)
    for tag in found:
        if len(tag.text) > LONGEST_TAG or not _is_one_tag(tag.text):
            raise _trouble("tag", template, tag)
    try:
        tree = _SANDBOX.parse("\n".join(tag.text for tag in found))
        for line, what in refused(tree):
            raise refusal(template, found[line - 1], what)
        for line, name in _Checker(lists=lists).unknown(tree.body, dict(FIELDS.has)):
            raise _trouble("field", template, found[line - 1], field=name)
    except TemplateSyntaxError as error:
        raise _trouble("tag", template, found[min(error.lineno, len(found)) - 1]) from error
    except RecursionError as error:  # brackets in brackets: the longest tag has most of them
        raise _trouble("tag", template, max(found, key=lambda tag: len(tag.text))) from error


def refusal(template: str, tag: TemplateTag, what: str = "") -> TpxlError:
    """Return why a tag is not allowed: `what` of it is not, or all of it."""
    return _trouble("refused", template, tag, what=what or _shown(tag.text))


def _is_one_tag(text: str) -> bool:
    """Tell whether a text is one tag by Jinja's own reading, whatever stands beside it."""
    try:
        kinds = [kind for _, kind, _ in _SANDBOX.lex(text)]
    except TemplateSyntaxError:
        return False
    return kinds.count(kinds[0]) == 1 and _ENDS.get(kinds[0]) == kinds[-1]


def _trouble(kind: str, template: str, tag: TemplateTag, **facts: str) -> TpxlError:
    place = tag.place
    facts["tag"] = _shown(tag.text)
    return TpxlError(f"template_{kind}_in_{place.kind}", template=template, **facts, **place.where)


def _shown(text: str) -> str:
    plain = "".join(filter(str.isprintable, text))
    return plain if len(plain) <= SHOWN_LETTERS else f"{plain[:SHOWN_LETTERS]}…"


@dataclass(frozen=True)
class _Unknown(Exception):  # noqa: N818  # it never leaves the module
    line: int
    name: str


class _Checker:
    """Walks a template's tree with what each name stands for; yields what stands for nothing."""

    def __init__(self, *, lists: bool) -> None:
        self.lists = lists

    def unknown(
        self, body: Iterable[nodes.Node], scope: dict[str, Shape]
    ) -> Iterator[tuple[int, str]]:
        for node in body:
            try:
                yield from self._statement(node, scope)
            except _Unknown as found:
                yield found.line, found.name

    def _statement(self, node: nodes.Node, scope: dict[str, Shape]) -> Iterator[tuple[int, str]]:
        match node:
            case nodes.For():
                items = self._shape(node.iter, scope)
                inner = {**scope, **dict.fromkeys(_names(node.target), ANY)}
                if isinstance(node.target, nodes.Name):
                    inner[node.target.name] = items.of or ANY
                if node.test is not None:
                    self._shape(node.test, inner)
                inner["loop"] = _loop(items.of or ANY)
                yield from self.unknown([*node.body, *node.else_], inner)
            case nodes.If():
                self._shape(node.test, scope)
                yield from self.unknown([*node.body, *node.elif_, *node.else_], scope)
            case nodes.Assign(target=nodes.Name(name=name)):
                scope[name] = self._shape(node.node, scope)
            case nodes.With():
                told = zip(node.targets, node.values, strict=True)
                shapes = {one: self._shape(v, scope) for t, v in told for one in _names(t)}
                yield from self.unknown(node.body, {**scope, **shapes})
            case nodes.Output():
                for one in node.nodes:
                    self._printed(one, scope)
            case _:
                yield from self.unknown(node.iter_child_nodes(), scope)

    def _printed(self, node: nodes.Node, scope: Mapping[str, Shape]) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        shape = self._shape(node, scope)
        if not (shape.is_text or (self.lists and shape.of is not None and shape.of.is_text)):
            raise _Unknown(node.lineno, _dotted(node))

    def _shape(self, node: nodes.Node, scope: Mapping[str, Shape]) -> Shape:
        match node:
            case nodes.Name(name=name):
                return _known(scope.get(name), node)
            case nodes.Getattr():
                owner = self._shape(node.node, scope)
                known = _VOCABULARY if owner is ANY else owner.has
                return _known(known.get(node.attr), node)
            case nodes.Getitem():
                return self._shape(node.node, scope).of or ANY
            case nodes.List() | nodes.Tuple():
                items = [self._shape(item, scope) for item in node.items]
                return Shape(of=items[0] if items else ANY)
            case _:
                for child in node.iter_child_nodes():
                    self._shape(child, scope)
                return ANY


def _loop(item: Shape) -> Shape:
    """Return what is known inside a loop over such items."""
    return Shape(has={**dict.fromkeys(LOOP, ANY), "previtem": item, "nextitem": item})


def _vocabulary(shape: Shape) -> Iterator[str]:
    yield from shape.has
    for below in (*shape.has.values(), *([] if shape.of is None else [shape.of])):
        yield from _vocabulary(below)


_VOCABULARY = dict.fromkeys(_vocabulary(FIELDS), ANY)
"""What may be asked of a value of which nothing is known."""


def _names(target: nodes.Node) -> list[str]:
    """Return the names that a loop or a block binds."""
    return [
        name.name for name in (target, *target.find_all(nodes.Name)) if isinstance(name, nodes.Name)
    ]


def _known(shape: Shape | None, node: Any) -> Shape:  # noqa: ANN401  # a node of any kind
    if shape is None:
        raise _Unknown(node.lineno, _dotted(node))
    return shape


def _dotted(node: nodes.Node) -> str:
    match node:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr():
            return f"{_dotted(node.node)}.{node.attr}"
        case _:
            return ""


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template as read: its name, for messages, and its content."""

    name: str
    content: bytes


def template_file(name: str, folder: Path | None = None) -> TemplateFile:
    """Return a template by its file name: from the folder if it is there, else tpxl's own.

    Raises:
        TpxlError: `template_missing`, it is nowhere or cannot be read.
    """
    own = None if folder is None else folder / name
    try:
        path = own if own is not None and own.is_file() else shipped.template(name)
        return TemplateFile(str(path), path.read_bytes())
    except OSError as error:
        raise TpxlError("template_missing", template=name, folder=folder or FOLDER) from error


def templates_line(templates: Iterable[Path], lang: str) -> str:
    """Return the line that says from which folder the templates are; empty where none was used."""
    texts = catalogue(lang).texts
    files: dict[str, list[str]] = {}
    for path in templates:
        is_ours = path.parent == shipped.template(path.name).parent
        folder = texts["export.own_templates"] if is_ours else str(path.parent)
        files.setdefault(folder, []).append(path.name)
    named = ", ".join(f"{folder} ({', '.join(names)})" for folder, names in files.items())
    return texts["export.templates"].format(templates=named) if files else ""
