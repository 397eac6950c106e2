"""What is said in Excel: the message boxes of the buttons, and why one cannot go on."""

ERRORS = {
    "excel_busy": (
        "Excel on varattu: jossakin solussa on muokkaus kesken tai valintaikkuna on auki. "
        "Paina Enter tai Esc, sulje ikkuna ja paina painiketta uudelleen."
    ),
    "excel_gone": (
        "Excel ei vastaa enää. Katso, onko työkirja vielä auki, ja avaa se uudelleen. Levyllä "
        "oleva tiedosto on ennallaan."
    ),
    "changes_left": (
        "{book}: Excel lakkasi vastaamasta kesken muutosten, ja osa luvuista ehti muuttua. Sulje "
        "työkirja tallentamatta ja avaa se uudelleen."
    ),
    "caller_missing": (
        "Työkirjaa, jonka painiketta painettiin, ei löytynyt avoimena. Tallenna työkirja, sulje "
        "muut Excelin ikkunat ja paina uudelleen. Tiedoston nimessä ei saa olla =-merkkiä."
    ),
    "another_book_active": (
        "Painike kuuluu työkirjaan {book}, mutta edessä on työkirja {active}. Siirry työkirjaan "
        "{book} ja paina uudelleen."
    ),
    "book_newer": (
        "{book}: työkirja on tehty tpxl:n versiolle {made_for}, mutta tällä koneella on versio "
        "{installed}. Asenna uusi versio (install.ps1) ja paina uudelleen."
    ),
    "book_unsaved": (
        "{book}: työkirjaa ei ole vielä tallennettu, joten sillä ei ole kansiota, johon viedä. "
        "Tallenna työkirja ja paina uudelleen."
    ),
    "not_a_worksheet": (
        "{book}: avoinna on kaavio- tai makrotaulukko. Siirry vastuualueen taulukkoon ja paina "
        "uudelleen."
    ),
    "not_an_area_sheet": (
        "Taulukolla {sheet} ei ole vastuualueen lukuja. Siirry vastuualueen taulukkoon ja paina "
        "uudelleen, tai paina Päivitä kaikki."
    ),
    "book_unreadable": "{book}: työkirjaa ei voi lukea Excelistä ({reason}). Yritä uudelleen.",
    "sheet_unreadable": (
        "Taulukkoa {sheet} ei voi lukea Excelistä ({reason}). Avaa työkirja uudelleen ja yritä "
        "sitten."
    ),
    "book_unwritable": (
        "{book}: Excel ei suostu muuttamaan tai tallentamaan työkirjaa ({reason}). Tarkista, "
        "ettei työkirja ole avattu vain lukua varten."
    ),
    "edit_failed": (
        "Taulukon {sheet} solua {cell} ei voi muuttaa: Excel sanoo: {reason} Muuta solu käsin."
    ),
    "edit_not_taken": (
        "Taulukon {sheet} solu {cell} ei pidä siihen kirjoitettua arvoa. Tarkista solun "
        "kelpoisuussääntö ja muotoilu."
    ),
    "sheet_protected": (
        "Taulukko {sheet} on suojattu salasanalla, joten sitä ei muutettu. Poista suojaus "
        "Excelissä (Tarkista, Poista taulukon suojaus) ja yritä uudelleen."
    ),
    "sheet_filtered": (
        "Taulukko {sheet} on suodatettu, joten osa riveistä on piilossa. Poista suodatus "
        "(Tiedot, Tyhjennä) ja paina uudelleen."
    ),
    "unexpected": (
        "Jotain odottamatonta tapahtui ({detail}). Työkirja on ennallaan. Yritä uudelleen; jos "
        "virhe toistuu, lähetä lokitiedosto tuelle."
    ),
    "udf_shapes": "alueet ovat eri kokoisia. Anna yhtä suuret alueet.",
    "udf_decimals": "{value} ei käy: anna kokonaisluku väliltä {least}...{most}.",
    "udf_not_a_number": "{value} ei ole luku.",
}

TEXTS = {
    "excel_started": "tpxl: luetaan työkirjaa ...",
    "excel_progress": "tpxl: luettu {done}/{total}: {sheet}",
    "excel_log": "Tarkemmat tiedot: {path}",
    "excel_nothing_changed": "Mikään ei muuttunut: luvut ovat jo ajan tasalla.",
    "excel_changed": "Muutettiin {count} lukua:",
    "excel_would_change": "Päivitys muuttaisi {count} lukua:",
    "excel_would_change_nothing": "Päivitys ei muuttaisi mitään: luvut ovat jo ajan tasalla.",
    "excel_more": "... ja {count} muuta.",
    "excel_not_changed": "Kaikkea ei voitu muuttaa:",
    "excel_hidden": "Muutoksia on myös piilotetuilla taulukoilla: {sheets}.",
    "excel_unsaved": (
        "Työkirjaa ei ole tallennettu. Katso muutokset ja tallenna; jos suljet tallentamatta, "
        "entiset luvut jäävät voimaan."
    ),
    "excel_autosaved": (
        "Automaattinen tallennus on päällä: muutokset on jo tallennettu. Entisen version saa "
        "takaisin versiohistoriasta."
    ),
    "excel_manual": (
        "Laskenta on asetettu manuaaliseksi: paina F9, jotta työkirjan omat kaavat laskevat "
        "uudet luvut."
    ),
    "excel_see_check": "Havainnot ovat Tarkistus-taulukossa.",
    "excel_first_findings": "Tärkeimmät havainnot:",
    "excel_no_findings": "Kaikki täsmää.",
    "excel_exported": "Vietiin {count} tiedostoa kansioon\n{folder}",
    "excel_old_macros": (
        "Painikkeen makrot ovat tpxl:n aiemmasta versiosta. Sulje työkirja ja aja komento "
        "tpxl upgrade; jos painoit valintanauhaa, aja asennus (install.ps1) uudelleen."
    ),
}
