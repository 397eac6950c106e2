"""What the page in the browser says."""

TEXTS = {
    "web.title": "Granskning av bokslutet",
    "web.skip": "Gå till innehållet",
    "web.lead": (
        "Filen läses i den här webbläsaren, på din egen dator. Ingenting skickas någonstans."
    ),
    "web.languages": "Språk",
    "web.choose": "Välj arbetsbok eller rapport",
    "web.drop": "Släpp filen här eller välj den",
    "web.kinds": (
        "Arbetsbok (.xlsx, .xlsm) eller publicerad rapport (.docx, .pdf). Filen granskas genast."
    ),
    "web.loading": "Programmet öppnas. Första gången tar det en stund.",
    "web.ready": "Programmet är klart. Välj en fil.",
    "web.checking": "Granskas: {name}",
    "web.refreshing": "Uppdateras: {name}",
    "web.progress": "Läst {done}/{of}: {sheet}",
    "web.cancel": "Avbryt",
    "web.cancelled": "Avbrutet. Din fil är oförändrad.",
    "web.stopped": "Programmet avbröts ({reason}). Filen är orörd; försök på nytt.",
    "web.unreadable": "{name}: filen kan inte läsas. Välj en fil, inte en mapp.",
    "web.broken": (
        "Programmet öppnades inte i den här webbläsaren ({reason}). Ladda sidan på nytt "
        "eller försök med en nyare webbläsare; hjälper det inte, kontakta dataförvaltningen."
    ),
    "web.checked": "Granskad: {name}",
    "web.refreshed": "Uppdaterad: {name}. Spara den på din egen dator.",
    "web.undone": "Misslyckades: {name}",
    "web.refresh": "Uppdatera siffrorna",
    "web.name": "Ditt namn",
    "web.name_why": "Namnet skrivs i ändringsloggen bredvid de ändrade siffrorna.",
    "web.name_missing": "Skriv ditt namn före uppdateringen.",
    "web.save": "Spara {name}",
    "web.findings": "Iakttagelser",
    "web.no_findings": "Inga iakttagelser.",
    "web.severity": "Typ",
    "web.area": "Ansvarsområde",
    "web.all": "alla",
    "web.search": "Sök ord",
    "web.shown": "{shown}/{of} iakttagelser visas.",
    "web.more": "Visa fler",
    "web.whole": "Hela filen",
    "web.explained": "motiverad",
    "web.untied": "Tabeller vars siffror inte stämdes av",
    "web.only": (
        "Rena blad samt Word- och PDF-rapporter görs av tpxl som installerats på datorn: de "
        "kan inte göras i webbläsaren."
    ),
    "web.offline": "Efter första gången fungerar sidan också utan nätverk.",
    "web.log": "Uppgifter om felet för utvecklarna",
    "web.version": "Version {version}",
    "web.licences": "Licenser",
    "web.noscript": "Sidan behöver JavaScript. Tillåt det för sidan i webbläsarens inställningar.",
}
