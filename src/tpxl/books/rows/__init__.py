"""Files of rows that other programs export: read once, from the top, and never written."""
