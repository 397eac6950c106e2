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
    "backups": "{book}: {count} varmuuskopiota, uusin ensin",
    "backups_none": "{book}: varmuuskopioita ei ole.",
    "backup_whole": "ehjä",
    "backup_cut": "vioittunut",
    "backup_size": "{size} kt",
    "restored": "{book}: palautettu {backup}.",
    "restored_already": "{book}: työkirja on jo sama kuin {backup}.",
    "restored_kept": "Edellinen versio on varmuuskopiossa {backup}.",
    "demo_check": "Painetut luvut ennen päivitystä",
    "demo_refresh": "Päivitys",
    "demo_export": "Lautakunnalle vietävät",
    "demo_book": "Työkirja: {path}",
    "upgraded": (
        "{book}: makrot vaihdettiin tpxl:n version {version} makroihin. Mikään muu ei muuttunut."
    ),
    "would_upgrade": (
        "{book}: makrot vaihdettaisiin tpxl:n version {version} makroihin. Mikään muu ei muuttuisi."
    ),
    "upgrade_needless": (
        "{book}: makrot ovat jo tpxl:n version {version} makrot. Mitään ei muutettu."
    ),
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
