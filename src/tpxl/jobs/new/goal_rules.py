"""The rules of a city's own goals: tpxl's schema with the focus areas of the city."""

import json
from collections.abc import Sequence

from tpxl.schemas import goals_schema

_GOALS = {"$ref": "#/$defs/goals_of_a_focus_area"}


def schema_text(focuses: Sequence[str]) -> str:
    """Return a schema as JSON: at least one goal for each focus area; any, where none is named."""
    schema = json.loads(goals_schema())
    section = schema["properties"]["sections"]["properties"]["3"]
    section["description"] = "Jokaisesta painopisteestä vähintään yksi tavoite."
    areas = section["properties"]["focus_areas"]
    if focuses:
        areas["required"] = list(focuses)
        areas["properties"] = dict.fromkeys(focuses, _GOALS)
    else:
        for rule in ("required", "properties"):
            areas.pop(rule)
        areas |= {"minProperties": 1, "additionalProperties": _GOALS}
    rule = schema["$defs"]["goals_of_a_focus_area"]
    rule.pop("maxItems")
    rule["description"] = "Vähintään yksi tavoite."
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
