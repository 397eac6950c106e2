"""Builds the templates as they are first delivered; run again only to start over.

Staff change `vastuualue.docx` in Word and `vastuualue.xlsx` in Excel: what an export looks like is
theirs. A test keeps the delivered files equal to this source, byte for byte.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Write both templates beside this file; return 0."""
    sys.path.insert(0, str(HERE))
    import document  # noqa: PLC0415  # a script's neighbours are found from its own folder
    import sheet  # noqa: PLC0415

    for name, content in (
        ("vastuualue.docx", document.build()),
        ("vastuualue.xlsx", sheet.build()),
    ):
        (HERE / name).write_bytes(content)
        print(f"{name}: {len(content)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
