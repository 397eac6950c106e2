import pytest
from jinja2 import Environment

from tpxl.jobs.export.template.grammar import FILTERS, TESTS, refused

JINJA = Environment(autoescape=True, extensions=["jinja2.ext.do"])


def told(text: str) -> list[str]:
    return [what for _, what in refused(JINJA.parse(text))]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{{ vuosi.__class__ }}", "__class__"),
        ("{{ _vuosi }}", "_vuosi"),
        ("{% set _x = vuosi %}", "_x"),
        ("{{ vuosi['__class__'] }}", "[ ]"),
        ("{{ vuosi[kaupunki] }}", "[ ]"),
        ("{{ osiot[true] }}", "[ ]"),
        ("{{ osiot[1:] }}", "[ ]"),
        ("{{ range(9) }}", "( )"),
        ("{{ vuosi.format(1) }}", "( )"),
        ("{{ emit_row(1) }}", "( )"),
        ("{{ 2 ** 9 }}", "**"),
        ("{{ 'a' * 9 }}", "*"),
        ("{{ 1 + 1 }}", "+"),
        ("{{ 1 - 1 }}", "-"),
        ("{{ 1 / 1 }}", "/"),
        ("{{ 1 // 1 }}", "//"),
        ("{{ '%9d' % 1 }}", "%"),
        ("{{ vuosi ~ vuosi }}", "~"),
        ("{{ {'a': 1} }}", "{ }"),
        ("{{ vuosi|attr('x') }}", "|attr"),
        ("{{ vuosi|upper(x=1) }}", "|upper"),
        ("{{ vuosi|upper(*osiot) }}", "|upper"),
        ("{{ vuosi is callable }}", "is callable"),
        ("{% for x in osiot recursive %}{% endfor %}", "recursive"),
        ("{% include 'x' %}", "include"),
        ("{% import 'x' as y %}", "import"),
        ("{% from 'x' import y %}", "from"),
        ("{% extends 'x' %}", "extends"),
        ("{% block x %}{% endblock %}", "block"),
        ("{% macro x() %}{% endmacro %}", "macro"),
        ("{% call x() %}{% endcall %}", "call"),
        ("{% filter upper %}{% endfilter %}", "filter"),
        ("{% set x %}{% endset %}", "set"),
        ("{% set x.y = 1 %}", "namespace"),
        ("{% autoescape false %}{% endautoescape %}", "autoescape"),
        ("{% do vuosi %}", "exprstmt"),
    ],
)
def test_what_is_not_named_in_the_guide_is_refused(text: str, what: str) -> None:
    assert what in told(text)


@pytest.mark.parametrize("name", sorted(set(JINJA.filters) - FILTERS))
def test_a_filter_that_is_not_allowed_is_refused(name: str) -> None:
    assert f"|{name}" in told(f"{{{{ vuosi|{name} }}}}")


@pytest.mark.parametrize(
    "name",
    sorted(name for name in set(JINJA.tests) - TESTS if name.isidentifier() and name != "in"),
)
def test_a_test_that_is_not_allowed_is_refused(name: str) -> None:
    assert f"is {name}" in told(f"{{{{ vuosi is {name} }}}}")


def test_the_fault_is_told_with_its_line() -> None:
    tree = JINJA.parse("{{ vuosi }}\n{% for x in osiot %}\n{{ x() }}\n{% endfor %}")
    assert list(refused(tree)) == [(3, "( )")]
