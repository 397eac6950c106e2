"""Does a PowerShell script parse? By a grammar of the language, without PowerShell."""

from collections.abc import Iterator

import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

_PARSER = Parser(Language(tree_sitter_powershell.language()))


def complaints(script: str) -> list[str]:
    """Return where the script cannot be read, by line."""
    return [
        f"line {node.start_point.row + 1}: {node.type}"
        for node in _nodes(_PARSER.parse(script.encode()).root_node)
        if node.is_error or node.is_missing
    ]


def brackets(script: str) -> Iterator[tuple[int, int]]:
    """Yield where each bracket of the script's code begins and ends, in bytes."""
    for node in _nodes(_PARSER.parse(script.encode()).root_node):
        if node.type in {"(", ")", "{", "}"}:
            yield node.start_byte, node.end_byte


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _nodes(child)
