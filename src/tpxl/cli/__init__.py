"""What a batch script calls."""


def main() -> int:
    """Run the command line; return its exit status."""
    return 0
