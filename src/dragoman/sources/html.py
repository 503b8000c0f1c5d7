"""HTML -> Report: the article's text by trafilatura; title, outlet, language and time of publication from JSON-LD and meta tags.

A page without article text is refused.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.errors import SourceError
from dragoman.record import Report
from dragoman.sources.dates import checked_moment
from dragoman.sources.text import decode, refuse_binary

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,20})", re.I)
META_TIMES = ("article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dc.date", "date", "pubdate",
              "parsely-pub-date", "sailthru.date", "publish-date", "dcterms.created")  # fmt: skip
JSON_LD = re.compile(r"<script[^>]+application/ld\+json[^>]*>(.*?)</script>", re.I | re.S)
META = re.compile(r"<meta\s[^>]{1,1000}>", re.I)
ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def read_html(raw: bytes, name: str) -> Report:
    """The report on a page."""
    if not raw.strip():
        raise SourceError("the file is empty", name)
    refuse_binary(raw, name)
    page = decode_page(raw, name)
    text = main_text(page)
    if not text:
        raise SourceError("the page has no article text", name, "extract")
    about = metadata(page)
    return Report(
        id=name, text=text, title=about.get("title"), publisher=about.get("publisher"), url=about.get("url"),
        language=about.get("language") or "en", published=about.get("published"),
    )  # fmt: skip


def decode_page(raw: bytes, name: str) -> str:
    """By the page's own declaration, else UTF-8, else the most likely encoding."""
    declared = META_CHARSET.search(raw[:4096])
    for encoding in (declared[1].decode("ascii") if declared else None, None):
        try:
            return decode(raw, name, encoding)
        except SourceError:
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None:
        raise SourceError("its encoding cannot be told", name, "decode")
    return str(best)


def main_text(page: str) -> str | None:
    import trafilatura

    text: str | None = trafilatura.extract(page, include_comments=False, include_tables=False, deduplicate=False)
    return text.strip() if text and text.strip() else None


def metadata(page: str) -> dict[str, str | None]:
    """What JSON-LD and meta tags say of a page; JSON-LD first."""
    tags = dict(meta_tags(page))
    about: dict[str, str | None] = {
        "title": tags.get("og:title"), "publisher": tags.get("og:site_name"), "url": tags.get("og:url"),
        "published": next((found for key in META_TIMES if (found := moment(tags.get(key)))), None),
        "language": page_language(page),
    }  # fmt: skip
    for block in json_ld(page):
        publisher = block.get("publisher")
        named = publisher.get("name") if isinstance(publisher, dict) else publisher
        about["title"] = text_or(block.get("headline"), about["title"])
        about["publisher"] = text_or(named, about["publisher"])
        about["published"] = moment(block.get("datePublished")) or about["published"]
    return about


def text_or(value: Any, other: str | None) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else other


def moment(value: Any) -> str | None:
    """A time of publication, or None where the page's value is none."""
    try:
        return checked_moment(value)
    except SourceError:
        return None


def meta_tags(page: str) -> Iterator[tuple[str, str]]:
    for tag in META.findall(page):
        values = {key.lower(): double or single for key, double, single in ATTRIBUTE.findall(tag)}
        key = values.get("property") or values.get("name") or values.get("itemprop")
        if key and "content" in values:
            yield key.lower(), values["content"]


def json_ld(page: str) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page that describe an article."""
    for script in JSON_LD.findall(page):
        try:
            found = json.loads(script)
        except (ValueError, RecursionError):
            continue
        graph = found.get("@graph", [found]) if isinstance(found, dict) else found
        for block in graph if isinstance(graph, list) else ():
            if isinstance(block, dict) and "rticle" in str(block.get("@type")):
                yield block


def page_language(page: str) -> str | None:
    found = re.search(r"<html[^>]{0,300}?\slang\s*=\s*[\"']?([a-z]{2})", page, re.I)
    return found[1].lower() if found else None
