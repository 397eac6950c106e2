"""Books on a cluster and at addresses: why they are not reached, and what to do."""

ERRORS = {
    "cluster_not_installed": (
        "The extra for clusters is missing. Ask the administrator for it (extra: cluster)."
    ),
    "cluster_not_reached": (
        "{address}: the cluster does not answer ({detail}). Check the address and the cluster."
    ),
    "cluster_other_version": (
        "{book}: the cluster has tpxl {there}, this machine {here}. Install the same version there."
    ),
    "cluster_left": (
        "{book}: the work on the cluster was left half-way when the command was interrupted. The "
        "workbook is as it was or saved whole; run the command for it again."
    ),
    "address_needs_cluster": (
        "{place}: a workbook at a network address is done on a cluster. Give the cluster's address "
        "by --cluster, or copy the workbook to a disk."
    ),
    "store_not_reached": (
        "{place}: the address could not be read or written ({detail}). Check the address, the "
        "rights and the connection."
    ),
}
