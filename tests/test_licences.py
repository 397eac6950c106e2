"""The licence list is that of what is shipped."""

import hashlib
import re
import zipfile
from pathlib import Path

from oletools.olevba import VBA_Parser
from scripts.licences import ROOT, TARGET, licences

CARLITO = {
    "Carlito-Bold.ttf": "0f62ab34ad5d079a0a28fac01bcf7c7a724a4db4d6cb99cab9cabff382fbb80f",
    "Carlito-BoldItalic.ttf": "380764b6898d7b73ceae6384b2958b196d2a0428962ef3adf138d27947228666",
    "Carlito-Italic.ttf": "718a0663864d37a4868220a19b9668a5fe10a46197f6df367b4c2c30c04c026c",
    "Carlito-Regular.ttf": "b4ff23ba370cc95a3c349336b73f9c28514a1371210f89832efc85c4b1ea7131",
}
SAID = TARGET.read_text(encoding="utf-8")
OWN_MODULES = {path.stem for path in (ROOT / "xl_macros").glob("*.bas")}


def test_the_list_is_the_one_that_would_be_made() -> None:
    assert licences() == SAID, "run python scripts/licences.py and commit"


def test_every_package_has_a_licence_that_lets_it_be_used() -> None:
    table = SAID.partition("## Installed")[2]
    packages = re.findall(r"^\| ([\w.-]+) \| (.*) \|$", table, re.MULTILINE)[1:]
    assert len(packages) > 15
    free = {"MIT", "BSD", "PSF", "LGPL", "Apache", "MPL", "MIT-CMU"}
    for name, licence in packages:
        assert any(licence.startswith(kind) for kind in free), (name, licence)


def test_every_foreign_module_in_the_built_files_is_named() -> None:
    for path in (ROOT / "workbook").glob("*.xl?m"):
        parser = VBA_Parser(str(path))
        try:
            modules = {stem(name) for *_, name, text in parser.extract_macros() if code(text)}
        finally:
            parser.close()
        foreign = modules - OWN_MODULES
        assert foreign == ({"xlwings"} if path.suffix == ".xlam" else set()), path
        assert all(f"`{name}` in `{path.name}`" in SAID for name in foreign)


def stem(name: str) -> str:
    return Path(name).stem


def code(text: str) -> bool:
    """Tell whether a module has a procedure: a sheet's own is empty."""
    return (
        re.search(r"^(Public |Private )?(Sub|Function|Property)\b", text, re.MULTILINE) is not None
    )


def test_no_built_file_carries_a_typeface() -> None:
    for path in [*(ROOT / "workbook").glob("*.xl?m"), *(ROOT / "templates").glob("*.???x")]:
        with zipfile.ZipFile(path) as package:
            kinds = {name.rpartition(".")[2].lower() for name in package.namelist()}
            assert not kinds & {"ttf", "otf", "odttf", "fntdata", "woff"}, path


def test_the_typeface_is_shipped_as_its_makers_gave_it() -> None:
    """Its licence keeps the name for unchanged files: these are the released ones' digests."""
    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "fonts").glob("*.ttf")
    }
    assert digests == CARLITO
