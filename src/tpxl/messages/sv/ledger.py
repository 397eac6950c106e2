"""Figures from the bookkeeping: why a file is not taken, what is left open, what is said."""

FINDINGS = {
    "ledger_difference": (
        "{area}, {period}, {line}: i arbetsboken {found}, i bokföringen {expected} ({rows} "
        "rader). Kontrollera cell {cell}."
    ),
    "ledger_difference_empty": (
        "{area}, {period}, {line}: arbetsboken har ingen siffra, i bokföringen {expected} "
        "({rows} rader). Kontrollera cell {cell}."
    ),
    "ledger_no_row": (
        "{area}, {period}, {line}: bokföringen har {expected} ({rows} rader), men "
        "ansvarsområdets blad har ingen rad för det. Lägg till raden eller ändra kontokartan."
    ),
    "ledger_months": (
        "{period}: månaderna {months} saknas i bokföringen. Siffrorna gäller inte hela året."
    ),
    "ledger_total": (
        "{file}, rad {row}: filens summarad är {total}, men radernas summa är {sum}. Exportera "
        "materialet på nytt."
    ),
    "ledger_row_columns": (
        "{file}, rad {row}: raden har ett annat antal kolumner än rubriken. Rätta raden eller "
        "exportera på nytt."
    ),
    "ledger_row_amount": (
        "{file}, rad {row}: beloppet kan inte läsas i euro och cent. Rätta beloppet."
    ),
    "ledger_row_date": (
        "{file}, rad {row}: året eller slaget kan inte läsas. Rätta dagen eller slaget."
    ),
    "ledger_row_account": "{file}, rad {row}: kontots nummer kan inte läsas. Rätta kontot.",
    "ledger_unmapped_unit": (
        "{rows} rader, {sum} €, saknar plats: enheterna {units}. Lägg till dem i kontokartan "
        "eller märk dem med ett streck som utelämnade."
    ),
    "ledger_unmapped_account": (
        "{rows} rader, {sum} €, saknar plats, för deras konton finns inte i kontokartan "
        "(enheterna {units}). Lägg till kontona eller märk dem med ett streck som utelämnade."
    ),
    "ledger_doubled": (
        "{rows} rader, {sum} €, står två gånger i bokföringen, lika i alla kolumner. Ta bort "
        "dem; är de olika händelser, exportera med verifikationsnummer."
    ),
    "ledger_map_tie": (
        "Kontokartans rader {cell} och {related} gäller samma sak lika noggrant och säger "
        "olika. Precisera den ena."
    ),
    "ledger_map_area": (
        "I kontokartans cell {cell} står {said}, men arbetsboken har inget ansvarsområde med "
        "det namnet. Rätta namnet."
    ),
    "ledger_map_line": (
        "I kontokartans cell {cell} står {said}, som inte duger som rad. Som rad duger "
        "verksamhetsintäkter, verksamhetskostnader, tillverkning för eget bruk och förändring "
        "av produktlager, i kolumnen Därav deras delar."
    ),
    "ledger_map_accounts": (
        "Kontona {said} i kontokartans cell {cell} kan inte läsas. Skriv början och slutet med "
        "lika många siffror."
    ),
}

ERRORS = {
    "rows_empty": "{file}: filen är tom. Exportera materialet på nytt.",
    "rows_foreign": (
        "{file}: inga rader kan läsas ur denna fil. Exportera materialet som .csv eller .xlsx."
    ),
    "ledger_no_header": (
        "{file}: ingen rubrikrad hittas. Kolumnerna kostnadsställe, konto och belopp (eller "
        "debet och kredit) behövs."
    ),
    "ledger_two_columns": (
        "{file}: filen har både {first} och {second}. Säg vilken som gäller ({option}) eller "
        "ta bort den ena kolumnen."
    ),
    "ledger_two_sheets": (
        "{file}: flera blad har bokföringens rubrikrad ({sheets}). Lämna bara ett i filen."
    ),
    "ledger_same_file": "{file}: samma fil två gånger ({first}). Ge varje fil en gång.",
    "ledger_no_year": (
        "{file}: året finns varken i kolumnerna eller i rubriken. Ange det: --year ÅR."
    ),
    "ledger_empty": "{file}: under rubrikraden finns inga rader. Exportera materialet på nytt.",
    "ledger_is_invoices": (
        "{file}: detta är inköpsfakturor, inte huvudboken: löner och intäkter saknas. "
        "Exportera huvudboken."
    ),
    "ledger_sign": (
        "{file}: tecknet framgår inte av intäkterna och kostnaderna. Ange det: --sign "
        "accounting (intäkter med minus), report (kostnader med minus) eller positive (båda "
        "med plus)."
    ),
    "ledger_no_map": (
        "{book}: arbetsboken har ingen kontokarta. Gör den först med kommandot tpxl ledger."
    ),
}

TEXTS = {
    "ledger_note_below_margin": "under verksamhetsbidraget",
    "ledger_note_balance": "balansräkning",
    "ledger_file": (
        "{file}: {rows} rader, summa {sum} € ({encoding}; rubrikrad {header}; {columns}; "
        "tecken {sign})"
    ),
    "ledger_landings": "Vart raderna går",
    "ledger_landing_mapped": "till ansvarsområden",
    "ledger_landing_left_out": "utelämnade",
    "ledger_landing_locked": "publicerad period",
    "ledger_landing_not_in_book": "perioden saknas i boken",
    "ledger_landing_no_place": "ingen rad i arbetsboken",
    "ledger_landing_unmapped_unit": "enheten saknas i kartan",
    "ledger_landing_unmapped_account": "kontot saknas i kartan",
    "ledger_landing_doubled": "två gånger",
    "ledger_landing_unreadable": "kan inte läsas",
    "ledger_landing_total_row": "summarader",
    "ledger_landing": "{rows} rader, {sum} €",
    "ledger_unmapped": "Utan plats",
    "ledger_unmapped_row": "{about}: {rows} rader, {sum} € (den första {file}, rad {row})",
    "ledger_unmapped_unit_row": "enhet {about}",
    "ledger_unmapped_account_row": "konto {about}",
    "ledger_edit": "{edit} ({rows} rader)",
    "ledger_zero": "{edit} (inga rader, alltså noll)",
    "ledger_untouched": "Inga rader i bokföringen, lämnades som de var: {places}",
    "ledger_rounding": "Avrundning till hela tal sammanlagt {sum} €.",
    "ledger_map_would": (
        "Arbetsboken har ingen kontokarta. Utan --dry-run läggs bladet {sheet} till, med de "
        "officiella kontointervallen och filernas enheter ({units})."
    ),
    "ledger_map_added": (
        "Bladet {sheet} lades till i arbetsboken: där finns de officiella kontointervallen och "
        "{units} enheter. Skriv ansvarsområdet (eller ett streck) för varje enhet och kör "
        "kommandot på nytt."
    ),
    "ledger_blocked": (
        "Siffrorna skrevs inte. Rätta det ovanstående, eller skriv de övriga siffrorna med "
        "--allow-unmapped."
    ),
    "ledger_would_write": "Så skulle det skrivas; arbetsboken är oförändrad.",
    "ledger_more": "… och {count} till",
    "ledger_nothing": "Siffrorna är redan desamma som i bokföringen.",
    "excel_ledger_ask": "Ska siffrorna skrivas?",
    "excel_ledger_cancelled": "Inget ändrades.",
    "excel_ledger_choose": "Välj bokföringens filer",
    "excel_ledger_blocked": (
        "Siffrorna skrevs inte. Rätta det ovanstående och tryck på knappen på nytt."
    ),
}
