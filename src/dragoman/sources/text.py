"""Bytes -> text: plain files in UTF-8 or another named encoding. Binary files and wrong bytes are refused with their place."""

import codecs

from dragoman.errors import SourceError

MAGIC = {
    b"%PDF": "a PDF file", b"PK\x03\x04": "a ZIP or Office file", b"\x1f\x8b": "a gzip file", b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture", b"\xd0\xcf\x11\xe0": "an Office file", b"{\\rtf": "an RTF file",
    b"\x7fELF": "a program", b"BZh": "a bzip2 file", b"Rar!": "a RAR file",
}  # fmt: skip
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def refuse_binary(raw: bytes, name: str) -> None:
    """Refuse what is no text: known formats by their first bytes, others by their zero bytes."""
    for magic, what in MAGIC.items():
        if raw.startswith(magic):
            raise SourceError(f"is {what}, no text", name)
    if b"\0" in raw[:4096] and not any(raw.startswith(mark) for mark in MARKS):
        raise SourceError("is a binary file, no text", name)


def decode(raw: bytes, name: str, encoding: str | None = None) -> str:
    """The text of a file: by its byte-order mark, the named encoding, or UTF-8; wrong bytes are named, never replaced."""
    chosen = encoding or next((marked for mark, marked in MARKS.items() if raw.startswith(mark)), "utf-8")
    try:
        return raw.decode(chosen)
    except LookupError as error:
        raise SourceError(f"unknown encoding {encoding!r}", name, stage="decode") from error
    except UnicodeDecodeError as error:
        label = "UTF-8" if chosen.startswith("utf-8") else chosen
        reason = f"not {label} text: byte 0x{raw[error.start]:02x} at {error.start}"
        raise SourceError(reason, name, stage="decode") from error
