"""An empty master for another city: its names read, its sheets drawn."""
