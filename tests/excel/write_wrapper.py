"""Write ``xl_macros/xlwings_udfs.bas`` anew: ``python -m tests.excel.write_wrapper``."""

from pathlib import Path

from tests.excel.windows import wrapper

if __name__ == "__main__":
    path = Path(__file__).parents[2] / "xl_macros" / "xlwings_udfs.bas"
    path.write_text(wrapper(), encoding="ascii", newline="\r\n")
