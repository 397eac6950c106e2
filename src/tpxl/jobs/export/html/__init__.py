"""The report as a web page: one file, no script, read in order with any program."""
