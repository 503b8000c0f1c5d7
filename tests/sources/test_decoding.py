"""Bytes into text: marks, encodings, line ends, and what is no text."""

import codecs

import pytest

from dragoman.errors import SourceError
from dragoman.sources import read_text
from dragoman.sources.text import codec_name, decode, shown, text_of

TEXT = "Президент сказал: «нет». The minister’s café closed.\r\nA second line.\n"


def reason(raw: bytes, encoding: str | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        text_of(raw, encoding)
    return caught.value.what


@pytest.mark.parametrize("mark", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_tells_the_encoding_and_is_dropped(mark: str) -> None:
    raw = "\ufeff".encode(mark) + TEXT.encode(mark)
    assert text_of(raw) == TEXT


def test_utf8_needs_no_mark() -> None:
    assert text_of(TEXT.encode()) == TEXT


def test_line_ends_are_kept() -> None:
    assert text_of(b"one\r\ntwo\rthree\nfour") == "one\r\ntwo\rthree\nfour"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16", "latin-1"])
def test_a_mark_goes_before_the_named_encoding(encoding: str) -> None:
    assert text_of(codecs.BOM_UTF8 + TEXT.encode(), encoding) == TEXT


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16-le", "utf-16-be", "utf-32-be"])
def test_a_named_encoding_is_used(encoding: str) -> None:
    assert text_of("Переговоры прошли.".encode(encoding), encoding) == "Переговоры прошли."


def test_wrong_bytes_are_named_with_their_place() -> None:
    assert reason("Le président".encode("latin-1")) == "not UTF-8 text: byte 0xe9 at 5"


def test_the_place_of_a_wrong_byte_counts_the_mark() -> None:
    assert reason(codecs.BOM_UTF8 + b"ab\xff") == "not UTF-8 text: byte 0xff at 5"


def test_half_a_unit_of_utf16_is_named() -> None:
    assert reason(codecs.BOM_UTF16_LE + b"a\0b") == "not UTF-16-LE text: byte 0x62 at 4"


@pytest.mark.parametrize("encoding", ["no-such-code", "rot13", "hex", "", "undefined"])
def test_an_encoding_that_is_none_is_refused(encoding: str) -> None:
    with pytest.raises(SourceError, match="unknown encoding"):
        codec_name(encoding)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is a PDF file, no text"),
        (b"PK\x03\x04\x14\x00", "is a ZIP or Office file, no text"),
        (b"\x1f\x8b\x08\x00", "is a gzip file, no text"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG picture, no text"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "is a JPEG picture, no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an Office file, no text"),
        (b"{\\rtf1\\ansi", "is an RTF file, no text"),
        (bytes(range(256)), "is a binary file, no text: byte 0x00 at 0"),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(raw: bytes, what: str) -> None:
    assert reason(raw) == what


@pytest.mark.parametrize("encoding", [None, "latin-1", "utf-8"])
def test_a_zero_byte_is_refused_wherever_it_stands(encoding: str | None) -> None:
    assert reason(b"x" * 70_000 + b"\0 and on", encoding) == "is a binary file, no text: byte 0x00 at 70000"


def test_utf16_without_mark_is_refused_unless_named() -> None:
    raw = "Talks went on.".encode("utf-16-le")
    assert reason(raw) == "is a binary file, no text: byte 0x00 at 1"
    assert text_of(raw, "utf-16-le") == "Talks went on."


@pytest.mark.parametrize("encoding", ["utf-7", "unicode_escape"])
def test_no_encoding_smuggles_half_a_character(encoding: str) -> None:
    raw = b"+2AA-" if encoding == "utf-7" else b"\\ud800"
    with pytest.raises(SourceError, match="half a character"):
        decode(raw, encoding)


@pytest.mark.parametrize("raw", [b"", b" \r\n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + " \n".encode("utf-16-le")])
def test_a_file_without_words_is_empty(raw: bytes) -> None:
    with pytest.raises(SourceError, match="is empty"):
        read_text(raw, "empty.txt")


def test_names_that_are_no_utf8_are_shown() -> None:
    assert shown("report-\udcff.txt") == "report-\\xff.txt"
    assert shown("Bericht-ä.txt") == "Bericht-ä.txt"
