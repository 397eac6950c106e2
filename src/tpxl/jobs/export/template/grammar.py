"""What a template may say: fields, loops, conditions and a few filters; all else is refused.

The rule is kept on Jinja's own parsed tree, by what is allowed and not by what is known to be bad.
"""

from collections.abc import Iterator

from jinja2 import nodes

FILTERS = frozenset({"first", "last", "length", "lower", "trim", "upper"})
TESTS = frozenset({"defined", "even", "none", "odd"})

LOOP = (
    "index", "index0", "revindex", "revindex0", "first", "last", "length",
    "previtem", "nextitem",
)  # fmt: skip
"""What is known of the loop one is in; what Jinja can call there is not among it."""

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.Assign,
    nodes.With,
    nodes.Name,
    nodes.Const,
    nodes.List,
    nodes.Tuple,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Neg,
    nodes.CondExpr,
    nodes.Filter,
    nodes.Test,
)

_WORDS = {
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Pow: "**",
    nodes.Pos: "+",
    nodes.Concat: "~",
    nodes.Call: "( )",
    nodes.Dict: "{ }",
    nodes.Slice: "[ : ]",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.FromImport: "from",
    nodes.AssignBlock: "set",
    nodes.NSRef: "namespace",
    nodes.Scope: "autoescape",
    nodes.ScopedEvalContextModifier: "autoescape",
}


def refused(tree: nodes.Node, calls: frozenset[str] = frozenset()) -> Iterator[tuple[int, str]]:
    r"""Yield what is not allowed in a template, as its writer wrote it, with its line.

    `calls` are the names that tpxl's own program around a template calls.

    >>> from jinja2 import Environment
    >>> list(refused(Environment().parse("{{ vuosi|upper }}\n{{ vuosi.__class__ ** 2 }}")))
    [(2, '**'), (2, '__class__')]
    """
    what = _offence(tree, calls)
    if what is not None:
        yield tree.lineno, what
    for child in tree.iter_child_nodes():
        yield from refused(child, calls)


def _offence(node: nodes.Node, calls: frozenset[str]) -> str | None:
    match node:
        case nodes.Name(name=name) | nodes.Getattr(attr=name) if name.startswith("_"):
            what = str(name)
        case nodes.Getitem(arg=place) if not _is_whole_number(place):
            what = "[ ]"
        case nodes.For(recursive=True):
            what = "recursive"
        case nodes.Filter(name=name) if not (name in FILTERS and _is_plain(node)):
            what = f"|{name}"
        case nodes.Test(name=name) if not (name in TESTS and _is_plain(node)):
            what = f"is {name}"
        case nodes.Call(node=nodes.Name(name=name)) if name in calls and _is_plain(node):
            return None
        case _ if type(node) in _ALLOWED:
            return None
        case _:
            what = _WORDS.get(type(node), type(node).__name__.lower())
    return what


def _is_whole_number(place: nodes.Expr) -> bool:
    plain = place.node if isinstance(place, nodes.Neg) else place
    return isinstance(plain, nodes.Const) and type(plain.value) is int


def _is_plain(node: nodes.Filter | nodes.Test | nodes.Call) -> bool:
    """Tell whether what is called takes nothing, or its values one by one."""
    return not (node.kwargs or node.dyn_args or node.dyn_kwargs)
