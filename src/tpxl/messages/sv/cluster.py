"""Books on a cluster and at addresses: why they are not reached, and what to do."""

ERRORS = {
    "cluster_not_installed": (
        "Tillägget för kluster saknas. Be administratören om det (tillägget cluster)."
    ),
    "cluster_not_reached": (
        "{address}: klustret svarar inte ({detail}). Kontrollera adressen och klustret."
    ),
    "cluster_other_version": (
        "{book}: klustret har tpxl {there}, den här datorn {here}. Installera samma version i "
        "klustret."
    ),
    "cluster_left": (
        "{book}: behandlingen i klustret blev på hälft då kommandot avbröts. Arbetsboken är "
        "oförändrad eller helt sparad; kör kommandot på nytt för den."
    ),
    "address_needs_cluster": (
        "{place}: en arbetsbok på en nätadress behandlas i ett kluster. Ge klustrets adress med "
        "--cluster eller kopiera arbetsboken till disken."
    ),
    "store_not_reached": (
        "{place}: adressen kunde inte läsas eller skrivas ({detail}). Kontrollera adressen, "
        "rättigheterna och förbindelsen."
    ),
}
