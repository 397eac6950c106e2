"""The journals: rules by name, rows whose finding is no more, and why one was not written."""

FINDINGS = {
    "journal_unwritten": "Bladet {sheet} uppdaterades inte: {error}",
}

TEXTS = {
    "journal_gone": "borta",
    "rule_change": "Ändrings-%",
    "rule_margin": "Verksamhetsbidrag",
    "rule_per_resident": "€/invånare",
    "rule_residents": "Invånarantal",
    "rule_same_figure": "Samma tal",
    "rule_total": "Summa och delar",
    "rule_comparison": "Jämförelsetabell",
    "rule_comment": "Stor ändring",
    "rule_round": "Runt tal",
    "rule_goals": "Mål",
    "rule_allocation": "Fördelning",
    "rule_reading": "Läsbarhet",
}
