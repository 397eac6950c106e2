"""What a row of `Tarkistus` says at a glance: how it stands, what to do, since when."""

from collections.abc import Mapping

from tpxl.messages import catalogue
from tpxl.model import Finding, Severity, Value
from tpxl.model.journal import FindingsJournal
from tpxl.terms.journal import REASON, WHEN

_ASKING = frozenset({Severity.ERROR, Severity.ROUNDING, Severity.WARNING, Severity.COMMENT})
_BY_CODE = {"goal_outcome_missing": "outcome"}
_BY_SEVERITY = {Severity.WARNING: "look", Severity.COMMENT: "reason"}
NOTHING = "–"


def reason_in(journal: FindingsJournal, kept: Mapping[int, Value]) -> str:
    """Return the reason that is kept with a row, empty where there is none."""
    value = kept.get(journal.columns[REASON])
    return "" if value is None else str(getattr(value, "code", value)).strip()


def state_of(severity_word: str, reason: str, lang: str) -> str:
    """Return how a finding of a severity, in its word, stands: open, explained, for information."""
    words = catalogue(lang)
    if severity_word == words.texts["journal_gone"]:
        return severity_word
    if reason:
        return words.texts["state_explained"]
    asking = {words.severities[one.value] for one in _ASKING}
    return words.texts["state_open" if severity_word in asking else "state_told"]


def todo_of(finding: Finding, lang: str) -> str:
    """Return in a few words what is to be done about a finding."""
    if finding.severity not in _ASKING:
        return NOTHING
    is_locked = finding.facts.get("todo") == "locked"
    usual = "locked" if is_locked else _BY_SEVERITY.get(finding.severity, "fix")
    return catalogue(lang).texts[f"do_{_BY_CODE.get(finding.code, usual)}"]


def dated(
    journal: FindingsJournal, kept: Mapping[int, Value], today: str | None
) -> Mapping[int, Value]:
    """Return what is kept with a row, with the day on which its reason was first read."""
    when = journal.columns.get(WHEN)
    if when is None:
        return kept
    if not reason_in(journal, kept):
        return {at: value for at, value in kept.items() if at != when}
    if today is None or kept.get(when) not in (None, ""):
        return kept
    return {**kept, when: today}
