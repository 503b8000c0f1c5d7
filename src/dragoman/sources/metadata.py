"""HTML -> what a page says of itself in JSON-LD and meta tags: title, outlet, address, language, time of publication.

Nothing is guessed from the text: what a page does not say stays out.
"""

import email.utils
import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.errors import SourceError
from dragoman.sources.dates import checked_moment

META_TIMES = ("article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "date",
              "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "parsely-pub-date", "sailthru.date",
              "cxenseparse:recs:publishtime", "dcterms.created", "dc.date.created")  # fmt: skip
ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
SPACED_ZONE = re.compile(r"\s+(?:(?P<utc>UTC|GMT|Z)|(?P<zone>[+-]\d\d:?\d\d))$")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=[T\s])")
EMAIL_DAY = re.compile(r"(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2} \d{4}\b")
WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$")


def metadata(page: str) -> dict[str, Any]:
    """What a page says of itself, as fields of a Report; JSON-LD goes before meta tags."""
    root = parse_page(page)
    if root is None:
        return {"language": "en"}
    tags = dict(meta_tags(root))
    said = from_json_ld(json_ld(root))
    address = root.find(".//link[@rel='canonical']")
    return {
        "title": said.get("title") or tags.get("og:title") or plain(root.findtext(".//head/title")),
        "publisher": said.get("publisher") or tags.get("og:site_name"),
        "url": tags.get("og:url") or plain(None if address is None else address.get("href")),
        "published": said.get("published") or next((day for key in META_TIMES if (day := moment(tags.get(key)))), None),
        "language": page_language(root, tags),
    }


def parse_page(page: str) -> Any:
    """The page's tree, or None where there is none."""
    from lxml import etree, html

    try:
        return html.document_fromstring(page.encode(), html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.LxmlError, ValueError):
        return None


def plain(value: Any) -> str | None:
    """A value's words on one line, or None."""
    return " ".join(value.split()) or None if isinstance(value, str) else None


def meta_tags(root: Any) -> Iterator[tuple[str, str]]:
    """Names and values of the meta tags and of what is marked as time of publication; the first of a name comes last and wins."""
    found = []
    for tag in root.iter("meta", "time", "span", "abbr"):
        value = plain(tag.get("content") or tag.get("datetime") or tag.text)
        for key in (tag.get("property"), tag.get("name"), tag.get("itemprop")):
            if key and value:
                found.append((key.strip().lower(), value))
        if tag.tag == "time" and value and tag.get("pubdate") is not None:
            found.append(("pubdate", value))
    yield from reversed(found)


def json_ld(root: Any) -> list[dict[str, Any]]:
    """All objects in a page's JSON-LD, outer ones first; a script that is no JSON is passed over."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            found += objects(json.loads(WRAPPING.sub("", WRAPPING.sub("", script.text or "")), strict=False))
        except (ValueError, RecursionError):
            continue
    return found


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON value, an article's parts after itself; no recursion, since pages are strangers' work."""
    waiting = [value]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting = value + waiting
        elif isinstance(value, dict):
            yield value
            waiting += [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]


def from_json_ld(blocks: list[dict[str, Any]]) -> dict[str, str | None]:
    """What the first article among the objects says, and of the time of publication what the page as such says."""
    articles = [block for block in blocks if any(ARTICLE.search(kind) for kind in kinds(block))]
    pages = [block for block in blocks if any(kind.endswith("Page") for kind in kinds(block))]
    named = {str(block["@id"]): block for block in blocks if "@id" in block and "name" in block}
    return {
        "title": first(text_in(block.get("headline") or block.get("name")) for block in articles),
        "publisher": first(name_of(block.get("publisher"), named) for block in articles),
        "published": first(moment(block.get("datePublished")) for block in articles + pages),
    }


def first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)


def kinds(block: dict[str, Any]) -> list[str]:
    """The types of an object, one or several."""
    kind = block.get("@type")
    return [one for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str)]


def name_of(value: Any, named: dict[str, dict[str, Any]]) -> str | None:
    """A publisher's name: stated, in an object, in the first of several, or in an object named elsewhere on the page."""
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, dict):
        value = value.get("name") or named.get(str(value.get("@id")), {}).get("name")
        value = value[0] if isinstance(value, list) and value else value
    return text_in(value)


def text_in(value: Any) -> str | None:
    """Words of JSON-LD, in which some pages leave character references."""
    import html

    return plain(html.unescape(value)) if isinstance(value, str) else None


def moment(value: Any) -> str | None:
    """A time of publication as pages write it: ISO 8601, also with loose zone, or that of e-mail; None where it is none."""
    value = plain(value[0] if isinstance(value, list) and value else value)
    if value is None:
        return None
    tidy = SPACED_ZONE.sub(lambda zone: "Z" if zone["utc"] else str(zone["zone"]), value)
    day = ISO_DAY.match(value)
    for form in (tidy, email_moment(value), day and day.group()):
        try:
            if form:
                return checked_moment(form)
        except SourceError:
            continue
    return None


def email_moment(value: str) -> str | None:
    """ "Wed, 06 Mar 2024 10:15:00 GMT" in ISO 8601."""
    if not EMAIL_DAY.match(value):
        return None
    try:
        return email.utils.parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def page_language(root: Any, tags: dict[str, str]) -> str | None:
    """The two-letter language that a page declares; English where it declares none, unknown where it has no such code."""
    said = root.get("lang") or root.get("xml:lang") or tags.get("og:locale") or tags.get("content-language") or "en"
    code = re.split(r"[-_,;\s]", said.strip().lower())[0]
    return code if re.fullmatch("[a-z]{2}", code) else None
