"""An import in lines that a person reads: where the rows go, what the mapping lacks."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from tpxl.messages.catalogue import catalogue
from tpxl.messages.sentences import printed
from tpxl.model.ledger import Landing, LedgerResult, Unmapped
from tpxl.rules.postings import euros


def euro_text(cents: int, lang: str) -> str:
    """Return cents as euros are printed: two decimals, thousands parted."""
    return printed(euros(cents), catalogue(lang).decimal_mark, 2)


def landing_lines(result: LedgerResult, lang: str) -> Iterator[str]:
    """Yield each landing with its rows and their sum."""
    texts = catalogue(lang).texts
    for landing, tally in result.landings.items():
        named = texts[f"ledger_landing_{landing.value}"]
        told = texts["ledger_landing"].format(rows=tally.rows, sum=euro_text(tally.cents, lang))
        yield f"{named:<24} {told}"


def unmapped_lines(unmapped: Iterable[Unmapped], lang: str) -> Iterator[str]:
    """Yield the units that are not in the map, then the accounts that are not."""
    texts = catalogue(lang).texts
    named: dict[str, list[Unmapped]] = {}
    for one in unmapped:
        is_unit = one.landing is Landing.UNMAPPED_UNIT
        about = " ".join(filter(None, (one.unit, one.name))) or "–" if is_unit else one.account
        code = "ledger_unmapped_unit_row" if is_unit else "ledger_unmapped_account_row"
        named.setdefault(texts[code].format(about=about), []).append(one)
    for about, told in named.items():
        first = told[0].first
        yield texts["ledger_unmapped_row"].format(
            about=about,
            rows=sum(one.tally.rows for one in told),
            sum=euro_text(sum(one.tally.cents for one in told), lang),
            file=PurePath(first.file).name,
            row=first.row,
        )


def map_added_line(result: LedgerResult, lang: str, *, is_dry: bool = False) -> str:
    """Return that the mapping sheet was added, or would be, and what to do with it."""
    units = len({one.unit for one in result.unmapped})
    text = catalogue(lang).texts["ledger_map_would" if is_dry else "ledger_map_added"]
    return text.format(sheet=result.map_sheet, units=units)
