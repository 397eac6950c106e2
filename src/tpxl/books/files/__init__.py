"""A file on disk and what stands beside it: temporary files, backups, locks."""
