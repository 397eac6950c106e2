"""Why a workbook cannot be read or written, and what to do."""

ERRORS = {
    "no_tables": (
        "{book}: työkirjasta ei löytynyt yhtään raportin taulukkoa (otsikkorivi, jossa on "
        "vähintään kaksi kautta kuten TP 2025, ja sen alla vähintään kaksi riviä kuten "
        "Toimintamenot). Tarkista, että tiedosto on oikea."
    ),
    "file_missing": "{book}: tiedostoa ei ole. Tarkista polku ja nimi.",
    "file_is_folder": "{book}: tämä on kansio. Anna työkirjan nimi.",
}

FINDINGS = {
    "edit_refused": (
        "{area}, {period}, {line}: solua {cell} ei muutettu, koska muutos vahingoittaisi "
        "työkirjaa. {error}"
    ),
}
