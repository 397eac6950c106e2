"""What is said in Excel: the message boxes of the buttons, and why one cannot go on."""

ERRORS = {
    "excel_busy": (
        "Excel är upptaget: en cell redigeras eller en dialogruta är öppen. Tryck på Enter eller "
        "Esc, stäng rutan och tryck på knappen igen."
    ),
    "excel_gone": (
        "Excel svarar inte längre. Se om arbetsboken ännu är öppen och öppna den igen. Filen på "
        "disken är oförändrad."
    ),
    "changes_left": (
        "{book}: Excel slutade svara mitt i ändringarna, och en del siffror hann ändras. Stäng "
        "arbetsboken utan att spara och öppna den på nytt."
    ),
    "caller_missing": (
        "Arbetsboken vars knapp trycktes hittades inte öppen. Spara arbetsboken, stäng andra "
        "Excelfönster och försök igen. Filnamnet får inte innehålla tecknet =."
    ),
    "another_book_active": (
        "Knappen hör till arbetsboken {book}, men framme är {active}. Gå till {book} och tryck "
        "igen."
    ),
    "book_newer": (
        "{book}: arbetsboken är gjord för tpxl version {made_for}, men på den här datorn finns "
        "version {installed}. Installera den nya versionen (install.ps1) och tryck igen."
    ),
    "book_unsaved": (
        "{book}: arbetsboken har inte sparats, så det finns ingen mapp att exportera till. Spara "
        "arbetsboken och tryck igen."
    ),
    "not_a_worksheet": (
        "{book}: ett diagram- eller makroblad är öppet. Gå till ansvarsområdets blad och tryck "
        "igen."
    ),
    "not_an_area_sheet": (
        "Bladet {sheet} har inga siffror för ett ansvarsområde. Gå till ansvarsområdets blad och "
        "tryck igen, eller uppdatera alla."
    ),
    "book_unreadable": "{book}: arbetsboken kan inte läsas från Excel ({reason}). Försök igen.",
    "sheet_unreadable": (
        "Bladet {sheet} kan inte läsas från Excel ({reason}). Öppna arbetsboken på nytt och "
        "försök sedan."
    ),
    "book_unwritable": (
        "{book}: Excel vill inte ändra eller spara arbetsboken ({reason}). Kontrollera att den "
        "inte är öppnad skrivskyddad."
    ),
    "edit_failed": (
        "Cell {cell} på bladet {sheet} kan inte ändras: Excel säger: {reason} Ändra cellen för "
        "hand."
    ),
    "edit_not_taken": (
        "Cell {cell} på bladet {sheet} behåller inte värdet som skrevs. Kontrollera cellens "
        "verifieringsregel och format."
    ),
    "sheet_protected": (
        "Bladet {sheet} är skyddat med lösenord, så det ändrades inte. Ta bort skyddet i Excel "
        "(Granska, Ta bort bladets skydd) och försök igen."
    ),
    "sheet_filtered": (
        "Bladet {sheet} är filtrerat, så en del rader är dolda. Ta bort filtret (Data, Rensa) "
        "och tryck igen."
    ),
    "unexpected": (
        "Något oväntat hände ({detail}). Arbetsboken är oförändrad. Försök igen; om felet "
        "upprepas, skicka loggfilen till stödet."
    ),
    "udf_shapes": "områdena är olika stora. Ange lika stora områden.",
    "udf_decimals": "{value} går inte: ange ett heltal mellan {least} och {most}.",
    "udf_not_a_number": "{value} är inget tal.",
}

TEXTS = {
    "excel_started": "tpxl: arbetsboken läses ...",
    "excel_progress": "tpxl: läst {done}/{total}: {sheet}",
    "excel_log": "Närmare uppgifter: {path}",
    "excel_nothing_changed": "Inget ändrades: siffrorna är redan aktuella.",
    "excel_changed": "{count} siffror ändrades:",
    "excel_would_change": "En uppdatering skulle ändra {count} siffror:",
    "excel_would_change_nothing": "En uppdatering skulle inte ändra något: allt är aktuellt.",
    "excel_more": "... och {count} till.",
    "excel_not_changed": "Allt kunde inte ändras:",
    "excel_hidden": "Ändringar finns också på dolda blad: {sheets}.",
    "excel_unsaved": (
        "Arbetsboken har inte sparats. Se på ändringarna och spara; stänger du utan att spara "
        "gäller de tidigare siffrorna."
    ),
    "excel_autosaved": (
        "Spara automatiskt är på: ändringarna är redan sparade. Den tidigare versionen finns i "
        "versionshistoriken."
    ),
    "excel_manual": (
        "Beräkningen är manuell: tryck på F9 så att arbetsbokens egna formler räknar de nya "
        "siffrorna."
    ),
    "excel_see_check": "Iakttagelserna finns på bladet Tarkistus.",
    "excel_first_findings": "De viktigaste iakttagelserna:",
    "excel_no_findings": "Allt stämmer.",
    "excel_exported": "{count} filer exporterades till mappen\n{folder}",
    "excel_old_macros": (
        "Knappens makron är av en tidigare version av tpxl. Stäng arbetsboken och kör kommandot "
        "tpxl upgrade; om du tryckte i menyfliken, kör installationen (install.ps1) igen."
    ),
}
