"""Two versions of a workbook: why they are not compared, what changed between them."""

ERRORS = {
    "diff_other_city": (
        "{old} on kaupungin {one} ja {new} kaupungin {other}. Vertaa saman kaupungin työkirjoja."
    ),
    "diff_nothing_shared": (
        "{old} ja {new}: yhtään samaa vastuualuetta ei ole. Vertaa saman työkirjan versioita."
    ),
}

TEXTS = {
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
}
