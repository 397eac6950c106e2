"""Shared costs: the right figure in every place of theirs, what is wrong, where euros went."""
