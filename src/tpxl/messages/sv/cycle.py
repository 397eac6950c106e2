"""The year's turn: why a year is not opened, what moved and why, what is to be looked at."""

ERRORS = {
    "rollover_exists": "{out}: filen finns redan. Ge den nya arbetsboken ett annat namn.",
    "rollover_suffix": (
        "{out}: den nya arbetsboken måste sluta på {suffix} liksom den gamla. Byt filändelse."
    ),
    "rollover_no_areas": (
        "{book}: arbetsboken har inga ansvarsområden vars tal kunde flyttas. Kontrollera filen."
    ),
    "rollover_contested": (
        "{book}: bladen {sheets} hör till samma ansvarsområde ({area}). Rätta rubriken på det ena "
        "eller ta bort det extra bladet och öppna året på nytt."
    ),
    "rollover_years_differ": (
        "{book}: områdenas nyaste period är inte densamma ({first}; {second}). Gör rubrikerna lika "
        "och öppna året på nytt."
    ),
    "rollover_open": "{book}: {period} är tom: året {year} är redan öppnat. Fyll i talen först.",
    "rollover_not_next": (
        "{book}: året {year} följer inte på arbetsbokens år. Öppna först året {next}."
    ),
    "rollover_twice": (
        "{book}: {what} finns två gånger, {sheet}!{first} och {sheet}!{second}: det är okänt "
        "vilken som flyttas. Ta bort den ena."
    ),
    "rollover_unsettled": (
        "{book}: året öppnas inte förrän de tal som inte stämmer är rättade eller motiverade "
        "({count} st.): de skulle låsas. Se {places}."
    ),
    "rollover_formula": (
        "{book}: {sheet}!{cell} hämtar sitt tal med formeln {formula} från {source}, som inte "
        "flyttas: där stode det gamla talet under det nya året. Rätta formeln eller fortsätt med "
        "--formulas-checked (sådana: {count})."
    ),
    "rollover_constant_formula": (
        "{book}: formeln {formula} i {sheet}!{cell} hänvisar inte till något tal som flyttas: där"
        " stode det gamla talet under det nya året. Skriv ett tal eller fortsätt med "
        "--formulas-checked (sådana: {count})."
    ),
    "rollover_unknown": (
        "{book}: värdet av formeln {sheet}!{cell} finns inte i filen och kan därför inte flyttas. "
        "Öppna arbetsboken i Excel, spara och försök på nytt."
    ),
    "new_exists": ("{book}: filen finns redan. Ge den nya arbetsboken ett annat namn."),
    "new_suffix": (
        "{book}: den nya arbetsbokens filändelse måste vara {suffix} eftersom den har knappar. "
        "Byt ändelsen."
    ),
    "new_unwritten": (
        "{book}: arbetsboken kan inte skrivas här. Kontrollera mappen och rättigheterna."
    ),
    "new_year": ("Året {year} duger inte. Ange ett räkenskapsår mellan 2000 och 2098."),
    "new_city": ("Stadens namn är tomt eller längre än {most} tecken. Ange namnet på en rad."),
    "new_of_what": (
        "{book}: källan saknas eller det finns två. Ange --year och --areas, "
        "eller --from och fjolårets rapport."
    ),
    "new_report_without_year": (
        "{book}: i rapporten fanns inga ansvarsområden med bokslutssiffror ({year}). Kontrollera "
        "filen och --year."
    ),
    "new_period": ("{period} är ingen period. Skriv till exempel BS 2025 eller BU 2025."),
    "new_periods": (
        "Perioderna måste innehålla {actual} och {budget}, varje period en gång och högst "
        "{most} perioder. Rätta --periods."
    ),
    "names_none": ("{file}: filen har inget namn. Skriv namnen, ett per rad."),
    "names_many": ("{file}: namnen är {count}, högst {most} duger. Kontrollera att filen är rätt."),
    "names_twice": (
        "{file}: {name} finns två gånger, på raderna {first} och {second}. Ta bort den ena."
    ),
    "names_taken": (
        "Rad {line}: {sheet} är arbetsbokens eget ord och duger inte som ansvarsområdets namn. "
        "Byt namnet."
    ),
    "names_unusable": (
        "Rad {line}: {sheet} duger inte som bladnamn. Namnet har högst {limit} tecken och inga "
        "av tecknen [ ] : * ? / \\. Förkorta eller byt namnet."
    ),
    "names_blank": ("{file}: tomma rader var {count}, de hoppades över."),
    "names_heading": ("{file}: första raden {name} lästes som rubrik."),
    "names_encoding": (
        "{file}: teckenkodningen är {encoding} och inte UTF-8. Kontrollera ä, ö och å i "
        "arbetsboken."
    ),
}

FINDINGS = {
    "year_setting": (
        "{sheet}!{cell}: räkenskapsåret är {typed}, men områdenas nyaste period är {newest}. Rätta "
        "året eller periodernas rubriker."
    ),
    "year_texts": (
        '{sheet}: en rubrik säger ett äldre år än tabellerna, "{text}", men den nyaste perioden '
        "är från {year} (sådana texter finns {count}). Rätta året."
    ),
    "summary_period_missing": (
        "{sheet}: sammandraget saknar perioden {missing}. Rätta rubriken eller lägg till en kolumn."
    ),
}

TEXTS = {
    "kept_bases": (
        "De tal som ändringar jämförs med när deras period inte längre finns i områdenas tabeller. "
        "Ändra dem inte."
    ),
    "kept_area": "Ansvarsområde",
    "kept_line": "Nyckeltal",
    "area_added": "Ansvarsområdet lades till",
    "area_renamed": "Ansvarsområdet fick ett nytt namn",
    "area_removed": "Ansvarsområdet togs bort",
    "area_added_head": "{book}: ansvarsområdet {name} lades till.",
    "area_renamed_head": "{book}: ansvarsområdet {name} heter nu {new}.",
    "area_removed_head": "{book}: ansvarsområdet {name} togs bort.",
    "area_added_would": "{book}: ansvarsområdet {name} skulle läggas till (inte skrivet).",
    "area_renamed_would": "{book}: ansvarsområdet {name} skulle heta {new} (inte skrivet).",
    "area_removed_would": "{book}: ansvarsområdet {name} skulle tas bort (inte skrivet).",
    "area_rows_copied": "{sheet}: ny rad under rad {rows}",
    "area_rows_removed": "{sheet}: raden {rows} tas bort",
    "area_review": "Titta själv ({count}):",
    "review_area_named": "nämner området i en text: {text}",
    "review_area_across": "området är rubrik för en kolumn: {text}",
    "review_area_kept": "inga rader lades till på bladet: {text}",
    "review_area_single": "formeln omfattar inte det nya området: {text}",
    "review_area_name_lost": "namnet syftar på det som togs bort: {text}",
    "excel_area_name": "Ge det nya ansvarsområdets namn. Det görs efter området som är framme.",
    "excel_area_new_name": "Ge ansvarsområdet ett nytt namn.",
    "excel_area_ask": "Ska ändringen göras? Det som tas bort kan inte ångras.",
    "year_opened": "Året {year} öppnades",
    "rollover_head": "{book}: år {year} → {to}",
    "rollover_would": "{book}: år {year} → {to} (skrevs inte)",
    "rollover_moved": "{moved} tal flyttas, {emptied} töms, rubriker och texter {texts}.",
    "rollover_fell": "Bort faller {periods}.",
    "rollover_kept": "{count} jämförelsetal bevaras.",
    "rollover_lost": (
        "{count} jämförelsetal faller bort: ändringar från dem kan inte längre kontrolleras. De "
        "stämde i den gamla arbetsboken."
    ),
    "rollover_residents": "Skriv in invånarantalet: {periods}.",
    "rollover_plan": ("TS {year} blir TS {to}. TA {year} lämnas tom: planen kopieras inte dit."),
    "rollover_review": "Kontrollera ({count}):",
    "rollover_journal": (
        "Antalet fynd att motivera och tal som inte kontrollerats ändras: de äldsta perioderna "
        "föll bort och de nya är tomma. Utskick och godkännanden börjar om."
    ),
    "rollover_written": "Den nya arbetsboken: {out}. Den gamla rördes inte.",
    "excel_year_ask": (
        "Ska den nya arbetsboken sparas bredvid denna som {out}? Denna arbetsbok ändras inte."
    ),
    "review_error_gone": "faller bort utan att rättas: {text}",
    "review_figure_stays": "talet flyttas inte, så rubriken lämnades: {text}",
    "review_unread_table": "tabellen är inte känd, rubrikerna lämnades: {text}",
    "review_sheet_name": "bladets namn har ett årtal: {text}",
    "review_formula_text": "en text i formeln har ett årtal: {text}",
    "review_look": "kontrollera året: {text}",
    "review_meeting": "ändra mötesdagen: {text}",
    "review_drawn": "en text i ett diagram eller en figur har ett årtal: {text}",
    "new_taken": "Av talen i rapportens tabeller togs {done}/{of}. Kontrollera dem: tpxl check.",
    "new_area_left": "Togs inte: ansvarsområdet {area}, vars namn inte duger som namn på ett blad.",
    "new_periods_left": "Togs inte: perioderna {periods}.",
    "new_table_left": "Togs inte: {place} {heading}: tal {count}.",
    "new_made": (
        "{book}: ny arbetsbok, ansvarsområden {areas}, perioder {periods}. Börja på det första "
        "bladet efter anvisningen."
    ),
}
