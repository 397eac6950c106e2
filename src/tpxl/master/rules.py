"""What may be typed where a value has a fixed set: rules with messages in plain words."""

from typing import Any

from tpxl.master.words import Words

Rule = dict[str, Any]
_FIRST_DAY = 36526  # 1.1.2000 as Excel counts days


def one_of(words: list[str], *, strict: bool = True) -> Rule:
    """Return a rule that offers `words`; other words are refused, or only remarked upon."""
    return {
        "validate": "list",
        "source": words,
        "error_type": "stop" if strict else "information",
        "error_title": "Valitse luettelosta",
        "error_message": "Luettelossa ovat: {words}.",
    }


def whole(low: int, high: int, what: str) -> Rule:
    """Return a rule for whole numbers between `low` and `high`."""
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "error_title": what,
        "error_message": "Anna kokonaisluku väliltä {minimum}–{maximum}.",
    }


def at_least_nothing(what: str) -> Rule:
    """Return a rule for numbers that are not negative."""
    return {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        "error_title": what,
        "error_message": "Anna luku, joka ei ole negatiivinen.",
    }


def computed() -> Rule:
    """Return a rule for a cell that the refresh fills: who types there is asked first."""
    return {
        "validate": "custom",
        "value": "=FALSE",
        "error_type": "warning",
        "error_title": "Päivitys laskee tämän solun",
        "error_message": "Seuraava päivitys kirjoittaa tähän lasketun luvun. Kirjoitetaanko silti?",
    }


def percent() -> Rule:
    """Return a rule for shares of 0 to 100 per cent."""
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 100,
        "error_title": "Osuus %",
        "error_message": "Anna osuus väliltä 0–100.",
    }


def date() -> Rule:
    """Return a rule for dates of this century."""
    return {
        "validate": "date",
        "criteria": ">=",
        "value": _FIRST_DAY,
        "error_title": "Päivä",
        "error_message": "Anna päivä muodossa p.k.vvvv.",
    }


def prompted(rule: Rule, title: str, text: str) -> Rule:
    """Return a rule that says, in a note beside the cell in hand, what its words mean."""
    return {**rule, "input_title": title, "input_message": text}


def said_rule(rule: Rule, words: Words) -> Rule:
    """Return a rule whose words are those of a language."""
    texts = ("error_title", "error_message", "input_title", "input_message")
    said = {**rule, **{at: words(rule[at]) for at in texts if at in rule}}
    if "source" in rule:
        said["source"] = [words(word) for word in rule["source"]]
    listed = ", ".join(said.get("source", ()))
    bounds = {at: rule.get(at) for at in ("minimum", "maximum")}
    said["error_message"] = said["error_message"].format(words=listed, **bounds)
    return said
