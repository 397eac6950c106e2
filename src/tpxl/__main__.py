"""``python -m tpxl``."""

import sys

from tpxl.cli import main

sys.exit(main())
