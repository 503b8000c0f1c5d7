"""Files, folders and standard input: every report in its place, every failure with its reason."""

import io
import os
import sys
from pathlib import Path

import pytest

from dragoman import sources
from dragoman.record import Failure, Report
from dragoman.sources import read, read_located

TEXT = "Troops shelled the town."
PAGE = f"<html><head><meta name='date' content='2024-03-01'></head><body><article><p>{TEXT * 5}</p></article></body></html>"


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(name: str, content: str | bytes = TEXT) -> str:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def ids(*places: str, **options: object) -> list[str]:
    return [found.id if isinstance(found, Report) else found.report.id for found in read(places, **options)]  # type: ignore[arg-type]


def failed(place: str) -> Failure:
    [found] = read([place])
    assert isinstance(found, Failure)
    assert (found.report.id, found.error.where) == (place, place)
    return found


def give_stdin(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))


def test_a_text_file_has_its_path_as_id() -> None:
    assert list(read([make("a.txt")])) == [Report(id="a.txt", text=TEXT, language="en")]


def test_kinds_are_told_by_the_name_of_the_file() -> None:
    make("a.HTML", PAGE), make("b.ndjson", '{"text": "x"}'), make("c.news", "<p>x</p>")
    found = list(read(["a.HTML", "b.ndjson", "c.news"]))
    assert [item.text for item in found if isinstance(item, Report)] == [TEXT * 5, "x", "<p>x</p>"]


def test_the_kind_that_is_asked_for_holds() -> None:
    make("a.txt", PAGE), make("b.html", '{"text": "x", "id": 1}')
    assert ids("b.html", kind="jsonl") == ["1"]
    [found] = read(["a.txt"], "html")
    assert isinstance(found, Report)
    assert found.text == TEXT * 5


def test_a_folder_is_read_in_the_order_of_names() -> None:
    for name in ("day/b.txt", "day/a.html", "day/c/z.txt", "day/c.jsonl", "day/d.htm"):
        make(name, {"html": PAGE, "jsonl": '{"text": "x"}', "htm": PAGE}.get(name.split(".")[-1], TEXT))
    for name in ("day/notes.pdf", "day/.hidden.txt", "day/.git/x.txt", "day/picture.png"):
        make(name)
    assert ids("day") == ["day/a.html", "day/b.txt", "day/c/z.txt", "day/c.jsonl:1", "day/d.htm"]


def test_a_faulty_file_stops_no_other() -> None:
    for name, content in (
        ("d/a.txt", b"\xff"),
        ("d/b.txt", b""),
        ("d/c.txt", TEXT.encode()),
        ("d/e.jsonl", b"x\n"),
        ("d/f.html", b"<p>"),
    ):
        make(name, content)
    Path("d/g.txt").symlink_to("nowhere")
    kinds = [type(found).__name__ for found in read(["d"])]
    assert kinds == ["Failure", "Failure", "Report", "Failure", "Failure", "Failure"]


def test_a_missing_file() -> None:
    assert failed("nowhere.txt").error.reason == "No such file or directory"
    assert failed("nowhere.jsonl").error.reason == "No such file or directory"
    assert failed("nowhere/nowhere.html").error.stage == "read"


def test_a_name_that_can_be_no_file() -> None:
    assert failed("x" * 5000).error.reason == "File name too long"


def test_a_folder_without_reports() -> None:
    make("day/picture.png")
    assert failed("day").error.reason.startswith("the folder holds no reports (.txt ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_and_folders_that_may_not_be_read() -> None:
    make("day/a.txt"), make("day/b.txt"), make("day/c/d.txt")
    Path("day/a.txt").chmod(0)
    Path("day/c").chmod(0)
    try:
        found = list(read(["day"]))
        assert [type(item).__name__ for item in found] == ["Failure", "Report", "Failure"]
        assert isinstance(found[0], Failure)
        assert found[0].error.reason == "Permission denied"
    finally:
        Path("day/c").chmod(0o700)


def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    make("a.txt"), make("b.jsonl")
    monkeypatch.setattr(Path, "open", refuse)
    assert failed("a.txt").error.reason == "Permission denied"
    assert failed("b.jsonl").error.reason == "Permission denied"


def test_a_folder_that_may_not_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "day")

    make("day/a.txt")
    monkeypatch.setattr(os, "scandir", refuse)
    assert failed("day").error.reason == "Permission denied"


def test_a_file_that_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().readline(size)

    monkeypatch.setattr(Path, "open", lambda *_: Broken(b'{"text": "x"}\n{"text": "y"}\n'))
    found = list(read(["a.jsonl"]))
    assert [type(item).__name__ for item in found] == ["Report", "Failure"]


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 2 * 1024 * 1024)
    make("a.txt", b"x" * (2 * 1024 * 1024 + 1)), make("b.txt", b"x" * 2 * 1024 * 1024)
    assert failed("a.txt").error.reason == "larger than 2 MB"
    assert isinstance(next(read(["b.txt"])), Report)


def test_a_pipe_in_a_folder_is_left_out() -> None:
    make("day/a.txt")
    os.mkfifo("day/b.txt")
    assert ids("day") == ["day/a.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="names in bytes")
def test_a_name_that_is_no_utf8() -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    make("day/" + name)
    assert ids("day") == ["day/caf\\xe9.txt"]
    make("day/" + name, b"")
    [found] = read(["day/" + name])
    assert isinstance(found, Failure)
    assert found.error.where == "day/caf\\xe9.txt"


def test_the_day_of_publication_holds_where_none_is_given() -> None:
    make("a.html", PAGE), make("b.jsonl", '{"text": "x"}\n{"text": "x", "published": "2024-01-01"}'), make("c.txt")
    found = read(["a.html", "b.jsonl", "c.txt"], published="2024-03-06")
    days = [item.published for item in found if isinstance(item, Report)]
    assert days == ["2024-03-01", "2024-03-06", "2024-01-01", "2024-03-06"]


def test_an_encoding_holds_for_all_kinds() -> None:
    for name, content in (
        ("a.txt", "Überfall"),
        ("b.jsonl", '{"text": "Überfall"}'),
        ("c.html", f"<p>{'Überfall. ' * 30}</p>"),
    ):
        make(name, content.encode("latin-1"))
    assert all(
        "Überfall" in item.text
        for item in read(["a.txt", "b.jsonl", "c.html"], encoding="latin-1")
        if isinstance(item, Report)
    )


def test_standard_input_is_text_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    give_stdin(monkeypatch, b"one\r\ntwo")
    assert list(read(["-"])) == [Report(id="-", text="one\r\ntwo", language="en")]


def test_standard_input_of_other_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    give_stdin(monkeypatch, b'{"text": "x"}\n\n{"id": "b", "text": "x"}\n{}')
    found = list(read_located(["-"], "jsonl"))
    assert [where for where, _ in found] == [
        "standard input, line 1",
        "standard input, line 3",
        "standard input, line 4",
    ]
    assert [item.id for _, item in found if isinstance(item, Report)] == ["-:1", "b"]
    give_stdin(monkeypatch, PAGE.encode())
    [page] = read(["-"], "html")
    assert isinstance(page, Report)
    assert page.published == "2024-03-01"


@pytest.mark.parametrize("kind", ["text", "html", "jsonl"])
def test_nothing_on_standard_input(monkeypatch: pytest.MonkeyPatch, kind: sources.Input) -> None:
    give_stdin(monkeypatch, b"")
    [found] = read(["-"], kind)
    assert isinstance(found, Failure)
    assert (found.error.reason, found.error.where, found.report.id) == ("is empty", "standard input", "-")


def test_a_folder_is_read_without_the_file_that_is_written() -> None:
    make("day/a.txt"), make("day/records.jsonl")
    found = read_located(["day"], leave_out=str(Path("day/records.jsonl").resolve()))
    assert [where for where, _ in found] == ["day/a.txt"]


def test_reports_are_read_one_by_one() -> None:
    make("a.jsonl", '{"text": "x"}\n' * 3)
    found = read(["a.jsonl", "b.txt"])
    assert isinstance(next(found), Report)
    make("b.txt")
    assert len(list(found)) == 3
