"""Workbooks changed at random: their packages, what their cells say, and their settings."""

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

Parts = dict[str, bytes]
NASTY = (
    b"-1", b"0", b"1048577", b"16385", b"XFE1", b"A0", b"A1:XFD1048576", b"1e400", b"nan", b"inf",
    b"", b" ", b"9" * 23, b"9" * 5000, b"&#0;", b"&bogus;", b"\xff\xfe", b"_x0000_", b"_xD800_",
    b"1.5", b"0x10", "١٢٣".encode(), "²".encode(), b"1_000", b"true", b"s", b"inlineStr",
    b"shared", b"array", b"A1:", b":", b"B2:A1", b"../../../etc/passwd", b"http://x/",
    b"4294967296", b"-0", b"1E+308", b"0.1e-400", "\u202e".encode(), "😀".encode(), b"x" * 40_000,
)  # fmt: skip
WORDS = (
    "TP 2025", "TA 2025", "TP 2024", "TA+M 2025", "TS 2026", "ENN 2025", "TP 9999", "TP 0",
    "TP 99999999999", "TA 2O25", "Toimintamenot", "Toimintatulot", "Toimintakate", "Muutos %",
    "Toimintakate €/asukas", "€/asukas", "VASTUUALUE: X", "VASTUUALUE:", "Henkilöstömenot €",
    "Asukasluku", "Kausi", "Lukittu", "Menojen etumerkki", "negatiivinen", "positiivinen",
    "Vyörytys", "Osuus", "Toimintavolyymi", "1 000 €", "M€", "Muutosloki", "Tarkistus",
    "Yhteenveto", "Yhteensä", "Tavoite", "Mittari", "-", "–", "- 1 000", "1e999", "9" * 400,
    "1,5*", "-2 859 611", "0", "\u22120", "12,,5", "12.345.678", "1.2.3", "=1+1", "kyllä", "x",
    "Desimaalit €/asukas",
)  # fmt: skip
NUMBERS = (
    b"0", b"-0", b"1e308", b"-1e308", b"1e-300", b"1e15", b"1e22", b"-1", b"2025", b"0.5", b"1.005",
    b"999999999999999", b"12345678901234567890", b"-58.1", b"100", b"31", b"366", b"9" * 300,
    b"6920", b"1000000", b"4.9e-324",
)  # fmt: skip
_ATTRIBUTE = re.compile(rb'[\w:]+="([^"]*)"')
_TEXT = re.compile(rb">([^<]+)<")
_TAG = re.compile(rb"<[^<>]+>")
_ELEMENT = re.compile(
    rb"<(c|row|si|v|f|is|mergeCell|sheet|Relationship|col|xf|numFmt)\b[^<>]*?"
    rb"(?:/>|>.{0,400}?</\1>)",
    re.DOTALL,
)
_CELL = re.compile(rb'<c r="([A-Z]+\d+)"([^>]*?)(?:/>|>.*?</c>)', re.DOTALL)
_STRING = re.compile(rb"<t[^>]*>([^<]*)</t>")
_HOT = re.compile(r"sheet\d+\.xml$|sharedStrings|styles|workbook\.xml|tables/|rels$|Content")
_SHEETS = re.compile(r"worksheets/sheet\d+\.xml$|sharedStrings")
_SETTINGS = "Perustiedot"


class Mutant(NamedTuple):
    """A changed workbook: its bytes, of which kind the change is, and of which part."""

    data: bytes
    kind: str
    part: str


def mutant(base: Path, chance: random.Random) -> Mutant:
    """Return the base changed; drawn again until something in it is changed."""
    kind = chance.choice(tuple(KINDS))
    while True:
        data, part = KINDS[kind](base, chance)
        if is_changed(base, data):
            return Mutant(data, kind, part)


def is_changed(base: Path, data: bytes) -> bool:
    """Tell whether the mutation is there: other parts, or bytes that make no package any more."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            now = {name: package.read(name) for name in package.namelist()}
    except Exception:  # noqa: BLE001  # whatever the reader says of it: it is no package now
        return True
    return now != _parts(base)


@cache
def _parts(base: Path) -> Parts:
    with zipfile.ZipFile(base) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts) -> bytes:
    """Return the parts as a package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def _raw(base: Path, chance: random.Random) -> tuple[bytes, str]:
    """Change single bytes of the file, many of them in its directory at the end."""
    data = bytearray(base.read_bytes())
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        back = 1 + chance.randrange(min(len(data), 3000))
        at = chance.randrange(len(data)) if chance.random() < 0.5 else len(data) - back
        match chance.randrange(10):
            case 0 | 1:
                del data[at : at + chance.choice((1, 4, 100))]
            case 2:
                data[at:at] = chance.randbytes(4)
            case 3:
                data[at : at + 4] = chance.choice(
                    (b"\xff\xff\xff\xff", b"\0\0\0\0", struct.pack("<I", chance.getrandbits(32)))
                )
            case _:
                data[at] = chance.randrange(256)
    return bytes(data), "bytes"


def _markup(base: Path, chance: random.Random) -> tuple[bytes, str]:
    """Change the XML of a part, or of several."""
    parts = dict(_parts(base))
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    hot = [name for name in names if _HOT.search(name)]
    changed = {chance.choice(hot if chance.random() < 0.9 else names) for _ in range(2)}
    for name in sorted(changed):
        if chance.random() < 0.02:
            del parts[name]
            continue
        for _ in range(chance.choice((1, 1, 2, 3, 6))):
            parts[name] = _markup_once(parts[name], chance)
    return packed(parts), ", ".join(sorted(changed))


def _markup_once(data: bytes, chance: random.Random) -> bytes:
    how = chance.randrange(12)
    if how == 0:
        return data[: chance.randrange(len(data) + 1)]
    if how == 1 and data:
        at = chance.randrange(len(data))
        return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    pattern = (_TAG, _ATTRIBUTE, _ATTRIBUTE, _TEXT, _TEXT, _TEXT, _ELEMENT)[how % 7]
    met = _somewhere(pattern, data, chance)
    if met is None:
        return data
    if pattern is _TAG:
        more = chance.choice((b"<!-- x -->", b"<?pi x?>", b"<x/>", b"&lt;", b"\r\n", b""))
        return data[: met.end()] + more + data[met.end() + (not more) :]
    if pattern is _ELEMENT:
        other = _somewhere(_ELEMENT, data, chance) or met
        into = chance.choice((b"", met[0] * 2, met[0] * 50, other[0]))
        return data[: met.start()] + into + data[met.end() :]
    into = chance.choice(NASTY if chance.random() < 0.6 else tuple(map(_escaped, WORDS)))
    return data[: met.start(1)] + into + data[met.end(1) :]


def _somewhere(
    pattern: re.Pattern[bytes], data: bytes, chance: random.Random
) -> re.Match[bytes] | None:
    at = chance.randrange(len(data) + 1)
    return pattern.search(data, at) or pattern.search(data)


def _cells(base: Path, chance: random.Random) -> tuple[bytes, str]:
    """Change what cells say, in any sheet: texts, numbers, formulas, errors."""
    parts = dict(_parts(base))
    names = [name for name in parts if _SHEETS.search(name)]
    changed = set()
    for _ in range(chance.choice((1, 2, 3, 5, 8, 15, 40))):
        name = chance.choice(names)
        changed.add(name)
        pattern = _STRING if "sharedStrings" in name else _CELL
        met = _somewhere(pattern, parts[name], chance)
        if met is not None:
            parts[name] = _said_otherwise(parts[name], met, chance)
    return packed(parts), ", ".join(sorted(changed))


def _settings(base: Path, chance: random.Random) -> tuple[bytes, str]:
    """Change settings alone: residents, decimals, dates, signs."""
    parts = dict(_parts(base))
    name = settings_part(parts)
    for _ in range(chance.choice((1, 1, 2, 4))):
        met = _somewhere(_CELL, parts[name], chance)
        if met is not None:
            parts[name] = _said_otherwise(parts[name], met, chance)
    return packed(parts), name


def settings_part(parts: Parts) -> str:
    """Return the part of the settings' sheet; the first sheet where none bears the name."""
    found = re.search(rf'<sheet [^>]*name="{_SETTINGS}"[^>]*r:id="(\w+)"'.encode(),
                      parts["xl/workbook.xml"])  # fmt: skip
    links = parts["xl/_rels/workbook.xml.rels"]
    for tag in _TAG.findall(links) if found else ():
        target = re.search(rb'Target="/?(?:xl/)?(worksheets/[^"]+)"', tag)
        if target and b'Id="%s"' % found[1] in tag:
            return f"xl/{target[1].decode()}"
    return next(name for name in parts if re.search(r"worksheets/sheet\d+\.xml$", name))


def _said_otherwise(data: bytes, met: re.Match[bytes], chance: random.Random) -> bytes:
    if met.re is _STRING:
        into = _escaped(chance.choice(WORDS))
        return data[: met.start(1)] + into + data[met.end(1) :]
    where = b'<c r="%s"' % met[1]
    match chance.randrange(8):
        case 0 | 1 | 2:
            into = b"%s><v>%s</v></c>" % (where, chance.choice(NUMBERS))
        case 3 | 4:
            text = _escaped(chance.choice(WORDS))
            into = b'%s t="inlineStr"><is><t>%s</t></is></c>' % (where, text)
        case 5:
            formula = chance.choice((b"A1", b"SUM(B1:B9)", b"B2/B3*100-100", b"1+", b"'x'!A1"))
            into = b"%s><f>%s</f><v>1</v></c>" % (where, formula)
        case 6:
            into = b'%s t="e"><v>#DIV/0!</v></c>' % where
        case _:
            into = b""
    return data[: met.start()] + into + data[met.end() :]


def _escaped(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").encode()


KINDS: dict[str, Callable[[Path, random.Random], tuple[bytes, str]]] = {
    "bytes": _raw,
    "markup": _markup,
    "cells": _cells,
    "settings": _settings,
}
