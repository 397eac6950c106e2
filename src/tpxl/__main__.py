"""``python -m tpxl``."""

import sys

from tpxl.cli import process

sys.exit(process())
