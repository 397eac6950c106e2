"""Two versions of a workbook: why they are not compared, what changed between them."""

ERRORS = {
    "diff_other_city": (
        "{old} on kaupungin {one} ja {new} kaupungin {other}. Vertaa saman kaupungin työkirjoja."
    ),
    "diff_of_two_kinds": (
        "{old} ja {new}: toinen on työkirja ja toinen raportti. Vertaa kahta työkirjaa tai kahta "
        "raporttia; työkirjaa ja raporttia vertaa komento compare."
    ),
    "diff_nothing_shared": (
        "{old} ja {new}: yhtään samaa vastuualuetta ei ole. Vertaa saman työkirjan versioita."
    ),
    "approve_nameless": "{book}: hyväksyjän nimi puuttuu. Anna nimi valinnalla --as.",
    "approve_open": (
        "{book}: {area}: ei voi hyväksyä, avoimia virheitä on {errors} (ensimmäinen "
        "{sheet}!{cell}). Korjaa tai perustele ne."
    ),
}

TEXTS = {
    "diff_same": "Vanhan raportin luvuista ja tavoitteista uudessa sama: {same}/{total}.",
    "diff_numbers": "Uuden raportin taulukoiden luvuista verrattu {done}/{of}.",
    "diff_report_changed": "Muuttunut ({count})",
    "diff_report_gone": "Poistunut ({count})",
    "diff_report_came": "Uusi ({count})",
    "diff_nothing": "Mikään ei muuttunut.",
    "diff_whole_book": "Koko työkirja",
    "diff_area_came": "Uusi alue.",
    "diff_area_gone": "Alue on poistunut.",
    "diff_periods_gone": "Kaudet poistuneet: {periods}",
    "diff_periods_came": "Uudet kaudet: {periods}",
    "diff_follows": "Näistä seuraa ({count}):",
    "diff_findings_gone": "Havaintoja poistui ({count}):",
    "diff_findings_new": "Uusia havaintoja ({count}):",
    "fact_residents": "asukasluku",
    "fact_section": "luku",
    "fact_goal": "tavoite",
    "fact_action": "toimenpiteet",
    "fact_indicator": "mittari",
    "fact_target": "tavoitetaso",
    "fact_outcome": "toteuma",
    "fact_reason": "perustelu",
    "fact_setting_sign": "menojen etumerkki",
    "fact_setting_decimals": "€/asukas-lukujen desimaalit",
    "approval_note": (
        "Hyväksyntä osoittaa, jos tietoja muutetaan sen jälkeen. Se ei todista, kuka sen on tehnyt."
    ),
    "approval_broken": "Hyväksyntöjen riviä {row} on muutettu käsin tai se on siirretty.",
    "approval_shortened": "Hyväksyntöjen rivejä on poistettu.",
    "status_draft": "luonnos",
    "status_ready": "valmis",
    "status_approved": "hyväksytty",
    "status_reopened": "avattu uudelleen",
    "status_sent": "lähetetty {sent}, ei palautettu, määräpäivä {due}",
    "status_returned": "palautettu {returned}, puuttuu {missing}",
    "status_text_changed": "{what} muuttui",
    "status_text_gone": "teksti tai tavoite on poistettu",
}
