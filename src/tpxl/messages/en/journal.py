"""The journals: rules by name, rows whose finding is no more, and why one was not written."""

FINDINGS = {
    "journal_unwritten": "The sheet {sheet} was not updated: {error}",
}

TEXTS = {
    "journal_gone": "gone",
    "rule_change": "Change %",
    "rule_margin": "Operating margin",
    "rule_per_resident": "€ per resident",
    "rule_residents": "Residents",
    "rule_same_figure": "Same figure",
    "rule_total": "Total and parts",
    "rule_comparison": "Comparison table",
    "rule_comment": "Large change",
    "rule_round": "Round figure",
    "rule_goals": "Goals",
    "rule_allocation": "Shared costs",
    "rule_reading": "Readability",
}
