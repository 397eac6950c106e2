"""An empty master for a city: drawn as the shipped one is, with its own names and no figure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from tpxl.books import open_book
from tpxl.books.files.replacing import SourceFile, made
from tpxl.books.package.macros import mark_of, modules_of
from tpxl.books.sheet_names import refuse_name
from tpxl.errors import TpxlError
from tpxl.jobs.new.from_report import FromReport, area_names, told_by
from tpxl.jobs.new.goal_rules import schema_text
from tpxl.jobs.new.names import ListedName, Names, read_names
from tpxl.layout.summary_lexicon import is_total
from tpxl.master.build import build
from tpxl.master.city import AreaText, City, GoalText, Pool, Season, guide
from tpxl.master.sheets import SHEETS
from tpxl.master.sheets.figures import ACTIVITY, ECONOMY
from tpxl.master.words import Words
from tpxl.model import Period, PeriodKind
from tpxl.shipped import master
from tpxl.terms.periods import period_of

SUFFIX = ".xlsm"
FIRST_YEAR, LAST_YEAR = 2000, 2098
MOST_PERIODS = 5
_SECTIONS_WITHOUT_FOCUS = (4, 5, 8, 9)
_GOALS_OF_A_SECTION = 2
_USUAL_FOCUS_AREAS = 3
_LONGEST_CITY = 60
_MARKS = {"fi": ("TP", "TA"), "sv": ("BS", "BU")}


class NewBookWish(NamedTuple):
    """What a city wants: its name, its year, files of its areas and focus areas, its periods.

    Or, in place of all but its name, the `report` that it published last: of its newest year, where
    none is given.
    """

    city: str
    year: int | None = None
    areas: Path | None = None
    focus: Path | None = None
    periods: Sequence[str] = ()
    lang: str = "fi"
    report: Path | None = None


class Made(NamedTuple):
    """The book that was made, and beside it the rules of its goals.

    `notes` are what was odd in the files of names and did no harm. `told` is what a report told.
    """

    book: str
    schema: str
    areas: tuple[str, ...]
    focus: tuple[str, ...]
    periods: tuple[str, ...]
    notes: tuple[TpxlError, ...]
    told: FromReport | None = None


def new(path: Path, wish: NewBookWish) -> Made:
    """Write a master to a path where nothing is: empty, or with what a report tells.

    Raises:
        TpxlError: something is there, or the city, the year, a period or a name cannot be used; or
            the report cannot be read, or tells of no year that is closed.
    """
    if path.suffix.lower() != SUFFIX:
        raise TpxlError("new_suffix", book=str(path), suffix=SUFFIX)
    if path.exists():
        raise TpxlError("new_exists", book=str(path))
    if wish.report is not None and wish.areas is None:
        return _from_report(path, wish, wish.report)
    if wish.report is not None or wish.areas is None or wish.year is None:
        raise TpxlError("new_of_what", book=str(path))
    areas = read_names(wish.areas)
    words = Words(wish.lang)
    _refuse_areas(path, areas.names, [words(sheet) for sheet in SHEETS])
    focus = Names((), ()) if wish.focus is None else read_names(wish.focus)
    periods = _periods(wish, wish.year)
    texts = [one.text for one in areas.names]
    focuses = [one.text for one in focus.names] or _unnamed_focuses(words)
    schema = path.with_name(f"{path.stem}.tavoitteet.json")
    city = replace(_city(wish, wish.year, areas.names, focuses, periods), schema=schema.name)
    rules = schema_text(focuses if focus.names else ())
    _write({schema: rules.encode(), path: _drawn(city)})
    notes = (*areas.notes, *focus.notes)
    return Made(str(path), str(schema), tuple(texts), tuple(focuses), tuple(periods), notes)


def _from_report(path: Path, wish: NewBookWish, report: Path) -> Made:
    """Write a master with what a report tells; its areas' sheets are named by it."""
    words = Words(wish.lang)
    own = [words(sheet) for sheet in SHEETS]
    unusable = [name for name in area_names(report) if not _is_usable(path, name, own)]
    told = told_by(report, wish.year, MOST_PERIODS, unusable)
    if told is None or not told.areas:
        wanted = (
            _MARKS[wish.lang][0] if wish.year is None else f"{_MARKS[wish.lang][0]} {wish.year}"
        )
        raise TpxlError("new_report_without_year", book=report.name, year=wanted)
    focuses = list(told.focuses) or _unnamed_focuses(words)
    periods = [_named(period, wish.lang) for period in told.periods]
    schema = path.with_name(f"{path.stem}.tavoitteet.json")
    empty = _city(wish, told.year, [], focuses, periods)
    usual = tuple(_goals(focuses))
    seasons = [
        replace(season, residents=None if (one := told.residents.get(period)) is None else int(one))
        for season, period in zip(empty.seasons, told.periods, strict=True)
    ]
    city = replace(
        empty,
        seasons=tuple(seasons),
        sign=words("negatiivinen" if told.expenses_are_negative else "positiivinen"),
        areas=tuple(replace(one, goals=_with_unfilled(one.goals, usual)) for one in told.areas),
        pool=replace(empty.pool, parts=(None,) * len(told.areas)),
        schema=schema.name,
    )
    _write({schema: schema_text(told.focuses).encode(), path: _drawn(city)})
    names = tuple(one.name for one in told.areas)
    return Made(str(path), str(schema), names, tuple(focuses), tuple(periods), (), told)


def _is_usable(path: Path, name: str, own: Sequence[str]) -> bool:
    try:
        _refuse_areas(path, [ListedName(name, 0)], own)
    except TpxlError:
        return False
    return True


def _named(period: Period, lang: str) -> str:
    """Return a period as a master in a language heads it."""
    actual, budget = _MARKS[lang]
    marks = {PeriodKind.ACTUAL: actual, PeriodKind.BUDGET: budget}
    return f"{marks.get(period.kind, period.kind.value)} {period.year}"


def _with_unfilled(goals: Sequence[GoalText], usual: Sequence[GoalText]) -> tuple[GoalText, ...]:
    """Return an area's goals in the order of sections, rows to fill in where a section has none."""
    there = {goal.section for goal in goals}
    every = (*goals, *(goal for goal in usual if goal.section not in there))
    return tuple(sorted(every, key=lambda goal: goal.section))


def _unnamed_focuses(words: Words) -> list[str]:
    return [f"{words('Painopiste')} {number + 1}" for number in range(_USUAL_FOCUS_AREAS)]


def _write(files: Mapping[Path, bytes]) -> None:
    """Write files that are not there, each whole or not at all; none where another one is.

    One of the same bytes may be: a run that was ended halfway leaves its rules behind.
    """
    missing = {path: data for path, data in files.items() if not _is_written(path, data)}
    done: list[Path] = []
    for path, data in missing.items():
        try:
            made(path, data, SourceFile(path, b"", str(path)))
        except OSError as error:
            for before in done:
                before.unlink(missing_ok=True)
            raise TpxlError("new_unwritten", book=str(path)) from error
        done.append(path)


def _is_written(path: Path, data: bytes) -> bool:
    """Tell whether a file holds these bytes already.

    Raises:
        TpxlError: it is there and holds others, or cannot be read.
    """
    if not path.exists():
        return False
    try:
        if path.read_bytes() == data:
            return True
    except OSError as error:
        raise TpxlError("new_exists", book=str(path)) from error
    raise TpxlError("new_exists", book=str(path))


def _refuse_areas(path: Path, names: Sequence[ListedName], own: Sequence[str]) -> None:
    """Refuse a name that no sheet may bear, or that means something else in a book."""
    for one in names:
        try:
            refuse_name(one.text, str(path), own)
        except TpxlError as error:
            code = "names_taken" if error.code == "sheet_name_taken" else "names_unusable"
            raise TpxlError(code, **error.facts, line=one.line) from error
        if is_total(one.text):
            raise TpxlError("names_taken", sheet=one.text, line=one.line)


def _periods(wish: NewBookWish, year: int) -> list[str]:
    """Return the periods, oldest first: those asked for, else two years and the first TP.

    Raises:
        TpxlError: one is no period, stands twice, or those of the year are not among them.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise TpxlError("new_year", year=year)
    actual, budget = _MARKS[wish.lang]
    usual = [
        f"{actual} {year - 2}",
        *(f"{mark} {one}" for one in (year - 1, year) for mark in (budget, actual)),
    ]
    asked = [" ".join(one.split()) for one in wish.periods] or usual
    read = [period_of(one) for one in asked]
    for text, period in zip(asked, read, strict=True):
        if period is None or re.search(r"\d{4}$", text) is None:
            raise TpxlError("new_period", period=text)
    needed = {("TP", year), ("TA", year)}
    if len(set(read)) < len(read) or not needed <= set(read) or len(read) > MOST_PERIODS:
        raise TpxlError(
            "new_periods",
            actual=f"{actual} {year}",
            budget=f"{budget} {year}",
            most=MOST_PERIODS,
        )
    return asked


def _city(
    wish: NewBookWish,
    year: int,
    areas: Sequence[ListedName],
    focuses: Sequence[str],
    periods: Sequence[str],
) -> City:
    name = " ".join(wish.city.split())
    if not name or len(name) > _LONGEST_CITY or not name.isprintable():
        raise TpxlError("new_city", most=_LONGEST_CITY)
    lines = (*ECONOMY, *ACTIVITY)
    empty = dict.fromkeys(lines, (None,) * len(periods))
    goals = tuple(_goals(focuses))
    budget = next(one for one in periods if period_of(one) == ("TA", year))
    return City(
        name=name,
        of_city=name,
        board="",
        board_remark="",
        meeting=None,
        year=year,
        sign=Words(wish.lang)("negatiivinen"),
        seasons=tuple(Season(one, None, None, "", "") for one in periods),
        areas=tuple(AreaText(one.text, 0, None, "", "", empty, goals, **one.more) for one in areas),
        pool=_pool(budget, len(areas)),
        guide=guide(wish.lang),
        strategy="Kaupunkistrategian",
        focus_remark="(jokaisesta painopisteestä vähintään yksi tavoite)",
        lang=wish.lang,
    )


def _goals(focuses: Sequence[str]) -> Iterator[GoalText]:
    """Yield empty rows: one for each focus area, two for each section without them."""
    yield from (GoalText(3, focus, "", "", "", "") for focus in focuses)
    for section in _SECTIONS_WITHOUT_FOCUS:
        yield from (GoalText(section, "", "", "", "", "") for _ in range(_GOALS_OF_A_SECTION))


def _pool(season: str, areas: int) -> Pool:
    return Pool(
        name="Johtamisen kustannukset (lautakunta, toimialajohto)",
        season=season,
        amount=None,
        basis="Kiinteät osuudet",
        precision="euro",
        parts=(None,) * areas,
        remarks=(),
        about=(
            "Kirjoita jaettava määrä ja sovitut osuudet tai jakoperusteen luvut. Päivitys laskee "
            "osuudet ja eurot."
        ),
        amount_remark="",
        note=(
            "{season}: toimintamenoissa on {share} % johtamisen kustannuksista (lautakunta, "
            "toimialajohto), katso Vyörytys."
        ),
    )


def _drawn(city: City) -> bytes:
    """Return the bytes of the city's master, with the macros of the one that is shipped."""
    with open_book(master()) as shipped:
        project = shipped.macros
    mark = None if project is None else mark_of(project)
    if project is None or mark is None:
        raise AssertionError("the master that comes with tpxl has no marked macros")
    modules = [one for one in modules_of(project) if not one.is_document]
    target = BytesIO()
    build(target, city, modules, ".".join(map(str, mark.version)))
    return target.getvalue()
