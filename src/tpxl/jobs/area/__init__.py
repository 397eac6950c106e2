"""An area added, renamed, removed: its sheet and every place that names it, in one step."""
