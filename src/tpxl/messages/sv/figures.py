"""Findings about the figures of sections 6 and 7, and about what they are computed with."""

FINDINGS = {
    "margin": "{area}, {period}, {line}: tryckt {found}, beräknat {expected}.",
    "margin_rounding": (
        "{area}, {period}, {line}: tryckt {found}, av delarna beräknat {expected}. "
        "Skillnaden beror på att delarna är avrundade."
    ),
    "change_percent": "{area}, {period}, {line}: tryckt {found}, beräknat {expected}.",
    "change_percent_rounding": (
        "{area}, {period}, {line}: tryckt {found}, av talen beräknat {expected}. "
        "Skillnaden beror på att talen är avrundade."
    ),
    "per_resident": (
        "{area}, {period}, {line}: tryckt {found}, beräknat {expected} "
        "(invånarantal {residents_number})."
    ),
    "per_resident_rounding": (
        "{area}, {period}, {line}: tryckt {found}, beräknat {expected} "
        "(invånarantal {residents_number}). Skillnaden beror på att talen är avrundade."
    ),
    "per_resident_restated": (
        "{area}, {period}, {line}: tryckt {found} är räknat med invånarantalet {earlier} "
        "({status}), som det slutliga {residents_number} har ersatt. Det rättade talet är "
        "{expected}."
    ),
    "change_over_zero": (
        "{area}, {period}, {line}: tryckt {found}, men jämförelsetalet ({base_period}) är noll. "
        "Procenten kan inte beräknas. Skriv ett streck i cell {cell} eller lämna den tom."
    ),
    "change_over_other_sign": (
        "{area}, {period}, {line}: tryckt {found}, men jämförelsetalet ({base_period}) har motsatt "
        "tecken. Procenten säger ingenting. Skriv ett streck i cell {cell} eller lämna den tom."
    ),
    "base_missing": (
        "{area}, {period}, {line}: det tryckta talet {found} kan inte kontrolleras, eftersom "
        "talet för {base_period} inte finns i arbetsboken."
    ),
    "residents_missing": (
        "{area}, {period}, {line}: det tryckta talet {found} kan inte kontrolleras, eftersom "
        "invånarantalet saknas. Skriv kolumnerna Kausi och Asukasluku på bladet Perustiedot."
    ),
    "residents_to_type": (
        "{area}, {line}: platserna lämnas tomma ({periods}), eftersom invånarantalet saknas. "
        "Skriv kolumnerna Kausi och Asukasluku på bladet Perustiedot."
    ),
    "part_missing": (
        "{area}, {period}, {line}: det tryckta talet {found} kan inte kontrolleras, eftersom ett "
        "tal som det beräknas av saknas i arbetsboken."
    ),
    "empty_computed": (
        "{area}, {period}, {line}: cell {cell} är tom, det beräknade talet är {expected}."
    ),
    "unreadable": (
        '{area}, {period}, {line}: i cell {cell} står "{text}", som inte säkert kan läsas som ett '
        "enda tal. Skriv ett tal eller töm cellen."
    ),
    "error_value": (
        "{area}, {period}, {line}: i cellen {cell} står felvärdet {text}. Rätta formeln eller "
        "skriv ett tal i cellen."
    ),
    "number_as_text": (
        '{area}, {period}, {line}: talet "{text}" i cell {cell} är sparat som text. Det är med i '
        "beräkningarna; Excels formler ser det inte."
    ),
    "formulas_wait": (
        "Värdet av {count} formler kontrollerades inte, eftersom arbetsboken {book} väntar på "
        "omräkning. Öppna den i Excel, spara och kontrollera på nytt."
    ),
    "formulas_without_value": (
        "Blad {sheet}: formler utan beräknat värde: {count} (den första {cell}). De granskades "
        "inte och ändrades inte. Öppna arbetsboken i Excel, spara den och granska på nytt."
    ),
    "period_twice": (
        "{area}: {period} finns två gånger i samma tabell, i cellerna {cell} och {second}. "
        "Tabellen lämnades orörd. Rätta rubriken."
    ),
    "line_twice": (
        "{area}: raden {line} finns två gånger i samma tabell, i cellerna {cell} och {second}. "
        "Tabellen lämnades orörd. Ta bort eller döp om den ena raden."
    ),
    "setting_not_whole": (
        "Inställningen {setting}: i cellen {cell} står {typed}, men där ska stå ett heltal mellan "
        "{low} och {high}. Inställningen användes inte. Rätta cellen {sheet}!{cell}."
    ),
    "setting_not_within": (
        "Inställningen {setting}: i cellen {cell} står {typed}, men där ska stå ett tal mellan "
        "{low} och {high}. Inställningen användes inte. Rätta cellen {sheet}!{cell}."
    ),
    "residents_twice": (
        "{period} har två olika invånarantal, {first} och {second} (cellerna {sheet}!{cell} och "
        "{related}). Inget av dem användes. Ta bort det ena eller märk det som lopullinen."
    ),
}

TEXTS = {
    "todo_open": "Rätta cell {cell} eller ge en förklaring på bladet Tarkistus.",
    "todo_locked": (
        "Perioden är redan publicerad, så cell {cell} ändras inte: ge en förklaring på bladet "
        "Tarkistus eller öppna perioden på bladet Perustiedot."
    ),
}
