"""What a page says of itself: time of publication, title, outlet, language, address."""

import json
from typing import Any

import pytest

from dragoman.sources.metadata import metadata, moment


def about(head: str, attributes: str = "", body: str = "") -> dict[str, Any]:
    return metadata(f"<!doctype html><html{attributes}><head>{head}</head><body>{body}</body></html>")


def ld(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {"@type": "NewsArticle", "datePublished": "2024-03-06T10:15:00+03:00", "headline": "Talks resume",
           "publisher": {"@type": "Organization", "name": "The Post"}}  # fmt: skip
WHEN = "2024-03-06T10:15:00+03:00"


@pytest.mark.parametrize(
    "block",
    [
        ARTICLE,
        [ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Site"}, ARTICLE]},
        [{"@type": "BreadcrumbList"}, {"@graph": [ARTICLE]}],
        ARTICLE | {"@type": ["NewsArticle", "Thing"]},
        ARTICLE | {"@type": "https://schema.org/ReportageNewsArticle"},
        ARTICLE | {"@type": "LiveBlogPosting"},
        {"@type": "WebPage", "datePublished": "2020-01-01", "mainEntity": ARTICLE},
        ARTICLE | {"publisher": "The Post"},
        ARTICLE | {"publisher": [{"name": "The Post"}]},
        {
            "@graph": [
                ARTICLE | {"publisher": {"@id": "#org"}},
                {"@id": "#org", "@type": "Organization", "name": "The Post"},
            ]
        },
    ],
)
def test_an_article_in_json_ld(block: Any) -> None:
    found = about(ld(block))
    assert (found["published"], found["title"], found["publisher"]) == (WHEN, "Talks resume", "The Post")


def test_the_first_article_of_a_page_is_the_page_s_own() -> None:
    found = about(ld(ARTICLE) + ld(ARTICLE | {"headline": "Another", "datePublished": "2021-01-01"}))
    assert (found["title"], found["published"]) == ("Talks resume", WHEN)


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">null</script>',
        '<script type="application/ld+json">[[[5, "x", null]]]</script>',
        '<script type="application/ld+json">{"@type": {"a": 1}, "@graph": 5, "datePublished": {"x": 1}, "publisher": []}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"@id": ["x"]}, "headline": 7}</script>',
        '<script type="application/ld+json"></script>',
        '<script>{"@type": "NewsArticle", "datePublished": "2020-01-01"}</script>',
    ],
)
def test_faulty_json_ld_is_passed_over(script: str) -> None:
    head = script + '<meta property="article:published_time" content="2024-03-06T10:15:00+03:00">'
    assert about(head)["published"] == WHEN


@pytest.mark.parametrize(
    ("before", "after"), [("<!--", "-->"), ("//<![CDATA[\n", "\n//]]>"), ("", ";"), ("\n\n", "\n")]
)
def test_wrappings_of_json_ld_are_taken_off(before: str, after: str) -> None:
    assert (
        about(f'<script type="application/ld+json">{before}{json.dumps(ARTICLE)}{after}</script>')["published"] == WHEN
    )


def test_line_ends_inside_strings_of_json_ld() -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks\n resume", "datePublished": "2024-03-06"}</script>'
    found = about(script)
    assert (found["title"], found["published"]) == ("Talks resume", "2024-03-06")


def test_a_page_s_day_stands_in_where_no_article_has_one() -> None:
    page = {"@type": "WebPage", "datePublished": WHEN}
    assert about(ld([page, {"@type": "NewsArticle", "headline": "x"}]))["published"] == WHEN
    assert about(ld({"@type": "Event", "datePublished": WHEN}))["published"] is None


@pytest.mark.parametrize(
    "tag",
    [
        '<meta property="article:published_time" content="{}">',
        "<meta content='{}' property='article:published_time'/>",
        '<META PROPERTY="Article:Published_Time" CONTENT="{}">',
        '<meta name="date" content=" {} ">',
        '<meta name="DC.date.issued" content="{}">',
        '<meta name="parsely-pub-date" content="{}">',
        '<meta itemprop="datePublished" content="{}">',
        '<meta data-x="a > b" name="pubdate" content="{}">',
    ],
)
def test_times_in_meta_tags(tag: str) -> None:
    assert about(tag.format(WHEN))["published"] == WHEN


@pytest.mark.parametrize(
    "tag",
    [
        '<time itemprop="datePublished" datetime="{}">6 March</time>',
        '<span itemprop="datePublished" content="{}">6 March</span>',
        '<time itemprop="datePublished">{}</time>',
        '<time pubdate datetime="{}">6 March</time>',
    ],
)
def test_times_in_the_body(tag: str) -> None:
    assert about("", body=tag.format(WHEN))["published"] == WHEN


@pytest.mark.parametrize(
    "head",
    [
        '<!-- <meta name="date" content="2024-03-06"> -->',
        '<meta name="date" content="">',
        '<meta name="date">',
        '<meta name="date" content="yesterday">',
        '<meta property="article:modified_time" content="2024-03-06">',
        '<script>"<meta name=date content=2024-03-06>"</script>',
        ld({"@type": "NewsArticle", "dateModified": "2024-03-06"}),
    ],
)
def test_what_is_no_time_of_publication_is_none(head: str) -> None:
    assert about(head, body='<time datetime="2024-03-06">today</time>')["published"] is None


def test_the_first_good_time_is_taken() -> None:
    head = '<meta property="article:published_time" content="soon"><meta name="date" content="2024-03-06"><meta name="date" content="2020-01-01">'
    assert about(head)["published"] == "2024-03-06"


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("2024-03-06T10:15:00+03:00", WHEN),
        ("2024-03-06T07:15:00.000Z", "2024-03-06T07:15:00+00:00"),
        ("2024-03-06T10:15:00", "2024-03-06"),
        ("2024-03-06 10:15:00 +0300", WHEN),
        ("2024-03-06 07:15 UTC", "2024-03-06T07:15:00+00:00"),
        ("2024-03-06T10:15:00 GMT", "2024-03-06T10:15:00+00:00"),
        ("Wed, 06 Mar 2024 10:15:00 +0300", WHEN),
        ("Wed, 06 Mar 2024 10:15:00 GMT", "2024-03-06T10:15:00+00:00"),
        ("6 Mar 2024 10:15:00", "2024-03-06"),
        ("2024-03-06 10:15 AM", "2024-03-06"),
        ("2024-03-06T10:15:00 EET", "2024-03-06"),
        ("20240306", "2024-03-06"),
        (["2024-03-06"], "2024-03-06"),
        ("03/06/2024", None),
        ("March 6, 2024", None),
        ("1709719200", None),
        ("", None),
        (None, None),
        (1709719200, None),
        ([], None),
        ({}, None),
        ("x" * 10_000, None),
    ],
)
def test_times_as_pages_write_them(given: Any, read: str | None) -> None:
    assert moment(given) == read


def test_title_outlet_and_address() -> None:
    head = (
        '<title>Talks | Site</title><meta property="og:title" content="Iran&#8217;s talks &amp; hopes"><meta property="og:site_name" '
        'content="The  Post"><link rel="canonical" href="https://post.example/1">'
    )
    found = about(head)
    assert (found["title"], found["publisher"], found["url"]) == (
        "Iran’s talks & hopes",
        "The Post",
        "https://post.example/1",
    )


def test_the_title_tag_stands_in() -> None:
    assert about("<title>\n Talks\n resume </title>")["title"] == "Talks resume"
    assert about("<title></title>")["title"] is None


def test_references_in_a_headline_are_resolved() -> None:
    assert about(ld(ARTICLE | {"headline": "Iran&#8217;s &quot;red line&quot;"}))["title"] == 'Iran’s "red line"'


@pytest.mark.parametrize(
    ("attributes", "head", "code"),
    [(' lang="en-GB"', "", "en"), (" lang=RU", "", "ru"), (' lang="zh_CN"', "", "zh"), ("", "", "en"), (' lang="fil"', "", None),
     ("", '<meta property="og:locale" content="tr_TR">', "tr"), (' lang=""', "", "en")],
)  # fmt: skip
def test_the_language(attributes: str, head: str, code: str | None) -> None:
    assert about(head, attributes)["language"] == code


@pytest.mark.parametrize("page", ["", "<", "plain words", "<!-- x -->", "\ufffd", "<p>a<p>b"])
def test_what_is_hardly_a_page_has_nothing_to_say(page: str) -> None:
    assert {key: value for key, value in metadata(page).items() if value} == {"language": "en"}
