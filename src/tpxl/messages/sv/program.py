"""What the command line says around the findings, Excel's boxes, and what templates get wrong."""

from tpxl.messages.catalogue import in_each_place

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

TEXTS = {
    "figures_checked": "{count} tal kontrollerade",
    "no_figures_yet": ("inga tal ännu"),
    "figures_changed": "{count} ändrade",
    "wrong_in_locked": "i publicerade perioder {count}",
    "explained": "förklarade {count}",
    "explanation": "Förklaring: {reason}",
    "completeness": ("Hur långt ansvarsområdena har kommit"),
    "completeness_filled": "ifyllt",
    "completeness_checked": "kontrollerat",
    "completeness_explained": "förklarat",
    "edits": "Ändringar ({count})",
    "empty": "tom",
    "figures_table": "nyckeltalstabell",
    "unread_table": (
        "{place}: under perioderna finns inte två rader som tpxl känner, så "
        "tabellen räknas inte ({periods}; {labels})."
    ),
    "layout_area": "nyckeltal för ett ansvarsområde",
    "layout_areas_in_table": "ansvarsområden i samma tabell",
    "layout_total": "summor för alla ansvarsområden",
    "layout_summary": "sammandrag",
    "layout_goals": "mål",
    "layout_comparison": "jämförelsetabell",
    "layout_allocation": "fördelning av kostnader",
    "layout_settings": "inställningar",
    "layout_findings_journal": "lista över anmärkningar",
    "layout_changes_journal": "lista över ändringar",
    "layout_hidden": "inte läst: bladet är dolt (valet --hidden tar med det)",
    "layout_veryHidden": ("inte läst: bara ett makro kan visa bladet (valet --hidden tar med det)"),
    "layout_damaged": "inte läst: bladet är skadat",
    "layout_area_twice": "inte läst: ett annat blad är av samma ansvarsområde",
    "layout_area_unclear": "inte läst: det framgår inte vilket ansvarsområde tabellen är av",
    "layout_period_twice": "inte läst: samma period finns två gånger i tabellen",
    "layout_line_twice": "inte läst: samma rad finns två gånger i tabellen",
    "layout_unread_table": "inte läst: under perioderna finns inte två kända rader",
    "layout_unread_column": "inte läst: kolumnens rubrik är okänd",
    "layout_unread_row": "inte läst: radens namn är okänt",
    "layout_unread_lines": "inte läst: inga perioder ovanför talen",
    "layout_unread_numbers": "inte läst: rubrikerna är okända",
    "layout_empty": "tomt",
    "layout_nothing_known": "inte läst: inga av rapportens tabeller",
    "summary_table": "Sammandrag:",
    "residents_found": "Invånarantal {period}: {residents} ({status}), {sheet}!{cell}",
    "backups": "{book}: {count} säkerhetskopior, den nyaste först",
    "backups_none": "{book}: det finns inga säkerhetskopior.",
    "backup_whole": "hel",
    "backup_cut": "skadad",
    "backup_size": "{size} kB",
    "restored": "{book}: {backup} är återställd.",
    "restored_already": "{book}: arbetsboken är redan densamma som {backup}.",
    "restored_kept": "Den föregående versionen finns i säkerhetskopian {backup}.",
    "demo_check": "Rapportens tal före uppdateringen",
    "demo_refresh": "Uppdatering",
    "demo_export": "Till nämnden",
    "upgraded": (
        "{book}: makrona byttes till makrona i tpxl version {version}. Inget annat ändrades."
    ),
    "would_upgrade": (
        "{book}: makrona skulle bytas till makrona i tpxl version {version}. Inget annat skulle "
        "ändras."
    ),
    "upgrade_needless": "{book}: makrona är redan de i tpxl version {version}. Inget ändrades.",
    "excel_started": "tpxl: arbetsboken läses ...",
    "excel_progress": "tpxl: läst {done}/{total}: {sheet}",
    "excel_log": "Närmare uppgifter: {path}",
    "excel_nothing_changed": "Inget ändrades: siffrorna är redan aktuella.",
    "excel_changed": "{count} siffror ändrades:",
    "excel_would_change": "En uppdatering skulle ändra {count} siffror:",
    "excel_would_change_nothing": "En uppdatering skulle inte ändra något: allt är aktuellt.",
    "excel_more": "... och {count} till.",
    "excel_not_changed": "Allt kunde inte ändras:",
    "excel_hidden": "Ändringar finns också på dolda blad: {sheets}.",
    "excel_unsaved": (
        "Arbetsboken har inte sparats. Se på ändringarna och spara; stänger du utan att spara "
        "gäller de tidigare siffrorna."
    ),
    "excel_autosaved": (
        "Spara automatiskt är på: ändringarna är redan sparade. Den tidigare versionen finns i "
        "versionshistoriken."
    ),
    "excel_kept": "Arbetsboken före ändringarna: {path}",
    "excel_not_kept": "Ingen säkerhetskopia av arbetsboken blev kvar: {why}",
    "excel_manual": (
        "Beräkningen är manuell: tryck på F9 så att arbetsbokens egna formler räknar de nya "
        "siffrorna."
    ),
    "self_test_head": "tpxl {tpxl}, Python {python}:",
    "self_test_works": "OK:",
    "self_test_fails": "NEJ:",
    "self_test_copy": "Arbetsboken läses från en kopia ({count} blad, {seconds} s).",
    "self_test_cells": (
        "Excel ger ingen läsbar kopia av arbetsboken, så den läses cell för cell ({count} "
        "blad, {seconds} s)."
    ),
    "self_test_writable": "Arbetsboken kan ändras.",
    "self_test_read_only": "Arbetsboken är öppnad skrivskyddad: spara den under ett annat namn.",
    "self_test_backup": "Säkerhetskopiorna hamnar i mappen {folder}",
    "self_test_no_backup": "Det går inte att skriva i mappen {folder}: be om skrivrätt.",
    "self_test_cloud": "Arbetsboken ligger på nätet: exporten hamnar i mappen {folder}",
    "self_test_pdf": "PDF-filer görs utan andra program.",
    "self_test_no_pdf": "För PDF-filer behövs Word eller LibreOffice.",
    "self_test_functions": "Kalkylfunktionernas bibliotek är på plats.",
    "self_test_no_functions": (
        "Kalkylfunktionernas bibliotek saknas: kör installationen (install.ps1) på nytt."
    ),
    "self_test_log": "Fellogg: {folder}",
    "self_test_end": "Ingenting ändrades.",
    "excel_see_check": "Iakttagelserna finns på bladet Tarkistus.",
    "excel_first_findings": "De viktigaste iakttagelserna:",
    "excel_no_findings": "Allt stämmer.",
    "excel_exported": "{count} filer exporterades till mappen\n{folder}",
    "excel_old_macros": (
        "Knappens makron är av en tidigare version av tpxl. Stäng arbetsboken och kör kommandot "
        "tpxl upgrade; om du tryckte i menyfliken, kör installationen (install.ps1) igen."
    ),
    "templates_kept": "{path} finns redan; den ändrades inte",
    "compare.tied": "Av arbetsbokens tal och mål är lika i rapporterna: {tied}/{total}.",
    "compare.differences": "Avviker ({count})",
    "compare.missing": "Saknas i rapporterna ({count})",
    "compare.unknown": "Finns inte i arbetsboken ({count})",
    "compare.numbers": "Av talen i rapporternas tabeller jämförda: {done}/{of}.",
    "compare.not_read_back": "Inte läst tillbaka (HTML): {files}.",
    "compare.read_back": "Läst tillbaka: {files}.",
    "compare.book": "i arbetsboken {value}",
    "compare.report": "i rapporten {value}",
    "compare.goal": "mål",
    "report.proof_made": "Stämmer: beräknat av {terms}.",
    "report.proof_part": "Stämmer: av detta är beräknat {result}.",
    "report.page": "s. {page}",
    "report.row": "tabell {table}, rad {row}",
    "report.tied": "Avstämda {done}/{of} av tabellernas tal.",
    "report.untied": "Tabeller vars tal inte stämdes av ({count})",
    "report.untied_table": "{heading} ({count} tal)",
    "report.residents_missing": (
        "{area}, {period}, {line}: talet {found} kan inte kontrolleras, eftersom "
        "periodens invånarantal inte finns i rapporten."
    ),
    "report.base_missing": (
        "{area}, {period}, {line}: talet {found} kan inte kontrolleras, eftersom talet "
        "för jämförelseperioden {base_period} inte finns i rapporten."
    ),
    "report.part_missing": (
        "{area}, {period}, {line}: talet {found} kan inte kontrolleras, eftersom ett "
        "tal som det räknas av saknas i rapporten."
    ),
    "summary_written": "{path}: {count} siffror",
    "summary_goals_written": "{path}: {count} mål",
    "summary_package_written": "{path}: {count} siffror och {goals} mål",
}

ERRORS = {
    "output_is_read": "{file}: filen läses, så den skrivs inte över. Ange ett annat namn.",
    "output_not_written": (
        "Resultatet kunde inte visas: disken är full eller utskriftens mål är stängt. De "
        "arbetsböcker som saknar felrad är behandlade."
    ),
    "command_unexpected": (
        "tpxl har ett fel ({kind}) och kommandot avbröts. Sänd loggen {log} till utvecklarna."
    ),
    "folder_not_writable": "{folder}: det går inte att skriva i mappen. Välj en annan mapp.",
    "excel_busy": (
        "Excel är upptaget: en cell redigeras eller en dialogruta är öppen. Tryck på Enter eller "
        "Esc, stäng rutan och tryck på knappen igen."
    ),
    "excel_gone": (
        "Excel svarar inte längre. Se om arbetsboken ännu är öppen och öppna den igen. Filen på "
        "disken är oförändrad."
    ),
    "changes_left_kept": (
        "{book}: ändringen blev på hälft, och en del av den hann göras. Stäng arbetsboken utan att "
        "spara och öppna den på nytt. {kept}\n\n{reason}"
    ),
    "changes_left": (
        "{book}: Excel slutade svara mitt i ändringarna, och en del siffror hann ändras. Stäng "
        "arbetsboken utan att spara och öppna den på nytt."
    ),
    "caller_missing": (
        "Arbetsboken vars knapp trycktes hittades inte öppen. Spara arbetsboken, stäng andra "
        "Excelfönster och försök igen. Filnamnet får inte innehålla tecknet =."
    ),
    "another_book_active": (
        "Knappen hör till arbetsboken {book}, men framme är {active}. Gå till {book} och tryck "
        "igen."
    ),
    "book_newer": (
        "{book}: arbetsboken är gjord för tpxl version {made_for}, men på den här datorn finns "
        "version {installed}. Installera den nya versionen (install.ps1) och tryck igen."
    ),
    "book_unsaved": (
        "{book}: arbetsboken har inte sparats, så det finns ingen mapp att exportera till. Spara "
        "arbetsboken och tryck igen."
    ),
    "not_a_worksheet": (
        "{book}: ett diagram- eller makroblad är öppet. Gå till ansvarsområdets blad och tryck "
        "igen."
    ),
    "not_an_area_sheet": (
        "Bladet {sheet} har inga siffror för ett ansvarsområde. Gå till ansvarsområdets blad och "
        "tryck igen, eller uppdatera alla."
    ),
    "book_unreadable": "{book}: arbetsboken kan inte läsas från Excel ({reason}). Försök igen.",
    "sheet_unreadable": (
        "Bladet {sheet} kan inte läsas från Excel ({reason}). Öppna arbetsboken på nytt och "
        "försök sedan."
    ),
    "book_unwritable": (
        "{book}: Excel vill inte ändra eller spara arbetsboken ({reason}). Kontrollera att den "
        "inte är öppnad skrivskyddad."
    ),
    "edit_failed": (
        "Cell {cell} på bladet {sheet} kan inte ändras: Excel säger: {reason} Ändra cellen för "
        "hand."
    ),
    "cell_changed_meanwhile": (
        "Cell {cell} på bladet {sheet} ändrades efter att den lästes, så den rördes inte. Tryck "
        "på nytt."
    ),
    "edit_not_taken": (
        "Cell {cell} på bladet {sheet} behåller inte värdet som skrevs. Kontrollera cellens "
        "verifieringsregel och format."
    ),
    "sheet_protected": (
        "Bladet {sheet} är skyddat med lösenord, så det ändrades inte. Ta bort skyddet i Excel "
        "(Granska, Ta bort bladets skydd) och försök igen."
    ),
    "sheet_filtered": (
        "Bladet {sheet} är filtrerat, så en del rader är dolda. Ta bort filtret (Data, Rensa) "
        "och tryck igen."
    ),
    "unexpected": (
        "Något oväntat hände ({detail}). Arbetsboken är oförändrad. Försök igen; om felet "
        "upprepas, skicka loggfilen till stödet."
    ),
    "udf_shapes": "områdena är olika stora. Ange lika stora områden.",
    "udf_decimals": "{value} går inte: ange ett heltal mellan {least} och {most}.",
    "udf_not_a_number": "{value} är inget tal.",
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
        "{template}: mallen är trasig ({part}) eller kan inte användas. Spara mallen på nytt "
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
    "area_words": (
        "Skriv tpxl area add ARBETSBOK OMRÅDE [--like MODELL], tpxl area rename ARBETSBOK OMRÅDE "
        "NYTT eller tpxl area remove ARBETSBOK OMRÅDE."
    ),
    "area_approved": (
        "{book}: ansvarsområdet {area} är godkänt, så det döps inte om och tas inte bort. Öppna "
        "det först på nytt (tpxl approve --state ready)."
    ),
    "area_taken": "{book}: ansvarsområdet {area} finns redan i arbetsboken. Ge ett annat namn.",
    "area_is_last": "{book}: {area} är det enda ansvarsområdet och kan inte tas bort.",
    "area_shares_sheet": (
        "{book}: ansvarsområdet {area} är på samma blad {sheet} som ett annat område, så det kan "
        "varken kopieras eller tas bort. Flytta det först till ett eget blad."
    ),
    "area_unknown": "{book}: ansvarsområdet {area} finns inte. Bokens områden: {areas}.",
    "no_areas": "{book}: boken har inget ansvarsområdes blad, så det finns inget att exportera.",
    "export_refused": (
        "{area}: exporterades inte, området har öppna fel ({errors} st., det första i "
        "{sheet}!{cell}). Rätta dem eller förklara dem på bladet Tarkistus."
    ),
    "export_area_twice": (
        "{area}: exporterades inte, för bladen {sheets} gäller samma ansvarsområde. Rätta "
        "rubriken på det ena eller ta bort det extra bladet."
    ),
    "left_hidden": (
        "Dolda blad för ansvarsområden togs inte med: {sheets}. Väljaren --hidden tar med dem."
    ),
    "left_in_table": (
        "{sheet}: ansvarsområdena {areas} exporterades inte, eftersom de står i samma tabell. Gör "
        "ett eget blad för varje område, så exporteras det."
    ),
    "export_cells_left": (
        "{area}: celler på bladet {sheet} kom inte med i exporten: {count} ({cells}). Flytta deras "
        "texter under rubriken för något avsnitt, om de hör till rapporten."
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
        "Tillägget för sammanställningar saknas. Be administratören om det (tillägget data)."
    ),
}

UNNAMED = {
    "export_refused": (
        "{area}: exporterades inte, området har öppna fel ({errors} st., det första i "
        "{sheet}!{cell}). Rätta dem."
    ),
}
"""The same where the book lacks the sheet that the sentence names."""
