"""The command line's own words: the commands' Finnish ones in English."""

ARGUMENTS = {
    "{said} ei ole kokonaisluku väliltä 1–{most}": "{said} is no whole number from 1 to {most}",
    "MÄÄRÄ": "NUMBER",
    "{prog}: {message}. Ohje: {prog} --help": "{prog}: {message}. Help: {prog} --help",
    "komentoa {command} ei ole": "there is no command {command}",
    "komentoa {command} ei ole (tarkoititko {near}?)": (
        "there is no command {command} (did you mean {near}?)"
    ),
    "Tilinpäätöksen laskenta ja tarkistus kaupungin omassa työkirjassa.": (
        "Computes and checks the annual report in the city's own workbook."
    ),
    "KOMENTO": "COMMAND",
    "vertaa raportteja työkirjaan": "compare reports with the workbook",
    "Vertaa raporttien (PDF, Word) jokaista lukua ja tavoitetta työkirjaan. Ei muuta mitään.": (
        "Compares every figure and goal of reports (PDF, Word) with the workbook. Changes nothing."
    ),
    "RAPORTTI": "REPORT",
    "TYÖKIRJA": "BOOK",
    "TIEDOSTO": "FILE",
    "KANSIO": "FOLDER",
    "NIMI": "NAME",
    "ota mukaan piilotetut vastuualueiden välilehdet": "take in hidden sheets of service areas",
    "näytä versio": "show the version",
    "kieli: fi, sv tai en (oletus fi)": "language: fi, sv or en (default fi)",
    "tulosta JSON-muodossa": "print as JSON",
    "tarkista työkirja tai raportti muuttamatta sitä": (
        "check the workbook or report without changing it"
    ),
    "Tarkistaa luvut, tavoitteet ja taulukot, myös raportin (PDF, Word). Ei muuta mitään.": (
        "Checks figures, goals and tables, also of a report (PDF, Word). Changes nothing."
    ),
    "kaupungin oma tavoitteiden sääntötiedosto": "the city's own file of rules for goals",
    "esimerkki kaupungin vuoden 2025 luvuilla": "an example with the city's figures of 2025",
    "Tarkistaa, laskee ja vie vuoden 2025 luvut esimerkkikansioon.": (
        "Checks, computes and exports the figures of 2025 into an example folder."
    ),
    "vie vastuualueiden puhtaat taulukot kansioon": (
        "export the clean sheets of the areas into a folder"
    ),
    (
        "Vie jokaisesta vastuualueesta puhtaan taulukon (Excel), asiakirjan (Word), PDF:n "
        "tai verkkosivun. Ulkoasu on pohjissa: kansio templates työkirjan vieressä, muuten tpxl:n "
        "omat."
    ): (
        "Exports each area as a clean sheet (Excel), a document (Word), a PDF or "
        "a web page. The templates decide the look: the folder templates beside the workbook, "
        "else tpxl's own."
    ),
    "vain tämä vastuualue (nimi tai välilehden nimi); voi toistaa": (
        "this area alone (its name or its sheet's); may be repeated"
    ),
    "lisäksi yksi tiedosto kaikista alueista": "one file of all areas as well",
    "älä vie aluetta, jolla on avoimia virheitä": "do not export an area with open errors",
    "lue viedyt tiedostot takaisin ja vertaa ne työkirjaan": (
        "read the exported files back and compare them with the workbook"
    ),
    "näytä alueiden tavoitteet riveinä": "show the goals of the areas as rows",
    "Näyttää alueiden tavoitteet osioiden 3, 4, 5, 8 ja 9 taulukoista riveinä.": (
        "Shows the goals of the areas from the tables of sections 3, 4, 5, 8 and 9 as rows."
    ),
    "näytä, mitä työkirjasta löytyi ja mistä": ("show what was found in the workbook and where"),
    "Näyttää, mitä taulukoita ja asetuksia työkirjasta löytyi ja mistä.": (
        "Shows which tables and settings were found in the workbook and where."
    ),
    "laske luvut työkirjaan ja tarkista se": ("compute the figures in the workbook and check it"),
    "Laskee työkirjan laskettavat luvut paikalleen ja tarkistaa kaikki luvut.": (
        "Computes what can be computed in place and checks every figure."
    ),
    "näytä muutokset, älä kirjoita": "show the changes, write nothing",
    "älä jätä varmuuskopiota": "leave no backup",
    "kokoa kaikki luvut yhteen taulukkoon": "gather every figure into one table",
    (
        "Kokoaa yhden tai usean työkirjan kaikki luvut yhteen taulukkoon: rivi lukua "
        "kohti. Tiedoston pääte valitsee muodon: .csv, .xlsx tai .parquet."
    ): (
        "Gathers every figure of one workbook or several into one table, a row a figure. "
        "The file's ending chooses the format: .csv, .xlsx or .parquet."
    ),
    "näytä komennon ohje": "show the help of a command",
    "Näyttää komennon ohjeen; ilman komentoa luettelon komennoista.": (
        "Shows the help of a command; without one, the list of commands."
    ),
    "komento, josta kerrotaan": "the command to tell of",
    "näytä varmuuskopiot tai palauta niistä yksi": "list the backups or bring one back",
    (
        "Näyttää työkirjan varmuuskopiot: milloin versio tallennettiin, kuinka suuri se "
        "on ja onko se ehjä. --from palauttaa yhden; nykyisestä versiosta tulee "
        "varmuuskopio."
    ): (
        "Shows the workbook's backups: when the version was saved, how large it is and "
        "whether it is whole. --from brings one back; the present version becomes a "
        "backup."
    ),
    "VARMUUSKOPIO": "BACKUP",
    "palauta tämä": "bring this one back",
    "vaihda työkirjan vanhat tpxl-makrot uusiin": "replace the workbook's old tpxl macros",
    "Vaihtaa työkirjan vanhat tpxl-makrot nykyisiin. Mikään muu ei muutu.": (
        "Replaces the workbook's old tpxl macros by the present ones. Nothing else changes."
    ),
    "SEKUNTIA": "SECONDS",
    "kuinka kauan yksi työkirja saa kestää (oletus %(default)g)": (
        "how long one workbook may take (default %(default)g)"
    ),
    "tavoitteet lukujen sijasta": ("the goals instead of the figures"),
    "suomalaiselle Excelille: puolipiste, desimaalipilkku, otsikot valitulla kielellä": (
        "for a Finnish Excel: semicolon, decimal comma, headings in the chosen language"
    ),
    "avoimen datan paketti (luvut, tavoitteet, datapackage.json) kansioon TIEDOSTO": (
        "a package of open data (figures, goals, datapackage.json) into the folder FILE"
    ),
    "avoimen datan lisenssi (oletus %(default)s)": (
        "the licence of the open data (default %(default)s)"
    ),
    "tuo luvut kirjanpidosta työkirjaan": "bring the ledger's figures into the workbook",
    (
        "Tuo kirjanpidon luvut Tilikartan mukaan avoimien kausien soluihin, kertoo jokaisen "
        "rivin kohtalon ja päivittää työkirjan. Tilikartta lisätään, jos sitä ei ole."
    ): (
        "Brings the ledger's figures by the account map into the cells of open periods, "
        "accounts for every row and refreshes the workbook. The account map is added where "
        "there is none."
    ),
    "TAULUKKO": "SHEET",
    "taulukko, jolla Tilikartta on": "the sheet that has the account map",
    "kirjoita luvut, vaikka rivejä jää kartoittamatta, lukematta tai on kahdesti": (
        "write the figures although rows are unmapped, unreadable or doubled"
    ),
    "kirjanpidon etumerkki: accounting, report tai positive": (
        "the ledger's sign: accounting, report or positive"
    ),
    "OTSIKKO": "HEADING",
    "tilin sarake, jos niitä on useita": "the account's column, where there are several",
    "yksikön sarake, jos niitä on useita": "the unit's column, where there are several",
    "summan sarake, jos niitä on useita": "the amount's column, where there are several",
    "vuosi, jos tiedosto ei kerro sitä": "the year, where the file does not tell it",
    "vertaa luvut kirjanpidon tiedostoon; voi toistaa": (
        "compare the figures with a file of the ledger; may be repeated"
    ),
    "lisää, nimeä tai poista vastuualue": ("add, rename or remove a service area"),
    (
        "Lisää, nimeää tai poistaa vastuualueen: sen taulukon ja kaikki kohdat, jotka nimeävät "
        "sen. Uuden alueen luvut ja tekstit ovat tyhjiä."
    ): (
        "Adds, renames or removes a service area: its sheet and every place that names it. The "
        "new area's figures and texts are empty."
    ),
    "TOIMI": ("ACTION"),
    "add, rename tai remove": ("add, rename or remove"),
    "lisättävän, nimettävän tai poistettavan nimi": (
        "the name of the area to add, rename or remove"
    ),
    "UUSI": ("NEW"),
    "alueen uusi nimi (rename)": ("the area's new name (rename)"),
    "MALLI": ("MODEL"),
    "minkä alueen kaltainen uusi on (oletus viimeinen)": (
        "which area the new one is like (default the last)"
    ),
    "avaa uusi vuosi: seuraavan vuoden työkirja tästä": (
        "open a new year: next year's workbook from this one"
    ),
    (
        "Tekee seuraavan vuoden työkirjan: kaudet ja luvut siirtyvät vuodella, "
        "uudet kaudet ja toteumat ovat tyhjiä, tavoitteet säilyvät. Vanhaan "
        "työkirjaan ei kosketa."
    ): (
        "Makes next year's workbook: periods and figures move by a year, new "
        "periods and outcomes are empty, goals stay. The old workbook is not "
        "touched."
    ),
    "uusi työkirja": "the new workbook",
    "VUOSI": "YEAR",
    "avattava vuosi (oletus seuraava)": "the year to open (default the next)",
    "säilytä tai tyhjennä tavoitteet": "keep or empty the goals",
    "kaavat, jotka hakevat luvun muualta, on katsottu": (
        "formulas that fetch their figures from elsewhere have been looked at"
    ),
    "tee vastuualueille täytettävät lomakkeet": "make forms for the service areas",
    (
        "Tekee jokaiselle vastuualueelle pienen työkirjan, johon kirjoitetaan toteumat ja "
        "perustelut, ja lähetyslistan. Merkitsee ne työkirjan taulukkoon Lähetykset."
    ): (
        "Makes a small workbook for each service area, to write outcomes and reasons into, "
        "and a mailing list. Tells of them on the sheet Sendings."
    ),
    "minne lomakkeet tehdään": "where the forms are made",
    "PÄIVÄ": "DAY",
    "viimeinen palautuspäivä, esimerkiksi 12.2.2026": (
        "the last day to return them, such as 12.2.2026"
    ),
    "viime vuoden työkirja, jonka toteumat näytetään vieressä": (
        "last year's workbook, whose outcomes are shown beside"
    ),
    "kokoa palautetut lomakkeet työkirjaan": "collect returned forms into the workbook",
    (
        "Vie palautettujen lomakkeiden vastaukset paikoilleen. Mitä ei voi ottaa varmasti, se"
        " luetellaan; tavoitteita ja lukuja ei muuteta."
    ): (
        "Brings the answers of returned forms to their places. What cannot be taken for "
        "certain is listed; goals and figures are not changed."
    ),
    "kun molemmat ovat muuttuneet: leave, ours (työkirja) tai theirs (palautus)": (
        "where both have changed: leave, ours (the workbook) or theirs (the return)"
    ),
    "näytä, mitä kahden version välillä muuttui": "show what changed between two versions",
    (
        "Kertoo alueittain, mitä luvuissa, tavoitteissa, teksteissä ja havainnoissa muuttui "
        "työkirjan tai raportin (PDF, Word) kahden version välillä. Ei muuta mitään."
    ): (
        "Tells area by area what changed in figures, goals, texts and findings between two "
        "versions of the workbook or the report (PDF, Word). Changes nothing."
    ),
    "VANHA": "OLD",
    "tee tyhjä työkirja toiselle kaupungille": ("make an empty workbook for another city"),
    (
        "Tekee tyhjän työkirjan kaupungin omilla vastuualueilla, painopisteillä ja "
        "kausilla. Olemassa olevaa tiedostoa ei korvata."
    ): (
        "Makes an empty workbook with the city's own service areas, focus areas and "
        "periods. A file that is there is not replaced."
    ),
    "kaupungin nimi": ("the city's name"),
    "tilivuosi": ("the financial year"),
    "viime vuoden raportti (PDF, Word), josta alueet, kaudet, luvut ja tavoitteet otetaan": (
        "last year's report (PDF, Word), from which areas, periods, figures and goals are taken"
    ),
    "painopisteiden nimet, yksi rivillä": ("the focus areas' names, one a line"),
    "KAUDET": ("PERIODS"),
    (
        "kaudet pilkuin eroteltuina, vanhin ensin (oletus kolme tilinpäätöstä ja kaksi "
        "talousarviota)"
    ): ("the periods with commas between, oldest first (default three TP and two TA)"),
    "työkirjan kieli": ("the workbook's language"),
    "tuo viennin alkuperäiset pohjat ja niiden ohje kansioon": (
        "bring the original templates of the export and their guide into a folder"
    ),
    (
        "Tuo kansioon viennin alkuperäiset pohjat (Excel, Word) ja niiden ohjeen. Kansiossa jo "
        "olevia tiedostoja ei muuteta. Työkirjan vieressä kansion nimi on templates."
    ): (
        "Brings the original templates of the export (Excel, Word) and their guide into a folder. "
        "Files that are there already are left alone. Beside the workbook the folder is templates."
    ),
    "pohjien kansio (oletus templates, esikatsellessa työkirjan vieressä)": (
        "the templates' folder (default templates; of a preview, beside the workbook)"
    ),
    "vie kansion pohjilla yksi vastuualue kaikissa muodoissa sen kansioon esikatselu": (
        "export one area in every format with the folder's templates into its folder preview"
    ),
    "esikatseltava vastuualue (oletus työkirjan ensimmäinen)": (
        "the area of the preview (default the workbook's first)"
    ),
    "näytä alueiden tilanne": "show where the areas stand",
    (
        "Kertoo jokaisesta alueesta, onko se luonnos, valmis, hyväksytty vai avattu "
        "uudelleen, mitä hyväksynnän jälkeen muuttui ja mitä puuttuu. Ei muuta mitään."
    ): (
        "Tells of each area whether it is a draft, ready, approved or opened again, what "
        "changed since its approval and what is missing. Changes nothing."
    ),
    "merkitse alue valmiiksi tai hyväksytyksi": "mark an area as ready or approved",
    (
        "Lisää rivin taulukkoon Hyväksynnät. Myöhempi muutos alueen lukuihin, tavoitteisiin "
        "tai teksteihin avaa alueen uudelleen. Osoittaa muutokset, ei todista henkilöä."
    ): (
        "Adds a row to the sheet Approvals. A later change of the area's figures, goals or "
        "texts opens it again. Shows changes, proves no person."
    ),
    "vastuualue (nimi tai välilehden nimi)": "service area (its name or its sheet's)",
    "kenen nimissä": "in whose name",
    "ready (valmis) tai approved (hyväksytty)": "ready or approved",
    "version nimi": "the name of the version",
    "kuinka monta työkirjaa tehdään rinnakkain (oletus: suorittimien määrä)": (
        "how many workbooks are done side by side (default: the number of processors)"
    ),
    "tee työkirjat Dask-klusterilla (OSOITE); työkirjat voi antaa myös verkko-osoitteina": (
        "do the workbooks on a Dask cluster (ADDRESS); network addresses of books are taken too"
    ),
    "kirjoita tiedostoon (JSON), miten kukin työkirja onnistui": (
        "write to a file (JSON) what became of each workbook"
    ),
    "vastuualueiden nimet, yksi rivillä; otsikoiden alla muutkin tiedot": (
        "the service areas' names, one a line; under headings other facts too"
    ),
    "TOIMIELIN": ("BOARD"),
    "OSOITE": ("ADDRESS"),
    "uuden alueen oma toimielin": ("the new area's own board"),
    "uuden alueen vastuuhenkilö": ("the new area's person in charge"),
    "vastuuhenkilön sähköposti": ("their e-mail"),
    "älä vie aluetta, jota ei ole hyväksytty": "export no area that has not been approved",
    "kirjoita muutokset myös tiedostoon: .xlsx tai .docx": (
        "write the changes into a file too: .xlsx or .docx"
    ),
    "näytä kaikki havainnot yksitellen": ("show every finding, one by one"),
    "näytä vain tämän vastuualueen havainnot; voi toistaa": (
        "show the findings of this service area alone; may be repeated"
    ),
    "näytä vain tämän lajin havainnot, esimerkiksi virhe tai varoitus; voi toistaa": (
        "show the findings of this severity alone, as error or warning; may be repeated"
    ),
    "LAJI": ("SEVERITY"),
    "kirjoita havainnot tiedostoon (.xlsx, .html)": (
        "write the findings into a file (.xlsx, .html)"
    ),
    "kirjoita havainnot tiedostoon (.xlsx, .html), raportista (PDF) merkitty kopio (.pdf)": (
        "write the findings into a file (.xlsx, .html), or of a report (PDF) a marked copy (.pdf)"
    ),
    "{said} ei ole sekunteja väliltä 0–{most}": (
        "{said} is not a number of seconds between 0 and {most}"
    ),
    "{said} ei ole päivä, esimerkiksi 12.2.2026": ("{said} is not a date, as 12.2.2026"),
    "{said} ei ole havaintojen laji, esimerkiksi virhe tai varoitus": (
        "{said} is not a severity of findings, as error or warning"
    ),
    "{said} ei ole muoto, johon viedään ({known})": (
        "{said} is not a format to export to ({known})"
    ),
    "{word} (tarkoititko {near}?)": ("{word} (did you mean {near}?)"),
    "minne viedään (oletus vienti työkirjan vieressä)": (
        "where to export (default vienti beside the workbook)"
    ),
    "MUOTO": ("FORMAT"),
    "xlsx (oletus), pdf, docx tai html; useita pilkulla: pdf,docx": (
        "xlsx (default), pdf, docx or html; several with commas: pdf,docx"
    ),
    "täydennä komennot sarkaimella (bash, PowerShell)": (
        "complete commands with the tab key (bash, PowerShell)"
    ),
    (
        "Tulostaa komentotiedoston, jolla bash tai PowerShell täydentää komennot ja valinnat "
        'sarkaimella. Bash: eval "$(tpxl completion bash)". PowerShell: tpxl completion '
        "powershell | Out-String | Invoke-Expression."
    ): (
        "Prints a script by which bash or PowerShell completes commands and options with the "
        'tab key. Bash: eval "$(tpxl completion bash)". PowerShell: tpxl completion '
        "powershell | Out-String | Invoke-Expression."
    ),
    "KUORI": ("SHELL"),
    "bash tai powershell": ("bash or powershell"),
}
