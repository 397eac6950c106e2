"""Names of books in other stores than this machine's disks: ``s3://kunta/kirja.xlsm``."""

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

_LOCAL = {"file", "local"}


def is_address(name: str) -> bool:
    """Tell whether a name is of another store than this machine's disks.

    >>> is_address("s3://kunta/kirja.xlsm"), is_address("file:///kirja.xlsm"), is_address("k.xlsm")
    (True, False, False)
    """
    protocol, mark, _ = name.partition("://")
    return bool(mark) and protocol not in _LOCAL


def address_of(path: Path) -> str:
    """Return what a path was written as, where it was an address; else the whole path."""
    protocol, mark, rest = path.as_posix().partition(":/")
    if mark and len(protocol) > 1 and "/" not in protocol:
        return f"{protocol}://{rest.lstrip('/')}"
    return str(path.absolute())


def path_of(name: str) -> Path:
    """Return the whole path of a name on a disk, which may be written as an address."""
    is_url = name.partition("://")[0] in _LOCAL and "://" in name
    return Path(url2pathname(urlsplit(name).path) if is_url else name).absolute()
