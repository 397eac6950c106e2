"""Next year's book from this year's: what moves, what empties, what a person must look at."""
