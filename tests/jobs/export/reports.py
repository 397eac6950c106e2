"""An area's report written down in a test, with the figures of a printed one."""

from dataclasses import replace
from decimal import Decimal

from tpxl.jobs.export.report import (
    GOAL_FIELDS,
    AreaReport,
    Chart,
    FiguresBlock,
    FiguresLine,
    GoalsBlock,
    OtherTable,
    Paragraph,
    Printed,
    PrintedGoal,
    Section,
)
from tpxl.jobs.export.template.fields import Unfilled, Wording
from tpxl.messages import catalogue
from tpxl.messages.sentences import printed

PERIODS = ("TP 2023", "TA 2024", "TP 2024", "TA 2025", "TP 2025")
HEADINGS = dict(zip(GOAL_FIELDS, ("Tavoite", "Toimenpiteet", "Mittarit", "TP 2025"), strict=True))
NAMES = {
    1: "1. Toiminta-ajatus",
    2: "2. Toimintaympäristö ja sen muutokset",
    3: "3. Painopisteistä johdetut tavoitteet",
    4: "4. Muut tavoitteet",
    5: "5. Tuottavuustoimenpiteet",
    6: "6. Talouden tunnusluvut",
    7: "7. Toiminnan tunnusluvut",
    8: "8. Sisäinen valvonta",
    9: "9. Henkilöstötavoitteet",
}
EXPENSES = ("-2859611", "-2983250", "-2852036", "-3333280", "-2808498")
MARGIN = ("-1671625", "-1871150", "-1742631", "-2006490", "-1624578")


def line(label: str, *values: str | None) -> FiguresLine:
    """Return a line; a value that is no number stays text."""
    return FiguresLine(label, tuple(map(_value, values)))


def _value(text: str | None) -> Printed:
    try:
        return None if text is None else Decimal(text)
    except ArithmeticError:
        return text


def goal(*texts: str | None) -> PrintedGoal:
    return PrintedGoal(dict(zip(GOAL_FIELDS, texts, strict=True)))


def chart() -> Chart:
    return Chart(
        title="Toimintakate TP 2025: −1 624 578 €, 381 912 € parempi kuin TA 2025",
        description="Pylväskaavio, toimintakate kausittain.",
        unit="€",
        periods=PERIODS,
        values=tuple(map(Decimal, MARGIN)),
        labels=tuple(printed(Decimal(value)) for value in MARGIN),
        is_actual=tuple(period.startswith("TP") for period in PERIODS),
        kinds=("toteutunut", "päätetty"),
        line=2,
    )


def sections() -> dict[int, Section]:
    section = {number: Section(number, heading) for number, heading in NAMES.items()}
    section[1] = replace(
        section[1],
        paragraphs=(
            Paragraph("Alue hoitaa kadut & puistot <ja> ladut."),
            Paragraph("rakennusvalvonta", is_item=True),
        ),
    )
    section[3] = replace(
        section[3],
        goals=(
            GoalsBlock("HYVÄ ARKI", HEADINGS, (goal("Sujuva lupa", "Ohje", "30 pv", "28 pv"),)),
            GoalsBlock("VAKAA TALOUS", HEADINGS, (goal("Talous", "Seuranta", "Toteuma", None),)),
        ),
    )
    section[6] = replace(
        section[6],
        figures=(
            FiguresBlock(
                "",
                PERIODS,
                (
                    line(
                        "Toimintamenot", "-2859611", "-2983250", "-2852036", "-3333280", "-2808498"
                    ),
                    line("Toimintatulot", "1187966", "1112100", "1109406", "1326790", "1183920"),
                    line("Toimintakate", *MARGIN),
                ),
            ),
        ),
        notes=("TA 2025 menoissa on 54,0 % johtamisen kustannuksista.",),
        chart=chart(),
    )
    section[7] = replace(
        section[7],
        figures=(
            FiguresBlock(
                "",
                PERIODS,
                (
                    line("Henkilöstömenot €", "-709846", "-709230", "-753029", None, "n. 5"),
                    line("Muutos %", "–", "4.8", "6.1", "13.1", "-8.0"),
                ),
            ),
        ),
        others=(OtherTable((("Kohde", "Summa"), ("Katu", Decimal("1234.5")), ("Puisto", None))),),
        notes=("TA 2025 vrt. TA 2024 ja TP 2025 vrt. TP 2024",),
    )
    return section


def report(area: str = "Asuminen ja ympäristö", **changes: Section) -> AreaReport:
    """Return a report; `section4=Section(...)` puts another section in its place."""
    section = sections()
    section |= {int(name.removeprefix("section")): one for name, one in changes.items()}
    return AreaReport(
        area=area,
        sheet="Alue 1",
        sections=tuple(section.values()),
        city="Kemijärvi",
        board="Elinvoimalautakunta",
        year=2025,
    )


def wording() -> Wording:
    return Wording(
        unfilled=Unfilled("ei täytetty"),
        words=catalogue("fi"),
        number=lambda value, decimals: printed(value, ",", decimals),
        picture=lambda chart, _: chart.title,
    )
