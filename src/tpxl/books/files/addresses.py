"""Names of books in other stores than this machine's disks: ``s3://kunta/kirja.xlsm``."""

from pathlib import Path

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
    protocol, mark, _ = name.partition("://")
    if not mark or protocol not in _LOCAL:
        return Path(name).absolute()
    from urllib.parse import urlsplit  # noqa: PLC0415  # a name that few give, and much that it loads
    from urllib.request import url2pathname  # noqa: PLC0415

    return Path(url2pathname(urlsplit(name).path))
