"""What opening a year changes, in lines that a person reads."""

from collections.abc import Iterator

from tpxl.jobs.rollover.job import Rollover
from tpxl.messages import catalogue, period_name
from tpxl.model import PeriodKind

_LONGEST_TEXT = 90


def rollover_lines(result: Rollover, lang: str) -> Iterator[str]:
    """Yield what moved, what fell out, what a person must look at."""
    words = catalogue(lang)
    texts = words.texts
    why = [move.why for move in result.moves]
    moved = sum(one in {"moved", "residents_moved"} for one in why)
    emptied = sum(one in {"emptied", "outcome", "goal"} for one in why)
    others = len(why) - moved - emptied - why.count("base") + len(result.page_edits)
    yield texts["rollover_moved"].format(moved=moved, emptied=emptied, texts=others)
    fell_out = ", ".join(period_name(one, words) for one in result.fell_out)
    yield texts["rollover_fell"].format(periods=fell_out)
    if result.bases_kept:
        yield texts["rollover_kept"].format(count=result.bases_kept)
    if result.bases_lost:
        yield texts["rollover_lost"].format(count=result.bases_lost)
    if result.awaited:
        periods = ", ".join(period_name(one, words) for one in result.awaited)
        yield texts["rollover_residents"].format(periods=periods)
    if any(period.kind is PeriodKind.PLAN for period in result.fell_out):
        yield texts["rollover_plan"].format(year=result.to_year, to=result.to_year + 1)
    yield texts["rollover_journal"]
    if result.review:
        yield texts["rollover_review"].format(count=len(result.review))
    for one in result.review:
        place = f"{one.sheet}!{one.cell}" if one.cell else one.sheet
        text = " ".join(one.text.split())[:_LONGEST_TEXT]
        yield f"  {place:<16} {texts[f'review_{one.why}'].format(text=text)}"
