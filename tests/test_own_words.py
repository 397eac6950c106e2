"""No sentence of the published report stands in the project: goals are told in our own words."""

import hashlib
import re
from collections.abc import Iterator

import pytest
from tests.goal_sheets import TEXTS, printed_goals
from tests.kemijarvi import DATA

from workbook import source

WORDS_IN_A_ROW = 6
PUBLISHED = frozenset((DATA / "report_runs.txt").read_text(encoding="utf-8").split())
CITY = source.read()


def runs(text: str) -> Iterator[str]:
    """Yield every six words in a row of a text."""
    words = re.findall(r"\w+", text.casefold())
    for at in range(len(words) - WORDS_IN_A_ROW + 1):
        yield " ".join(words[at : at + WORDS_IN_A_ROW])


def copied(text: str) -> list[str]:
    """Return the runs of a text that the published report has too."""
    return [run for run in runs(text) if hashlib.sha256(run.encode()).hexdigest()[:10] in PUBLISHED]


def texts_of_the_master() -> list[str]:
    goals = [goal for area in CITY.areas for goal in area.goals]
    prose = [text for area in CITY.areas for text in (area.mission, area.environment)]
    return [*prose, *(getattr(goal, name) for goal in goals for name in TEXTS)]


def texts_of_the_tests() -> list[str]:
    return [goal[name] for goal in printed_goals() for name in TEXTS]


@pytest.mark.parametrize("texts", [texts_of_the_master, texts_of_the_tests])
def test_no_six_words_in_a_row_are_the_report_s(texts: object) -> None:
    assert callable(texts)
    assert [run for text in texts() for run in copied(text)] == []


def test_a_heading_that_the_report_shares_would_be_seen() -> None:
    heading = "3. Kaupunkistrategian 2025-2030 painopisteistä johdetut toiminnalliset tavoitteet"
    assert copied(heading)
