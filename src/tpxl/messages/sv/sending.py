"""Forms to the areas and back: what they say, why one is not taken, what is to be looked at."""

ERRORS = {
    "send_nothing": (
        "{book}: det finns inget att fråga: områdena har varken mål eller ändringar att förklara."
    ),
    "collect_none_sent": (
        "{book}: inga formulär har skickats från denna arbetsbok. Skicka först: tpxl send."
    ),
    "return_format": (
        "{file}: formuläret har sparats i ett annat format. Be om ett svar i formatet .xlsx."
    ),
    "return_no_form": (
        "{file}: detta är inte ett formulär från tpxl, eller bladet Utskick saknas. Be om svar i "
        "den skickade filen."
    ),
    "return_foreign": "{file}: har inte skickats från arbetsboken {book}. Kontrollera filen.",
    "return_old": (
        "{file}: gammalt formulär: {area} skickades på nytt {at}. Be om svar på det nya formuläret."
    ),
    "return_other_year": (
        "{file}: formuläret frågade om {asked}, men arbetsbokens nyaste är {period}. Kontrollera "
        "filen."
    ),
    "send_no_day": "{said} är ingen dag. Skriv dagen så här: 12.2.2026, och tryck på nytt.",
    "area_no_column": (
        "{book}: ansvarsområdenas inställningar saknar kolumnen {column}. "
        "Lägg till den eller utelämna valet."
    ),
}

TEXTS = {
    "form_title": "{area}: utfall och motiveringar",
    "form_fill": "Skriv i de gula cellerna och returnera filen.",
    "form_fill_by": "Skriv i de gula cellerna och returnera filen senast {due}.",
    "form_read": (
        "Resten är bara för läsning: mål och siffror ändras inte här. Siffrorna finns på bladet "
        "Siffror."
    ),
    "form_missing": "saknas",
    "form_missing_count": "Saknas:",
    "form_done": "skrivet",
    "form_letters": "tecken",
    "form_too_long": "för lång",
    "form_limit": (
        "I rapporten ryms {limit} tecken. Förkorta texten, eller låt den vara lång och kom överens "
        "med ekonomienheten."
    ),
    "form_figures_sheet": "Siffror",
    "form_figures": "{area}: siffror",
    "form_figures_read": "Bara för läsning. Är en siffra fel, meddela ekonomienheten.",
    "form_sent_note": "Med detta hittar svaren sin plats. Ändra inte.",
    "form_reasons": "Ändring att förklara",
    "form_change": (
        "Vad beror {change_of} på? {period}: {found}; {base_period}: {base_number}; ändring "
        "{change}\u00a0%."
    ),
    "form_change_without_percent": (
        "Vad beror {change_of} på? {period}: {found}; {base_period}: {base_number}."
    ),
    "form_list": "utskickslista",
    "form_list_area": "ansvarsområde",
    "form_list_person": "ansvarig",
    "form_list_address": "e-post",
    "form_list_file": "fil",
    "form_list_due": "senast",
    "form_list_questions": "frågor",
    "form_list_missing": "saknas",
    "send_line": "{area}: {file}, saknas {missing}/{questions}",
    "send_to": "{area}: {file}, saknas {missing}/{questions}; {person} {address}",
    "send_not_asked": "{area}: inget att fråga, inget formulär gjordes.",
    "send_list": "Utskickslista: {file}",
    "return_state_taken": "samlat",
    "return_state_partly": "delvis samlat",
    "return_state_repeated": "samma svar har redan samlats",
    "return_state_refused": "inte samlat",
    "return_late": "försenat",
    "return_by": "ifyllt av {by}",
    "return_counts": (
        "taget {taken}, redan i arbetsboken {same}, oförändrat {unchanged}, konflikter "
        "{conflicts}, att se på {odd}; saknas {missing}"
    ),
    "return_conflict": (
        'Konflikt, {sheet}!{cell}, {title}: i arbetsboken "{master}", i svaret "{returned}".'
    ),
    "return_conflict_leave": "Ingendera ändrades. Välj --conflict ours eller theirs.",
    "return_conflict_ours": "Arbetsbokens text står kvar.",
    "return_conflict_theirs": "Svarets text togs.",
    "odd_no_key": "en rad som inte skickats; lägg den i arbetsboken om den hör dit: {text}",
    "odd_contradicts": "radens kod och mål är från olika rader, svaret togs inte: {text}",
    "odd_rewritten": "målet har skrivits om helt, svaret togs inte: {text}",
    "odd_dragged": "svaret kan ha flyttats från en annan rad, det togs inte: {text}",
    "odd_twice": "raden finns två gånger med olika svar, ingetdera togs: {text}",
    "odd_copied": "raden finns två gånger, den andras svar togs: {text}",
    "odd_error_value": "svaret är ett felvärde, det togs inte: {text}",
    "odd_emptied": "området tömde svaret, arbetsbokens text står kvar: {text}",
    "odd_gone": "målet eller siffran har ändrats eller tagits bort, svaret togs inte: {text}",
    "odd_formula": "i cellen finns en formel, svaret togs inte: {text}",
    "odd_several_cells": "utfallet står i flera celler, svaret togs inte: {text}",
    "odd_lettering": "cellens text har fetstil eller annan stil, svaret togs inte: {text}",
    "odd_no_row": "ändringen finns ännu inte på kontrollbladet; uppdatera och samla igen: {text}",
    "odd_goal_changed": "området ändrade målet, ändringen togs inte: {text}",
    "odd_row_changed": "området ändrade åtgärder eller mätare, ändringen togs inte: {text}",
    "odd_goal_edited": "målet har ändrats i arbetsboken efter utskicket, svaret togs: {text}",
    "odd_figure_changed": "området ändrade en siffra, ändringen togs inte: {text}",
    "odd_row_missing": "raden saknas i svaret: {text}",
    "odd_stray": "text i en kolumn som formuläret inte har: {text}",
    "odd_same_answer": "samma svar på flera rader: {text}",
    "excel_send_due": (
        "När ska formulären senast returneras? Till exempel 12.2.2026; tomt: ingen bestämd dag."
    ),
    "excel_sent": "{count} formulär gjordes i mappen\n{folder}",
    "excel_sent_save": (
        "Spara arbetsboken innan du skickar formulären: bara då känns svaren igen."
    ),
    "excel_collect_choose": "Välj de returnerade formulären",
    "excel_would_collect": "Ur svaren skulle {count} celler skrivas:",
    "excel_collected": "Ur svaren skrevs {count} celler:",
    "excel_collect_ask": "Ska svaren skrivas?",
    "excel_collect_conflicts": (
        "Ska svaren skrivas? Ja: svarets text vid konflikter. Nej: konflikterna lämnas som de är. "
        "Avbryt: inget skrivs."
    ),
    "form_text": "Text",
}
