"""Findings about the figures of sections 6 and 7."""

FINDINGS = {
    "margin": (
        "{area}, {period}, {line}: painettu {found}, laskettu {expected}. "
        "Korjaa solu {cell} tai anna perustelu Tarkistus-taulukossa."
    ),
}

CAUSES: dict[str, str] = {}
