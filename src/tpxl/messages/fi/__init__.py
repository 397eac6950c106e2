"""Finnish: what staff see unless they ask for another language."""
