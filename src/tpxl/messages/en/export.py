"""Why a clean sheet cannot be made, and the few words it adds to what the area sheet says."""

from tpxl.messages.places import in_each_place

_PLACES = {
    "paragraph": "paragraph {paragraph}",
    "table": "table {table}, row {row}, column {column}",
    "header": "the header or footer",
    "notes": "a footnote or endnote",
    "properties": "the file's properties",
    "cell": "cell {cell}",
}
_FIELD = (
    "{template}: {place} of the template has the field {tag}, but there is no field {field}. "
    "Correct the field's name in the template or remove the field."
)
_TAG = (
    "{template}: {place} of the template has {tag}, which cannot be read: a bracket, a beginning "
    "or an end is missing. Correct it in the template."
)
_REFUSED = (
    "{template}: {place} of the template has {tag}, but {what} is not allowed in a template. Use "
    "only the fields, loops and conditions of the guide (OHJE.md)."
)


ERRORS = {
    **in_each_place("template_field_in", _FIELD, _PLACES),
    **in_each_place("template_tag_in", _TAG, _PLACES),
    **in_each_place("template_refused_in", _REFUSED, _PLACES),
    "template_field_elsewhere": (
        "{template}: the template has a field there is not ({field}). Correct its name."
    ),
    "template_refused_elsewhere": (
        "{template}: {what} is not allowed in a template. Use only the fields, loops and "
        "conditions of the guide (OHJE.md)."
    ),
    "template_not_filled": (
        "{template}: the template cannot be filled in ({reason}). Correct it or take back the "
        "original."
    ),
    "template_too_much": (
        "{template}: the template would become unreasonably long. Remove loops within loops."
    ),
    "template_too_large": (
        "{template}: the template is too large. Remove what it does not need, or take back the "
        "original."
    ),
    "template_cell_too_far": (
        "{template}: cell {cell} of the template holds something too far from the rest. Clear it."
    ),
    "template_part_broken": (
        "{template}: the template's part {part} is broken or cannot be used. Save the template "
        "again or take back the original."
    ),
    "template_link": (
        "{template}: the template's part {part} has linked or embedded content {target}, which is "
        "not allowed in a template. Insert the picture without a link, and remove the rest."
    ),
    "template_foreign_field": (
        "{template}: the template's part {part} has Word's field {field}, which is not allowed in "
        "a template. Remove the field."
    ),
    "template_missing": "{template}: there is no such template. Put it back into {folder}.",
    "template_unreadable": (
        "{template}: the template is no whole Word or Excel file. Save it again or take back the "
        "original."
    ),
    "area_unknown": "{book}: there is no area {area}. The book's areas: {areas}.",
    "no_areas": "{book}: the book has no area's sheet, so there is nothing to export.",
    "export_refused": (
        "{area}: not exported, the area has open errors ({errors}, the first at "
        "{sheet}!{cell}). Correct them or explain them on the sheet Tarkistus."
    ),
    "export_error_value": (
        "{area}: cell {sheet}!{cell} holds the error value {value}; the exported file says error "
        "value in its place. Correct the cell and export again."
    ),
    "export_refused_error_value": (
        "{area}: not exported, for cell {sheet}!{cell} holds the error value {value}. "
        "Correct the cell."
    ),
    "export_no_scratch": (
        "{folder}: temporary files could not be written. Free disk space and check that the "
        "temporary folder may be written to."
    ),
    "export_not_written": (
        "{file}: the file could not be written. Close it if it is open elsewhere, and check that "
        "the folder may be written to."
    ),
    "summary_suffix": (
        "{file}: the suffix chooses the summary's form: .csv, .xlsx or .parquet. Change the suffix."
    ),
    "summary_needs_pandas": (
        "The summary needs pandas (Parquet also pyarrow), which are not installed. Install them: "
        "pip install 'tpxl[data]'."
    ),
    "pdf_converter_missing": (
        "No PDF was made: this machine has neither LibreOffice nor Word. Install LibreOffice (on "
        "Linux the package libreoffice-writer), or on Windows tpxl[word] beside Word."
    ),
    "pdf_not_made": "{file}: no PDF came out ({reason}). Open the Word file and save it as PDF.",
    "pdf_too_slow": (
        "{file}: the PDF was not ready in {seconds} seconds. Try again, or save the Word file as "
        "PDF."
    ),
}

TEXTS = {
    "summary_written": "{path}: {count} figures",
    "export.unfilled": "not filled in",
    "export.title": "Annual report {year}",
    "export.combined": "All areas",
    "export.contents": "Contents",
    "export.page": "Page",
    "export.templates": "Templates: {templates}",
    "export.own_templates": "tpxl's own",
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
}
