"""Web pages: the article's text in its encoding."""

import codecs

import pytest

from dragoman.errors import SourceError
from dragoman.record import Report
from dragoman.sources.html import read_html

BODY = (
    "<article><h1>Talks</h1>{}</article>"
    "<nav><a href='/home'>Home</a></nav><footer>All rights reserved</footer>"
)  # fmt: skip
ENGLISH = (
    "The minister’s office said on Tuesday that the café by the bridge had been shelled. “Nobody was hurt,” it added, and the "
    "two delegations would go on with their talks in the border town after the guns had fallen silent."
)
RUSSIAN = (
    "Министр иностранных дел встретился во вторник с послом. Стороны обсудили положение в приграничных районах и "
    "договорились продолжить переговоры в столице на следующей неделе."
)
FRENCH = "Le président a déclaré mardi que la réunion était très utile. José García et Émile Müller ont signé l’accord à Genève."

JAPANESE = "外務省は火曜日、国境の町で行われた会談について発表した。双方は来週も協議を続けることで合意した。"


def page(text: str, head: str = "", attributes: str = ' lang="en"') -> str:
    return f"<!doctype html><html{attributes}><head>{head}</head><body>{BODY.format(f'<p>{text}</p>')}</body></html>"


def read(raw: bytes, encoding: str | None = None) -> Report:
    return read_html(raw, "page.html", encoding)


def test_the_text_is_the_article_alone() -> None:
    found = read(page(ENGLISH).encode())
    assert ENGLISH in found.text
    assert "Home" not in found.text
    assert "rights reserved" not in found.text
    assert found.id == "page.html"


@pytest.mark.parametrize(
    ("head", "encoding", "text"),
    [
        ('<meta charset="windows-1251">', "cp1251", RUSSIAN),
        ("<META CHARSET=koi8-r>", "koi8-r", RUSSIAN),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251", RUSSIAN),
        ('<meta charset="utf-8">', "utf-8", RUSSIAN),
        ('<meta charset="iso-8859-1">', "cp1252", ENGLISH),
        ('<meta charset="us-ascii">', "cp1252", ENGLISH),
        ('<meta charset="iso-8859-1">', "utf-8", RUSSIAN),
        ('<meta charset="no-such-code">', "utf-8", RUSSIAN),
        ('<meta charset="utf-16">', "utf-8", RUSSIAN),
        ('<meta charset="iso-2022-jp">', "iso-2022-jp", JAPANESE),
        ("", "utf-8", RUSSIAN),
        ("", "cp1251", RUSSIAN),
        ("", "cp1252", ENGLISH),
        ("", "latin-1", FRENCH.replace("’", "'")),
    ],
)
def test_the_encoding_is_declared_or_told_from_the_bytes(head: str, encoding: str, text: str) -> None:
    assert text in read(page(text, head).encode(encoding)).text


def test_an_xml_declaration_tells_the_encoding() -> None:
    xhtml = '<?xml version="1.0" encoding="windows-1251"?>\n' + page(RUSSIAN)
    assert RUSSIAN in read(xhtml.encode("cp1251")).text


@pytest.mark.parametrize("mark", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_mark_goes_before_the_declaration(mark: str) -> None:
    raw = ("\ufeff" + page(RUSSIAN, '<meta charset="koi8-r">')).encode(mark)
    assert RUSSIAN in read(raw).text


def test_an_encoding_given_by_the_user_goes_before_the_declaration() -> None:
    assert RUSSIAN in read(page(RUSSIAN, '<meta charset="koi8-r">').encode("cp1251"), "cp1251").text


def test_the_odd_wrong_byte_is_replaced_and_told() -> None:
    text = RUSSIAN * 3
    raw = page(text, '<meta charset="utf-8">').encode().replace("столице".encode(), b"\xff")
    found = read(raw)
    assert "\ufffd" in found.text
    assert found.warnings == ["3 undecodable bytes of the page replaced"]


def test_a_wrong_declaration_is_not_believed() -> None:
    assert RUSSIAN in read(page(RUSSIAN, '<meta charset="utf-8">').encode("cp1251")).text


@pytest.mark.parametrize(
    "raw",
    [
        b"<html><body></body></html>",
        b"<html><head><title>Only a title</title></head><body><script>var x = 'text';</script><style>p {}</style></body></html>",
        b"<!-- nothing but a comment -->",
        b"<",
        b"<html><body><img src='a.png'></body></html>",
    ],
)
def test_a_page_without_text_is_refused(raw: bytes) -> None:
    with pytest.raises(SourceError, match="the page has no article text") as caught:
        read(raw)
    assert caught.value.stage == "extract"


@pytest.mark.parametrize(
    ("raw", "what"),
    [(b"", "is empty"), (b" \n", "is empty"), (b"%PDF-1.4", "is a PDF file"), (b"<p>\0", "is a binary file")],
)
def test_what_is_no_page_is_refused(raw: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        read(raw)


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table"])
def test_endless_nesting_does_no_harm(tag: str) -> None:
    nested = f"<{tag}>" * 20_000 + f"<p>{ENGLISH}</p>" + f"</{tag}>" * 20_000
    try:
        found = read(f"<html><body><article><p>{ENGLISH}</p>{nested}</article></body></html>".encode())
    except SourceError as error:
        assert error.stage == "extract"
    else:
        assert ENGLISH[:40] in found.text


def test_an_endless_head_does_no_harm() -> None:
    head = "<meta " + "a" * 300_000 + "<meta charset" * 20_000
    assert ENGLISH in read((f"<!-- {head} -->" + page(ENGLISH)).encode()).text


def test_a_mark_alone_is_no_page() -> None:
    with pytest.raises(SourceError):
        read(codecs.BOM_UTF8)
