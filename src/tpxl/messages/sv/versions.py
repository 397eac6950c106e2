"""Versions and reports: why two are not compared, what changed, what a report lacks."""

ERRORS = {
    "diff_other_city": (
        "{old} är av staden {one} och {new} av staden {other}. Jämför arbetsböcker av samma stad."
    ),
    "diff_out_of_books": (
        "Skillnaderna mellan två rapporter kan inte skrivas i filen {file}. Lämna bort --out."
    ),
    "diff_of_two_kinds": (
        "{old} och {new}: den ena är en arbetsbok och den andra en rapport. Jämför två "
        "arbetsböcker eller två rapporter; arbetsbok och rapport jämför kommandot compare."
    ),
    "diff_nothing_shared": (
        "{old} och {new}: inget ansvarsområde är gemensamt. Jämför versioner av samma arbetsbok."
    ),
    "approve_nameless": "{book}: den godkännandes namn saknas. Ange namnet med --as.",
    "approve_open": (
        "{book}: {area}: kan inte godkännas, öppna fel {errors} (det första {sheet}!{cell}). "
        "Rätta eller motivera dem."
    ),
    "export_not_approved": (
        "{area}: exporterades inte, för området har inte godkänts eller har ändrats efter"
        " godkännandet. Se tpxl status."
    ),
    "export_approvals_broken": (
        "{book}: godkännandenas rader har ändrats för hand, och godkännandena trycktes "
        "inte. Se tpxl status."
    ),
    "diff_out_suffix": "{out}: ändringarna skrivs som .xlsx eller .docx. Byt filens namn.",
}

TEXTS = {
    "report.unreadable": (
        '{area}, {period}, {line}: i rapporten står "{text}", som inte säkert kan läsas som ett '
        "tal."
    ),
    "report.table_unreadable": (
        '{place}: i rapporten står "{text}", som inte säkert kan läsas som ett tal.'
    ),
    "report.unread_column": (
        '{area}: kolumnrubriken "{text}" är okänd, så dess tal ({count}) kontrollerades inte.'
    ),
    "report.unread_column_near": (
        '{area}: rubriken "{text}" är okänd, så kolumnens tal ({count}) kontrollerades inte. '
        "Avses perioden {near}?"
    ),
    "report.unread_row": (
        '{area}: raden "{text}" är okänd, så dess tal ({count}) kontrollerades inte.'
    ),
    "report.unread_row_near": (
        '{area}: raden "{text}" är okänd, så dess tal ({count}) kontrollerades inte. Avses raden '
        "{near}?"
    ),
    "report.unread_lines": (
        "{sheet}: ovanför raderna ({labels}) finns ingen rad med perioder, så deras tal ({count}) "
        "kontrollerades inte."
    ),
    "report.periods_exchanged": (
        "{area}: {count} tal som räknas av andra passar till perioderna {meant}, inte till "
        "rubrikerna {periods}. Kontrollera rubrikerna."
    ),
    "report.sign_alone": (
        "{area}, {period}, {line}: i rapporten står {found}, men radens övriga tal har ett annat "
        "tecken."
    ),
    "diff_same": "Av den gamla rapportens tal och mål är lika i den nya: {same}/{total}.",
    "diff_numbers": "Av talen i den nya rapportens tabeller jämfördes {done}/{of}.",
    "diff_report_changed": "Ändrat ({count})",
    "diff_report_gone": "Borta ({count})",
    "diff_report_came": "Nytt ({count})",
    "diff_nothing": "Ingenting har ändrats.",
    "diff_whole_book": "Hela arbetsboken",
    "diff_area_came": "Nytt område.",
    "diff_area_gone": "Området är borta.",
    "diff_periods_gone": "Perioder borta: {periods}",
    "diff_periods_came": "Nya perioder: {periods}",
    "diff_follows": "Av dessa följer ({count}):",
    "diff_findings_gone": "Iakttagelser borta ({count}):",
    "diff_findings_new": "Nya iakttagelser ({count}):",
    "fact_residents": "invånarantal",
    "fact_section": "kapitel",
    "fact_goal": "mål",
    "fact_action": "åtgärder",
    "fact_indicator": "mätare",
    "fact_target": "målnivå",
    "fact_outcome": "utfall",
    "fact_reason": "motivering",
    "fact_setting_sign": "utgifternas tecken",
    "fact_setting_decimals": "decimaler av €/invånare",
    "approval_note": (
        "Godkännandet visar om något ändras efteråt. Det bevisar inte vem som har gjort det."
    ),
    "approval_broken": "Rad {row} av godkännandena har ändrats för hand eller flyttats.",
    "approval_shortened": "Rader av godkännandena har tagits bort.",
    "status_draft": "utkast",
    "status_ready": "klar",
    "status_approved": "godkänd",
    "status_reopened": "öppnad på nytt",
    "status_sent": "skickat {sent}, inte returnerat, senast {due}",
    "status_returned": "returnerat {returned}, saknas {missing}",
    "status_text_changed": "{what} har ändrats",
    "status_text_gone": "en text eller ett mål har tagits bort",
    "export.ready": "Klar: {by}, {day}{version}, kod {mark}",
    "export.approved": "Godkänd: {by}, {day}{version}, kod {mark}",
    "export.reopened": "Ändrad efter att {by} märkte området {day}{version}",
    "export.version": ", version {version}",
    "diff_title": "Ändringar",
    "diff_column_area": "Ansvarsområde",
    "diff_column_kind": "Slag",
    "diff_column_what": "Vad",
    "diff_column_old": "Förut",
    "diff_column_new": "Nu",
    "diff_column_difference": "Ändring",
    "diff_kind_area": "område",
    "diff_kind_periods": "perioder",
    "diff_kind_typed": "skrivet",
    "diff_kind_follows": "följer av det föregående",
    "diff_kind_finding_gone": "iakttagelse borta",
    "diff_kind_finding_new": "ny iakttagelse",
    "changed_by_hand": "för hand",
}
