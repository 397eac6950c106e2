"""What an area says, by what it is and not by where it stands: what differs, what is approved."""
