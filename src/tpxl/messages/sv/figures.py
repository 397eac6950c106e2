"""Findings about figures: those of sections 6 and 7 and those tied to others.

The causes say what a wrong figure is instead of what it should be, by the mistake that reproduces
it.
"""

_TIES = {
    "tie_amended": (
        "{place}: i tabellen {found}, av den ursprungliga budgeten och ändringarna beräknat "
        "{expected} (tal {parts})."
    ),
    "tie_deviation": "{place}: i tabellen {found}, borde vara {expected} (tal {parts}).",
    "tie_used_percent": "{place}: i tabellen {found}{mark}, borde vara {expected}{mark} ({parts}).",
    "tie_deviation_percent": (
        "{place}: i tabellen {found}{mark}, borde vara {expected}{mark} (tal {parts})."
    ),
    "tie_change": "{place}: i tabellen {found}, borde vara {expected} (tal {parts}).",
    "tie_change_percent": (
        "{place}: i tabellen {found}{mark}, borde vara {expected}{mark} (tal {parts})."
    ),
    "tie_total": "{place}: i tabellen {found}, delarnas summa är {expected} (delar {parts}).",
    "tie_areas_total": (
        "{place}: i tabellen är områdenas summa {found}, beräknad {expected} ({parts})."
    ),
    "tie_same_figure": (
        "{place}: i tabellen {found}{mark}, men samma tal är på ett annat ställe ({related}) "
        "{parts}{mark}."
    ),
}

_DEMANDED, _MADE = "borde vara", "av talen beräknat"
"""What rounding allows is told and not demanded."""

_COARSE = " Skillnaden beror på att talen är avrundade."

FINDINGS = {
    "margin": "{area}, {period}, {line}: i tabellen {found}, borde vara {expected}.",
    "margin_rounding": (
        "{area}, {period}, {line}: i tabellen {found}, av delarna {expected}. Skillnaden är "
        "avrundning."
    ),
    "change_percent": "{area}, {period}, {line}: i tabellen {found}, borde vara {expected}.",
    "change_percent_rounding": (
        "{area}, {period}, {line}: i tabellen {found}, beräknat {expected}. Skillnaden är "
        "avrundning."
    ),
    "per_resident": (
        "{area}, {period}, {line}: i tabellen {found}, borde vara {expected} "
        "({residents_number} invånare)."
    ),
    "per_resident_rounding": (
        "{area}, {period}, {line}: i tabellen {found}, beräknat {expected} ({residents_number} "
        "invånare). Skillnaden är avrundning."
    ),
    "per_resident_restated": (
        "{area}, {period}, {line}: talet {found} i tabellen är räknat med invånarantalet {earlier} "
        "({status}), som det slutliga {residents_number} har ersatt. Det rättade talet är "
        "{expected}."
    ),
    "expenses_turned": (
        "{area}: verksamhetsutgifternas tecken är ett annat än i inställningarna (den första "
        "{cell}). Rätta det ena."
    ),
    "sign_alone": (
        "{area}, {period}, {line}: i tabellen står {found}, men radens övriga tal har ett annat "
        "tecken. Kontrollera tecknet i cell {cell}."
    ),
    "expenses_unclear": (
        "{area}: verksamhetsutgifterna har ett annat tecken än i inställningarna (den första "
        "är {cell}), så verksamhetsbidraget varken kontrollerades eller beräknades. Rätta "
        "tecknen eller inställningen."
    ),
    "change_over_zero": (
        "{area}, {period}, {line}: i tabellen {found}, men jämförelsetalet ({base_period}) är "
        "noll. Procenten kan inte beräknas. Skriv ett streck i cell {cell} eller lämna den tom."
    ),
    "change_over_other_sign": (
        "{area}, {period}, {line}: i tabellen {found}, men jämförelsetalet ({base_period}) har "
        "motsatt tecken, så någon procent anges inte. Skriv ett streck i cell {cell} eller lämna "
        "den tom."
    ),
    "base_missing": (
        "{area}, {period}, {line}: talet {found} kan inte kontrolleras, eftersom talet för "
        "{base_period} saknas."
    ),
    "base_absent": (
        "Perioden {base_period} saknas i arbetsboken: tal som jämförs med den ({count}, det "
        "första {sheet}!{cell}) kan inte kontrolleras."
    ),
    "residents_missing": (
        "{area}, {period}, {line}: talet {found} i tabellen kan inte kontrolleras, eftersom "
        "invånarantalet saknas. Skriv kolumnerna Kausi och Asukasluku på bladet Perustiedot."
    ),
    "residents_to_type": (
        "{area}, {line}: platserna lämnas tomma ({periods}), eftersom invånarantalet saknas. "
        "Skriv kolumnerna Kausi och Asukasluku på bladet Perustiedot."
    ),
    "part_missing": (
        "{area}, {period}, {line}: talet {found} i tabellen kan inte kontrolleras, eftersom ett "
        "tal som det beräknas av saknas i arbetsboken."
    ),
    "empty_computed": ("{area}, {period}, {line}: cell {cell} är tom, där borde stå {expected}."),
    "unread_column": (
        '{area}: kolumnrubriken "{text}" (cell {cell}) är okänd, så kolumnens tal '
        "({count}) kontrollerades inte. Skriv en period som rubrik, till exempel TP "
        "2025."
    ),
    "unread_column_near": (
        '{area}: rubriken "{text}" är okänd, och dess tal ({count}) kontrollerades inte. Är '
        "den {near}? Rätta cell {cell}."
    ),
    "unread_row": (
        '{area}: raden "{text}" (cell {cell}) är okänd, så dess tal ({count}) kontrollerades inte.'
    ),
    "unread_row_lacking": (
        '{area}: raden "{text}" är okänd, men verksamhetsbidraget avviker med just dess'
        " tal. Rätta radens namn i cell {cell}."
    ),
    "unread_row_lacking_total": (
        '{area}: raden "{text}" är okänd, men summan ({totals}) avviker från sina delar med '
        "just dess tal. Rätta radens namn i cell {cell}."
    ),
    "unread_row_near": (
        '{area}: raden "{text}" är okänd, så dess tal ({count}) kontrollerades inte. '
        "Avses raden {near}? Rätta cell {cell}."
    ),
    "periods_exchanged": (
        "{area}: {count} tal som räknas av andra passar till perioderna {meant}, inte till "
        "rubrikerna {periods} (från cell {cell}). De ändrades inte. Kontrollera rubrikerna och "
        "deras platser."
    ),
    "periods_disordered": (
        "{sheet}: perioderna från cell {cell} ({periods}) står inte i ordning, så deras tal "
        "({count}) kontrollerades inte. Rätta rubrikerna eller deras ordning."
    ),
    "unread_lines": (
        "{sheet}: ovanför raderna från cell {cell} ({labels}) finns ingen rad med perioder, så "
        "deras tal ({count}) kontrollerades inte. Skriv perioderna, t.ex. BS 2024 och BS 2025, "
        "ovanför talen."
    ),
    "unread_numbers": (
        "{sheet}: rubrikerna ({labels}) i tabellen från cell {cell} är okända, så dess tal "
        "({count}) kontrollerades inte."
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
    "error_values": ("{sheet}: {count} celler har felvärdet {text} (den första är {cell})."),
    "number_as_text": (
        '{area}, {period}, {line}: talet "{text}" är text som Excels formler inte ser. Gör '
        "cell {cell} till ett tal."
    ),
    "formulas_wait": (
        "Värdet av {count} formler kontrollerades inte, eftersom arbetsboken {book} väntar på "
        "omräkning. Öppna den i Excel, spara och kontrollera på nytt."
    ),
    "formulas_without_value": (
        "Blad {sheet}: formler utan värde: {count} (den första {cell}), de kontrollerades "
        "inte. Spara arbetsboken i Excel."
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
        "{related}). Inget av dem användes. Ta bort det ena eller märk det som slutligt "
        "(lopullinen)."
    ),
    **_TIES,
    **{
        f"{code}_rounding": text.replace(_DEMANDED, _MADE) + _COARSE for code, text in _TIES.items()
    },
    "shared_mistake": (
        "{place}: {count}/{of} tal är fel på samma sätt, det första {cell}: i tabellen "
        "{found}{mark}, borde vara {expected}{mark}."
    ),
    "tie_made_figures": (
        "{place}: i tabellen {found}{mark}, men de tal som beräknats av det ({related}) "
        "förutsätter talet {expected}{mark}."
    ),
    "tie_made_figures_between": (
        "{place}: i tabellen {found}{mark}, men de tal som beräknats av det ({related}) "
        "förutsätter ett tal mellan {low} och {high}{mark}."
    ),
    "tie_made_figures_or": (
        "{place}: i tabellen {found}{mark}, men de tal som beräknats av det ({related}) "
        "förutsätter talet {expected}{mark}, om inte felet är i {rivals}."
    ),
    "table_percent_over_zero": (
        "{place}: i tabellen {found}{mark}, men jämförelsetalet är noll. Procenten kan inte "
        "beräknas. Skriv ett streck i cell {cell} eller lämna den tom."
    ),
    "table_percent_over_other_sign": (
        "{place}: i tabellen {found}{mark}, men jämförelsetalet har motsatt tecken, så någon "
        "procent anges inte. Skriv ett streck i cell {cell} eller lämna den tom."
    ),
    "table_term_missing": (
        "{place}: talet {found}{mark} i tabellen kan inte kontrolleras, eftersom ett tal som det "
        "beräknas av saknas i tabellen."
    ),
    "table_base_unknown": (
        "{place}: dessa kolumner kan inte kontrolleras: {columns}. De kan vara räknade av tal "
        "under en okänd rubrik: {headings}. Skriv perioden som rubrik, till exempel BU 2025."
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
        "{place}: summan {found} kan inte kontrolleras, eftersom någon av dess delar saknas i "
        "tabellen eller inte är känd."
    ),
    "taken_for_total": (
        "Bladet {sheet} lästes som summan av de andra områdena, eftersom dess tal är deras summor. "
        "Om det är ett ansvarsområde, skriv dess namn i listan över ansvarsområden."
    ),
    "area_not_in_summary": (
        "{area} saknas på bladet {sheet}, så dess summor (den första är {cell}) gäller inte "
        "hela staden. Lägg till området på bladet."
    ),
    "summary_names_unknown_area": (
        '{sheet}: i cellen {cell} står "{text}", men det finns inget sådant område, så '
        "summorna kan inte kontrolleras. Rätta namnet eller ta bort raden."
    ),
    "blank_parts": (
        "{place}: delar av summan {sum} är tomma ({count} st., den första {cell}) fast "
        "deras rader har en skillnad. Fyll i dem, så stämmer summan med sina delar."
    ),
    "blank_parts_lacking": (
        "{place}: i summan {sum} (cell {total}) ingår inte de tomma ställena ({count} st., "
        "det första {cell}) vars rader har en skillnad. Fyll i dem; summan borde vara "
        "{due}."
    ),
    "area_same_figures": (
        "{area}: talen är desamma som för området {other}. Om bladet är en kopia, skriv in "
        "områdets egna tal."
    ),
    "residents_contradict": (
        "{place}: talen i €/invånare ger olika invånarantal: {ranges}. Kontrollera talen och "
        "invånarantalet."
    ),
    "comment_needed": (
        "{area}, {period}, {line}: {found}, ändring {change}\u00a0% ({base_period}: "
        "{base_number}). Förklara på Tarkistus."
    ),
    "comment_without_percent": (
        "{area}, {period}, {line}: {found}, i {base_period} {base_number}. Förklara på Tarkistus."
    ),
    "not_round": (
        "{area}, {period}, {line}: budgettalet {found} är inte runt, fast alla andra budgettal är "
        "det (på {unit} euro när)."
    ),
}

TEXTS = {
    "unread_column_unnamed": (
        "{area}: kolumnen (cell {cell}) har ingen rubrik, så dess tal ({count}) kontrollerades "
        "inte. Skriv en period som rubrik, till exempel TP 2025."
    ),
    "unread_row_unnamed": (
        "{area}: talen från cell {cell} ({count}) har inget radnamn, så de kontrollerades inte. "
        "Skriv radens namn eller ta bort talen."
    ),
    "unread_row_lacking_unnamed": (
        "{area}: raden från cell {cell} har inget namn, men verksamhetsbidraget avviker med just "
        "dess tal. Skriv radens namn."
    ),
    "unread_row_lacking_total_unnamed": (
        "{area}: raden från cell {cell} har inget namn, men summan ({totals}) avviker från sina "
        "delar med just dess tal. Skriv radens namn."
    ),
    "unread_table_unnamed": (
        "{sheet}: raderna i tabellen från cell {cell} har inga namn, så dess tal ({count}) "
        "kontrollerades inte. Skriv radernas namn."
    ),
    "comment_needed_explained": (
        "{area}, {period}, {line}: {found}, ändring {change}\u00a0% ({base_period}: {base_number})."
    ),
    "comment_without_percent_explained": (
        "{area}, {period}, {line}: {found}, i {base_period} {base_number}."
    ),
    "todo_shared": "Rätta formeln på en gång för hela raden eller kolumnen.",
    "todo_format": "Formatera cellerna som procent eller skriv talen i procent.",
    "todo_report": "Rätta talet i rapporten.",
    "todo_open": "Rätta {cell} eller förklara på Tarkistus.",
    "todo_locked": (
        "Perioden är publicerad: förklara på Tarkistus eller öppna perioden (Perustiedot, "
        "Lukittu: ei)."
    ),
    "pool_found": "Post som fördelas:",
    "withheld": (
        "Siffror som beräknas av den ({withheld}) skrivs inte förrän det är klart vilken "
        "siffra som är fel."
    ),
    "todo_lost": ("Formeln pekar på ett blad eller en cell som inte längre finns. Rätta formeln."),
    "todo_formulas": ("Rätta formlerna."),
}

CAUSES = {
    "ratio_for_change": (
        "I tabellen står andelen av föregående ({ratio_new} / {ratio_base} = {ratio}\u00a0%), "
        "inte ändringen."
    ),
    "ratio_for_change_sign_flipped": (
        "I tabellen står andelen av föregående ({ratio_new} / {ratio_base} = {ratio}\u00a0%) "
        "med fel tecken, inte ändringen."
    ),
    "periods_reversed": (
        "Talet i tabellen är ändringen från det nyare till det äldre: perioderna har bytt plats."
    ),
    "divided_by_newer": (
        "Talet i tabellen är skillnaden delad med det nyare talet; det ska delas med det äldre."
    ),
    "share_of_total": "Talet i tabellen är en andel av summan, inte en förändring.",
    "index_for_change": "Talet i tabellen är ett index eller en andel, inte en förändring.",
    "fraction_for_percent": "Cellen saknar procentformat.",
    "other_base": "Talet i tabellen är jämfört med fel tal: {other_period}.",
    "change_for_share": "Talet i tabellen är avvikelsen i procent, inte andelen.",
    "share_inverted": "Talet i tabellen är andelen tvärtom: budgeten delad med utfallet.",
    "expenses_for_margin": (
        "I tabellen står kostnaderna per invånare ({other_amount} / {divisor}), "
        "inte verksamhetsbidraget."
    ),
    "other_line_per_resident": (
        "Talet i tabellen är beräknat av fel rad: {other_line} ({other_amount} / {divisor})."
    ),
    "other_line": "Talet i tabellen är från fel rad: {other_line}.",
    "other_residents": (
        "Talet i tabellen är delat med fel periods invånarantal: {other_period}, {other_residents}."
    ),
    "part_left_out": "En del saknas i tabellens tal: {part}.",
    "part_sign_flipped": "En del har fel tecken i tabellens tal: {part}.",
    "sign_flipped": "Talet i tabellen har fel tecken.",
    "digits_swapped": "Två siffror bredvid varandra har bytt plats i tabellens tal.",
    "thousands_for_units": (
        "Talet i tabellen är i fel enhet: tusental euro där det ska vara euro, eller tvärtom."
    ),
    "comma_misplaced": (
        "Talet i tabellen har en nolla för mycket eller för litet, eller så står kommat fel."
    ),
    "truncated": "Talet i tabellen är avhugget, inte avrundat.",
}

UNNAMED = {
    "residents_missing": (
        "{area}, {period}, {line}: talet {found} i tabellen kan inte kontrolleras, eftersom "
        "invånarantalet saknas. Lägg till en tabell med kolumnerna Kausi och Asukasluku i "
        "arbetsboken."
    ),
    "residents_to_type": (
        "{area}, {line}: platserna lämnas tomma ({periods}), eftersom invånarantalet saknas. "
        "Lägg till en tabell med kolumnerna Kausi och Asukasluku i arbetsboken."
    ),
    "comment_needed": (
        "{area}, {period}, {line}: {found}, ändring {change}\u00a0% ({base_period}: "
        "{base_number}). Förklara i rapporten."
    ),
    "comment_without_percent": (
        "{area}, {period}, {line}: {found}, i {base_period} {base_number}. Förklara i rapporten."
    ),
    "todo_open": ("Rätta cell {cell}."),
    "todo_locked": "Perioden är publicerad: talet lämnades som det är.",
}
"""The same where the book lacks the sheet that the sentence names."""
