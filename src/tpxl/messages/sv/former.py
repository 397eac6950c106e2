"""What the version before said, where it is told otherwise now: reasons are known by it."""

VERSIONS = (
    {
        "findings": {
            "residents_contradict": (
                "{place}: tabellens tal i €/invånare förutsätter olika invånarantal: "
                "{all_ranges}. Kontrollera €/invånare och periodens invånarantal."
            ),
            "goal_outcome_missing": (
                '{area}, kapitel {section}{focus}: utfallet för målet "{goal}" saknas. Rapporten '
                "ska berätta hur målet nåddes (115 § i kommunallagen). Skriv utfallet i cell "
                "{cell}."
            ),
            "goal_focus_areas_differ": (
                "{area}, kapitel {section}: tyngdpunkterna är andra än de som de jämförs med "
                "({expected_names}). Rätta rubrikerna; om tyngdpunkterna är rätt, skriv namnet på"
                " er egen fil på raden Målschema på bladet Perustiedot."
            ),
            "goal_outcome_awaited": (
                '{area}, kapitel {section}{focus}: utfallet för målet "{goal}" är ännu tomt. '
                "Det skrivs i cell {cell} när bokslutets siffror är klara."
            ),
            "goal_goal_missing": (
                "{area}, kapitel {section}{focus}: raden har en åtgärd eller en mätare men "
                "inget mål. Skriv målet i cell {cell}."
            ),
            "goal_action_missing": (
                '{area}, kapitel {section}{focus}: målet "{goal}" har ingen åtgärd. Skriv den '
                "i cell {cell}."
            ),
            "goal_indicator_missing": (
                '{area}, kapitel {section}{focus}: målet "{goal}" har ingen mätare som visar '
                "utfallet. Skriv den i cell {cell}."
            ),
            "goal_target_unanswered": (
                '{area}, kapitel {section}{focus}: mätaren "{indicator}" har ett måltal, men '
                "utfallet har inget tal. Skriv talet i cell {cell}."
            ),
            "goal_other_year": (
                "{area}, kapitel {section}{focus}: utfallet i cell {cell} handlar om år "
                "{other}, fast rapporten gäller {year}. Uppdatera texten."
            ),
            "goal_placeholder": (
                "{area}, kapitel {section}{focus}: cell {cell} har en text som ska "
                'kompletteras: "{text}". Skriv texten färdigt.'
            ),
            "goal_unfinished": (
                "{area}, kapitel {section}{focus}: texten i cell {cell} slutar mitt i: "
                '"{text}". Skriv meningen färdigt.'
            ),
            "goal_too_long": (
                "{area}, kapitel {section}{focus}: texten i cell {cell} har {length} tecken, i "
                "utskriften ryms cirka {limit}. Förkorta texten."
            ),
            "goal_same_outcome": (
                "{area}: {count} mål har samma utfall, i cellerna {cells}. Skriv för vart och "
                "ett hur just det nåddes."
            ),
            "number_as_text": (
                '{area}, {period}, {line}: talet "{text}" i cell {cell} är sparat som text. '
                "Det är med i beräkningarna; Excels formler ser det inte."
            ),
            "base_absent": (
                "Jämförelseperioden {base_period} finns inte i arbetsboken, så de tal som "
                "jämförs med den ({count} st., det första i {sheet}!{cell}) kan inte "
                "kontrolleras."
            ),
            "formulas_without_value": (
                "Blad {sheet}: formler utan beräknat värde: {count} (den första {cell}). De "
                "granskades inte och ändrades inte. Öppna arbetsboken i Excel, spara den och "
                "granska på nytt."
            ),
            "unread_column_near": (
                '{area}: rubriken "{text}" är okänd, så kolumnens tal ({count}) kontrollerades '
                "inte. Avses perioden {near}? Rätta cell {cell}."
            ),
            "expenses_turned": (
                "{area}: verksamhetsutgifterna har ett annat tecken än i inställningarna (den "
                "första är {cell}). Talen lästes som de står. Byt tecken om de är fel."
            ),
            "area_twice": (
                "Bladen {sheets} gäller samma ansvarsområde {area}, så de granskades och "
                "ändrades inte. Skriv det andra områdets namn i dess rubrik eller ta bort det "
                "extra bladet."
            ),
            "areas_hidden": (
                "Dolda blad för ansvarsområden har inte kontrollerats, ändrats eller räknats "
                "med: {sheets}. Väljaren --hidden tar med dem."
            ),
            "allocation_note_unknown": (
                "{area}: andelen {found} i meningen (cell {cell}, {periods}) kan inte "
                "kontrolleras, eftersom perioden eller mottagaren saknas i "
                "fördelningstabellen."
            ),
        },
        "texts": {
            "unread_column_unnamed": (
                '{area}: kolumnrubriken "{text}" (cell {cell}) är okänd, så kolumnens tal '
                "({count}) kontrollerades inte. Skriv en period som rubrik, till exempel TP "
                "2025."
            ),
            "unread_row_unnamed": (
                '{area}: raden "{text}" (cell {cell}) är okänd, så dess tal ({count}) '
                "kontrollerades inte."
            ),
            "unread_row_lacking_unnamed": (
                '{area}: raden "{text}" är okänd, men verksamhetsbidraget avviker med just '
                "dess tal. Rätta radens namn i cell {cell}."
            ),
            "unread_row_lacking_total_unnamed": (
                '{area}: raden "{text}" är okänd, men summan ({totals}) avviker från sina '
                "delar med just dess tal. Rätta radens namn i cell {cell}."
            ),
            "unread_table_unnamed": (
                "{sheet}: raderna ({labels}) i tabellen som börjar i cell {cell} är okända, "
                "så dess tal ({count}) kontrollerades inte."
            ),
            "todo_locked": (
                "Perioden är redan publicerad, så cell {cell} ändras inte: ge en förklaring på "
                "bladet Tarkistus eller öppna perioden på bladet Perustiedot."
            ),
            "todo_open": "Rätta cell {cell} eller ge en förklaring på bladet Tarkistus.",
        },
        "unnamed": {
            "todo_locked": ("Perioden är redan publicerad, så cell {cell} ändras inte."),
            "goal_focus_areas_differ": (
                "{area}, kapitel {section}: tyngdpunkterna är andra än de som de jämförs med "
                "({expected_names}). Rätta rubrikerna; om tyngdpunkterna är rätt, skriv namnet på"
                " er egen fil på raden Målschema i inställningarna."
            ),
        },
        "errors": {
            "part_too_many_elements": (
                "{book}: filens del {part} har över {limit} element. Ta bort onödiga namn, "
                "format, länkar eller blad ur arbetsboken."
            ),
            "part_missing": (
                "{book}: delen {part} saknas i filen, som alltså är skadad. Hämta arbetsboken ur "
                "en säkerhetskopia."
            ),
            "part_damaged": (
                "{book}: filens del {part} är skadad. Öppna arbetsboken i Excel, låt Excel "
                "reparera den och spara."
            ),
            "part_has_dtd": (
                "{book}: filens del {part} har definitioner som Excel inte skriver. Öppna "
                "arbetsboken i Excel och spara den på nytt."
            ),
            "part_unordered": (
                "{book}: rader eller celler i filens del {part} står i fel ordning. Öppna "
                "arbetsboken i Excel och spara den på nytt."
            ),
        },
    },
)
"""By part of the catalogue and code, the latest version first."""
