"""What the first screen says: areas by severity, what to do first, many findings in one line."""

TEXTS = {
    "areas": "Iakttagelser per ansvarsområde",
    "areas_unverifiable": "okontrollerade",
    "areas_filled": "ifyllt",
    "areas_whole": "(andra blad)",
    "areas_more": "{count} ansvarsområden till",
    "first": "Gör först",
    "first_more": (
        "{count} iakttagelser till. Alla: --all; ett område: --area NAMN; till en fil: --out "
        "iakttagelser.xlsx"
    ),
    "first_each": "Alla en och en: --all; ett område: --area NAMN.",
    "edits_more": "{count} till: --all",
    "none_chosen": "Inga sådana iakttagelser.",
    "and_more": "{names} och {count} till",
    "alike": "Likaså {count} till: {places}",
    "many.goal_outcome_missing": (
        "{count} mål saknar utfall ({areas}). Skriv utfallen; rapporten ska berätta hur målen "
        "har nåtts."
    ),
    "many.goal_outcome_awaited": "{count} mål väntar på sitt utfall ({areas}).",
    "many.goal_target_unanswered": (
        "{count} mätare har ett måltal, men utfallet har inget tal ({areas}). Skriv de utfallna "
        "talen."
    ),
    "many.comment_needed": "{count} stora förändringar väntar på en motivering ({areas}).",
    "many.area_same_figures": (
        "{count} områden har samma tal som ett annat område ({areas}). Skriv områdenas egna tal."
    ),
    "many.formulas_without_value": (
        "{count} blad har formler utan uträknat värde ({sheets}). Öppna arbetsboken i Excel, "
        "spara och kontrollera på nytt."
    ),
    "many.allocation_unknown": (
        "{count} tal i fördelningen kan inte kontrolleras, eftersom utgångstalen saknas ({areas})."
    ),
    "many.allocation_note_unknown": (
        "{count} andelar i texten kan inte kontrolleras, eftersom fördelningen saknar perioden "
        "eller mottagaren ({areas})."
    ),
    "demo_found": "Hittades: {figures} tal fel, {outcomes} utfall saknas.",
    "demo_mended": "Rättades: {count} tal.",
    "demo_remains": "Kvar: {figures} tal i publicerade perioder, {outcomes} utfall.",
    "demo_open": "Öppna: {path}",
    "demo_files": "{count} filer i mappen {folder}",
    "findings_title": "Iakttagelser: {book}",
}

ERRORS = {
    "findings_suffix": (
        "{file}: iakttagelserna skrivs till en fil som slutar på .xlsx eller .html. Byt filändelse."
    ),
    "findings_of_one_book": (
        "{file}: iakttagelserna skrivs för en arbetsbok i taget. Ange en arbetsbok."
    ),
    "area_unknown_near": "{book}: ansvarsområdet {area} finns inte. Menade du: {near}?",
}
