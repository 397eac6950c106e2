"""The fields that the templates speak of: Finnish names, for staff write the templates.

`fields_of` gives a report's values under these names; `FIELDS` tells which names there are, and
`tpxl.jobs.export.template.check` holds a template to them before anything is written.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

from tpxl.jobs.export.loose import tidy
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
    Section,
    decimals_of,
)
from tpxl.messages import Catalogue

LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
"""By language, what a file's properties call it."""

GOAL_NAMES = dict(zip(GOAL_FIELDS, ("tavoite", "toimenpide", "mittari", "tulos"), strict=True))
SECTION_NUMBERS = range(1, 10)
FiguresFields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field is: whether it can be printed, what it has, what it is a list of."""

    has: Mapping[str, "Shape"] = field(default_factory=dict)
    of: "Shape | None" = None
    is_text: bool = False


_TEXT = Shape(is_text=True)
_TEXTS = Shape(of=_TEXT)
_PARAGRAPHS = Shape(of=Shape(has={"luettelo": _TEXT}, is_text=True))
_GOAL = Shape(has=dict.fromkeys(GOAL_NAMES.values(), _TEXT))
_GOALS = Shape(has={"painopiste": _TEXT, "otsikot": _GOAL, "rivit": Shape(of=_GOAL)})
_LINE = Shape(has={"nimi": _TEXT, "luvut": _TEXTS})
_FIGURES = Shape(has={"kulma": _TEXT, "kaudet": _TEXTS, "rivit": Shape(of=_LINE)})
_OTHER = Shape(has={"otsikot": _TEXTS, "rivit": Shape(of=Shape(has={"solut": _TEXTS}))})
_CHART = Shape(has={"otsikko": _TEXT, "kuva": _TEXT, "kuvaus": _TEXT})

_SECTION = Shape(
    has={
        "numero": _TEXT,
        "otsikko": _TEXT,
        "kappaleet": _PARAGRAPHS,
        "tavoitetaulut": Shape(of=_GOALS),
        "lukutaulut": Shape(of=_FIGURES),
        "muut_taulut": Shape(of=_OTHER),
        "huomautukset": _TEXTS,
        "perustelut": _TEXTS,
        "kaavio": _CHART,
    }
)

WORDS = {
    "sana_toimielin": "export.board",
    "sana_kokous": "export.meeting",
    "sana_sivu": "export.page",
}
"""The words that a template asks for in the language of the export, by the codes of their texts."""

FIELDS = Shape(
    has={
        "kaupunki": _TEXT,
        "toimielin": _TEXT,
        "kokouspaiva": _TEXT,
        "hyvaksynta": _TEXT,
        "vuosi": _TEXT,
        "otsikko": _TEXT,
        "vastuualue": _TEXT,
        **dict.fromkeys(WORDS, _TEXT),
        "kieli": _TEXT,
        "osiot": Shape(of=_SECTION),
        **{f"osio{number}": _SECTION for number in SECTION_NUMBERS},
    }
)


class Prose(str):  # noqa: SLOT000  # it carries one more fact
    """A paragraph's text that knows whether it is an item of a list."""

    luettelo: bool = False

    @classmethod
    def of(cls, paragraph: Paragraph) -> "Prose":
        """Return the paragraph's text."""
        prose = cls(paragraph.text)
        prose.luettelo = paragraph.is_item
        return prose


class Unfilled(Prose):
    """The words that stand where nothing is filled in; in Word in a style of their own."""

    def __html__(self) -> str:
        """Return a run in the style `Puuttuu` between the runs around it."""
        return (
            '</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Puuttuu"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(self)}</w:t></w:r><w:r><w:t xml:space="preserve">'
        )


@dataclass(frozen=True, slots=True)
class Wording:
    """How values are put into words: what stands for nothing, the words of a language, numbers.

    `number` makes of a number and its decimals what the template prints; `picture` of a chart,
    and of the tables that its figures are parted into, what stands in its place; at most
    `periods_across` periods stand side by side.
    """

    unfilled: Unfilled
    words: Catalogue
    number: Callable[[Decimal, int], Any]
    picture: Callable[[Chart, Sequence["FiguresFields"]], Any]
    periods_across: int = 100

    def title(self, year: int | None) -> str:
        """Return what a report of a year is called."""
        return self.words.texts["export.title"].format(year=year or "").strip()


def fields_of(report: AreaReport, wording: Wording) -> dict[str, Any]:
    """Return the report's values under the names of `FIELDS`."""
    empty, texts = wording.unfilled, wording.words.texts
    sections = {f"osio{section.number}": _section(section, wording) for section in report.sections}
    return {
        "kaupunki": tidy(report.city or "") or empty,
        "toimielin": tidy(report.board or "") or empty,
        "kokouspaiva": tidy(report.meeting or "") or empty,
        "hyvaksynta": tidy(report.approval or ""),
        "vuosi": empty if report.year is None else str(report.year),
        "otsikko": wording.title(report.year),
        "vastuualue": tidy(report.area),
        **{field: texts[code] for field, code in WORDS.items()},
        "kieli": LOCALES[wording.words.lang],
        "osiot": [sections[f"osio{number}"] for number in report.order],
        **sections,
    }


def _section(section: Section, wording: Wording) -> dict[str, Any]:
    paragraphs: Iterable[str] = map(Prose.of, section.paragraphs)
    figures = [
        _beside(_figures(block, wording), wording.periods_across) for block in section.figures
    ]
    chart = section.chart
    return {
        "numero": str(section.number),
        "otsikko": section.heading,
        "kappaleet": [wording.unfilled] if section.is_empty else list(paragraphs),
        "tavoitetaulut": [_goals(block, wording) for block in section.goals],
        "lukutaulut": [part for parts in figures for part in parts],
        "muut_taulut": [_other(table, wording) for table in section.others],
        "huomautukset": list(section.notes),
        "perustelut": list(section.reasons),
        "kaavio": None
        if chart is None
        else {
            "otsikko": chart.title,
            "kuvaus": chart.description,
            "kuva": wording.picture(chart, figures[chart.block]),
        },
    }


def _goals(block: GoalsBlock, wording: Wording) -> dict[str, Any]:
    return {
        "painopiste": block.focus or "",
        "otsikot": {name: block.headings[one] for one, name in GOAL_NAMES.items()},
        "rivit": [
            {name: row.texts.get(one) or wording.unfilled for one, name in GOAL_NAMES.items()}
            for row in block.rows
        ]
        or [dict.fromkeys(GOAL_NAMES.values(), wording.unfilled)],
    }


def _figures(block: FiguresBlock, wording: Wording) -> dict[str, Any]:
    return {
        "kulma": block.corner,
        "kaudet": list(block.periods),
        "rivit": [_line(line, wording) for line in block.lines],
    }


def _line(line: FiguresLine, wording: Wording) -> dict[str, Any]:
    return {
        "nimi": line.label,
        "luvut": [_printed(value, wording) for value in line.values],
    }


def _printed(value: Printed, wording: Wording) -> object:
    if isinstance(value, Decimal):
        return wording.number(value, decimals_of(value))
    return value or wording.unfilled


def _other(table: OtherTable, wording: Wording) -> dict[str, Any]:
    rows = [[_cell(value, wording) for value in row] for row in table.rows]
    head, rest = (rows[0], rows[1:]) if table.has_head else ([], rows)
    return {"otsikot": head, "rivit": [{"solut": row} for row in rest]}


def _cell(value: Printed, wording: Wording) -> object:
    if isinstance(value, Decimal):
        return wording.number(value, decimals_of(value))
    return value or ""


def _beside(block: dict[str, Any], most: int) -> list[dict[str, Any]]:
    count = len(block["kaudet"])
    if count <= most:
        return [block]
    parts = -(-count // most)
    each = -(-count // parts)
    return [
        {
            "kulma": block["kulma"],
            "kaudet": block["kaudet"][first : first + each],
            "rivit": [
                {"nimi": line["nimi"], "luvut": line["luvut"][first : first + each]}
                for line in block["rivit"]
            ],
        }
        for first in range(0, count, each)
    ]
