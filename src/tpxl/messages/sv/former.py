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
