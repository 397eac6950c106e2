"""The compression of VBA source text: runs that were there before become references.

Source: [MS-OVBA] 2.4.1.
"""

import struct
from collections import defaultdict

CHUNK = 4096
_SIGNATURE = 0xB000  # compressed, in the form every reader expects
_SHORTEST_RUN = 3


def compress(data: bytes) -> bytes:
    """Return `data` as a compressed container; `decompress` in any reader gives it back.

    Raises:
        ValueError: a part of it does not shrink, which no source text does.
    """
    chunks = (data[start : start + CHUNK] for start in range(0, len(data), CHUNK))
    return b"\x01" + b"".join(map(_chunk, chunks))


def _chunk(data: bytes) -> bytes:
    body = _Chunk(data).body()
    if len(body) > CHUNK:
        raise ValueError("does not compress: no source text")
    return struct.pack("<H", _SIGNATURE | (len(body) + 2 - 3)) + body


class _Chunk:
    """One chunk: literals and references in groups of eight, a flag byte before each group."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._seen: dict[bytes, list[int]] = defaultdict(list)
        self._at = 0

    def body(self) -> bytes:
        out = bytearray()
        while self._at < len(self._data):
            tokens = bytearray()
            flags = 0
            for bit in range(8):
                if self._at == len(self._data):
                    break
                token = self._token()
                flags |= (len(token) == 2) << bit  # noqa: PLR2004  # a reference is two bytes
                tokens += token
            out.append(flags)
            out += tokens
        return bytes(out)

    def _token(self) -> bytes:
        bits, longest = _sizes(self._at)
        length, offset = self._longest_run(longest)
        if length < _SHORTEST_RUN:
            return self._data[self._step(1)]
        self._step(length)
        return struct.pack("<H", ((offset - 1) << (16 - bits)) | (length - _SHORTEST_RUN))

    def _longest_run(self, longest: int) -> tuple[int, int]:
        data, here = self._data, self._at
        limit = min(longest, len(data) - here)
        best = (0, 0)
        for there in reversed(self._seen[data[here : here + _SHORTEST_RUN]]):
            length = 0
            while length < limit and data[there + length] == data[here + length]:
                length += 1
            if length > best[0]:
                best = (length, here - there)
        return best

    def _step(self, length: int) -> slice:
        start, self._at = self._at, self._at + length
        for place in range(start, min(self._at, len(self._data) - 2)):
            self._seen[self._data[place : place + _SHORTEST_RUN]].append(place)
        return slice(start, self._at)


def _sizes(at: int) -> tuple[int, int]:
    """Return how many bits an offset takes at a place in the chunk, and the longest run there."""
    bits = max(4, (at - 1).bit_length()) if at else 4
    return bits, (0xFFFF >> bits) + _SHORTEST_RUN
