import copy
import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.goal_sheets import FOCUS_AREAS
from tests.grids import TableBook
from tests.jobs.goals.books import book_of, goal, printed_book, whole_area

from tpxl.errors import TpxlError
from tpxl.jobs.check.check import check
from tpxl.jobs.goals import schema as schema_room
from tpxl.jobs.goals.check import goal_findings
from tpxl.jobs.goals.schema import read_schema
from tpxl.layout import survey
from tpxl.messages import LANGUAGES, phrase, sentence
from tpxl.schemas import goals_schema

SIX = (*FOCUS_AREAS, "KUUDES PAINOPISTE")


def bundled() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(goals_schema())
    return schema


def six_by_two() -> dict[str, Any]:
    """Return the bundled schema with six focus areas and two goals in each."""
    schema = copy.deepcopy(bundled())
    areas = schema["properties"]["sections"]["properties"]["3"]["properties"]["focus_areas"]
    areas["required"].append(SIX[5])
    areas["properties"][SIX[5]] = {"$ref": "#/$defs/goals_of_a_focus_area"}
    schema["$defs"]["goals_of_a_focus_area"].update(minItems=2, maxItems=2)
    return schema


def written(tmp_path: Path, schema: object, name: str = "oma.json") -> Path:
    path = tmp_path / name
    path.write_text(schema if isinstance(schema, str) else json.dumps(schema), encoding="utf-8")
    return path


def codes(path: Path | None, **changed: Any) -> list[str]:
    book = book_of({**whole_area(), **changed})
    return [finding.code for finding in goal_findings(survey(book), path)]


def test_the_bundled_schema_is_valid_and_every_part_says_what_it_is() -> None:
    schema = bundled()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"

    def described(part: dict[str, Any]) -> None:
        for name, inner in {**part.get("properties", {}), **part.get("$defs", {})}.items():
            if "$ref" not in inner or name in "45689":
                assert inner.get("title"), name
                assert inner.get("description"), name
            described(inner)

    assert schema["title"]
    assert schema["description"]
    described(schema)


def test_the_bundled_schema_knows_the_five_focus_areas() -> None:
    assert read_schema().focus_names == FOCUS_AREAS


def test_six_focus_areas_of_two_goals_need_no_code(tmp_path: Path) -> None:
    path = written(tmp_path, six_by_two())
    goals = {name: [goal(name[:4]), goal(name[:3])] for name in SIX}
    sections = {key: value for key, value in whole_area().items() if key.isdigit()}
    book = book_of({**goals, **sections})
    assert list(goal_findings(survey(book), path)) == []
    short = book_of({**goals, SIX[5]: [goal("yksi")], **sections})
    assert [one.code for one in goal_findings(survey(short), path)] == ["goal_too_few"]


def test_a_schema_named_in_the_settings_counts_and_lies_beside_the_book(tmp_path: Path) -> None:
    written(tmp_path, {"type": "object"}, "vapaa.json")
    book = book_of({"4": [goal()]}, settings={"Tavoiteskeema": "vapaa.json"})
    with pytest.raises(TpxlError, match="schema missing"):
        check(book)
    book.folder = tmp_path
    assert not [one for one in check(book).findings if one.code.startswith("goal")]


class Unplaced(TableBook):
    """A book that cannot tell where it lies, as one that Excel has from the cloud."""

    def __getattribute__(self, name: str) -> Any:
        if name == "folder":
            raise TpxlError("book_unreadable", book="pilvi.xlsx", reason="ei kansiota")
        return super().__getattribute__(name)


@pytest.mark.parametrize("settings", [{}, {"Tavoiteskeema": "{folder}/vapaa.json"}])
def test_a_books_folder_is_asked_only_where_a_relative_file_is_named(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    written(tmp_path, {"type": "object"}, "vapaa.json")
    named = {name: text.format(folder=tmp_path) for name, text in settings.items()}
    grids = book_of({"4": [goal()]}, settings=named).grids
    assert check(Unplaced(grids)).figures
    relative = book_of({"4": [goal()]}, settings={"Tavoiteskeema": "vapaa.json"}).grids
    with pytest.raises(TpxlError, match="book unreadable"):
        check(Unplaced(relative))


def test_the_schema_given_to_a_check_wins_over_the_settings(tmp_path: Path) -> None:
    path = written(tmp_path, {"type": "object"})
    book = book_of({"4": [goal()]}, settings={"Tavoiteskeema": "puuttuu.json"})
    result = check(book, schema=path)
    assert not [one for one in result.findings if one.code.startswith("goal")]


def test_a_schema_without_a_section_refuses_its_table(tmp_path: Path) -> None:
    schema = bundled()
    sections = schema["properties"]["sections"]
    sections["required"].remove("9")
    del sections["properties"]["9"]
    assert codes(written(tmp_path, schema)) == ["goal_section_unknown"]


def test_a_rule_of_the_city_s_own_is_told_in_its_own_words(tmp_path: Path) -> None:
    schema = bundled()
    texts = schema["$defs"]["goal"]["properties"]
    texts["indicator"].update(pattern="[0-9]", description="Mittarissa on aina luku.")
    found = list(goal_findings(survey(book_of(whole_area())), written(tmp_path, schema)))
    assert {one.code for one in found} == {"goal_own_rule"}
    assert {one.facts["rule"] for one in found} == {"Mittarissa on aina luku."}
    assert len({one.cell for one in found}) == len(found) == 9


def test_a_rule_without_words_is_told_plainly(tmp_path: Path) -> None:
    schema = {"properties": {"area": {"pattern": "^[0-9]+$"}}}
    assert codes(written(tmp_path, schema)) == ["goal_own_rule_unnamed"]


@pytest.mark.parametrize(("limit", "code"), [("maxLength", "long"), ("minLength", "short")])
def test_a_length_of_the_city_s_own_is_told_with_its_numbers(
    tmp_path: Path, limit: str, code: str
) -> None:
    schema = bundled()
    number = 5 if limit == "maxLength" else 99
    schema["$defs"]["goal"]["properties"]["goal"][limit] = number
    found = list(goal_findings(survey(book_of(whole_area())), written(tmp_path, schema)))
    assert {one.code for one in found} == {f"goal_text_{code}"}
    assert {one.facts["limit"] for one in found} == {number}


def test_names_given_as_a_list_are_told_once_each(tmp_path: Path) -> None:
    schema = bundled()
    areas = schema["properties"]["sections"]["properties"]["3"]["properties"]["focus_areas"]
    names = areas["required"][:4]
    areas.clear()
    areas.update(propertyNames={"enum": names}, required=names, maxProperties=4)
    assert sorted(codes(written(tmp_path, schema))) == ["goal_focus_count", "goal_focus_unknown"]


def test_focus_areas_are_known_through_a_reference(tmp_path: Path) -> None:
    schema = bundled()
    three = schema["properties"]["sections"]["properties"]["3"]["properties"]
    schema["$defs"]["painopisteet"] = three["focus_areas"]
    three["focus_areas"] = {"$ref": "#/$defs/painopisteet"}
    assert read_schema(written(tmp_path, schema)).focus_names == FOCUS_AREAS
    assert codes(written(tmp_path, schema)) == []


@pytest.mark.parametrize(
    ("schema", "code", "fact"),
    [
        ("{", "schema_not_json", 1),
        ("", "schema_not_json", 1),
        ("[1, 2]", "schema_faulty", "$"),
        ('{"type": "olio"}', "schema_faulty", "$.type"),
        ('{"properties": {"a": {"minLength": -1}}}', "schema_faulty", "$.properties.a.minLength"),
        ('{"properties": {"a": {"pattern": "["}}}', "schema_faulty", "$.properties.a.pattern"),
        ('{"$schema": "http://json-schema.org/draft-07/schema#"}', "schema_draft", None),
        ('{"$ref": "#/$defs/puuttuu"}', "schema_reference", "#/$defs/puuttuu"),
        ('{"$ref": "https://example.org/x.json"}', "schema_reference", "https://example.org/x.json"),
        ('{"$ref": "#"}', "schema_endless", None),
        ("[" * 100_000, "schema_endless", None),
        (
            '{"$id": "urn:a", "$defs": {"b": {"$id": "urn:b"}}, "$ref": "urn:c"}',
            "schema_reference",
            "urn:c",
        ),
    ],
)  # fmt: skip
def test_a_wrong_schema_is_one_plain_error_with_its_place(
    tmp_path: Path, schema: str, code: str, fact: object
) -> None:
    path = written(tmp_path, schema)
    with pytest.raises(TpxlError) as raised:
        codes(path)
    assert raised.value.code == code
    assert raised.value.facts["schema"] == str(path)
    assert fact is None or fact in raised.value.facts.values()
    for lang in LANGUAGES:
        said = sentence(raised.value, lang)
        assert "\n" not in said
        assert len(said) < 400 + len(str(path))


def test_a_missing_schema_a_folder_and_a_foreign_encoding_are_plain_errors(tmp_path: Path) -> None:
    foreign = tmp_path / "latin.json"
    foreign.write_bytes('{"title": "Päämäärä"}'.encode("latin-1"))
    for path, code in (
        (tmp_path / "ei.json", "schema_missing"),
        (tmp_path, "schema_unreadable"),
        (foreign, "schema_unreadable"),
    ):
        with pytest.raises(TpxlError) as raised:
            read_schema(path)
        assert raised.value.code == code


def test_a_byte_order_mark_before_the_schema_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "bom.json"
    path.write_text("{}", encoding="utf-8-sig")
    assert read_schema(path).focus_names == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.sampled_from(["object", "#", "3", "["]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["type", "properties", "sections", "focus_areas", "items", "$ref", "required", "enum",
             "additionalProperties", "minItems", "pattern", "propertyNames", "anyOf", "not", "3"]
        ),
        inner,
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


FEW: dict[str, list[tuple[str, str, str, str]]] = {"3": [goal()], "4": []}


@settings(max_examples=100, deadline=None)
@given(schema=JSON)
def test_whatever_a_schema_file_holds_gives_findings_or_one_plain_error(
    tmp_path_factory: pytest.TempPathFactory, schema: object
) -> None:
    path = written(tmp_path_factory.getbasetemp(), json.dumps(schema))
    try:
        said = [phrase(one) for one in goal_findings(survey(book_of(FEW)), path)]
    except TpxlError as error:
        said = [sentence(error)]
    assert all(said)


def test_a_city_s_schema_that_asks_for_nothing_finds_nothing(tmp_path: Path) -> None:
    found = list(goal_findings(survey(printed_book()), written(tmp_path, {})))
    assert {one.code for one in found} == {"goal_target_unanswered", "goal_same_outcome"}


def _anywhere(rule: dict[str, Any]) -> dict[str, Any]:
    """A schema that holds a rule against every text of the goals."""
    every = {"$ref": "#/$defs/any"}
    deep = {"type": "object", "additionalProperties": every}
    ways = [{"type": "string", **rule}, {"type": "array", "items": every}, deep]
    return {"additionalProperties": every, "$defs": {"any": {"anyOf": ways}}}


ENDLESS = {
    "pattern": _anywhere({"pattern": r"^((((((([^\x01])+)+)+)+)+)+)+\x01$"}),
    "anyOf": {
        "$ref": "#/$defs/n0",
        "$defs": {
            **{f"n{at}": {"anyOf": [{"$ref": f"#/$defs/n{at + 1}"}] * 2} for at in range(24)},
            "n24": False,
        },
    },
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_a_schema_that_would_take_for_ever_is_stopped(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema_room, "AREA_SECONDS", 1.0)
    with pytest.raises(TpxlError) as caught:
        codes(written(tmp_path, ENDLESS[kind]))
    assert caught.value.code == "schema_slow"
    assert all("oma.json" in sentence(caught.value, lang) for lang in LANGUAGES)


def test_a_schema_is_a_file_of_some_kilobytes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "putki.json")
    for path, code in (
        (tmp_path / "putki.json", "schema_unreadable"),
        (Path("/dev/zero"), "schema_unreadable"),
        (written(tmp_path, " " * (schema_room.MAX_SCHEMA + 1)), "schema_too_large"),
    ):
        with pytest.raises(TpxlError) as caught:
            read_schema(path)
        assert caught.value.code == code
        assert all(str(path) in sentence(caught.value, lang) for lang in LANGUAGES)
