"""Check a book: every printed figure, every goal, where the tables are. Nothing is changed."""
