"""A file that replaces another is as much like it as the system allows, and the rest is told."""

import os
from pathlib import Path

import pytest

from tpxl.books.files.access import ATTRIBUTES, OWNER, carry_over

STRANGER = 12345


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "vanha", tmp_path / "uusi"
    old.touch(0o640)
    new.touch(0o600)
    return old, new


def refused(*_: object, **__: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_rights_and_extended_attributes_are_carried_over(pair: tuple[Path, Path]) -> None:
    old, new = pair
    os.setxattr(old, "user.a", b"1")
    os.setxattr(old, "user.b", b"")
    assert carry_over(old, old.stat(), new) == ()
    assert new.stat().st_mode == old.stat().st_mode
    assert {name: os.getxattr(new, name) for name in os.listxattr(new)} == {
        "user.a": b"1",
        "user.b": b"",
    }


def test_an_owner_that_cannot_be_given_is_told(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = pair
    told = list(old.stat())
    told[4:6] = STRANGER, STRANGER
    monkeypatch.setattr(os, "chown", refused)
    assert carry_over(old, os.stat_result(told), new) == (OWNER,)


def test_each_attribute_is_tried_though_one_cannot_be_given(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = pair
    for name in ("user.a", "user.b", "user.c"):
        os.setxattr(old, name, b"1")
    real = os.setxattr
    monkeypatch.setattr(
        os,
        "setxattr",
        lambda path, name, value: refused() if name == "user.b" else real(path, name, value),
    )
    assert carry_over(old, old.stat(), new) == (ATTRIBUTES,)
    assert sorted(os.listxattr(new)) == ["user.a", "user.c"]


def test_an_attribute_that_is_there_already_is_kept(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in pair:
        os.setxattr(path, "user.a", b"1")
    monkeypatch.setattr(os, "setxattr", refused)
    assert carry_over(pair[0], pair[0].stat(), pair[1]) == ()
