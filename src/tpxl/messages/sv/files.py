"""Why a workbook cannot be read or written, and what to do.

The journals: rules by name, rows whose finding is no more, and why one was not written.
"""

ERRORS = {
    "no_books_found": (
        "{place}: inga arbetsböcker hittades. Kontrollera mappen eller namnmönstret."
    ),
    "folder_not_readable": ("{folder}: mappen får inte läsas. Be om läsrätt till mappen."),
    "worker_died": (
        "{book}: behandlingen bröts (status {status}). Arbetsboken är oförändrad eller helt "
        "sparad; kör kommandot för den på nytt."
    ),
    "worker_hung": (
        "{book}: arbetsboken blev inte klar på {seconds} sekunder och behandlingen avslutades. "
        "Kontrollera disken eller nätet och kör kommandot för den på nytt."
    ),
    "worker_not_started": (
        "{book}: behandlingen kunde inte startas ({detail}). Minska valet --jobs."
    ),
    "no_tables": (
        "{book}: ingen av rapportens tabeller hittades i arbetsboken (en rubrikrad med minst "
        "två perioder såsom BS 2025 och under den minst två rader såsom Verksamhetsutgifter)."
        " Kontrollera att filen är den rätta."
    ),
    "file_missing": "{book}: filen finns inte. Kontrollera sökvägen och namnet.",
    "file_is_folder": "{book}: detta är en mapp. Ange arbetsbokens namn.",
    "file_empty": "{book}: filen är tom. Hämta arbetsboken ur en säkerhetskopia.",
    "file_not_readable": (
        "{book}: filen får inte läsas. Be om läsrätt eller kopiera filen till en egen mapp."
    ),
    "file_too_large": (
        "{book}: filen är uppackad för stor för att vara rapportens arbetsbok. Kontrollera "
        "att filen är den rätta."
    ),
    "file_not_regular": "{book}: detta är ingen fil utan ett rör eller en enhet. Ange arbetsboken.",
    "file_swells": (
        "{book}: filen sväller till mer än {limit} gånger sin storlek när den packas upp, vilket "
        "ingen arbetsbok gör. Fråga avsändaren vad filen är."
    ),
    "file_too_many_parts": (
        "{book}: filen har över {limit} delar. Dela arbetsboken eller ta bort bilder och diagram."
    ),
    "file_too_many_sheets": (
        "{book}: arbetsboken har över {limit} kalkylblad. Dela den på flera arbetsböcker."
    ),
    "file_too_many_texts": (
        "{book}: arbetsboken har över {limit} olika texter. Ta bort de blad som inte hör till "
        "rapporten."
    ),
    "part_too_many_elements": (
        "{book}: filen har för mycket i sig ({part}: över {limit} ställen). Ta bort onödiga namn,"
        " format, länkar eller blad ur arbetsboken."
    ),
    "sheet_too_many_rows": (
        "{book}: bladet {sheet} har över {limit} rader. Ta bort tomma rader eller flytta "
        "materialet till en annan arbetsbok."
    ),
    "sheet_too_many_merged": (
        "{book}: bladet {sheet} har över {limit} sammanfogade områden. Dela upp dem i Excel."
    ),
    "sheet_too_many_headings": (
        "{book}: bladet {sheet} har över {limit} rubrikrader med perioder. Dela det på flera blad."
    ),
    "sheet_too_many_words": (
        "{book}: bladet {sheet} har över {limit} av rapportens ord. Dela det på flera blad."
    ),
    "sheet_too_many_goals": (
        "{book}: bladet {sheet} har över {limit} målrader eller måltabeller. "
        "Dela det på flera blad."
    ),
    "text_too_long": (
        "{book}: arbetsboken har en text med över {limit} tecken. Förkorta den i Excel."
    ),
    "format_too_long": (
        "{book}: arbetsboken har ett talformat med över {limit} tecken. Ta bort det i Excel "
        "(Formatera celler, Anpassat)."
    ),
    "deadline_over": (
        "{book}: arbetsboken blev inte klar på {seconds} sekunder och är oförändrad. Ta bort "
        "onödiga blad eller ge mer tid: --deadline SEKUNDER."
    ),
    "book_unexpected": (
        "{book}: tpxl har ett fel ({kind}) och arbetsboken behandlades inte. Sänd loggen {log} "
        "till utvecklarna."
    ),
    "file_encrypted": (
        "{book}: arbetsboken är skyddad med lösenord. Ta bort lösenordet i Excel (Arkiv, "
        "Info, Skydda arbetsbok) och spara."
    ),
    "file_is_old_excel": (
        "{book}: detta är en .xls-fil från gamla Excel. Spara den i Excel som .xlsx."
    ),
    "file_is_binary": (
        "{book}: detta är en binär arbetsbok (.xlsb). Spara den i Excel som .xlsx eller .xlsm."
    ),
    "file_not_workbook": (
        "{book}: detta är ingen Excel-arbetsbok (.xlsx eller .xlsm). Kontrollera att filen är"
        " den rätta."
    ),
    "file_is_report": (
        "{book}: det här är en rapport (PDF eller Word) som inte ändras. Kontrollera den med "
        "tpxl check."
    ),
    "marks_of_pdf_alone": "{book}: en märkt kopia (--out) görs bara av en rapport i PDF.",
    "marks_over_report": (
        "{book}: den märkta kopian kan inte ersätta rapporten. Ge ett annat namn."
    ),
    "report_damaged": (
        "{book}: filen är skadad eller inte det som dess ändelse säger. Hämta rapporten på nytt."
    ),
    "report_encrypted": "{book}: rapporten har ett lösenord. Spara den utan lösenord.",
    "report_scanned": (
        "{book}: rapporten har ingen text, sidorna är bilder. Hämta en PDF som är sparad direkt "
        "ur textbehandlingen."
    ),
    "report_without_reader": (
        "{book}: läsaren för PDF saknas. Be administratören om den (tillägget pdf)."
    ),
    "report_too_long": "{book}: rapporten har över {limit} sidor. Dela upp den.",
    "file_damaged": (
        "{book}: filen är avbruten eller skadad. Hämta arbetsboken ur en säkerhetskopia eller"
        " ladda ner den på nytt."
    ),
    "file_has_twins": (
        "{book}: arbetsboken är skadad ({part} finns två gånger). Öppna den i Excel och spara den"
        " på nytt."
    ),
    "part_missing": (
        "{book}: arbetsboken är skadad ({part} saknas). Hämta den ur en säkerhetskopia."
    ),
    "part_damaged": (
        "{book}: arbetsboken är skadad ({part}). Öppna den i Excel, låt Excel reparera den och "
        "spara."
    ),
    "part_has_dtd": (
        "{book}: arbetsboken har något som Excel inte skriver ({part}). Öppna den i Excel och "
        "spara den på nytt."
    ),
    "part_unordered": (
        "{book}: arbetsbokens rader eller celler står i fel ordning ({part}). Öppna den i Excel "
        "och spara den på nytt."
    ),
    "sheet_missing": "{book}: arbetsboken har inget blad {sheet}. Kontrollera bladets namn.",
    "sheet_damaged": (
        "{book}: bladet {sheet} är skadat. Öppna arbetsboken i Excel, låt Excel reparera den "
        "och spara."
    ),
    "sheet_unordered": (
        "{book}: rader eller celler på bladet {sheet} står i fel ordning i filen. Öppna "
        "arbetsboken i Excel och spara den på nytt."
    ),
    "cell_damaged": (
        "{book}: innehållet i cell {cell} på bladet {sheet} är skadat. Skriv cellen på nytt i"
        " Excel och spara."
    ),
    "cell_unknown": "{sheet}: {cell} är ingen celladress. Ange adressen i formen C7.",
    "edit_in_merged": (
        "Cell {cell} på bladet {sheet} ligger inom det sammanfogade området {block}, där bara"
        " den första cellen kan ha ett värde. Dela området i Excel."
    ),
    "edit_in_array": (
        "Cell {cell} på bladet {sheet} hör till matrisformelns område {block}. Ta bort "
        "formeln i Excel eller låt den räkna cellen."
    ),
    "edit_in_data_table": (
        "Cell {cell} på bladet {sheet} hör till datatabellen {block}. Ta bort datatabellen i "
        "Excel eller låt den räkna cellen."
    ),
    "edit_in_pivot": (
        "Cell {cell} på bladet {sheet} hör till pivottabellen {name} ({block}). Flytta "
        "pivottabellen i Excel."
    ),
    "edit_in_table_header": (
        "Cell {cell} på bladet {sheet} står på rubrikraden i Excel-tabellen {name} ({block})."
        " Ändra rubriken i Excel."
    ),
    "edit_in_table_totals": (
        "Cell {cell} på bladet {sheet} står på summaraden i Excel-tabellen {name} ({block}). "
        "Ändra cellen i Excel."
    ),
    "sheet_name_taken": (
        "{book}: bladet {sheet} finns redan i arbetsboken. Ge det nya bladet ett annat namn."
    ),
    "sheet_name_unusable": (
        "{book}: {sheet} duger inte som namn på ett blad. Ett namn har högst {limit} tecken och "
        "inget av tecknen [ ] : * ? / \\."
    ),
    "structure_protected": (
        "{book}: arbetsbokens struktur är skyddad, så bladet {sheet} kan inte läggas till. Ta bort "
        "skyddet i Excel (Granska, Skydda arbetsbok)."
    ),
    "sheet_in_signed": (
        "{book}: arbetsboken eller dess makron är undertecknade, och ett nytt blad {sheet} skulle "
        "upphäva underskriften. Lägg till bladet i Excel och underteckna på nytt."
    ),
    "sheet_in_shared": (
        "{book}: arbetsboken är delad på det gamla sättet, så bladet {sheet} kan inte läggas till. "
        "Ta bort delningen i Excel (Granska, Dela arbetsbok)."
    ),
    "sheet_not_copied": (
        "{book}: bladet {sheet} kan inte kopieras, eftersom det har en del som inte säkert kan "
        "kopieras ({what}). Kopiera bladet i Excel."
    ),
    "rows_not_moved": (
        "{book}: raderna på bladet {sheet} kan inte flyttas, eftersom det har en del som inte "
        "säkert kan flyttas ({what}). Gör ändringen i Excel."
    ),
    "rows_in_use": (
        "{sheet}!{cell}: formeln {formula} hämtar ett tal från ansvarsområdet som skulle tas bort. "
        "Rätta formeln först."
    ),
    "sheet_not_added": (
        "{book}: bladet {sheet} kan inte läggas till i arbetsboken. Lägg till ett tomt blad i "
        "Excel och ge det detta namn."
    ),
    "edit_in_signed": (
        "{book}: arbetsboken är elektroniskt undertecknad och en ändring skulle upphäva "
        "underskriften. Ta bort underskriften i Excel."
    ),
    "edit_in_shared_formula": (
        "Formeln i cell {cell} på bladet {sheet} är gemensam med andra celler och kan inte "
        "flyttas till dem. Ändra cellen i Excel."
    ),
    "edit_text_too_long": (
        "Cell {cell} på bladet {sheet} skulle få över 32 767 tecken, mer än en cell i Excel "
        "rymmer. Förkorta texten."
    ),
    "edit_not_a_number": (
        "Cell {cell} på bladet {sheet} skulle få ett värde som inte är ett tal. Kontrollera "
        "talen som det räknas av."
    ),
    "file_open": (
        "{book}: arbetsboken är öppen i {program}. Spara och stäng den och kör kommandot på nytt. "
        "Om ingen har den öppen, ta bort filen {lock}."
    ),
    "file_open_by": (
        "{book}: arbetsboken är öppen i {program} hos {user}. Be att den sparas och stängs och "
        "kör kommandot på nytt. Om ingen har den öppen, ta bort filen {lock}."
    ),
    "file_busy": (
        "{book}: en annan tpxl sparar i samma mapp. Vänta tills den är klar och kör kommandot på "
        "nytt."
    ),
    "file_changed_kept": (
        "{book}: ett annat program sparade arbetsboken i samma ögonblick. Dess version finns i "
        "säkerhetskopian {backup}. Jämför versionerna innan du fortsätter."
    ),
    "file_name_too_long": (
        "{book}: filens namn eller sökväg är för lång. Förkorta namnet eller flytta arbetsboken "
        "till en kortare sökväg."
    ),
    "backups_not_cleared": (
        "{book}: arbetsboken är sparad, men de äldsta säkerhetskopiorna kunde inte tas bort. Ta "
        "bort dem ur mappen själv."
    ),
    "owner_not_kept": (
        "{book}: arbetsboken är sparad, men den som körde kommandot blev dess ägare eller grupp. "
        "Be administratören återställa ägaren om andra behöver det."
    ),
    "attributes_not_kept": (
        "{book}: arbetsboken är sparad, men alla dess utökade attribut (till exempel "
        "åtkomstlistan) kunde inte föras över. Kontrollera att andra ännu kan öppna den."
    ),
    "hard_link_parted": (
        "{book}: arbetsboken är sparad, men samma fils andra namn (hårda länkar) visar ännu den "
        "gamla versionen. Länka dem på nytt."
    ),
    "backup_unknown": (
        "{book}: säkerhetskopian {backup} finns inte. Se namnen med kommandot tpxl restore {book}."
    ),
    "backup_damaged": ("{book}: säkerhetskopian {backup} är avbruten eller skadad. Välj en annan."),
    "backups_unreadable": (
        "{book}: mappen eller säkerhetskopian kan inte läsas ({detail}). Be om läsrätt."
    ),
    "file_changed": "{book}: filen har ändrats efter att den lästes. Kör kommandot på nytt.",
    "disk_full": (
        "{book}: disken är full och filen kunde inte sparas. Frigör utrymme. Den gamla filen "
        "är oförändrad."
    ),
    "file_not_writable": (
        "{book}: du saknar skrivrätt till filen eller mappen. Be om skrivrätt eller kopiera "
        "arbetsboken till en egen mapp. Den gamla filen är oförändrad."
    ),
    "file_not_written": (
        "{book}: filen kunde inte sparas ({detail}). Försök på nytt. Den gamla filen är oförändrad."
    ),
    "folder_missing": (
        "{book}: mappen {folder} finns inte. Skapa mappen eller kontrollera sökvägen."
    ),
    "macros_none": (
        "{book}: arbetsboken har inga makron, så det finns inget att byta. Knapparna finns i "
        "tillägget (ASENNUS.md)."
    ),
    "macros_foreign": (
        "{book}: arbetsbokens makron är inte tpxl:s och lämnas orörda. Knapparna finns i "
        "tillägget (ASENNUS.md)."
    ),
    "macros_mixed": (
        "{book}: arbetsboken har också makron av andra ({modules}), som kunde sluta fungera. "
        "Flytta dem till en annan arbetsbok och kör kommandot igen."
    ),
    "macros_newer": (
        "{book}: arbetsbokens makron är av tpxl version {made_for}, men på den här datorn finns "
        "version {installed}. Uppdatera tpxl och kör kommandot igen."
    ),
    "macros_signed": (
        "{book}: arbetsbokens makron är signerade, och bytet skulle bryta signaturen. Be den som "
        "signerat att ta bort den, byt makrona och signera på nytt."
    ),
    "macros_damaged": (
        "{book}: arbetsbokens makron kan inte läsas ({detail}). Öppna arbetsboken i Excel, spara "
        "den och kör kommandot igen."
    ),
    "nothing_tied": (
        "{book}: inget av talen ({count}, bladen {sheets}) kunde kontrolleras, eftersom inget "
        "binder dem till varandra. Kontrollera rubrikernas perioder och radernas namn (tpxl "
        "layout visar vad som lästes)."
    ),
}

FINDINGS = {
    "edit_refused": (
        "{area}, {period}, {line}: cell {cell} ändrades inte, för ändringen skulle skada "
        "arbetsboken. {error}"
    ),
    "area_twice": (
        "Bladen {sheets} gäller samma ansvarsområde {area} och kontrollerades inte. Rätta den "
        "enas rubrik eller ta bort det."
    ),
    "areas_unclear": (
        "{sheet}: samma rader finns i tabellerna {first} och {cell} med olika tal, utan områdets "
        "namn ovanför. De granskades och ändrades inte. Skriv områdets namn ovanför vardera."
    ),
    "area_unfilled": "{area}: inga siffror ännu.",
    "areas_hidden": (
        "Dolda blad kontrollerades inte och räknades inte med: {sheets}. Väljaren --hidden tar "
        "med dem."
    ),
    "sheet_unread": "{error} Bladet granskades inte och ändrades inte.",
    "sheet_refused": "{error} Siffrorna för {area} uppdaterades inte.",
    "macros_old": (
        "Arbetsbokens {book} makron är av en tidigare version av tpxl: där kan en arbetsbok "
        "välja vilket program en knapp startar. Stäng arbetsboken och kör tpxl upgrade."
    ),
    "journal_unwritten": "Bladet {sheet} uppdaterades inte: {error}",
}

TEXTS = {
    "many_left": ("ungefär {time} kvar"),
    "many_done": (
        "{count} arbetsböcker: i ordning {clear}, med öppna fel {open}, inte gjorda {failed}."
    ),
    "many_not_reached": ("Avbröts: inte påbörjade {count}."),
    "many_skipped": ("Hoppades över: {kinds}."),
    "many_backup": ("säkerhetskopior {count}"),
    "many_lock": ("låsfiler och temporära filer {count}"),
    "many_export": ("exporterade blad {count}"),
    "many_form": ("formulär {count}"),
    "many_template": ("mallar {count}"),
    "state_open": "öppen",
    "state_explained": "motiverad",
    "state_told": "för kännedom",
    "do_fix": "rätta eller motivera",
    "do_locked": "motivera",
    "do_outcome": "skriv utfallet",
    "do_reason": "skriv en motivering",
    "do_look": "titta",
    "journal_gone": "borta",
    "rule_change": "Ändrings-%",
    "rule_margin": "Verksamhetsbidrag",
    "rule_per_resident": "€/invånare",
    "rule_residents": "Invånarantal",
    "rule_same_figure": "Samma tal",
    "rule_total": "Summa och delar",
    "rule_comparison": "Jämförelsetabell",
    "rule_comment": "Stor ändring",
    "rule_round": "Runt tal",
    "rule_goals": "Mål",
    "rule_allocation": "Fördelning",
    "rule_reading": "Läsbarhet",
}
