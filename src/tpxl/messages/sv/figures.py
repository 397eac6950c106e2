"""Findings about the figures of sections 6 and 7, and about what they are computed with.

Findings about figures that do not agree with those they are tied to, outside their own rows.

What a wrong figure is instead of what it should be, by the mistake that reproduces it.

Shared costs: what cannot be divided, and parts that do not follow from what they are of.
"""

_TIES = {
    "tie_amended": (
        "{place}: tryckt {found}, av den ursprungliga budgeten och ändringarna beräknat "
        "{expected} (tal {parts})."
    ),
    "tie_deviation": "{place}: tryckt {found}, beräknat {expected} (tal {parts}).",
    "tie_used_percent": "{place}: tryckt {found}{mark}, beräknat {expected}{mark} ({parts}).",
    "tie_deviation_percent": (
        "{place}: tryckt {found}{mark}, beräknat {expected}{mark} (tal {parts})."
    ),
    "tie_change": "{place}: tryckt {found}, beräknat {expected} (tal {parts}).",
    "tie_change_percent": (
        "{place}: tryckt {found}{mark}, beräknat {expected}{mark} (tal {parts})."
    ),
    "tie_total": "{place}: tryckt {found}, delarnas summa är {expected} (delar {parts}).",
    "tie_areas_total": (
        "{place}: tryckt summa av alla ansvarsområden {found}, av områdenas tal beräknat "
        "{expected} (områden {parts})."
    ),
    "tie_same_figure": (
        "{place}: tryckt {found}{mark}, men samma tal är på ett annat ställe ({related}) "
        "{parts}{mark}."
    ),
}

_PART = "{area}, {period}, {line}: tryckt {found}, beräknat {expected}. Post som fördelas: {pool}."

_ROUNDED = " Skillnaden beror på avrundning: delarna ska bli beloppet som fördelas."

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
    "unread_column": (
        '{area}: kolumnrubriken "{text}" (cell {cell}) är okänd, så kolumnens tal '
        "({count}) kontrollerades inte. Skriv en period som rubrik, till exempel TP "
        "2025."
    ),
    "unread_column_near": (
        '{area}: rubriken "{text}" är okänd, så kolumnens tal ({count}) kontrollerades '
        "inte. Avses perioden {near}? Rätta cell {cell}."
    ),
    "unread_row": (
        '{area}: raden "{text}" (cell {cell}) är okänd, så dess tal ({count}) kontrollerades inte.'
    ),
    "unread_row_lacking": (
        '{area}: raden "{text}" är okänd, men verksamhetsbidraget avviker med just dess'
        " tal. Rätta radens namn i cell {cell}."
    ),
    "unread_row_near": (
        '{area}: raden "{text}" är okänd, så dess tal ({count}) kontrollerades inte. '
        "Avses raden {near}? Rätta cell {cell}."
    ),
    "unread_table": (
        "{sheet}: raderna ({labels}) i tabellen som börjar i cell {cell} är okända, så "
        "dess tal ({count}) kontrollerades inte."
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
    **_TIES,
    **{
        f"{code}_rounding": f"{text} Skillnaden beror på att talen är avrundade."
        for code, text in _TIES.items()
    },
    "shared_mistake": (
        "{place}: {count} tal (av {of}) är fel på samma sätt, det första i {cell}: tryckt "
        "{found}{mark}, beräknat {expected}{mark}."
    ),
    "tie_made_figures": (
        "{place}: tryckt {found}{mark}, men de tal som beräknats av det ({related}) förutsätter "
        "talet {expected}{mark}."
    ),
    "tie_made_figures_between": (
        "{place}: tryckt {found}{mark}, men de tal som beräknats av det ({related}) förutsätter "
        "ett tal mellan {low} och {high}{mark}."
    ),
    "tie_made_figures_or": (
        "{place}: tryckt {found}{mark}, men de tal som beräknats av det ({related}) förutsätter "
        "talet {expected}{mark}, om inte felet är i {rivals}."
    ),
    "table_percent_over_zero": (
        "{place}: tryckt {found}{mark}, men jämförelsetalet är noll. Procenten kan inte "
        "beräknas. Skriv ett streck i cell {cell} eller lämna den tom."
    ),
    "table_percent_over_other_sign": (
        "{place}: tryckt {found}{mark}, men jämförelsetalet har motsatt tecken. Procenten säger "
        "ingenting. Skriv ett streck i cell {cell} eller lämna den tom."
    ),
    "table_term_missing": (
        "{place}: det tryckta talet {found}{mark} kan inte kontrolleras, eftersom ett tal som det "
        "beräknas av saknas i tabellen."
    ),
    "table_unread": (
        "{place}: kolumnen kan inte kontrolleras, eftersom varken rubriken eller raderna visar "
        "hur den räknas. Skriv i rubriken vilka perioder kolumnen jämför."
    ),
    "table_unreadable": (
        '{place}: i cell {cell} står "{text}", som inte säkert kan läsas som ett tal. '
        "Skriv ett tal i cellen eller töm den."
    ),
    "total_parts_unknown": (
        "{place}: summan {found} kan inte kontrolleras mot sina delar, eftersom alla delar inte "
        "är kända eller tryckta."
    ),
    "residents_contradict": (
        "{place}: de tryckta talen i €/invånare förutsätter olika invånarantal: {ranges}. "
        "Kontrollera €/invånare och periodens invånarantal."
    ),
    "comment_needed": (
        "{area}, {period}, {line}: {found}, ändring {change}\u00a0% från {base_number} i "
        "{base_period}. Skriv en förklaring till ändringen på bladet Tarkistus."
    ),
    "comment_without_percent": (
        "{area}, {period}, {line}: {found}, medan talet i {base_period} var {base_number}. "
        "Skriv en förklaring till ändringen på bladet Tarkistus."
    ),
    "not_round": (
        "{area}, {period}, {line}: budgettalet {found} är inte runt, fast alla andra budgettal är "
        "det (på {unit} euro när)."
    ),
    "allocation_share": _PART,
    "allocation_share_rounding": _PART + _ROUNDED,
    "allocation_part": _PART,
    "allocation_part_rounding": _PART + _ROUNDED,
    "allocation_sum": ("{pool}, {period}, {line} sammanlagt: tryckt {found}, beräknat {expected}."),
    "allocation_received": (
        "{pool}, {period}: tryckt {found}, beräknat {expected}. Talet är det som posten får av "
        "andra poster, eller det egna beloppet och det erhållna tillsammans."
    ),
    "allocation_left": (
        "{pool}, {period}: ofördelat tryckt {found}, beräknat {expected}. Delarna blir beloppet "
        "som fördelas."
    ),
    "allocation_flow": (
        "{area}, {period}, {line}: tryckt {found}, men posten {pool} ger inget till denna "
        "mottagare. Kontrollera namnen i kolumnerna Från och Till eller ta bort raden."
    ),
    "allocation_flow_absent": (
        "{area}, {period}: i förteckningen saknas raden där {pool} fördelas till denna mottagare. "
        "Lägg till raden: Period, Från och Till."
    ),
    "allocation_unknown": (
        "{area}, {period}, {line}: det tryckta talet {found} kan inte kontrolleras, eftersom det "
        "som det räknas av saknas i fördelningstabellen."
    ),
    "allocation_drivers_absent": (
        "{pool}, {period}: ingen mottagare har en fördelningsgrund, så beloppet kan inte fördelas. "
        "Skriv fördelningsgrunden eller fasta andelar."
    ),
    "allocation_driver_missing": (
        "{pool}, {period}: fördelningsgrunden saknas: {receivers}. Beloppet fördelades inte. Skriv "
        "fördelningsgrunden; om mottagaren inte ska ha något, skriv 0."
    ),
    "allocation_driver_negative": (
        "{pool}, {period}: fördelningsgrunden eller andelen är negativ: {receivers}. Beloppet "
        "fördelades inte. Skriv den som noll eller positiv."
    ),
    "allocation_drivers_zero": (
        "{pool}, {period}: fördelningsgrunden är noll för alla ({receivers}). Beloppet fördelades "
        "inte. Rätta fördelningsgrunden."
    ),
    "allocation_shares_sum": (
        "{pool}, {period}: andelarna är sammanlagt {found}, så {unassigned} % är ofördelat. "
        "Beloppet fördelades inte. Rätta andelarna till 100 %."
    ),
    "allocation_shares_lacking": (
        "{pool}, {period}: andelarna är sammanlagt {found}, så {unassigned} % är ofördelat. "
        "Utan andel: {receivers}. Beloppet fördelades inte. Skriv den andel som saknas."
    ),
    "allocation_shares_over": (
        "{pool}, {period}: andelarna är sammanlagt {found}, alltså {unassigned} procentenheter för "
        "mycket. Beloppet fördelades inte. Rätta andelarna till 100 %."
    ),
    "allocation_two_bases": (
        "{pool}, {period}: både fördelningsgrund och fasta andelar är skrivna. Beloppet fördelades "
        "inte. Töm det ena."
    ),
    "allocation_circle": (
        "Posterna som fördelas ger till varandra i en cirkel ({period}): {pools}. De fördelades "
        "inte. Ta bort en mottagare."
    ),
    "allocation_pool_twice": (
        "{period}: två poster som fördelas har samma namn, {pool}. Ingendera fördelades. Byt namn "
        "på den ena."
    ),
    "allocation_place_twice": (
        "{pool}, {period}: samma tal ({area}, {line}) har två platser i tabellen, cellerna {cell} "
        "och {second}. Posten lämnades orörd. Ta bort den ena."
    ),
    "allocation_note": (
        "{area}: i meningen (cell {cell}, {periods}) är andelen {found}, beräknat {expected}. "
        "Rätta meningen."
    ),
    "allocation_note_blank": (
        "{area}: i meningen (cell {cell}, {periods}) saknas andelen ännu, beräknat {expected}."
    ),
    "allocation_note_mixed": (
        "{area}: meningen (cell {cell}) har en andel, {found}, men andelarna för {periods} är "
        "olika. Dela meningen efter period."
    ),
    "allocation_note_unknown": (
        "{area}: andelen {found} i meningen (cell {cell}, {periods}) kan inte kontrolleras, "
        "eftersom perioden eller mottagaren saknas i fördelningstabellen."
    ),
}

TEXTS = {
    "todo_shared": "Rätta formeln på en gång för hela raden eller kolumnen.",
    "todo_format": "Formatera cellerna som procent eller skriv talen i procent.",
    "todo_report": "Rätta talet i rapporten.",
    "todo_open": "Rätta cell {cell} eller ge en förklaring på bladet Tarkistus.",
    "todo_locked": (
        "Perioden är redan publicerad, så cell {cell} ändras inte: ge en förklaring på bladet "
        "Tarkistus eller öppna perioden på bladet Perustiedot."
    ),
    "pool_found": "Post som fördelas:",
}

CAUSES = {
    "ratio_for_change": (
        "Det tryckta talet är andelen av föregående ({ratio_new} / {ratio_base} = {ratio}\u00a0%), "
        "inte ändringen."
    ),
    "ratio_for_change_sign_flipped": (
        "Det tryckta talet är andelen av föregående ({ratio_new} / {ratio_base} = {ratio}\u00a0%) "
        "med fel tecken, inte ändringen."
    ),
    "periods_reversed": (
        "Det tryckta talet är ändringen från det nyare till det äldre: perioderna har bytt plats."
    ),
    "divided_by_newer": (
        "Det tryckta talet är skillnaden delad med det nyare talet; det ska delas med det äldre."
    ),
    "share_of_total": "Det tryckta talet är en andel av summan, inte en förändring.",
    "index_for_change": "Det tryckta talet är ett index eller en andel, inte en förändring.",
    "fraction_for_percent": (
        "Det tryckta talet är en hundradel av procenttalet: cellen saknar procentformat."
    ),
    "other_base": "Det tryckta talet är jämfört med fel tal: {other_period}.",
    "change_for_share": "Det tryckta talet är avvikelsen i procent, inte andelen.",
    "share_inverted": "Det tryckta talet är andelen tvärtom: budgeten delad med utfallet.",
    "expenses_for_margin": (
        "Det tryckta talet är omkostnaderna per invånare ({other_amount} / {divisor}), "
        "inte verksamhetsbidraget."
    ),
    "other_line_per_resident": (
        "Det tryckta talet är beräknat av fel rad: {other_line} ({other_amount} / {divisor})."
    ),
    "other_line": "Det tryckta talet är från fel rad: {other_line}.",
    "other_residents": (
        "Det tryckta talet är delat med fel periods invånarantal: {other_period}, "
        "{other_residents}."
    ),
    "part_left_out": "En del saknas i det tryckta talet: {part}.",
    "part_sign_flipped": "En del har fel tecken i det tryckta talet: {part}.",
    "sign_flipped": "Det tryckta talet har fel tecken.",
    "digits_swapped": "Två siffror bredvid varandra har bytt plats i det tryckta talet.",
    "thousands_for_units": (
        "Det tryckta talet är i fel enhet: tusental euro där det ska vara euro, eller tvärtom."
    ),
    "truncated": "Det tryckta talet är avhugget, inte avrundat.",
}

ERRORS = {
    "allocation_no_drivers": (
        "Beloppet kan inte fördelas: fördelningsgrunden är noll för alla eller saknas. "
        "Ange fördelningsgrunden."
    ),
    "allocation_driver_missing": "Fördelningsgrunden saknas: {receivers}. Ange den.",
    "allocation_driver_negative": (
        "Fördelningsgrunden är negativ: {receivers}. Ange den som noll eller positiv."
    ),
    "allocation_not_a_number": "{name}: {value} är inget tal som kan fördelas. Rätta det.",
}
