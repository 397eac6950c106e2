"""tpxl."""
