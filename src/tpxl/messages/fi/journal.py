"""The journals: rules by name, rows whose finding is no more, and why one was not written."""

FINDINGS = {
    "journal_unwritten": "Taulukkoa {sheet} ei päivitetty: {error}",
}

TEXTS = {
    "journal_gone": "poistunut",
    "rule_change": "Muutos-%",
    "rule_margin": "Toimintakate",
    "rule_per_resident": "€/asukas",
    "rule_residents": "Asukasluku",
    "rule_same_figure": "Sama luku",
    "rule_total": "Summa ja osat",
    "rule_comparison": "Vertailutaulukko",
    "rule_comment": "Suuri muutos",
    "rule_round": "Pyöreä luku",
    "rule_goals": "Tavoitteet",
    "rule_allocation": "Vyörytys",
    "rule_reading": "Luettavuus",
}
