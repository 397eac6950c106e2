"""An area added, renamed, removed: every place that names it follows, nothing else changes."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName
from tests.jobs.rollover.books import City, facts, written

from tpxl.books import open_book
from tpxl.books.package import PackageBook
from tpxl.errors import TpxlError
from tpxl.jobs.area.job import AreaChange, add_area, remove_area, rename_area
from tpxl.jobs.check.check import check
from tpxl.jobs.journal.sheets import PASSING
from tpxl.jobs.recalculation import every_formula, recalculate
from tpxl.jobs.versions.approvals import ApprovalWish, approve, status
from tpxl.layout import survey
from tpxl.messages import sentence
from tpxl.model import Address, Edit

MASTER = Path(__file__).parents[3] / "workbook" / "tilinpaatos_master.xlsm"
AREAS = ("Asuminen ja ympäristö", "Työllisyyspalvelut", "Kaupunkimarkkinointi")
NEW = "Kirjasto ja kulttuuri"


def master(tmp_path: Path) -> Path:
    path = tmp_path / "kirja.xlsm"
    path.write_bytes(MASTER.read_bytes())
    return path


def added(path: Path, name: str = NEW, like: str | None = None) -> AreaChange:
    with open_book(path) as book:
        result = add_area(book, name, like)
        book.save()
    return result


def removed(path: Path, name: str = NEW) -> AreaChange:
    with open_book(path) as book:
        result = remove_area(book, name)
        book.save()
    return result


def findings(path: Path) -> set[tuple[str, str | None, str]]:
    with open_book(path) as book:
        told = check(book).findings
    return {(one.code, one.area, one.message) for one in told if one.code not in PASSING}


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def stale(path: Path) -> list[tuple[str, str]]:
    """The formulas of which the file keeps another result than they give."""
    with open_book(path) as book:
        return [
            (one.sheet, one.cell)
            for one in every_formula(book)
            if one.value is not None
            and (book.read(one.sheet).value(Address.parse(one.cell)) or "") != (one.value or "")
        ]


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, AreaChange]:
    """The master with an area added like its last one."""
    path = master(tmp_path_factory.mktemp("grown"))
    return path, added(path)


def test_the_check_says_that_a_new_area_has_no_figures_yet_and_no_more(
    grown: tuple[Path, AreaChange],
) -> None:
    path, result = grown
    before, after = findings(MASTER), findings(path)
    assert {(code, area) for code, area, _ in after - before} == {("area_unfilled", NEW)}
    assert before <= after
    assert [one.code for one in result.findings] == ["area_unfilled"]
    assert facts(path).keys() >= set(facts(MASTER))


def test_no_figure_or_goal_of_another_area_stands_under_the_new_name(
    grown: tuple[Path, AreaChange],
) -> None:
    path, result = grown
    assert all(value is None for (area, *_), value in facts(path).items() if area == NEW)
    with open_book(path) as book:
        texts = {text.text for text in book.read(NEW).texts(bool)}
        headers = [one.text for one in book.page_texts() if one.sheet == NEW]
    assert f"VASTUUALUE: {NEW}" in texts
    assert not [text for text in (*texts, *headers) if AREAS[2] in text or "some" in text]
    assert result.review == ()


def test_readers_that_do_not_calculate_see_the_right_summary(
    grown: tuple[Path, AreaChange],
) -> None:
    path, _ = grown
    assert not stale(path)
    with open_book(path) as book:
        book.apply([Edit(NEW, "B43", -1000)])
        recalculate(book)
        summary = book.read("Yhteenveto")
        told = [summary.value(Address(row, 3)) for row in range(6, 11)]
    assert told[-2:] == [-1000, sum(int(str(one)) for one in told[:-1])]


def test_charts_keep_the_new_area_and_what_its_cells_hold(
    grown: tuple[Path, AreaChange],
) -> None:
    path, _ = grown
    charts = [data for name, data in members(path).items() if "charts/chart" in name]
    assert all(NEW.encode() in chart for chart in charts)
    per_resident = next(chart for chart in charts if b"Yhteenveto!$C$24:$G$24" in chart)
    assert per_resident.count(b"<c:ser>") == 4


def test_an_area_added_and_removed_leaves_the_bytes_of_every_sheet(tmp_path: Path) -> None:
    path = master(tmp_path)
    before, told = members(path), findings(path)
    added(path, like=AREAS[0])
    removed(path)
    after = members(path)
    assert findings(path) == told
    assert after.keys() == before.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"xl/workbook.xml", "xl/worksheets/sheet9.xml"}


def test_parts_that_tell_nothing_of_areas_keep_their_bytes(
    grown: tuple[Path, AreaChange],
) -> None:
    before, after = members(MASTER), members(grown[0])
    kept = {"sheet1.xml", "sheet3.xml", "sheet4.xml", "sheet5.xml", "vbaProject.bin", "styles.xml"}
    kept |= {"sharedStrings.xml", "theme1.xml", "core.xml"}
    assert all(before[name] == after[name] for name in before if name.rsplit("/")[-1] in kept)
    assert len(after.keys() - before.keys()) == 3


def test_a_new_area_has_its_own_board_and_person_and_its_sheet_names_the_board(
    tmp_path: Path,
) -> None:
    path = master(tmp_path)
    more = {"board": "Sivistyslautakunta", "address": "n@kunta.example"}
    with open_book(path) as book:
        result = add_area(book, NEW, more=more)
        book.save()
    with open_book(path) as book:
        settings = survey(book).settings
        title = str(book.read(NEW).value(Address(2, 1)))
        other = str(book.read(AREAS[0]).value(Address(2, 1)))
    assert settings.boards == {NEW.casefold(): "Sivistyslautakunta"}
    assert title.endswith("Toimielin: Sivistyslautakunta")
    assert "Sivistys" not in other
    assert stale(path) == []
    assert {one.new for one in result.edits} >= set(more.values())


def test_a_book_without_the_columns_takes_no_board_of_an_area(tmp_path: Path) -> None:
    path = written(tmp_path / "kirja.xlsx", City(1, areas=2))
    with open_book(path) as book, pytest.raises(TpxlError) as told:
        add_area(book, "Museo", more={"board": "Museolautakunta"})
    assert all("toimielin" in sentence(told.value, lang) for lang in ("fi", "sv", "en"))


def test_a_city_of_three_areas_becomes_one_of_five(tmp_path: Path) -> None:
    path = master(tmp_path)
    before = findings(path)
    names = [f"Alue {number}" for number in range(1, 3)]
    for name in names:
        added(path, name)
    new = findings(path) - before
    assert {(code, area) for code, area, _ in new} == {("area_unfilled", name) for name in names}
    assert not stale(path)


def test_a_renamed_area_has_its_old_name_in_prose_alone_which_is_listed(tmp_path: Path) -> None:
    path = master(tmp_path)
    before = findings(path)
    with open_book(path) as book:
        result = rename_area(book, "kaupunkimarkkinointi", NEW)
        book.save()
    told = {message.replace(AREAS[2], NEW) for _, _, message in before}
    assert {message for _, _, message in findings(path)} == told
    assert result.findings == ()
    listed = {(one.sheet, one.cell) for one in result.review}
    with open_book(path) as book:
        assert book.sheets[4] == NEW
        left = {
            (sheet, text.address.a1)
            for sheet in book.sheets
            for text in book.read(sheet).texts(bool)
            if AREAS[2] in text.text and sheet != "Muutosloki"
        }
        assert not [one for one in book.page_texts() if AREAS[2] in one.text]
        assert "Kaupunkimarkkinointi" not in str(every_formula_text(book))
    assert left == listed
    assert not stale(path)


def every_formula_text(book: PackageBook) -> list[str]:
    return [text for sheet in book.sheets for _, text in book.read(sheet).formula_cells()]


CITIES = [
    City(1),
    City(2, with_formulas=True, left=1),
    City(3, newest_first=True, as_text=True, areas=5),
    City(4, across=True, has_room=False, areas=2),
]


@pytest.mark.parametrize("city", CITIES, ids=lambda city: str(city.seed))
def test_books_of_other_cities_grow_and_shrink_back(tmp_path: Path, city: City) -> None:
    path = written(tmp_path / "kirja.xlsx", city)
    before, told = facts(path), findings(path)
    added(path, "Museo", like=city.names[0])
    new = findings(path) - told
    assert {(code, area) for code, area, _ in new} <= {("area_unfilled", "Museo")}
    after = facts(path)
    assert {key: value for key, value in after.items() if key[0] != "Museo"} == before
    assert {value or None for (area, *_), value in after.items() if area == "Museo"} == {None}
    removed(path, "Museo")
    assert facts(path) == before
    assert findings(path) == told


REFUSED = [
    ("add", ("kaupunkimarkkinointi",), "area_taken"),
    ("add", ("Perustiedot",), "sheet_name_taken"),
    ("add", ("History",), "sheet_name_unusable"),
    ("add", ("'Alue",), "sheet_name_unusable"),
    ("add", ("a/b",), "sheet_name_unusable"),
    ("add", ("a" * 32,), "sheet_name_unusable"),
    ("add", ("",), "sheet_name_unusable"),
    ("add", ("Museo", "Ei sellaista"), "area_unknown"),
    ("rename", ("Ei sellaista", "Museo"), "area_unknown"),
    ("rename", (AREAS[0], AREAS[1]), "area_taken"),
    ("rename", (AREAS[0], "a" * 32), "sheet_name_unusable"),
    ("remove", ("Ei sellaista",), "area_unknown"),
]


def test_what_cannot_be_is_told_in_one_sentence(tmp_path: Path) -> None:
    path = master(tmp_path)
    jobs = {"add": add_area, "rename": rename_area, "remove": remove_area}
    for action, said, code in REFUSED:
        with open_book(path) as book:
            sheets = book.sheets
            with pytest.raises(TpxlError) as refused:
                jobs[action](book, *said)
            assert (refused.value.code, book.sheets) == (code, sheets)
        for lang in ("fi", "sv", "en"):
            assert "\n" not in sentence(refused.value, lang)
    assert path.read_bytes() == MASTER.read_bytes()


def test_the_last_area_stays(tmp_path: Path) -> None:
    path = written(tmp_path / "kirja.xlsx", City(1, areas=2))
    removed(path, "Kirjasto")
    with open_book(path) as book, pytest.raises(TpxlError) as refused:
        remove_area(book, "Vesihuolto")
    assert refused.value.code == "area_is_last"


def test_a_formula_that_needs_a_removed_area_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "kirja.xlsx", City(1))
    book = openpyxl.load_workbook(path)
    book["Perustiedot"]["K1"] = "=Kirjasto!B6*2"
    book.save(path)
    with open_book(path) as opened, pytest.raises(TpxlError) as refused:
        remove_area(opened, "Kirjasto")
    assert refused.value.code == "rows_in_use"
    assert (refused.value.facts["sheet"], refused.value.facts["cell"]) == ("Perustiedot", "K1")


@pytest.mark.parametrize("formula", ["=Kate*2", "=SUM(kate,1)", None])
def test_a_name_of_a_removed_area_is_listed_and_a_formula_that_needs_it_stops_it(
    formula: str | None, tmp_path: Path
) -> None:
    path = written(tmp_path / "kirja.xlsx", City(1))
    book = openpyxl.load_workbook(path)
    book["Perustiedot"]["K1"] = formula
    book.defined_names["Kate"] = DefinedName("Kate", attr_text="Kirjasto!$B$6")
    book.defined_names["Muu"] = DefinedName("Muu", attr_text="Vesihuolto!$B$6")
    book.save(path)
    if formula is None:
        (one,) = (one for one in removed(path, "Kirjasto").review if one.why == "area_name_lost")
        assert one.text == "Kate = Kirjasto!$B$6"
        return
    with open_book(path) as opened, pytest.raises(TpxlError) as refused:
        remove_area(opened, "Kirjasto")
    assert refused.value.code == "rows_in_use"
    assert (refused.value.facts["sheet"], refused.value.facts["cell"]) == ("Perustiedot", "K1")


def test_an_approved_area_is_neither_renamed_nor_removed_and_its_rows_stay(tmp_path: Path) -> None:
    path = written(tmp_path / "kirja.xlsx", City(1, areas=2))
    with open_book(path) as book:
        approve(book, ApprovalWish("Kirjasto", "N.N."))
        book.save()
    with open_book(path) as book:
        with pytest.raises(TpxlError, match="area approved"):
            rename_area(book, "Kirjasto", "Museo")
        with pytest.raises(TpxlError, match="area approved"):
            remove_area(book, "Kirjasto")
    result = added(path, "Museo", like="Kirjasto")
    assert {sheet for sheet, _ in result.rows} == {"Perustiedot", "Yhteenveto"}
    with open_book(path) as book:
        assert status(book).broken_at is None
