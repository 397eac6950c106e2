"""Books on a cluster and at addresses: why they are not reached, and what to do."""

ERRORS = {
    "cluster_not_installed": (
        "Klusterilla työskentelyn lisäosa puuttuu. Pyydä se pääkäyttäjältä (lisäosa cluster)."
    ),
    "cluster_not_reached": (
        "{address}: klusteri ei vastaa ({detail}). Tarkista osoite ja että klusteri on käynnissä."
    ),
    "cluster_other_version": (
        "{book}: klusterilla on tpxl {there}, täällä {here}. Asenna klusterille sama versio."
    ),
    "cluster_left": (
        "{book}: käsittely jäi klusterilla kesken, kun komento keskeytettiin. Työkirja on "
        "ennallaan tai kokonaan tallennettu; aja komento sille uudelleen."
    ),
    "address_needs_cluster": (
        "{place}: verkko-osoitteessa oleva työkirja käsitellään klusterilla. Anna klusterin osoite "
        "valinnalla --cluster tai kopioi työkirja levylle."
    ),
    "store_not_reached": (
        "{place}: osoitetta ei voitu lukea tai siihen kirjoittaa ({detail}). Tarkista osoite, "
        "oikeudet ja yhteys."
    ),
}
