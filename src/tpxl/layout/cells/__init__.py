"""What a cell means: as a number, as text, as a moment; every reader of cells asks here."""
