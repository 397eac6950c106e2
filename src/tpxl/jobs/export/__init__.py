"""The clean sheet of each area, as the board gets it: Excel, Word and PDF."""
