"""Data: what a goal sheet must hold, as JSON Schema (draft 2020-12) that a city can replace."""

from importlib.resources import files

GOALS = "goals.schema.json"
"""The name of the schema of an area's goals."""


def goals_schema() -> str:
    """Return the text of the schema that counts where a city names none of its own."""
    return files(__name__).joinpath(GOALS).read_text(encoding="utf-8")
