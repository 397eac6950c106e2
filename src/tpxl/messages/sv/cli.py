"""What the command line says around the findings."""

TEXTS = {
    "figures_checked": "{count} tal kontrollerade",
    "figures_changed": "{count} ändrade",
    "wrong_in_locked": "i publicerade perioder {count}",
    "explained": "förklarade {count}",
    "explanation": "Förklaring: {reason}",
    "completeness": "Läget per ansvarsområde",
    "completeness_filled": "ifyllt",
    "completeness_checked": "kontrollerat",
    "completeness_explained": "förklarat",
    "edits": "Ändringar ({count})",
    "empty": "tom",
    "figures_table": "nyckeltalstabell",
    "unread_table": (
        "{place}: under perioderna finns inte två rader som tpxl känner, så "
        "tabellen räknas inte ({periods}; {labels})."
    ),
    "summary_table": "Sammandrag:",
    "residents_found": "Invånarantal {period}: {residents} ({status}), {sheet}!{cell}",
    "backups": "{book}: {count} säkerhetskopior, den nyaste först",
    "backups_none": "{book}: det finns inga säkerhetskopior.",
    "backup_whole": "hel",
    "backup_cut": "skadad",
    "backup_size": "{size} kB",
    "restored": "{book}: {backup} är återställd.",
    "restored_already": "{book}: arbetsboken är redan densamma som {backup}.",
    "restored_kept": "Den föregående versionen finns i säkerhetskopian {backup}.",
    "demo_check": "De tryckta talen före uppdateringen",
    "demo_refresh": "Uppdatering",
    "demo_export": "Till nämnden",
    "demo_book": "Arbetsbok: {path}",
    "upgraded": (
        "{book}: makrona byttes till makrona i tpxl version {version}. Inget annat ändrades."
    ),
    "would_upgrade": (
        "{book}: makrona skulle bytas till makrona i tpxl version {version}. Inget annat skulle "
        "ändras."
    ),
    "upgrade_needless": "{book}: makrona är redan de i tpxl version {version}. Inget ändrades.",
}

ERRORS = {
    "output_not_written": (
        "Resultatet kunde inte visas: disken är full eller utskriftens mål är stängt. De "
        "arbetsböcker som saknar felrad är behandlade."
    ),
    "command_unexpected": (
        "tpxl har ett fel ({kind}) och kommandot avbröts. Sänd loggen {log} till utvecklarna."
    ),
    "folder_not_writable": "{folder}: det går inte att skriva i mappen. Välj en annan mapp.",
}
