"""Shared costs: pools and their receivers, areas' own lines and notes, the list of flows."""

from tpxl.layout.allocations.sheets import locate_allocations, names_pools

__all__ = ["locate_allocations", "names_pools"]
