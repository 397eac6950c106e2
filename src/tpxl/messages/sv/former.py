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
