"""What a person can ask for: refresh, check, export, summary. Jobs take a Book, whichever it is."""
