"""The goals of a book: held against the schema, read for what is weak, given as data."""
