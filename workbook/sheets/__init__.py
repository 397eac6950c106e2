"""The sheets of the master: a module for each, and for each part of the larger ones."""
