"""Varför ett rent blad inte kan göras, och de få ord det lägger till områdets egna."""

from tpxl.messages.places import in_each_place

_PLACES = {
    "paragraph": "stycke {paragraph}",
    "table": "tabell {table}, rad {row}, kolumn {column}",
    "header": "sidhuvudet eller sidfoten",
    "notes": "fotnoterna eller slutkommentarerna",
    "properties": "filegenskaper",
    "cell": "cell {cell}",
}
_FIELD = (
    "{template}: i mallens {place} står fältet {tag}, men fältet {field} finns inte. "
    "Rätta fältets namn i mallen eller ta bort fältet."
)
_TAG = (
    "{template}: i mallens {place} står {tag}, som inte går att tolka: en parentes, en början "
    "eller ett slut saknas. Rätta det i mallen."
)
_REFUSED = (
    "{template}: i mallens {place} står {tag}, men {what} är inte tillåtet i en mall. Använd bara "
    "fälten, upprepningarna och villkoren i anvisningen (OHJE.md)."
)


ERRORS = {
    **in_each_place("template_field_in", _FIELD, _PLACES),
    **in_each_place("template_tag_in", _TAG, _PLACES),
    **in_each_place("template_refused_in", _REFUSED, _PLACES),
    "template_field_elsewhere": (
        "{template}: mallen har ett fält som inte finns ({field}). Rätta fältets namn i mallen."
    ),
    "template_refused_elsewhere": (
        "{template}: {what} är inte tillåtet i en mall. Använd bara fälten, upprepningarna och "
        "villkoren i anvisningen (OHJE.md)."
    ),
    "template_not_filled": (
        "{template}: mallen kan inte fyllas i ({reason}). Rätta den eller ta tillbaka den "
        "ursprungliga."
    ),
    "template_too_much": (
        "{template}: mallen skulle bli orimligt lång. Ta bort upprepningar inom upprepningar."
    ),
    "template_too_large": (
        "{template}: mallen är för stor. Ta bort onödigt innehåll eller ta tillbaka den "
        "ursprungliga."
    ),
    "template_cell_too_far": (
        "{template}: i mallens cell {cell} finns innehåll för långt från det övriga. Töm cellen."
    ),
    "template_part_broken": (
        "{template}: mallens del {part} är trasig eller kan inte användas. Spara mallen på nytt "
        "eller ta tillbaka den ursprungliga."
    ),
    "template_link": (
        "{template}: mallens del {part} har länkat eller inbäddat innehåll {target}, som inte är "
        "tillåtet i en mall. Infoga bilden utan länk och ta bort det övriga."
    ),
    "template_foreign_field": (
        "{template}: mallens del {part} har Word-fältet {field}, som inte är tillåtet i en mall. "
        "Ta bort fältet."
    ),
    "template_missing": "{template}: mallen finns inte. Lägg tillbaka den i mappen {folder}.",
    "template_unreadable": (
        "{template}: mallen är ingen hel Word- eller Excel-fil. Spara den på nytt eller ta "
        "tillbaka den ursprungliga."
    ),
    "area_unknown": "{book}: ansvarsområdet {area} finns inte. Bokens områden: {areas}.",
    "no_areas": "{book}: boken har inget ansvarsområdes blad, så det finns inget att exportera.",
    "export_refused": (
        "{area}: exporterades inte, området har öppna fel ({errors} st., det första i "
        "{sheet}!{cell}). Rätta dem eller förklara dem på bladet Tarkistus."
    ),
    "export_error_value": (
        "{area}: i cellen {sheet}!{cell} står felvärdet {value}; i den exporterade filen står det "
        "felvärde på dess plats. Rätta cellen och exportera på nytt."
    ),
    "export_refused_error_value": (
        "{area}: exporterades inte, för i cellen {sheet}!{cell} står felvärdet {value}. "
        "Rätta cellen."
    ),
    "export_no_scratch": (
        "{folder}: tillfälliga filer kunde inte skrivas. Frigör utrymme på disken och kontrollera "
        "att den tillfälliga mappen kan skrivas."
    ),
    "export_not_written": (
        "{file}: filen kunde inte skrivas. Stäng den om den är öppen och kontrollera att man får "
        "skriva i mappen."
    ),
    "summary_suffix": (
        "{file}: ändelsen väljer sammanställningens form: .csv, .xlsx eller .parquet. Byt den."
    ),
    "summary_needs_pandas": (
        "För sammanställningen behövs pandas (för Parquet även pyarrow), som inte är installerade. "
        "Installera dem: pip install 'tpxl[data]'."
    ),
    "pdf_converter_missing": (
        "PDF-filerna gjordes inte: datorn har varken LibreOffice eller Word. Installera "
        "LibreOffice (i Linux paketet libreoffice-writer) eller i Windows tpxl[word] till Word."
    ),
    "pdf_not_made": "{file}: ingen PDF blev till ({reason}). Öppna Word-filen och spara som PDF.",
    "pdf_too_slow": (
        "{file}: PDF-filen blev inte klar på {seconds} sekunder. Försök igen eller spara "
        "Word-filen som PDF."
    ),
}

TEXTS = {
    "summary_written": "{path}: {count} siffror",
    "export.unfilled": "inte ifyllt",
    "export.title": "Bokslut {year}",
    "export.combined": "Alla ansvarsområden",
    "export.contents": "Innehåll",
    "export.page": "Sida",
    "export.templates": "Mallar: {templates}",
    "export.own_templates": "tpxl:s egna",
    "export.chart": "{line} {period}: {value} {unit}",
    "export.chart_better": "{line} {period}: {value} {unit}, {difference} {unit} bättre än {base}",
    "export.chart_worse": "{line} {period}: {value} {unit}, {difference} {unit} sämre än {base}",
    "export.chart_same": "{line} {period}: {value} {unit}, lika med {base}",
    "export.chart_description": (
        "Stapeldiagram med {line} för perioderna {first}–{last}. {title}. "
        "Siffrorna finns i tabellen ovanför diagrammet."
    ),
    "export.goal": "Mål",
    "export.action": "Åtgärder",
    "export.indicator": "Mätare",
    "export.outcome": "Utfall",
    "export.section1": "1. Verksamhetsidé",
    "export.section2": "2. Verksamhetsmiljön och dess förändringar",
    "export.section3": "3. Mål som härletts ur strategins tyngdpunkter",
    "export.section4": "4. Övriga tyngdpunkter och mål",
    "export.section5": "5. Produktivitetsåtgärder och -projekt",
    "export.section6": "6. Ekonomiska nyckeltal",
    "export.section7": "7. Verksamhetens nyckeltal",
    "export.section8": "8. Intern kontroll och riskhantering",
    "export.section9": "9. Personalmål, personalplan och användning av resurser",
}
