"""JSON Lines: each line a report or a failure, in its place, whatever the other lines hold."""

import codecs
import io
import json
from typing import Any

import pytest

from dragoman.errors import SourceError
from dragoman.record import Failure, Report
from dragoman.sources import tables
from dragoman.sources.tables import read_json_lines

TEXT = "Troops shelled the town."


def read(raw: bytes, encoding: str | None = None) -> list[tuple[str, Report | Failure]]:
    return list(read_json_lines(io.BytesIO(raw), "day.jsonl", "day.jsonl", encoding))


def one(**fields: Any) -> Report | Failure:
    [(_, found)] = read(json.dumps({"text": TEXT} | fields).encode())
    return found


def report(**fields: Any) -> Report:
    found = one(**fields)
    assert isinstance(found, Report), found
    return found


def reason(line: bytes) -> str:
    """Why a line between two good ones fails; these must come through."""
    good = json.dumps({"text": TEXT}).encode()
    found = read(good + b"\n" + line + b"\n" + good + b"\n")
    assert [isinstance(item, Failure) for _, item in found] == [False, True, False]
    failed = found[1][1]
    assert isinstance(failed, Failure)
    assert failed.error.where == found[1][0] == "day.jsonl, line 2"
    return failed.error.reason


def test_all_fields_are_read() -> None:
    given: dict[str, Any] = {"id": "n1", "title": "Shelling", "publisher": "The Post", "published": "2024-03-06", "url": "https://post.example/1",
             "language": "en"}  # fmt: skip
    assert report(**given) == Report(text=TEXT, **given)


def test_unknown_fields_and_nulls_do_no_harm() -> None:
    found = report(title=None, published=None, url=None, publisher=None, language=None, topic=["war"], score=1.5)
    assert (found.title, found.published, found.language) == (None, None, "en")


@pytest.mark.parametrize(
    ("given", "read"), [("a", "a"), (7, "7"), (0, "0"), (-2.5, "-2.5"), (10**30, str(10**30)), (" x ", " x ")]
)
def test_ids_are_text_or_numbers(given: Any, read: str) -> None:
    assert report(id=given).id == read


@pytest.mark.parametrize("given", [None, "", "  "])
def test_a_report_without_id_is_named_by_its_place(given: str | None) -> None:
    assert report(id=given).id == "day.jsonl:1"


def test_ids_given_twice_are_kept_in_order() -> None:
    line = json.dumps({"id": "a", "text": TEXT}).encode()
    assert [item.id for _, item in read(line + b"\n" + line) if isinstance(item, Report)] == ["a", "a"]


@pytest.mark.parametrize("given", [True, [], ["a"], {"a": 1}, float("nan"), float("inf")])
def test_other_ids_are_refused(given: Any) -> None:
    failed = one(id=given)
    assert isinstance(failed, Failure)
    assert failed.error.reason == "its id is neither text nor a number"
    assert failed.report.id == "day.jsonl:1"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b'{"id": "a"}', "has no text"),
        (b'{"text": null}', "has no text"),
        (b'{"text": ""}', "has no text"),
        (b'{"text": " \\n "}', "has no text"),
        (b'{"text": 5}', "its text is no string"),
        (b'{"text": 0}', "its text is no string"),
        (b'{"text": false}', "its text is no string"),
        (b'{"text": ["a"]}', "its text is no string"),
        (b'{"text": "a", "title": 5}', "its title is no string"),
        (b'{"text": "a", "publisher": {"name": "x"}}', "its publisher is no string"),
        (b'{"text": "a", "published": "2024-13-45"}', "published: '2024-13-45' is no ISO 8601 day or time"),
        (b'{"text": "a", "published": 5}', "published: '5' is no ISO 8601 day or time"),
        (b'{"text": "a\\ud800"}', "its text holds half a character (a lone surrogate)"),
        (b'{"text": "a", "title": "\\udfff"}', "its title holds half a character (a lone surrogate)"),
        (b'{"text": "a", "id": "\\ud800"}', "its id holds half a character (a lone surrogate)"),
        (b"[1]", "is no JSON object"),
        (b'"text"', "is no JSON object"),
        (b"null", "is no JSON object"),
        (b"nonsense", "is not JSON: expecting value (column 1)"),
        (b'{"text": "a"', "is not JSON: expecting ',' delimiter (column 13)"),
        (b'{"text": "a"} {"text": "b"}', "is not JSON: extra data (column 15)"),
        (b"{'text': 'a'}", "is not JSON: expecting property name enclosed in double quotes (column 2)"),
        (b'{"text": "a\0b"}', "is not JSON: invalid control character at (column 12)"),
        (b'{"text": "caf\xe9"}', "not UTF-8 text: byte 0xe9 at 13"),
        (b"[" * 100_000, "is nested too deeply"),
        (b'{"text":' * 100_000, "is nested too deeply"),
        (b"<html><p>no</p></html>", "is not JSON: expecting value (column 1)"),
    ],
)
def test_a_faulty_line_is_named_and_stops_no_other(line: bytes, what: str) -> None:
    assert reason(line) == what


def test_a_failure_keeps_the_id_that_the_line_gives() -> None:
    failed = one(id=17, published="soon")
    assert isinstance(failed, Failure)
    assert failed.report.id == "17"


def test_a_number_of_endless_digits_is_refused() -> None:
    assert reason(b'{"text": "a", "id": ' + b"9" * 10_000 + b"}").startswith("is not JSON: ")


def test_a_pair_of_surrogates_is_one_character() -> None:
    [(_, found)] = read(b'{"text": "\\ud83d\\ude00 ok"}')
    assert isinstance(found, Report)
    assert found.text == "\U0001f600 ok"


def test_control_characters_in_a_text_are_kept() -> None:
    assert report(text="a\0b\x1bc\x85d\u2028e").text == "a\0b\x1bc\x85d\u2028e"


def test_blank_lines_are_counted_but_skipped() -> None:
    line = json.dumps({"text": TEXT}).encode()
    found = read(b"\n  \n" + line + b"\r\n\r\n\t\n" + line)
    assert [where for where, _ in found] == ["day.jsonl, line 3", "day.jsonl, line 6"]


def test_the_separators_of_other_alphabets_end_no_line() -> None:
    line = json.dumps({"text": "a\u2028b\x85c\u2029d"}, ensure_ascii=False).encode()
    assert len(read(line + b"\n" + line + b"\n")) == 2


@pytest.mark.parametrize("mark", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_marks_and_wide_encodings(mark: str) -> None:
    lines = (
        "\ufeff"
        + json.dumps({"id": "é", "text": "Überfall"}, ensure_ascii=False)
        + "\r\n\r\n"
        + json.dumps({"text": TEXT})
        + "\r\n"
    )
    found = [item for _, item in read(lines.encode(mark))]
    assert [item.id for item in found if isinstance(item, Report)] == ["é", "day.jsonl:3"]


def test_a_named_encoding_is_used_line_by_line() -> None:
    line = '{"text": "Überfall"}\n'.encode("latin-1")
    [(_, found)] = read(line, "latin-1")
    assert isinstance(found, Report)
    assert found.text == "Überfall"
    [(_, found)] = read('{"text": "Überfall"}\n'.encode("utf-16-le"), "utf-16-le")
    assert isinstance(found, Report)


@pytest.mark.parametrize("raw", [b"", b"\n\n  \r\n", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n", codecs.BOM_UTF16_LE])
def test_a_file_without_lines_is_empty(raw: bytes) -> None:
    with pytest.raises(SourceError, match="is empty"):
        read(raw)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.4\nfoo\nbar\n", "is a PDF file"),
        (b"\x1f\x8b\x08\n\n\n", "is a gzip file"),
        (bytes(256) + b"\n" + bytes(99), "binary file"),
    ],
)
def test_what_is_no_text_fails_once_and_not_line_by_line(raw: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=what):
        read(raw)


def test_a_line_that_is_too_long_is_refused_and_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST", 1024 * 1024)
    good = json.dumps({"text": TEXT}).encode()
    long = json.dumps({"text": "x" * 3_500_000}).encode()
    found = read(good + b"\n" + long + b"\n" + good)
    assert [where for where, _ in found] == ["day.jsonl, line 1", "day.jsonl, line 2", "day.jsonl, line 3"]
    assert isinstance(found[1][1], Failure)
    assert found[1][1].error.reason == "is longer than 1 MB"
    assert isinstance(found[2][1], Report)
