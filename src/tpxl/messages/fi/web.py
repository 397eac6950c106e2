"""What the page in the browser says."""

TEXTS = {
    "web.title": "Tilinpäätöksen tarkistus",
    "web.skip": "Siirry sisältöön",
    "web.lead": (
        "Tiedosto luetaan tässä selaimessa, omalla koneellasi. Mitään ei lähetetä mihinkään."
    ),
    "web.languages": "Kieli",
    "web.choose": "Valitse työkirja tai raportti",
    "web.drop": "Pudota tiedosto tähän tai valitse se",
    "web.kinds": (
        "Työkirja (.xlsx, .xlsm) tai julkaistu raportti (.docx, .pdf). Tiedosto tarkistetaan heti."
    ),
    "web.loading": "Avataan ohjelmaa. Ensimmäisellä kerralla tämä kestää hetken.",
    "web.ready": "Ohjelma on valmis. Valitse tiedosto.",
    "web.checking": "Tarkistetaan: {name}",
    "web.refreshing": "Päivitetään: {name}",
    "web.progress": "Luettu {done}/{of}: {sheet}",
    "web.cancel": "Keskeytä",
    "web.cancelled": "Keskeytetty. Tiedostosi on ennallaan.",
    "web.stopped": "Ohjelma keskeytyi ({reason}). Tiedostoosi ei koskettu; yritä uudelleen.",
    "web.unreadable": "{name}: tiedostoa ei voi lukea. Valitse yksi tiedosto, ei kansiota.",
    "web.broken": (
        "Ohjelma ei auennut tässä selaimessa ({reason}). Lataa sivu uudelleen tai kokeile "
        "uudempaa selainta; jos se ei auta, kerro tietohallinnolle."
    ),
    "web.checked": "Tarkistettu: {name}",
    "web.refreshed": "Päivitetty: {name}. Tallenna se omalle koneellesi.",
    "web.undone": "Ei onnistunut: {name}",
    "web.refresh": "Päivitä luvut",
    "web.name": "Nimesi",
    "web.name_why": "Nimi kirjoitetaan Muutoslokiin muutettujen lukujen viereen.",
    "web.name_missing": "Kirjoita nimesi ennen päivitystä.",
    "web.save": "Tallenna {name}",
    "web.findings": "Havainnot",
    "web.no_findings": "Ei havaintoja.",
    "web.severity": "Laji",
    "web.area": "Vastuualue",
    "web.all": "kaikki",
    "web.search": "Etsi sanaa",
    "web.shown": "Näkyvissä {shown}/{of} havaintoa.",
    "web.more": "Näytä lisää",
    "web.whole": "Koko tiedosto",
    "web.explained": "perusteltu",
    "web.untied": "Taulukot, joiden lukuja ei täsmäytetty",
    "web.only": (
        "Puhtaat arkit ja Word- ja PDF-raportit tekee koneelle asennettu tpxl: selaimessa "
        "niitä ei voi tehdä."
    ),
    "web.offline": "Sivu toimii ensimmäisen kerran jälkeen myös ilman verkkoa.",
    "web.log": "Vian tiedot tekijöille",
    "web.version": "Versio {version}",
    "web.licences": "Lisenssit",
    "web.noscript": "Sivu tarvitsee JavaScriptin. Salli se tälle sivulle selaimen asetuksissa.",
}
