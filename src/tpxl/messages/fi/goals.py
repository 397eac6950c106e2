"""Findings about goals, and why a schema of goals cannot be used."""

_WHERE = "{area}, osio {section}{focus}: "

FINDINGS = {
    "goal_outcome_missing": (
        '{area}: tavoitteen "{goal}" toteuma puuttuu. Kirjoita se soluun {cell}.'
    ),
    "goal_outcome_awaited": (
        '{area}, osio {section}: tavoitteen "{goal}" toteuma on vielä tyhjä. Se kirjoitetaan '
        "soluun {cell}."
    ),
    "goal_goal_missing": (
        "{area}, osio {section}: riviltä puuttuu tavoite. Kirjoita se soluun {cell}."
    ),
    "goal_action_missing": (
        '{area}, osio {section}: tavoitteella "{goal}" ei ole toimenpidettä. Kirjoita se '
        "soluun {cell}."
    ),
    "goal_indicator_missing": (
        '{area}, osio {section}: tavoitteella "{goal}" ei ole mittaria. Kirjoita se soluun {cell}.'
    ),
    "goal_outcome_column_missing": (
        f"{_WHERE}taulukossa ei ole toteuman saraketta. Lisää taulukkoon, jonka otsikko on solussa "
        "{cell}, sarake TP ja vuosi."
    ),
    "goal_outcome_column_awaited": (
        f"{_WHERE}taulukossa ei ole vielä toteuman saraketta (otsikko solussa {{cell}}). "
        "Se lisätään, kun tilinpäätöksen luvut ovat valmiit."
    ),
    "goal_action_column_missing": (
        f"{_WHERE}taulukossa ei ole toimenpiteiden saraketta. Lisää se taulukkoon, jonka otsikko "
        "on solussa {cell}."
    ),
    "goal_indicator_column_missing": (
        f"{_WHERE}taulukossa ei ole mittarien saraketta. Lisää se taulukkoon, jonka otsikko on "
        "solussa {cell}."
    ),
    "goal_section_missing": (
        "{area}: osion {missing} ({title}) tavoitetaulukkoa ei löytynyt. Lisää taulukko tai "
        "tarkista osion otsikko."
    ),
    "goal_section_unknown": (
        "{area}: kaupungin sääntöjen mukaan osiossa {unknown} ei ole tavoitetaulukkoa, mutta "
        "solusta {cell} alkaa sellainen. Tarkista osion otsikko."
    ),
    "goal_section_unnamed": (
        "{area}: tavoitetaulukon (otsikko solussa {cell}) yläpuolella ei ole osion otsikkoa. Lisää "
        "otsikko, esimerkiksi 4. Muut tavoitteet."
    ),
    "goal_none": (
        f"{_WHERE}yhtään tavoitetta ei ole, vähimmäismäärä on {{limit}}. Lisää tavoite "
        "taulukkoon, joka alkaa solusta {cell}."
    ),
    "goal_too_few": (
        f"{_WHERE}tavoitteita on {{count}}, vähimmäismäärä on {{limit}}. Lisää puuttuvat "
        "taulukkoon, joka alkaa solusta {cell}."
    ),
    "goal_too_many": (
        f"{_WHERE}tavoitteita on {{count}}, enimmäismäärä on {{limit}}. Ensimmäinen ylimääräinen "
        "on solussa {cell}: yhdistä tai poista tavoitteita."
    ),
    "goal_focus_missing": (
        '{area}, osio {section}: painopiste "{missing}" puuttuu. Lisää sen otsikko ja tavoite.'
    ),
    "goal_focus_unknown": (
        '{area}, osio {section}: solun {cell} painopiste "{unknown}" ei ole mikään kaupungin '
        "painopisteistä. Odotettu: {expected_names}. Korjaa otsikko."
    ),
    "goal_focus_absent": (
        "{area}, osio {section}: tavoitteella ei ole painopistettä. Kirjoita sen nimi solun {cell} "
        "taulukon yläpuolelle. Odotettu: {expected_names}."
    ),
    "goal_focus_areas_differ": (
        "{area}, osio {section}: painopisteet ovat muut kuin kaupungin ({expected_names}). "
        "Korjaa otsikot tai anna oma tiedosto: Perustiedot, Tavoitteiden sääntötiedosto."
    ),
    "goal_focus_misspelt": (
        '{area}, osio {section}: solun {cell} painopiste on kirjoitettu toisin kuin "{meant}". '
        "Korjaa nimi."
    ),
    "goal_focus_count": (
        "{area}, osio {section}: painopisteitä on {count}, kaupungin raja on {limit}. Tarkista "
        "painopisteiden otsikot."
    ),
    "goal_text_short": (
        f"{_WHERE}solun {{cell}} tekstissä on {{length}} merkkiä, vähintään pitäisi olla "
        "{limit}. Täydennä teksti."
    ),
    "goal_text_long": (
        f"{_WHERE}solun {{cell}} tekstissä on {{length}} merkkiä, enintään saa olla {{limit}}. "
        "Lyhennä tekstiä."
    ),
    "goal_own_rule": (
        f'{_WHERE}solu {{cell}} ("{{text}}") ei ole niin kuin kaupunki on määrännyt: {{rule}}'
    ),
    "goal_own_rule_unnamed": (
        f'{_WHERE}solu {{cell}} ("{{text}}") ei ole niin kuin kaupungin omat säännöt määräävät. '
        "Kysy sääntötiedoston tekijältä, mitä soluun kuuluu."
    ),
    "goal_error_value": (
        "{area}, osio {section}: solussa {sheet}!{cell} on virhearvo {text}. Korjaa kaava tai "
        "kirjoita soluun teksti."
    ),
    "goal_row_joined": (
        "{area}, osio {section}: rivi, joka alkaa solusta {cell}, luettiin ylemmän tavoitteen "
        "jatkoksi, koska tavoitteen solu on tyhjä. Jos se on oma tavoitteensa, kirjoita tavoite."
    ),
    "goal_row_separate": (
        "{area}, osio {section}: solun {cell} rivi luettiin omaksi tavoitteekseen, vaikka siltä "
        "puuttuu numero. Lisää numero tai yhdistä rivi ylempään."
    ),
    "goals_absent": (
        "{area}: alueella ei ole yhtään tavoitetaulukkoa, vaikka muilla alueilla on. Jos "
        "alueella on tavoitteita, lisää ne samoihin osioihin kuin muilla."
    ),
    "goal_target_unanswered": (
        '{area}: mittarin "{indicator}" toteumasta puuttuu luku. Kirjoita se soluun {cell}.'
    ),
    "goal_target_missed": (
        '{area}, osio {section}: mittarin "{indicator}" tavoite on {expected}, toteuma '
        "{found}. Tarkista solu {cell} tai kerro syy."
    ),
    "goal_same_outcome": (
        "{area}: sama toteuma on {count} tavoitteella ({cells}). Kirjoita kullekin oma."
    ),
    "goal_other_year": (
        "{area}, osio {section}: solun {cell} toteuma on vuodelta {other}, raportti vuodelta "
        "{year}. Päivitä teksti."
    ),
    "goal_placeholder": (
        '{area}, osio {section}: solussa {cell} on täydennettävä kohta "{text}". Kirjoita '
        "teksti valmiiksi."
    ),
    "goal_unfinished": (
        '{area}, osio {section}: solun {cell} teksti jää kesken: "{text}". Kirjoita lause loppuun.'
    ),
    "goal_too_long": (
        "{area}, osio {section}: solun {cell} tekstissä on {length} merkkiä, tulosteeseen "
        "mahtuu noin {limit}. Lyhennä tekstiä."
    ),
}

ERRORS = {
    "schema_missing": ("{schema}: tavoitteiden sääntötiedostoa ei ole. Tarkista polku ja nimi."),
    "schema_unreadable": (
        "{schema}: tavoitteiden sääntötiedostoa ei voi lukea. Tarkista, että se on tekstitiedosto"
        " (UTF-8) eikä kansio ja että sinulla on lukuoikeus."
    ),
    "schema_too_large": (
        "{schema}: tavoitteiden sääntötiedosto on yli {limit} megatavua. Tarkista, että tiedosto "
        "on oikea."
    ),
    "schema_slow": (
        "{schema}: tavoitteiden sääntöjä ei ehditty käydä läpi {seconds} sekunnissa yhdestä "
        "alueesta. Pyydä niiden tekijää yksinkertaistamaan ne."
    ),
    "schema_not_json": (
        "{schema}: tavoitteiden sääntötiedostossa on virhe rivillä {at_line} (merkki "
        "{at_column}). Pyydä sen tekijää korjaamaan se."
    ),
    "schema_faulty": (
        "{schema}: tavoitteiden sääntötiedostossa on virhe kohdassa {path}: {text} ei kelpaa "
        "siihen. Pyydä sen tekijää korjaamaan se."
    ),
    "schema_draft": (
        "{schema}: tavoitteiden sääntötiedoston kohdassa $schema on {found_draft}, pitäisi olla "
        "{draft}. Korjaa tai poista kohta."
    ),
    "schema_reference": (
        "{schema}: tavoitteiden sääntötiedosto viittaa kohtaan {reference}, jota siinä ei ole. "
        "Korjaa viittaus; muualta mitään ei haeta."
    ),
    "schema_endless": (
        "{schema}: tavoitteiden sääntötiedosto viittaa itseensä loputtomasti tai on liian monta "
        "tasoa syvä. Korjaa viittaukset."
    ),
}

TEXTS = {
    "goals_none": "Tavoitetaulukoita ei löytynyt.",
    "goals_section": "Osio {section}",
    "goals_no_section": "Osio ei tiedossa",
    "goals_empty": "(puuttuu)",
    "goals_goal": "Tavoite",
    "goals_action": "Toimenpide",
    "goals_indicator": "Mittari",
    "goals_outcome": "Toteuma",
    "goals_table": "tavoitetaulukko, osio {section}, {count} tavoitetta",
}

UNNAMED = {
    "goal_focus_areas_differ": (
        "{area}, osio {section}: painopisteet ovat muut kuin kaupungin ({expected_names}). "
        "Korjaa otsikot tai anna oma tiedosto: asetus Tavoitteiden sääntötiedosto."
    ),
}
"""The same where the book lacks the sheet that the sentence names."""
