"""The journals of a book: written by a refresh, read by every check."""
