"""Why a workbook cannot be read or written, and what to do."""

ERRORS = {
    "file_missing": "{book}: tiedostoa ei ole. Tarkista polku ja nimi.",
    "file_is_folder": "{book}: tämä on kansio. Anna työkirjan nimi.",
}

FINDINGS = {
    "edit_refused": (
        "{area}, {period}, {line}: solua {cell} ei muutettu, koska muutos vahingoittaisi "
        "työkirjaa ({reason}). Muuta solu Excelissä."
    ),
}
