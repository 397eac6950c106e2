"""An area added, renamed or removed, in words: the same on the command line and in Excel."""

from collections.abc import Iterator

from tpxl.jobs.area.job import AreaChange
from tpxl.messages import catalogue

_LONGEST_TEXT = 90


def head(result: AreaChange, lang: str, *, is_done: bool) -> str:
    """Return the line that says what was done, or would be."""
    code, old, new = result.told
    moment = "head" if is_done else "would"
    texts = catalogue(lang).texts
    return texts[f"{code}_{moment}"].format(book=result.book, name=old or new, new=new)


def change_lines(result: AreaChange, lang: str) -> Iterator[str]:
    """Yield which rows are copied or go, and what a person should look at."""
    texts = catalogue(lang).texts
    code = "area_rows_removed" if result.change.removed else "area_rows_copied"
    for sheet, groups in result.rows:
        told = (f"{one.first}–{one.last}" if one.size > 1 else str(one.first) for one in groups)
        yield texts[code].format(rows=", ".join(told), sheet=sheet)
    if result.review:
        yield texts["area_review"].format(count=len(result.review))
    for one in result.review:
        text = " ".join(one.text.split())[:_LONGEST_TEXT]
        place = f"{one.sheet}!{one.cell}" if one.cell else one.sheet
        yield f"  {place:<16} {texts[f'review_{one.why}'].format(text=text)}"
