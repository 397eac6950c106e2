"""Findings about goals, and why a schema of goals cannot be used."""

_WHERE = "{area}, kapitel {section}{focus}: "

FINDINGS = {
    "goal_outcome_missing": '{area}: utfallet för målet "{goal}" saknas. Skriv det i cell {cell}.',
    "goal_outcome_awaited": (
        '{area}, kapitel {section}: utfallet för målet "{goal}" är ännu tomt. Det skrivs i '
        "cell {cell}."
    ),
    "goal_goal_missing": "{area}, kapitel {section}: raden saknar mål. Skriv det i cell {cell}.",
    "goal_action_missing": (
        '{area}, kapitel {section}: målet "{goal}" har ingen åtgärd. Skriv den i cell {cell}.'
    ),
    "goal_indicator_missing": (
        '{area}, kapitel {section}: målet "{goal}" har ingen mätare. Skriv den i cell {cell}.'
    ),
    "goal_outcome_column_missing": (
        f"{_WHERE}tabellen har ingen kolumn för utfallet. Lägg till en kolumn med bokslut och år i "
        "tabellen vars rubrik finns i cell {cell}."
    ),
    "goal_outcome_column_awaited": (
        f"{_WHERE}tabellen har ännu ingen kolumn för utfallet (rubrik i cell {{cell}}). Den läggs "
        "till när bokslutets siffror är klara."
    ),
    "goal_action_column_missing": (
        f"{_WHERE}tabellen har ingen kolumn för åtgärder. Lägg till den i tabellen vars rubrik "
        "finns i cell {cell}."
    ),
    "goal_indicator_column_missing": (
        f"{_WHERE}tabellen har ingen kolumn för mätare. Lägg till den i tabellen vars rubrik finns "
        "i cell {cell}."
    ),
    "goal_section_missing": (
        "{area}: måltabellen för kapitel {missing} ({title}) hittades inte. Lägg till tabellen "
        "eller kontrollera kapitlets rubrik."
    ),
    "goal_section_unknown": (
        "{area}: enligt stadens regler har kapitel {unknown} ingen måltabell, men en sådan börjar "
        "i cell {cell}. Kontrollera kapitlets rubrik."
    ),
    "goal_section_unnamed": (
        "{area}: ovanför måltabellen (rubrik i cell {cell}) finns ingen kapitelrubrik, så det är "
        "okänt vilket kapitel målen hör till. Lägg till en rubrik, till exempel 4. Övriga mål."
    ),
    "goal_none": (
        f"{_WHERE}det finns inget mål, det minsta antalet är {{limit}}. Lägg till ett mål i "
        "tabellen som börjar i cell {cell}."
    ),
    "goal_too_few": (
        f"{_WHERE}det finns {{count}} mål, det minsta antalet är {{limit}}. Lägg till dem som "
        "saknas i tabellen som börjar i cell {cell}."
    ),
    "goal_too_many": (
        f"{_WHERE}det finns {{count}} mål, det största antalet är {{limit}}. Det första "
        f"överflödiga "
        "finns i cell {cell}: slå ihop eller ta bort mål."
    ),
    "goal_focus_missing": (
        '{area}, kapitel {section}: tyngdpunkten "{missing}" saknas. Lägg till rubriken och målet.'
    ),
    "goal_focus_unknown": (
        '{area}, kapitel {section}: tyngdpunkten "{unknown}" i cell {cell} är ingen av stadens. '
        "Förväntat: {expected_names}. Rätta rubriken."
    ),
    "goal_focus_absent": (
        "{area}, kapitel {section}: målet har ingen tyngdpunkt. Skriv dess namn ovanför tabellen "
        "i cell {cell}. Förväntat: {expected_names}."
    ),
    "goal_focus_areas_differ": (
        "{area}, kapitel {section}: tyngdpunkterna är andra än stadens ({expected_names}). "
        "Rätta rubrikerna eller ange en egen fil: Perustiedot, Regelfil för målen."
    ),
    "goal_focus_misspelt": (
        "{area}, kapitel {section}: tyngdpunkten i cell {cell} är skriven på annat sätt än "
        '"{meant}". '
        "Rätta namnet."
    ),
    "goal_focus_count": (
        "{area}, kapitel {section}: det finns {count} tyngdpunkter, stadens gräns är {limit}. "
        "Kontrollera rubrikerna."
    ),
    "goal_text_short": (
        f"{_WHERE}texten i cell {{cell}} har {{length}} tecken, minst {{limit}} behövs. "
        "Komplettera texten."
    ),
    "goal_text_long": (
        f"{_WHERE}texten i cell {{cell}} har {{length}} tecken, högst {{limit}} är tillåtna. "
        "Förkorta texten."
    ),
    "goal_own_rule": (
        f'{_WHERE}cell {{cell}} ("{{text}}") är inte som staden har bestämt: {{rule}}'
    ),
    "goal_own_rule_unnamed": (
        f'{_WHERE}cell {{cell}} ("{{text}}") är inte som stadens egna regler bestämmer. Fråga '
        "den som gjort regelfilen vad cellen ska innehålla."
    ),
    "goal_error_value": (
        "{area}, kapitel {section}: i cellen {sheet}!{cell} står felvärdet {text}. Rätta formeln "
        "eller skriv en text i cellen."
    ),
    "goal_row_joined": (
        "{area}, kapitel {section}: raden som börjar i cell {cell} lästes som fortsättning på "
        "målet "
        "ovanför, eftersom målets cell är tom. Är den ett eget mål, skriv målet."
    ),
    "goal_row_separate": (
        "{area}, kapitel {section}: raden i cell {cell} lästes som ett eget mål fast den saknar "
        "nummer. Lägg till numret eller slå ihop raden med den ovanför."
    ),
    "goals_absent": (
        "{area}: områdets blad har ingen måltabell fast andra områden har. Om området har mål, "
        "lägg till dem i samma kapitel som de andra."
    ),
    "goal_target_unanswered": (
        '{area}: utfallet för mätaren "{indicator}" saknar tal. Skriv det i cell {cell}.'
    ),
    "goal_target_missed": (
        '{area}, kapitel {section}: målet för "{indicator}" är {expected}, utfallet {found}. '
        "Kontrollera cell {cell} eller ange orsaken."
    ),
    "goal_same_outcome": (
        "{area}: {count} mål har samma utfall ({cells}). Skriv ett eget för vart och ett."
    ),
    "goal_other_year": (
        "{area}, kapitel {section}: utfallet i cell {cell} gäller år {other}, rapporten år "
        "{year}. Uppdatera texten."
    ),
    "goal_placeholder": (
        '{area}, kapitel {section}: cell {cell} har en text som ska kompletteras: "{text}". '
        "Skriv texten färdigt."
    ),
    "goal_unfinished": (
        '{area}, kapitel {section}: texten i cell {cell} slutar mitt i: "{text}". Skriv '
        "meningen färdigt."
    ),
    "goal_too_long": (
        "{area}, kapitel {section}: texten i cell {cell} har {length} tecken, i utskriften "
        "ryms cirka {limit}. Förkorta texten."
    ),
}

ERRORS = {
    "schema_missing": (
        "{schema}: filen med målens regler finns inte. Kontrollera sökvägen och namnet."
    ),
    "schema_unreadable": (
        "{schema}: filen med målens regler kan inte läsas. Kontrollera att det är en textfil "
        "(UTF-8) och ingen mapp, och att du har rätt att läsa den."
    ),
    "schema_too_large": (
        "{schema}: filen med målens regler är över {limit} megabyte. Kontrollera att filen är rätt."
    ),
    "schema_slow": (
        "{schema}: målens regler hann inte gås igenom på {seconds} sekunder för ett område. Be "
        "den som gjort dem förenkla dem."
    ),
    "schema_not_json": (
        "{schema}: filen med målens regler har ett fel på rad {at_line} (tecken {at_column}). Be "
        "den som gjort filen rätta det."
    ),
    "schema_faulty": (
        "{schema}: filen med målens regler har ett fel på stället {path}: {text} duger inte där. "
        "Be den som gjort filen rätta det."
    ),
    "schema_draft": (
        "{schema}: på stället $schema i filen med målens regler står {found_draft}, borde vara "
        "{draft}. Rätta eller ta bort stället."
    ),
    "schema_reference": (
        "{schema}: filen med målens regler hänvisar till {reference}, som inte finns i den. Rätta"
        " hänvisningen; inget hämtas någon annanstans ifrån."
    ),
    "schema_endless": (
        "{schema}: filen med målens regler hänvisar till sig själv utan slut eller har för många "
        "nivåer. Rätta hänvisningarna."
    ),
}

TEXTS = {
    "goals_none": "Inga måltabeller hittades.",
    "goals_section": "Kapitel {section}",
    "goals_no_section": "Okänt kapitel",
    "goals_empty": "(saknas)",
    "goals_goal": "Mål",
    "goals_action": "Åtgärd",
    "goals_indicator": "Mätare",
    "goals_outcome": "Utfall",
    "goals_table": "måltabell, kapitel {section}, {count} mål",
}

UNNAMED = {
    "goal_focus_areas_differ": (
        "{area}, kapitel {section}: tyngdpunkterna är andra än stadens ({expected_names}). "
        "Rätta rubrikerna eller ange en egen fil: inställningen Regelfil för målen."
    ),
}
"""The same where the book lacks the sheet that the sentence names."""
