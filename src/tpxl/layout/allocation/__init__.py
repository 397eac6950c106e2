"""Shared costs: pools and their receivers, areas' own lines and notes, the list of flows."""
