"""Write LICENSES.md: what tpxl ships and what is installed with it, each under its licence.

`python scripts/licences.py`, after a dependency came or went; a test compares.
"""

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "LICENSES.md"
_WINDOWS_ONLY = {"pywin32": "PSF-2.0"}
"""Of the platforms where nothing is asked about it: named by hand."""
_NAMES = {
    "MIT License": "MIT",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "BSD 3-clause": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
}
_BY_NAME = {"python-dateutil": "Apache-2.0 OR BSD-3-Clause"}
"""What says no more than that it is dual."""


def licences() -> str:
    """Return the list as Markdown."""
    own = (ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    carlito = (ROOT / "fonts" / "OFL.txt").read_text(encoding="utf-8").strip()
    table = "\n".join(f"| {name} | {licence} |" for name, licence in sorted(installed()))
    return f"""\
# Licences

Made by `scripts/licences.py`; a test compares it with what is shipped and installed.

## In the wheel and in the built files

| what | where | licence |
|---|---|---|
| tpxl | the wheel, its templates and schemas, the master and the add-in | MIT |
| xlwings' VBA | module `xlwings` in `tpxl.xlam` | BSD-3-Clause |
| Carlito | the typeface of PDFs, four unchanged files in `fonts` | OFL-1.1 |

No built workbook or template carries a typeface, and no picture of others is shipped.

### tpxl

```text
{own}
```

### xlwings

```text
{_xlwings_licence()}
```

### Carlito

```text
{carlito}
```

## Installed with it, not shipped

Each is fetched from its own publisher when tpxl is installed; those of `cluster`, `data`, `pdf`
and `word` when they are asked for. LibreOffice (MPL-2.0) makes PDFs of what Typst cannot, where it
is installed; it is never shipped.

| package | licence |
|---|---|
{table}
"""


def _xlwings_licence() -> str:
    """Return the notice that xlwings' own VBA carries, without its comment marks."""
    text = files("xlwings").joinpath("addin", "License.bas").read_text("utf-8")
    lines = [line.removeprefix("'") for line in text.splitlines() if line.startswith("'")]
    end = next(at for at, line in enumerate(lines) if "POSSIBILITY OF SUCH DAMAGE" in line)
    return "\n".join(lines[: end + 1]).strip()


def installed() -> Iterator[tuple[str, str]]:
    """Yield what `pip install tpxl[cluster,data,pdf,word]` brings, and under what licence."""
    asked = [
        said
        for said in distribution("tpxl").requires or ()
        if "extra ==" not in said or re.search(r"extra == .(cluster|data|pdf|word)", said)
    ]
    yield from _closure(asked, set())


def _closure(asked: Iterable[str], seen: set[str]) -> Iterator[tuple[str, str]]:
    for said in asked:
        name = re.split(r"[^\w.-]", said, maxsplit=1)[0]
        key = name.lower().replace("_", "-")
        if key in seen or "appscript" in key:  # xlwings' own, on macOS alone
            continue
        seen.add(key)
        if key in _WINDOWS_ONLY:
            yield key, _WINDOWS_ONLY[key]
            continue
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # of another platform or Python
        yield key, _licence(found)
        yield from _closure([one for one in found.requires or () if "extra ==" not in one], seen)


def _licence(found: Distribution) -> str:
    said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    if not said:
        classifiers = found.metadata.get_all("Classifier") or ()
        kinds = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License")]
        said = " AND ".join(kinds)
    return _BY_NAME.get(found.name, _NAMES.get(said, said))


if __name__ == "__main__":
    TARGET.write_text(licences(), encoding="utf-8")
