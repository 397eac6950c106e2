from typing import Any

import pytest
from jinja2 import TemplateError, UndefinedError

from tpxl.errors import TpxlError
from tpxl.jobs.export.template import sandbox
from tpxl.jobs.export.template.fields import Prose
from tpxl.jobs.export.template.sandbox import Refused, Sandbox, TooMuch, filling


def render(text: str, **values: Any) -> str:
    env = Sandbox(is_markup=True)
    return env.from_string(text).render(values)


def test_what_is_refused_becomes_no_program_whatever_asked_for_it() -> None:
    with pytest.raises(Refused, match=r"\( \)"):
        Sandbox(is_markup=True).from_string("{{ x() }}")


@pytest.mark.parametrize("name", ["upper", "mro", "format", "items", "append", "index", "real"])
@pytest.mark.parametrize("value", ["a", [1], {"b": 1}, 7, Prose("c")])
def test_nothing_of_python_is_within_reach_of_a_value(name: str, value: object) -> None:
    with pytest.raises(UndefinedError):
        render("{{ x." + name + " }}", x=value)


def test_values_are_reached_by_name_and_by_number() -> None:
    assert render("{{ x.a[1] }}{{ x.a[-1] }}", x={"a": ["p", "q"]}) == "qq"
    assert render("{% for y in x %}{{ loop.index }}{{ loop.last }}{% endfor %}", x=[7]) == "1True"
    assert render("{{ 'on' if p.luettelo else 'ei' }}", p=Prose("a")) == "ei"


def test_a_number_beyond_a_list_is_told() -> None:
    with pytest.raises(UndefinedError):
        render("{{ x[9] }}", x=["p"])


def test_filters_and_tests_work_on_texts_and_lists() -> None:
    assert render("{{ x|upper }}{{ x|lower }}{{ ' b '|trim }}", x="aB") == "ABabb"
    assert render("{{ x|first }}{{ x|last }}{{ x|length }}", x=[3, 5]) == "352"
    assert render("{{ 1 is odd }}{{ 2 is even }}{{ x is none }}", x=None) == "TrueTrueTrue"
    assert render("{{ y is defined }}") == "False"
    with pytest.raises(UndefinedError):
        render("{{ x|first }}", x=[])


def test_a_test_is_no_way_to_format_a_text() -> None:
    assert render("{{ '%999999999d' is odd }}") == "False"


def test_markup_in_a_value_stays_text() -> None:
    assert render("{{ x }}", x="<w:fldSimple/>") == "&lt;w:fldSimple/&gt;"


@pytest.mark.parametrize("value", [[1], (1,), {"a": 1}])
def test_a_list_or_a_thing_with_fields_is_not_printed(value: object) -> None:
    with pytest.raises(Refused):
        render("{{ x }}", x=value)
    with pytest.raises(Refused):
        render("{{ x|upper }}", x=value)


def nested(depth: int, inner: str = "") -> str:
    loops = "".join(f"{{% for x{n} in xs %}}" for n in range(depth))
    return loops + inner + "{% endfor %}" * depth


def test_turns_of_loops_within_loops_are_counted() -> None:
    assert render(nested(4), xs=list(range(9))) == ""
    with pytest.raises(TooMuch):
        render(nested(9), xs=list(range(9)))


def test_turns_over_what_is_written_in_the_template_are_counted_too() -> None:
    with pytest.raises(TooMuch):
        render(nested(9).replace("xs", "[1, 2, 3, 4, 5, 6, 7, 8, 9]"))


def test_letters_are_counted() -> None:
    with pytest.raises(TooMuch):
        render(nested(3, "{{ y }}"), xs=list(range(9)), y="x" * 32_000)


def test_time_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_SECONDS", -1.0)
    with pytest.raises(TooMuch):
        render("{{ x }}", x="a")


def test_each_filling_is_counted_from_nothing() -> None:
    env = Sandbox(is_markup=True)
    program = env.from_string(nested(5))
    for _ in range(4):
        with filling(env, "pohja"):
            assert program.render(xs=list(range(8))) == ""


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Refused("|x"), "template_refused_elsewhere"),
        (TooMuch(), "template_too_much"),
        (MemoryError(), "template_too_much"),
        (UndefinedError("x"), "template_field_elsewhere"),
        (TemplateError("x"), "template_not_filled"),
        (ZeroDivisionError("x"), "template_not_filled"),
        (RecursionError("x"), "template_not_filled"),
        (TpxlError("no_areas", book="k"), "no_areas"),
    ],
)
def test_whatever_a_template_raises_is_its_own_fault(error: Exception, code: str) -> None:
    with pytest.raises(TpxlError) as caught, filling(Sandbox(is_markup=True), "pohja"):
        raise error
    assert caught.value.code == code


def test_the_reason_is_one_short_line() -> None:
    with pytest.raises(TpxlError) as caught, filling(Sandbox(is_markup=True), "pohja"):
        raise ValueError("a\nb\x1b" + "c" * 999)
    reason = str(caught.value.facts["reason"])
    assert reason.isprintable()
    assert len(reason) <= 80
