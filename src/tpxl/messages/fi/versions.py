"""Versions and reports: why two are not compared, what changed, what a report lacks."""

ERRORS = {
    "diff_other_city": (
        "{old} on kaupungin {one} ja {new} kaupungin {other}. Vertaa saman kaupungin työkirjoja."
    ),
    "diff_out_of_books": (
        "Kahden raportin eroja ei voi kirjoittaa tiedostoon {file}. Jätä pois --out."
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
    "export_not_approved": (
        "{area}: ei viety, koska aluetta ei ole hyväksytty tai se on muuttunut "
        "hyväksynnän jälkeen. Katso tpxl status."
    ),
    "export_approvals_broken": (
        "{book}: hyväksyntöjen rivejä on muutettu käsin, eikä hyväksyntöjä tulostettu. "
        "Katso tpxl status."
    ),
    "diff_out_suffix": "{out}: muutosten tiedosto on .xlsx tai .docx. Vaihda tiedoston nimi.",
}

TEXTS = {
    "report.unreadable": (
        '{area}, {period}, {line}: raportissa on "{text}", jota ei voi lukea varmasti yhdeksi '
        "luvuksi."
    ),
    "report.table_unreadable": (
        '{place}: raportissa on "{text}", jota ei voi lukea varmasti yhdeksi luvuksi.'
    ),
    "report.unread_column": (
        '{area}: sarakkeen otsikkoa "{text}" ei tunneta, joten sen lukuja ({count}) ei tarkistettu.'
    ),
    "report.unread_column_near": (
        '{area}: otsikkoa "{text}" ei tunneta, joten sarakkeen lukuja ({count}) ei tarkistettu. '
        "Tarkoittaako se kautta {near}?"
    ),
    "report.unread_row": (
        '{area}: riviä "{text}" ei tunneta, joten sen lukuja ({count}) ei tarkistettu.'
    ),
    "report.unread_row_near": (
        '{area}: riviä "{text}" ei tunneta, joten sen lukuja ({count}) ei tarkistettu. '
        "Tarkoittaako se riviä {near}?"
    ),
    "report.unread_lines": (
        "{sheet}: rivien ({labels}) yläpuolella ei ole kausien riviä, joten niiden lukuja "
        "({count}) ei tarkistettu."
    ),
    "report.periods_exchanged": (
        "{area}: {count} muista luvuista laskettua lukua sopii kausiin {meant}, ei otsikoihin "
        "{periods}. Tarkista otsikot."
    ),
    "report.sign_alone": (
        "{area}, {period}, {line}: raportissa {found}, mutta rivin muilla luvuilla on toinen "
        "etumerkki."
    ),
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
    "export.ready": "Valmis: {by}, {day}{version}, tunniste {mark}",
    "export.approved": "Hyväksytty: {by}, {day}{version}, tunniste {mark}",
    "export.reopened": "Muuttunut sen jälkeen, kun {by} merkitsi alueen {day}{version}",
    "export.version": ", versio {version}",
    "diff_title": "Muutokset",
    "diff_column_area": "Vastuualue",
    "diff_column_kind": "Laji",
    "diff_column_what": "Mikä",
    "diff_column_old": "Ennen",
    "diff_column_new": "Nyt",
    "diff_column_difference": "Muutos",
    "diff_kind_area": "alue",
    "diff_kind_periods": "kaudet",
    "diff_kind_typed": "kirjoitettu",
    "diff_kind_follows": "seuraa edellisistä",
    "diff_kind_finding_gone": "havainto poistui",
    "diff_kind_finding_new": "uusi havainto",
    "changed_by_hand": "käsin",
}
