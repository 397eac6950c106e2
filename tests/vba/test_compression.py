import hashlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oletools.olevba import decompress_stream
from pyopenvba.vba import decompress
from workbook.vba.compression import compress

_WORDS = st.sampled_from([b"Public Sub ", b"End Sub\r\n", b"RunPython ", b"x", b"    "])


@given(st.lists(_WORDS, min_size=1, max_size=900).map(b"".join))
@settings(max_examples=60, deadline=None)
def test_two_readers_that_know_nothing_of_it_give_the_text_back(text: bytes) -> None:
    packed = compress(text)
    assert decompress_stream(bytearray(packed)) == text
    assert decompress(packed) == text


@pytest.mark.parametrize("length", [1, 2, 3, 4095, 4096, 4097, 8191, 8192, 12289])
def test_chunks_end_where_they_should(length: int) -> None:
    text = (b"Attribute VB_Name = " * 700)[:length]
    assert decompress(compress(text)) == text


def test_every_distance_at_which_the_offset_grows_by_a_bit_is_read_back() -> None:
    lengths = [17, 33, 65, 129, 257, 513, 1025, 2049]
    for before, after in pairwise(lengths):
        text = bytes(32 + i % 90 for i in range(before)) + b"xyzxyz" + b"a" * (after - before)
        assert decompress(compress(text + text[:40])) == text + text[:40]


def test_what_is_no_text_is_refused() -> None:
    noise = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(128))
    with pytest.raises(ValueError, match="no source text"):
        compress(noise)
