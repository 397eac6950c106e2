"""Goal tables: their headings, headers, rows, and which rows make one goal."""
