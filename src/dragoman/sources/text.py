"""Bytes -> text: by byte-order mark, a named encoding, or UTF-8. Binary files and wrong bytes are refused with their place."""

import codecs
import os
import re

from dragoman.errors import SourceError

MAGIC = {
    b"%PDF": "a PDF file", b"PK\x03\x04": "a ZIP or Office file", b"\x1f\x8b": "a gzip file", b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture", b"\xd0\xcf\x11\xe0": "an Office file", b"{\\rtf": "an RTF file",
    b"\x7fELF": "a program", b"BZh": "a bzip2 file", b"Rar!": "a RAR file", b"\xfd7zXZ": "an xz file", b"7z\xbc\xaf": "a 7-Zip file",
}  # fmt: skip
MARKS = {  # those of UTF-32 begin like those of UTF-16
    codecs.BOM_UTF32_LE: "utf-32-le", codecs.BOM_UTF32_BE: "utf-32-be", codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be",
}  # fmt: skip
LARGEST = 64 * 1024 * 1024  # bytes of one file; JSON Lines are read line by line and may be longer
HALF_CHARACTER = re.compile("[\ud800-\udfff]")
WIDE = ("utf-16", "utf-32")  # two or four bytes for every character


def text_of(raw: bytes, encoding: str | None = None) -> str:
    """The text of a file, its line ends as they are, without byte-order mark."""
    refuse_known_formats(raw)
    if encoding is None and mark_of(raw) is None:
        refuse_zeros(raw.find(b"\0"))
    text = decode(raw, encoding)
    refuse_zeros(text.find("\0"))
    return text


def refuse_known_formats(raw: bytes) -> None:
    """Refuse what is no text by its first bytes: pictures, archives, documents."""
    for magic, what in MAGIC.items():
        if raw.startswith(magic):
            raise SourceError(f"is {what}, no text")


def refuse_zeros(place: int) -> None:
    if place >= 0:
        raise SourceError(f"is a binary file, no text: byte 0x00 at {place}")


def mark_of(raw: bytes) -> bytes | None:
    """The byte-order mark that a file begins with."""
    return next((mark for mark in MARKS if raw.startswith(mark)), None)


def is_wide(raw: bytes, encoding: str | None) -> bool:
    """Has each character two or four bytes, by mark or by name?"""
    mark = mark_of(raw)
    return (MARKS[mark] if mark else codec_name(encoding or "utf-8")).startswith(WIDE)


def codec_name(encoding: str) -> str:
    """The plain name of an encoding; one that does not exist, or that decodes no text, is refused."""
    try:
        b"abcd".decode(encoding, "replace")
        return codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        raise SourceError(f"unknown encoding {encoding!r}", stage="decode") from error


def decode(raw: bytes, encoding: str | None = None) -> str:
    """Text out of bytes: a byte-order mark goes before the named encoding; wrong bytes are named, never replaced."""
    mark = mark_of(raw) or b""
    chosen = MARKS[mark] if mark else codec_name(encoding or "utf-8")
    label = chosen.upper() if chosen.startswith("utf") else chosen
    try:
        text = raw[len(mark) :].decode(chosen)
    except UnicodeDecodeError as error:
        place = len(mark) + error.start
        raise SourceError(f"not {label} text: byte 0x{raw[place]:02x} at {place}", stage="decode") from error
    except UnicodeError as error:
        raise SourceError(f"not {label} text: {error}", stage="decode") from error
    refuse_half_characters(text, "it")
    return text


def refuse_half_characters(text: str, what: str) -> None:
    """Refuse lone surrogates, which no encoding can write."""
    if HALF_CHARACTER.search(text):
        raise SourceError(f"{what} holds half a character (a lone surrogate)", stage="decode")


def shown(name: str) -> str:
    """A file's name as text, also where its bytes are no UTF-8."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
