"""What exported documents, pages and open data say, and what is said of PDFs."""

from tpxl.messages.catalogue import in_each_place

_PDF_PLACES = {
    "style": "in style {place}",
    "paragraph": "in paragraph “{place}”",
    "header": "in the header",
    "footer": "in the footer",
    "table": "in table {place}",
    "page": "in the page settings",
}

_PDF_LOOK = (
    "{template}: the template has {what} {place}, which the PDF by tpxl does not follow. Look"
    " at the PDF, remove it from the template, or install LibreOffice, which can do it."
)

_PDF_LOST = (
    "{template}: the template has {what} {place}, which would be missing in the PDF, so no "
    "PDF was made. Remove it from the template or install LibreOffice; the Word file can be "
    "saved as PDF in Word."
)

TEXTS = {
    "data.title": "Figures and goals of the annual report",
    "data.figures": "Figures",
    "data.goals": "Goals",
    "column.book": "Workbook",
    "column.area": "Area",
    "column.section": "Section",
    "column.line": "Line",
    "column.period": "Period",
    "column.value": "Value",
    "column.unit": "Unit",
    "column.printed": "Printed",
    "column.computed": "Computed",
    "column.sheet": "Sheet",
    "column.cell": "Cell",
    "column.focus": "Focus area",
    "column.goal": "Goal",
    "column.action": "Actions",
    "column.indicator": "Indicator",
    "column.target": "Target",
    "column.outcome": "Outcome",
    "about.line": "The name of the line in the lexicon, else as it is printed",
    "about.period": "TP is the accounts, TA the budget; the year",
    "about.value": "The number in its unit: euros, per cent, euros per resident or a count",
    "about.printed": "The number in the sheet's own unit, as it is printed",
    "about.computed": (
        "The number that follows from other figures, in the sheet's own unit; empty where none does"
    ),
    "about.section": "The report's section, 1 to 9",
    "unit.EUR": "€",
    "unit.percent": "%",
    "unit.EUR/resident": "€/resident",
    "unit.count": "count",
    "export.unfilled": "not filled in",
    "export.title": "Annual report {year}",
    "export.combined": "All areas",
    "export.contents": "Contents",
    "export.skip": "Skip to the content",
    "export.board": "Board",
    "export.meeting": "Meeting",
    "whole.by_area": "By area",
    "whole.by_focus": "By focus area and section",
    "whole.figures": "Summary",
    "whole.goals": "Goals and outcomes",
    "whole.missing": "Not filled in",
    "whole.sub": "Reports of the service areas",
    "whole.total": "Total",
    "whole.area": "Area",
    "whole.section": "Section",
    "whole.focus": "Focus area",
    "whole.count": "Goals",
    "whole.told": "Outcome written",
    "whole.lacks": "Outcome missing",
    "whole.place": "Place",
    "whole.state": "State",
    "whole.done": "● recorded",
    "whole.begun": "○ some missing",
    "whole.open": "○ missing",
    "whole.charts": "Charts by area",
    "whole.lead": "These places are not filled in in the workbook.",
    "whole.nothing": "Everything is filled in.",
    "whole.empty": "the section is empty",
    "whole.line": "{line}: {periods}",
    "whole.goal": "goal {number}: {fields}",
    "export.page": "Page",
    "export.templates": "Templates: {templates}",
    "export.own_templates": "tpxl's own",
    "export.preview": "preview",
    "export.actual": "actual",
    "export.decided": "decided",
    "export.chart": "{line} {period}: {value} {unit}",
    "export.chart_better": (
        "{line} {period}: {value} {unit}, {difference} {unit} better than {base}"
    ),
    "export.chart_worse": "{line} {period}: {value} {unit}, {difference} {unit} worse than {base}",
    "export.chart_same": "{line} {period}: {value} {unit}, the same as {base}",
    "export.chart_description": (
        "Column chart of {line} for the periods {first} to {last}. {title}. "
        "The numbers are in the table above the chart."
    ),
    "export.goal": "Goal",
    "export.action": "Actions",
    "export.indicator": "Indicators",
    "export.outcome": "Outcome",
    "export.section1": "1. Mission",
    "export.section2": "2. Operating environment and its changes",
    "export.section3": "3. Strategic goals",
    "export.section4": "4. Other goals",
    "export.section5": "5. Productivity measures and projects",
    "export.section6": "6. Key financial figures",
    "export.section7": "7. Key operating figures",
    "export.section8": "8. Internal control and risk management",
    "export.section9": "9. Staff goals, staffing plan and use of resources",
    "templates.in_folder": "The templates and their guide are in the folder\n{folder}",
    "templates.came": "Brought: {files}",
    "templates.kept": "There already, not changed: {files}",
    "templates.preview": "A preview of the area {area}: {count} files in the folder\n{folder}",
    "templates.no_preview": "No preview was made.",
}

ERRORS = {
    "pdf_converter_missing": (
        "No PDF was made: this machine has no typst, LibreOffice or Word. Install LibreOffice (on "
        "Linux the package libreoffice-writer), or on Windows tpxl[word] beside Word."
    ),
    **in_each_place("pdf_look_in", _PDF_LOOK, _PDF_PLACES),
    **in_each_place("pdf_lost_in", _PDF_LOST, _PDF_PLACES),
    "pdf_font_missing": (
        "{template}: the typeface {font} is not on this machine, so the PDF has Carlito in its "
        "place. Install the typeface or choose Calibri in the template."
    ),
    "pdf_sign_missing": (
        "{file}: no PDF was made, since no typeface of this machine has the sign {sign}. Change "
        "the sign in the workbook or save the Word file as PDF in Word."
    ),
    "word_property": "the property {name}",
    "word_footnoteReference": "a footnote",
    "word_endnoteReference": "an endnote",
    "word_shape": "a drawing or text box",
    "word_pict": "a drawing or text box",
    "word_object": "an embedded object",
    "word_AlternateContent": "a text box or shape",
    "word_anchor": "a floating picture",
    "word_cols": "columns",
    "word_pgBorders": "page borders",
    "word_sym": "a sign of a symbol typeface",
    "word_oMath": "a formula",
    "export_choice_unknown": (
        "{setting}: the word {word} is unknown and was left out. "
        "Correct the setting; the guide (OHJE.md) has the words."
    ),
    "pdf_not_made": "{file}: no PDF came out ({reason}). Open the Word file and save it as PDF.",
    "pdf_too_slow": (
        "{file}: the PDF was not ready in {seconds} seconds. Try again, or save the Word file as "
        "PDF."
    ),
    "templates_words": "--area and --hidden choose the area of a preview. Add --preview BOOK.",
    "templates_in_cloud": (
        "{book}: the workbook is in the cloud and has no folder on this machine to bring the "
        "templates to. Save it or a copy in a folder of this machine and press there."
    ),
}
