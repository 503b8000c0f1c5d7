"""HTML -> Report: the article's text by trafilatura; title, outlet, language and time of publication from JSON-LD and meta tags.

A page without article text is refused.
"""

import logging
import re

from dragoman.errors import SourceError
from dragoman.record import Report
from dragoman.sources.metadata import metadata
from dragoman.sources.text import codec_name, decode, mark_of, refuse_known_formats, refuse_zeros

META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,20})|<\?xml[^>]{1,80}encoding\s*=\s*[\"']([\w.:-]{2,20})",
    re.I,
)
HEAD = 8192  # bytes in which a page declares its encoding
AS_BROWSERS_READ = {  # what pages call by one name and write in its larger sibling
    "iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "euc_kr": "cp949", "shift_jis": "cp932", "iso8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip
STRAY = 0.01  # share of undecodable bytes up to which a page is what it declares to be


def read_html(raw: bytes, id: str, encoding: str | None = None) -> Report:
    """The report on a page; `encoding` goes before what the page declares."""
    if not raw.strip():
        raise SourceError("is empty")
    page, replaced = decode_page(raw, encoding)
    text = main_text(page)
    if not text:
        raise SourceError("the page has no article text", stage="extract")
    plural = "s" if replaced > 1 else ""
    warnings = [f"{replaced} undecodable byte{plural} of the page replaced"] if replaced else []
    return Report(id=id, text=text, warnings=warnings, **metadata(page))


def decode_page(raw: bytes, encoding: str | None) -> tuple[str, int]:
    """A page's characters and how many are replaced: by mark, by the encoding given, by its own declaration, else by guess."""
    refuse_known_formats(raw)
    if encoding or mark_of(raw):
        page, replaced = decode(raw, encoding), 0
    else:
        refuse_zeros(raw.find(b"\0"))
        page, replaced = decode_unmarked(raw)
    refuse_zeros(page.find("\0"))
    return page, replaced


def decode_unmarked(raw: bytes) -> tuple[str, int]:
    """As UTF-8, which other bytes hardly ever look like; else as declared, with the odd byte that does not fit replaced; else
    what the bytes look like. Seven-bit bytes are what the page declares."""
    chosen = declared(raw[:HEAD]) or "utf-8"
    for name in (chosen, "utf-8") if raw.isascii() else ("utf-8", chosen):
        try:
            return decode(raw, name), 0
        except SourceError:
            continue
    page = raw.decode(chosen, "replace")
    replaced = page.count("\ufffd")
    if replaced <= STRAY * sum(byte > 0x7F for byte in raw):
        return page, replaced
    return decode_by_guess(raw), 0


def declared(head: bytes) -> str | None:
    """The encoding that a page declares, read as browsers read it; a wide one cannot be true of bytes that say so."""
    found = META_CHARSET.search(head)
    if not found:
        return None
    try:
        name = codec_name((found[1] or found[2]).decode("ascii"))
    except (SourceError, UnicodeDecodeError):
        return None
    return "utf-8" if name.startswith("utf") else AS_BROWSERS_READ.get(name, name)


def decode_by_guess(raw: bytes) -> str:
    """The likeliest encoding; Western European, the web's unspoken habit, before others of the Latin script."""
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None:
        raise SourceError("its encoding cannot be told", stage="decode")
    if all("Latin" in alphabet or "Punctuation" in alphabet for alphabet in best.alphabets):
        return raw.decode("cp1252", "replace")
    return str(best)


def main_text(page: str) -> str | None:
    """The article's text. The extractor logs its doubts; they are told by what comes out."""
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    text: str | None = trafilatura.extract(page, include_comments=False, include_tables=False, deduplicate=False)
    return text.strip() if text and text.strip() else None
