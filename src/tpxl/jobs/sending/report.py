"""What was sent and what came back, in lines that a person reads."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tpxl.messages import catalogue
from tpxl.model.sending import Collected, CollectResult, Conflict, Odd, SendResult


def send_lines(result: SendResult, folder: Path, lang: str) -> Iterator[str]:
    """Yield each form with how much is missing, areas of which nothing is asked, the list."""
    texts = catalogue(lang).texts
    for form in result.forms:
        told = {**form._asdict(), "file": str(folder / form.file)}
        code = "send_to" if form.person or form.address else "send_line"
        yield texts[code].format(**told)
    for area in result.not_asked:
        yield texts["send_not_asked"].format(area=area)
    yield texts["send_list"].format(file=folder / result.mailing_list)


def return_lines(result: CollectResult, rule: str, lang: str) -> Iterator[str]:
    """Yield what became of each return, under it what is in conflict and what is to be looked at.

    `rule` is what was done with conflicts.
    """
    texts = catalogue(lang).texts
    for one in result.returns:
        yield _head(one, texts)
        if one.state == "refused":
            yield f"  {one.error}"
            continue
        yield f"  {texts['return_counts'].format(**one._asdict())}"
        for conflict in result.conflicts:
            if conflict.file == one.file:
                yield f"  {_conflict(conflict, rule, texts)}"
        for odd in result.odd:
            if odd.file == one.file:
                yield f"  {_odd(odd, texts)}"


def _head(one: Collected, texts: Mapping[str, str]) -> str:
    told = [one.area, texts[f"return_state_{one.state}"]]
    told += [texts["return_by"].format(by=one.by)] if one.by else []
    told += [texts["return_late"]] if one.is_late else []
    return f"{one.file}: {', '.join(filter(None, told))}"


def _conflict(one: Conflict, rule: str, texts: Mapping[str, str]) -> str:
    words = {name: _flat(text) for name, text in one._asdict().items() if isinstance(text, str)}
    return f"{texts['return_conflict'].format(**words)} {texts[f'return_conflict_{rule}']}"


def _odd(one: Odd, texts: Mapping[str, str]) -> str:
    said = texts[f"odd_{one.kind}"].format(text=_flat(one.text))
    return f"{one.row or '–':>4}  {said}"


def _flat(text: str) -> str:
    return " ".join(text.split())
