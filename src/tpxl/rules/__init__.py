"""The arithmetic of the report: exact inside, rounded once, half away from zero."""
