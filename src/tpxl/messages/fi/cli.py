"""What the command line says around the findings."""

TEXTS = {
    "figures_checked": "{count} lukua tarkistettu",
    "figures_changed": "{count} muutettu",
    "wrong_in_locked": "julkaistuissa kausissa {count}",
    "explained": "perusteltu {count}",
    "explanation": "Perustelu: {reason}",
    "completeness": "Valmius vastuualueittain",
    "completeness_filled": "täytetty",
    "completeness_checked": "tarkistettu",
    "completeness_explained": "perusteltu",
    "edits": "Muutokset ({count})",
    "empty": "tyhjä",
    "figures_table": "tunnuslukutaulukko",
    "unread_table": (
        "{place}: kausien alla ei ole kahta riviä, jotka tpxl tuntee, joten "
        "taulukkoa ei lasketa ({periods}; {labels})."
    ),
    "summary_table": "Yhteenveto:",
    "residents_found": "Asukasluku {period}: {residents} ({status}), {sheet}!{cell}",
    "demo_check": "Painetut luvut ennen päivitystä",
    "demo_refresh": "Päivitys",
    "demo_export": "Lautakunnalle vietävät",
    "demo_book": "Työkirja: {path}",
}

ERRORS = {
    "output_not_written": (
        "Tulosta ei voitu näyttää: levy on täynnä tai tulosteen kohde on suljettu. Työkirjat, "
        "joista ei ole virheriviä, on käsitelty."
    ),
    "command_unexpected": (
        "tpxl:ssä on vika ({kind}), ja komento keskeytyi. Lähetä tekijöille loki {log}."
    ),
    "folder_not_writable": "{folder}: kansioon ei voi kirjoittaa. Valitse toinen kansio.",
}
