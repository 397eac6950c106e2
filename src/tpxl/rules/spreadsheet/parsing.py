"""A formula's text as a tree: operators as a spreadsheet binds them, references, calls."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tpxl.model import CellError
from tpxl.rules.references import Reference, references


class NotUnderstood(Exception):  # noqa: N818  # no error: the formula's result is not known
    """The formula has something that is not understood."""


class Constant(NamedTuple):
    """A number, a text, a truth value or an error."""

    value: float | str | bool | CellError


class Array(NamedTuple):
    """Constants in rows: ``{"a","b"}``."""

    rows: tuple[tuple["Node", ...], ...]


class Name(NamedTuple):
    """A defined name."""

    name: str


class Call(NamedTuple):
    """A function, and its arguments; None is one left out."""

    name: str
    arguments: tuple["Node | None", ...]


class Operation(NamedTuple):
    """An operator between two operands; with one alone it stands before it, ``%`` after it."""

    sign: str
    left: "Node"
    right: "Node | None" = None


Node = Constant | Array | Name | Call | Operation | Reference

_TOKEN = re.compile(
    r"\s*(?:"
    r'(?P<text>"(?:[^"]|"")*")'
    r"|(?P<error>#(?:N/A|DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!))"
    r"|(?P<reference>(?:(?:'(?:[^']|'')+'|(?:\[\d+\])?[^\W\d][\w.]*)!)?"
    r"(?:\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?"
    r"|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}))(?![\w(.!])"
    r"|(?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)"
    r"|(?P<call>[^\W\d][\w.]*)\("
    r"|(?P<name>[^\W\d][\w.]*)(?![!\[])"
    r"|(?P<sign><=|>=|<>|[-+*/^&=<>%(){},;])"
    r")",
)
_LEVELS = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"), ("^",))
_TRUTHS = frozenset({"TRUE", "FALSE"})
_DEEPEST = 60


class _Token(NamedTuple):
    kind: str
    text: str


@lru_cache(maxsize=4096)
def parsed(formula: str) -> Node:
    """Return the tree of a formula, with or without its ``=``.

    Raises:
        NotUnderstood: it has something that is not understood.
    """
    reader = _TreeReader(list(_tokens(formula.removeprefix("="))))
    node = reader.operation(0, 0)
    if not reader.is_done:
        raise NotUnderstood(formula)
    return node


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while at < len(text.rstrip()):
        found = _TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            raise NotUnderstood(text)
        yield _Token(found.lastgroup, found[found.lastgroup])
        at = found.end()


class _TreeReader:
    """Reads tokens into a tree."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def is_done(self) -> bool:
        return self._at == len(self._tokens)

    def _peek(self) -> _Token:
        return self._tokens[self._at] if not self.is_done else _Token("end", "")

    def _next(self) -> _Token:
        token = self._peek()
        self._at += 1
        return token

    def _is(self, sign: str) -> bool:
        return self._peek() == _Token("sign", sign)

    def _take(self, sign: str) -> None:
        if not self._is(sign):
            raise NotUnderstood(sign)
        self._at += 1

    def operation(self, level: int, depth: int) -> Node:
        """Read operands with the operators of a level between them."""
        if depth > _DEEPEST:
            raise NotUnderstood("too deep")
        if level == len(_LEVELS):
            return self._signed(depth)
        left = self.operation(level + 1, depth)
        while self._peek().kind == "sign" and self._peek().text in _LEVELS[level]:
            sign = self._next().text
            left = Operation(sign, left, self.operation(level + 1, depth))
        return left

    def _signed(self, depth: int) -> Node:
        if self._is("-") or self._is("+"):
            sign = self._next().text
            return Operation(sign, self._signed(depth + 1))
        node = self._operand(depth + 1)
        while self._is("%"):
            self._at += 1
            node = Operation("%", node)
        return node

    def _operand(self, depth: int) -> Node:
        kind, text = self._next()
        node: Node
        match kind, text:
            case "reference", _:
                node = _reference(text)
            case "call", _:
                name = text.upper().removeprefix("_XLFN.")
                node = Call(name, tuple(self._arguments(depth)))
            case "name", _ if text.upper() not in _TRUTHS:
                node = Name(text)
            case "sign", "(":
                node = self.operation(0, depth)
                self._take(")")
            case "sign", "{":
                node = self._array(depth)
            case _:
                node = _constant(kind, text)
        return node

    def _arguments(self, depth: int) -> Iterator[Node | None]:
        if self._is(")"):
            self._at += 1
            return
        while True:
            is_left_out = self._is(",") or self._is(")")
            yield None if is_left_out else self.operation(0, depth)
            if self._is(")"):
                self._at += 1
                return
            self._take(",")

    def _array(self, depth: int) -> Array:
        rows: list[list[Node]] = [[]]
        while not self._is("}"):
            rows[-1].append(self.operation(0, depth))
            if self._is(";"):
                rows.append([])
            if not self._is("}"):
                self._at += 1
        self._at += 1
        return Array(tuple(map(tuple, rows)))


def _constant(kind: str, text: str) -> Constant:
    match kind:
        case "number":
            return Constant(float(text))
        case "text":
            return Constant(text[1:-1].replace('""', '"'))
        case "error":
            return Constant(CellError(text))
        case "name":
            return Constant(text.upper() == "TRUE")
    raise NotUnderstood(text)


def _reference(text: str) -> Reference:
    found = next(references(text), None)
    if found is None or found.is_foreign:
        raise NotUnderstood(text)
    return found
