"""What exported documents, pages and open data say, and what is said of PDFs."""

from tpxl.messages.catalogue import in_each_place

_PDF_PLACES = {
    "style": "formatet {place}",
    "paragraph": "stycket ”{place}”",
    "header": "sidhuvudet",
    "footer": "sidfoten",
    "table": "tabell {place}",
    "page": "sidinställningarna",
}

_PDF_LOOK = (
    "{template}: i mallen, {place}, finns {what} som tpxl:s PDF inte följer. Kontrollera PDF-"
    "filens utseende, ta bort egenskapen ur mallen eller installera LibreOffice, som klarar "
    "den."
)

_PDF_LOST = (
    "{template}: i mallen, {place}, finns {what} som skulle saknas i PDF-filen, så ingen PDF "
    "gjordes. Ta bort det ur mallen eller installera LibreOffice; Word-filen kan sparas som "
    "PDF i Word."
)

TEXTS = {
    "data.title": "Bokslutets siffror och mål",
    "data.figures": "Siffror",
    "data.goals": "Mål",
    "column.book": "Arbetsbok",
    "column.area": "Ansvarsområde",
    "column.section": "Kapitel",
    "column.line": "Rad",
    "column.period": "Period",
    "column.value": "Värde",
    "column.unit": "Enhet",
    "column.printed": "Tryckt",
    "column.computed": "Beräknat",
    "column.sheet": "Blad",
    "column.cell": "Cell",
    "column.focus": "Tyngdpunkt",
    "column.goal": "Mål",
    "column.action": "Åtgärder",
    "column.indicator": "Mätare",
    "column.target": "Målnivå",
    "column.outcome": "Utfall",
    "about.line": "Radens namn i ordlistan, annars namnet i rapporten",
    "about.period": "TP är bokslut, TA budget; året",
    "about.value": "Talet i sin enhet: euro, procent, euro per invånare eller antal",
    "about.printed": "Talet i bladets egen enhet, så som det står i rapporten",
    "about.computed": (
        "Talet som följer av andra tal, i bladets egen enhet; tomt där det inte följer av något"
    ),
    "about.section": "Berättelsens kapitel 1–9",
    "unit.EUR": "€",
    "unit.percent": "%",
    "unit.EUR/resident": "€/invånare",
    "unit.count": "antal",
    "export.unfilled": "inte ifyllt",
    "export.title": "Bokslut {year}",
    "export.combined": "Alla ansvarsområden",
    "export.contents": "Innehåll",
    "export.skip": "Gå till innehållet",
    "export.board": "Organ",
    "export.meeting": "Möte",
    "whole.by_area": "Enligt ansvarsområde",
    "whole.by_focus": "Enligt tyngdpunkt och kapitel",
    "whole.figures": "Sammandrag",
    "whole.goals": "Mål och utfall",
    "whole.missing": "Ej ifyllt",
    "whole.sub": "Ansvarsområdenas verksamhetsberättelser",
    "whole.total": "Totalt",
    "whole.area": "Ansvarsområde",
    "whole.section": "Kapitel",
    "whole.focus": "Tyngdpunkt",
    "whole.count": "Antal mål",
    "whole.told": "Utfall antecknat",
    "whole.lacks": "Utfall saknas",
    "whole.place": "Ställe",
    "whole.state": "Läge",
    "whole.done": "● antecknat",
    "whole.begun": "○ en del saknas",
    "whole.open": "○ saknas",
    "whole.charts": "Diagram enligt ansvarsområde",
    "whole.lead": "Dessa ställen är inte ifyllda i arbetsboken.",
    "whole.nothing": "Allt är ifyllt.",
    "whole.empty": "avsnittet är tomt",
    "whole.line": "{line}: {periods}",
    "whole.goal": "mål {number}: {fields}",
    "export.page": "Sida",
    "export.templates": "Mallar: {templates}",
    "export.own_templates": "tpxl:s egna",
    "export.preview": "förhandsvisning",
    "export.actual": "utfall",
    "export.decided": "beslutat",
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
    "templates.in_folder": "Mallarna och anvisningen finns i mappen\n{folder}",
    "templates.came": "Hämtades: {files}",
    "templates.kept": "Fanns redan i mappen, ändrades inte: {files}",
    "templates.preview": "Förhandsvisning av området {area}: {count} filer i mappen\n{folder}",
    "templates.no_preview": "Förhandsvisningen lyckades inte.",
}

ERRORS = {
    "pdf_converter_missing": (
        "PDF-filerna gjordes inte: datorn har inte typst, LibreOffice eller Word. Installera "
        "LibreOffice (i Linux paketet libreoffice-writer) eller i Windows tpxl[word] till Word."
    ),
    **in_each_place("pdf_look_in", _PDF_LOOK, _PDF_PLACES),
    **in_each_place("pdf_lost_in", _PDF_LOST, _PDF_PLACES),
    "pdf_font_missing": (
        "{template}: typsnittet {font} finns inte på den här datorn, så PDF-filen har Carlito i "
        "dess ställe. Installera typsnittet eller välj Calibri i mallen."
    ),
    "pdf_sign_missing": (
        "{file}: ingen PDF gjordes, för tecknet {sign} finns inte i datorns typsnitt. Byt tecknet"
        " i arbetsboken eller spara Word-filen som PDF i Word."
    ),
    "word_property": "egenskapen {name}",
    "word_footnoteReference": "en fotnot",
    "word_endnoteReference": "en slutnot",
    "word_shape": "en ritning eller textruta",
    "word_pict": "en ritning eller textruta",
    "word_object": "ett inbäddat objekt",
    "word_AlternateContent": "en textruta eller form",
    "word_anchor": "en flytande bild",
    "word_cols": "spalter",
    "word_pgBorders": "sidkantlinjer",
    "word_sym": "ett tecken i ett symboltypsnitt",
    "word_oMath": "en formel",
    "export_choice_unknown": (
        "{setting}: ordet {word} är okänt och lämnades bort. "
        "Rätta inställningen; orden finns i anvisningen (OHJE.md)."
    ),
    "pdf_not_made": "{file}: ingen PDF blev till ({reason}). Öppna Word-filen och spara som PDF.",
    "pdf_too_slow": (
        "{file}: PDF-filen blev inte klar på {seconds} sekunder. Försök igen eller spara "
        "Word-filen som PDF."
    ),
    "templates_words": (
        "--area och --hidden väljer området som förhandsvisas. Lägg till --preview ARBETSBOK."
    ),
    "templates_in_cloud": (
        "{book}: arbetsboken är i molnet och har ingen mapp på den här datorn dit mallarna kunde "
        "hämtas. Spara arbetsboken eller en kopia i en mapp på datorn och tryck där."
    ),
}
