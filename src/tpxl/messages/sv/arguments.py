"""The command line's own words: argparse's English ones and the commands' Finnish ones."""

ARGUMENTS = {
    "{said} ei ole kokonaisluku väliltä 1–{most}": "{said} är inte ett heltal mellan 1 och {most}",
    "MÄÄRÄ": "ANTAL",
    "usage: ": "användning: ",
    "positional arguments": "uppgifter",
    "options": "val",
    "show this help message and exit": "visa den här hjälpen",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "unrecognized arguments: %s": "okänt val eller ord: %s",
    "not allowed with argument %s": "går inte ihop med valet %s",
    "ignored explicit argument %r": "det här valet tar inget värde (%r)",
    "the following arguments are required: %s": "%s saknas",
    "one of the arguments %s is required": "ange ett av dessa: %s",
    "expected one argument": "behöver ett värde",
    "expected at most one argument": "tar högst ett värde",
    "expected at least one argument": "behöver minst ett värde",
    "expected %s argument": "behöver %s värde",
    "expected %s arguments": "behöver %s värden",
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s kan vara något av dessa: %(matches)s"
    ),
    "invalid %(type)s value: %(value)r": "värdet %(value)r går inte",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r går inte (välj %(choices)s)"
    ),
    "{prog}: {message}. Ohje: {prog} --help": "{prog}: {message}. Hjälp: {prog} --help",
    "komentoa {command} ei ole": "kommandot {command} finns inte",
    "komentoa {command} ei ole (tarkoititko {near}?)": (
        "kommandot {command} finns inte (menade du {near}?)"
    ),
    "Tilinpäätöksen laskenta ja tarkistus kaupungin omassa työkirjassa.": (
        "Beräknar och kontrollerar bokslutet i stadens egen arbetsbok."
    ),
    "KOMENTO": "KOMMANDO",
    "vertaa raportteja työkirjaan": "jämför rapporter med arbetsboken",
    "Vertaa raporttien (PDF, Word) jokaista lukua ja tavoitetta työkirjaan. Ei muuta mitään.": (
        "Jämför varje tal och mål i rapporter (PDF, Word) med arbetsboken. Ändrar ingenting."
    ),
    "RAPORTTI": "RAPPORT",
    "TYÖKIRJA": "ARBETSBOK",
    "TIEDOSTO": "FIL",
    "KANSIO": "MAPP",
    "NIMI": "NAMN",
    "ota mukaan piilotetut vastuualueiden välilehdet": "ta med dolda blad för ansvarsområden",
    "näytä versio": "visa versionen",
    "kieli: fi, sv tai en (oletus fi)": "språk: fi, sv eller en (standard fi)",
    "tulosta JSON-muodossa": "skriv ut som JSON",
    "tarkista työkirja tai raportti muuttamatta sitä": (
        "kontrollera arbetsboken eller rapporten utan att ändra den"
    ),
    "Tarkistaa luvut, tavoitteet ja taulukot, myös raportin (PDF, Word). Ei muuta mitään.": (
        "Kontrollerar siffror, mål och tabeller, också i en rapport (PDF, Word). Ändrar ingenting."
    ),
    "kaupungin oma tavoitteiden sääntötiedosto": "stadens egen regelfil för målen",
    "esimerkki kaupungin vuoden 2025 luvuilla": "exempel med stadens siffror för 2025",
    "Tarkistaa, laskee ja vie vuoden 2025 luvut esimerkkikansioon.": (
        "Kontrollerar, beräknar och exporterar siffrorna för 2025 till en exempelmapp."
    ),
    "vie vastuualueiden puhtaat taulukot kansioon": (
        "exportera ansvarsområdenas rena tabeller till en mapp"
    ),
    (
        "Vie jokaisesta vastuualueesta puhtaan taulukon (Excel), asiakirjan (Word), PDF:n "
        "tai verkkosivun. Ulkoasu on pohjissa: kansio templates työkirjan vieressä, muuten tpxl:n "
        "omat."
    ): (
        "Exporterar varje ansvarsområde som en ren tabell (Excel), ett dokument (Word), "
        "en PDF eller en webbsida. Utseendet finns i mallarna: mappen templates bredvid "
        "arbetsboken, annars tpxl:s egna."
    ),
    "vain tämä vastuualue (nimi tai välilehden nimi); voi toistaa": (
        "bara detta ansvarsområde (namnet eller bladets namn); kan upprepas"
    ),
    "lisäksi yksi tiedosto kaikista alueista": "dessutom en fil med alla områden",
    "älä vie aluetta, jolla on avoimia virheitä": "exportera inte ett område med öppna fel",
    "lue viedyt tiedostot takaisin ja vertaa ne työkirjaan": (
        "läs de exporterade filerna tillbaka och jämför dem med arbetsboken"
    ),
    "näytä alueiden tavoitteet riveinä": "visa områdenas mål som rader",
    "Näyttää alueiden tavoitteet osioiden 3, 4, 5, 8 ja 9 taulukoista riveinä.": (
        "Visar områdenas mål ur tabellerna i kapitel 3, 4, 5, 8 och 9 som rader."
    ),
    "näytä, mitä työkirjasta löytyi ja mistä": "visa vad som hittades i arbetsboken och var",
    "Näyttää, mitä taulukoita ja asetuksia työkirjasta löytyi ja mistä.": (
        "Visar vilka tabeller och inställningar som hittades i arbetsboken och var."
    ),
    "laske luvut työkirjaan ja tarkista se": (
        "beräkna siffrorna i arbetsboken och kontrollera den"
    ),
    "Laskee työkirjan laskettavat luvut paikalleen ja tarkistaa kaikki luvut.": (
        "Beräknar siffrorna på plats i arbetsboken och kontrollerar alla siffror."
    ),
    "näytä muutokset, älä kirjoita": "visa ändringarna, skriv ingenting",
    "älä jätä varmuuskopiota": "lämna ingen säkerhetskopia",
    "kokoa kaikki luvut yhteen taulukkoon": "samla alla siffror i en tabell",
    (
        "Kokoaa yhden tai usean työkirjan kaikki luvut yhteen taulukkoon: rivi lukua "
        "kohti. Tiedoston pääte valitsee muodon: .csv, .xlsx tai .parquet."
    ): (
        "Samlar alla siffror i en eller flera arbetsböcker i en tabell: en rad per "
        "siffra. Filens ändelse väljer formatet: .csv, .xlsx eller .parquet."
    ),
    "näytä komennon ohje": "visa hjälpen för ett kommando",
    "Näyttää komennon ohjeen; ilman komentoa luettelon komennoista.": (
        "Visar hjälpen för ett kommando; utan kommando en lista över kommandona."
    ),
    "komento, josta kerrotaan": "kommandot som hjälpen gäller",
    "näytä varmuuskopiot tai palauta niistä yksi": (
        "visa säkerhetskopiorna eller återställ en av dem"
    ),
    (
        "Näyttää työkirjan varmuuskopiot: milloin versio tallennettiin, kuinka suuri se "
        "on ja onko se ehjä. --from palauttaa yhden; nykyisestä versiosta tulee "
        "varmuuskopio."
    ): (
        "Visar arbetsbokens säkerhetskopior: när versionen sparades, hur stor den är och "
        "om den är hel. --from återställer en; den nuvarande versionen blir en "
        "säkerhetskopia."
    ),
    "VARMUUSKOPIO": "SÄKERHETSKOPIA",
    "palauta tämä": "återställ denna",
    "vaihda työkirjan vanhat tpxl-makrot uusiin": "byt arbetsbokens gamla tpxl-makron mot nya",
    "Vaihtaa työkirjan vanhat tpxl-makrot nykyisiin. Mikään muu ei muutu.": (
        "Byter arbetsbokens gamla tpxl-makron mot de nuvarande. Inget annat ändras."
    ),
    "SEKUNTIA": "SEKUNDER",
    "kuinka kauan yksi työkirja saa kestää (oletus %(default)g)": (
        "hur länge en arbetsbok får ta (förval %(default)g)"
    ),
    "tavoitteet lukujen sijasta": ("målen i stället för siffrorna"),
    "suomalaiselle Excelille: puolipiste, desimaalipilkku, otsikot valitulla kielellä": (
        "för finländsk Excel: semikolon, decimalkomma, rubriker på valt språk"
    ),
    "avoimen datan paketti (luvut, tavoitteet, datapackage.json) kansioon TIEDOSTO": (
        "paket med öppna data (siffror, mål, datapackage.json) i mappen FIL"
    ),
    "avoimen datan lisenssi (oletus %(default)s)": ("licens för öppna data (standard %(default)s)"),
    "tuo luvut kirjanpidosta työkirjaan": "hämta siffrorna ur bokföringen till arbetsboken",
    (
        "Tuo kirjanpidon luvut Tilikartan mukaan avoimien kausien soluihin, kertoo jokaisen "
        "rivin kohtalon ja päivittää työkirjan. Tilikartta lisätään, jos sitä ei ole."
    ): (
        "Hämtar bokföringens siffror enligt kontokartan till de öppna periodernas celler, "
        "redogör för varje rad och uppdaterar arbetsboken. Kontokartan läggs till om den "
        "saknas."
    ),
    "TAULUKKO": "BLAD",
    "taulukko, jolla Tilikartta on": "bladet som har kontokartan",
    "kirjoita luvut, vaikka rivejä jää kartoittamatta, lukematta tai on kahdesti": (
        "skriv siffrorna fast rader saknar plats, inte kan läsas eller står två gånger"
    ),
    "kirjanpidon etumerkki: accounting, report tai positive": (
        "bokföringens tecken: accounting, report eller positive"
    ),
    "OTSIKKO": "RUBRIK",
    "tilin sarake, jos niitä on useita": "kontots kolumn, om det finns flera",
    "yksikön sarake, jos niitä on useita": "enhetens kolumn, om det finns flera",
    "summan sarake, jos niitä on useita": "beloppets kolumn, om det finns flera",
    "vuosi, jos tiedosto ei kerro sitä": "året, om filen inte anger det",
    "vertaa luvut kirjanpidon tiedostoon; voi toistaa": (
        "jämför siffrorna med bokföringens fil; kan upprepas"
    ),
    "lisää, nimeä tai poista vastuualue": ("lägg till, döp om eller ta bort ett ansvarsområde"),
    (
        "Lisää, nimeää tai poistaa vastuualueen: sen taulukon ja kaikki kohdat, jotka nimeävät "
        "sen. Uuden alueen luvut ja tekstit ovat tyhjiä."
    ): (
        "Lägger till, döper om eller tar bort ett ansvarsområde: dess blad och alla ställen som "
        "nämner det. Det nya områdets siffror och texter är tomma."
    ),
    "TOIMI": ("ÅTGÄRD"),
    "add, rename tai remove": ("add, rename eller remove"),
    "lisättävän, nimettävän tai poistettavan nimi": (
        "namnet på området som läggs till, döps om eller tas bort"
    ),
    "UUSI": ("NYTT"),
    "alueen uusi nimi (rename)": ("områdets nya namn (rename)"),
    "MALLI": ("MODELL"),
    "minkä alueen kaltainen uusi on (oletus viimeinen)": (
        "vilket område det nya liknar (förval det sista)"
    ),
    "avaa uusi vuosi: seuraavan vuoden työkirja tästä": (
        "öppna ett nytt år: nästa års arbetsbok av denna"
    ),
    (
        "Tekee seuraavan vuoden työkirjan: kaudet ja luvut siirtyvät vuodella, "
        "uudet kaudet ja toteumat ovat tyhjiä, tavoitteet säilyvät. Vanhaan "
        "työkirjaan ei kosketa."
    ): (
        "Gör nästa års arbetsbok: perioder och tal flyttas ett år, nya perioder och "
        "utfall är tomma, målen bevaras. Den gamla arbetsboken rörs inte."
    ),
    "uusi työkirja": "den nya arbetsboken",
    "VUOSI": "ÅR",
    "avattava vuosi (oletus seuraava)": "året som öppnas (förval det följande)",
    "säilytä tai tyhjennä tavoitteet": "bevara eller töm målen",
    "kaavat, jotka hakevat luvun muualta, on katsottu": (
        "formler som hämtar sitt tal annanstans har kontrollerats"
    ),
    "tee vastuualueille täytettävät lomakkeet": "gör formulär för ansvarsområdena",
    (
        "Tekee jokaiselle vastuualueelle pienen työkirjan, johon kirjoitetaan toteumat ja "
        "perustelut, ja lähetyslistan. Merkitsee ne työkirjan taulukkoon Lähetykset."
    ): (
        "Gör för varje ansvarsområde en liten arbetsbok att skriva utfall och motiveringar i,"
        " och en utskickslista. Antecknar dem på arbetsbokens blad Utskick."
    ),
    "minne lomakkeet tehdään": "vart formulären görs",
    "PÄIVÄ": "DAG",
    "viimeinen palautuspäivä, esimerkiksi 12.2.2026": (
        "sista dagen att svara, till exempel 12.2.2026"
    ),
    "viime vuoden työkirja, jonka toteumat näytetään vieressä": (
        "fjolårets arbetsbok, vars utfall visas bredvid"
    ),
    "kokoa palautetut lomakkeet työkirjaan": "samla returnerade formulär i arbetsboken",
    (
        "Vie palautettujen lomakkeiden vastaukset paikoilleen. Mitä ei voi ottaa varmasti, se"
        " luetellaan; tavoitteita ja lukuja ei muuteta."
    ): (
        "För de returnerade formulärens svar till sina platser. Det som inte säkert kan tas "
        "räknas upp; mål och siffror ändras inte."
    ),
    "kun molemmat ovat muuttuneet: leave, ours (työkirja) tai theirs (palautus)": (
        "när båda har ändrats: leave, ours (arbetsboken) eller theirs (svaret)"
    ),
    "näytä, mitä kahden version välillä muuttui": "visa vad som ändrats mellan två versioner",
    (
        "Kertoo alueittain, mitä luvuissa, tavoitteissa, teksteissä ja havainnoissa muuttui "
        "työkirjan tai raportin (PDF, Word) kahden version välillä. Ei muuta mitään."
    ): (
        "Berättar område för område vad som ändrats i siffror, mål, texter och iakttagelser "
        "mellan två versioner av arbetsboken eller rapporten (PDF, Word). Ändrar ingenting."
    ),
    "VANHA": "GAMMALT",
    "tee tyhjä työkirja toiselle kaupungille": ("gör en tom arbetsbok för en annan stad"),
    (
        "Tekee tyhjän työkirjan kaupungin omilla vastuualueilla, painopisteillä ja "
        "kausilla. Olemassa olevaa tiedostoa ei korvata."
    ): (
        "Gör en tom arbetsbok med stadens egna ansvarsområden, tyngdpunkter och perioder. "
        "En fil som finns ersätts inte."
    ),
    "kaupungin nimi": ("stadens namn"),
    "tilivuosi": ("räkenskapsåret"),
    "viime vuoden raportti (PDF, Word), josta alueet, kaudet, luvut ja tavoitteet otetaan": (
        "fjolårets rapport (PDF, Word), varifrån områden, perioder, siffror och mål tas"
    ),
    "painopisteiden nimet, yksi rivillä": ("tyngdpunkternas namn, ett per rad"),
    "KAUDET": ("PERIODER"),
    (
        "kaudet pilkuin eroteltuina, vanhin ensin (oletus kolme tilinpäätöstä ja kaksi "
        "talousarviota)"
    ): ("perioderna åtskilda med komma, den äldsta först (förval tre bokslut och två budgetar)"),
    "työkirjan kieli": ("arbetsbokens språk"),
    "tuo viennin alkuperäiset pohjat ja niiden ohje kansioon": (
        "hämta exportens ursprungliga mallar och anvisningen till en mapp"
    ),
    (
        "Tuo kansioon viennin alkuperäiset pohjat (Excel, Word) ja niiden ohjeen. Kansiossa jo "
        "olevia tiedostoja ei muuteta. Työkirjan vieressä kansion nimi on templates."
    ): (
        "Hämtar exportens ursprungliga mallar (Excel, Word) och anvisningen till en mapp. Filer "
        "som redan finns där ändras inte. Bredvid arbetsboken heter mappen templates."
    ),
    "pohjien kansio (oletus templates, esikatsellessa työkirjan vieressä)": (
        "mallarnas mapp (förval templates, vid förhandsvisning bredvid arbetsboken)"
    ),
    "vie kansion pohjilla yksi vastuualue kaikissa muodoissa sen kansioon esikatselu": (
        "exportera ett område med mappens mallar i alla format till dess mapp förhandsvisning"
    ),
    "esikatseltava vastuualue (oletus työkirjan ensimmäinen)": (
        "området som förhandsvisas (förval arbetsbokens första)"
    ),
    "näytä alueiden tilanne": "visa områdenas läge",
    (
        "Kertoo jokaisesta alueesta, onko se luonnos, valmis, hyväksytty vai avattu "
        "uudelleen, mitä hyväksynnän jälkeen muuttui ja mitä puuttuu. Ei muuta mitään."
    ): (
        "Berättar om varje område är ett utkast, klart, godkänt eller öppnat på nytt, vad som"
        " ändrats efter godkännandet och vad som saknas. Ändrar ingenting."
    ),
    "merkitse alue valmiiksi tai hyväksytyksi": "märk ett område som klart eller godkänt",
    (
        "Lisää rivin taulukkoon Hyväksynnät. Myöhempi muutos alueen lukuihin, tavoitteisiin "
        "tai teksteihin avaa alueen uudelleen. Osoittaa muutokset, ei todista henkilöä."
    ): (
        "Lägger till en rad på bladet Godkännanden. En senare ändring i områdets siffror, mål"
        " eller texter öppnar området på nytt. Visar ändringar, bevisar ingen person."
    ),
    "vastuualue (nimi tai välilehden nimi)": "ansvarsområde (dess eller bladets namn)",
    "kenen nimissä": "i vems namn",
    "ready (valmis) tai approved (hyväksytty)": "ready (klar) eller approved (godkänd)",
    "version nimi": "versionens namn",
    "kuinka monta työkirjaa tehdään rinnakkain (oletus: suorittimien määrä)": (
        "hur många arbetsböcker som görs samtidigt (standard: antalet processorer)"
    ),
    "kirjoita tiedostoon (JSON), miten kukin työkirja onnistui": (
        "skriv till en fil (JSON) hur det gick för varje arbetsbok"
    ),
    "tee työkirjat Dask-klusterilla (OSOITE); työkirjat voi antaa myös verkko-osoitteina": (
        "gör arbetsböckerna i Dask-klustret på ADRESS; böckerna kan ges som nätadresser"
    ),
    "vastuualueiden nimet, yksi rivillä; otsikoiden alla muutkin tiedot": (
        "ansvarsområdenas namn, ett per rad; under rubriker även andra uppgifter"
    ),
    "TOIMIELIN": ("ORGAN"),
    "OSOITE": ("ADRESS"),
    "uuden alueen oma toimielin": ("det nya områdets eget organ"),
    "uuden alueen vastuuhenkilö": ("det nya områdets ansvariga person"),
    "vastuuhenkilön sähköposti": ("den ansvarigas e-post"),
    "älä vie aluetta, jota ei ole hyväksytty": "exportera inte ett område som inte har godkänts",
    "kirjoita muutokset myös tiedostoon: .xlsx tai .docx": (
        "skriv ändringarna också i en fil: .xlsx eller .docx"
    ),
    "näytä kaikki havainnot yksitellen": ("visa alla iakttagelser en och en"),
    "näytä vain tämän vastuualueen havainnot; voi toistaa": (
        "visa bara det här ansvarsområdets iakttagelser; kan upprepas"
    ),
    "näytä vain tämän lajin havainnot, esimerkiksi virhe tai varoitus; voi toistaa": (
        "visa bara iakttagelser av det här slaget, till exempel fel eller varning; kan upprepas"
    ),
    "LAJI": ("SLAG"),
    "kirjoita havainnot tiedostoon (.xlsx, .html)": (
        "skriv iakttagelserna till en fil (.xlsx, .html)"
    ),
    "kirjoita havainnot tiedostoon (.xlsx, .html), raportista (PDF) merkitty kopio (.pdf)": (
        "skriv iakttagelserna till en fil (.xlsx, .html), av en rapport (PDF) en märkt kopia (.pdf)"
    ),
    "{said} ei ole sekunteja väliltä 0–{most}": (
        "{said} är inte ett antal sekunder mellan 0 och {most}"
    ),
    "{said} ei ole päivä, esimerkiksi 12.2.2026": ("{said} är inte en dag, till exempel 12.2.2026"),
    "{said} ei ole havaintojen laji, esimerkiksi virhe tai varoitus": (
        "{said} är inte ett slag av iakttagelser, till exempel fel eller varning"
    ),
    "{said} ei ole muoto, johon viedään ({known})": (
        "{said} är inte ett format att exportera till ({known})"
    ),
    "{word} (tarkoititko {near}?)": ("{word} (menade du {near}?)"),
    "minne viedään (oletus vienti työkirjan vieressä)": (
        "vart det exporteras (förval vienti bredvid arbetsboken)"
    ),
    "MUOTO": ("FORMAT"),
    "xlsx (oletus), pdf, docx tai html; useita pilkulla: pdf,docx": (
        "xlsx (förval), pdf, docx eller html; flera med komma: pdf,docx"
    ),
    "täydennä komennot sarkaimella (bash, PowerShell)": (
        "komplettera kommandon med tabbtangenten (bash, PowerShell)"
    ),
    (
        "Tulostaa komentotiedoston, jolla bash tai PowerShell täydentää komennot ja valinnat "
        'sarkaimella. Bash: eval "$(tpxl completion bash)". PowerShell: tpxl completion '
        "powershell | Out-String | Invoke-Expression."
    ): (
        "Skriver ut ett skript som låter bash eller PowerShell komplettera kommandon och val "
        'med tabbtangenten. Bash: eval "$(tpxl completion bash)". PowerShell: tpxl completion'
        " powershell | Out-String | Invoke-Expression."
    ),
    "KUORI": ("SKAL"),
    "bash tai powershell": ("bash eller powershell"),
}
