"""The command line: what it writes where, what it says, and with what status it ends."""

import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import dragoman
from dragoman import cli
from dragoman.coder import Coder

TEXT = "Iranian troops shelled the town of Erbil on Tuesday, killing 12 civilians."
PAGE = f"<html lang=en><head><title>Shelling</title></head><body><article><p>{TEXT} {TEXT}</p></article></body></html>"
CHECK = Path(__file__).parents[2] / "shared" / "eval" / "check.py"
Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in this process, with the coder that all tests share."""
    monkeypatch.setattr(cli, "make_coder", lambda *_: coder)

    def call(*arguments: str, input: bytes | str | None = None) -> Result:
        result = CliRunner().invoke(cli.app, arguments, input=input)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call


def make(name: str, content: str | bytes = TEXT) -> str:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def lines(*objects: Any) -> str:
    return "".join(json.dumps(item) + "\n" for item in objects)


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty.txt: is empty"),
    "empty.jsonl": (b"", "empty.jsonl: is empty"),
    "empty.html": (b"", "empty.html: is empty"),
    "binary.txt": (bytes(range(256)) * 9, "binary.txt: is a binary file, no text: byte 0x00 at 0"),
    "report.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "report.pdf: is a PDF file, no text"),
    "pdf.jsonl": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n", "pdf.jsonl: is a PDF file, no text"),
    "latin.txt": ("Le président".encode("latin-1"), "latin.txt: not UTF-8 text: byte 0xe9 at 5"),
    "bare.html": (b"<html><body><script>x</script></body></html>", "bare.html: the page has no article text"),
    "large.txt": (
        b"Troops left.  \n" * 700_000,
        "large.txt: the text has 10,500,000 characters; the most is 1,000,000",
    ),
    "textless.jsonl": (b'\n{"id": "a"}\n', "textless.jsonl, line 2: has no text"),
    "nonsense.jsonl": (b"nonsense\n", "nonsense.jsonl, line 1: is not JSON: expecting value (column 1)"),
    "dateless.jsonl": (
        b'{"text": "a", "published": "2024-13-45"}',
        "dateless.jsonl, line 1: published: '2024-13-45' is no ISO 8601 day or time",
    ),
    "deep.jsonl": (b"[" * 100_000 + b"\n", "deep.jsonl, line 1: is nested too deeply"),
    "half.jsonl": (b'{"text": "\\ud800"}\n', "half.jsonl, line 1: its text holds half a character (a lone surrogate)"),
    "long.jsonl": (
        b'\n{"id": 5, "text": "' + b"x" * 1_000_001 + b'"}',
        "long.jsonl, line 2: the text has 1,000,001 characters; the most is 1,000,000",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_line_and_stops_no_other(run: Run, name: str) -> None:
    content, message = BAD[name]
    result = run("code", make("a.txt"), make(name, content), make("z.txt"), "--format", "jsonl")
    assert result.stderr == f"dragoman: {message}\n"
    assert result.exit_code == 1
    first, failed, last = records(result)
    assert (first["report"]["id"], last["report"]["id"]) == ("a.txt", "z.txt")
    assert first["events"] and last["events"]
    assert set(failed) == {"report", "error"}
    assert set(failed["error"]) == {"stage", "reason", "where"}
    assert f"{failed['error']['where']}: {failed['error']['reason']}" == message


@pytest.mark.parametrize("format", ["table", "jsonl", "html"])
def test_all_bad_input_together(run: Run, format: str) -> None:
    for name, (content, _) in BAD.items():
        make(f"day/{name}", content)
    result = run("code", "day", "nowhere.txt", make("good.txt"), "--format", format)
    assert result.exit_code == 1
    said = result.stderr.splitlines()
    named = sorted(
        name for name in BAD if not name.endswith(".pdf")
    )  # a folder's files of other kinds are none of its reports
    assert said == [
        *(f"dragoman: day/{BAD[name][1]}" for name in named),
        "dragoman: nowhere.txt: No such file or directory",
    ]


@pytest.mark.skipif(not CHECK.exists(), reason="the validator is not here")
def test_the_validator_finds_no_fault(run: Run) -> None:
    for name, (content, _) in BAD.items():
        make(f"day/{name}", content)
    more = lines(
        {"id": 7, "text": TEXT},
        {"id": "", "text": TEXT},
        {"text": "a\0b. " + TEXT},
        {"text": TEXT, "published": "2024-03-06T10:00:00Z"},
    )
    page = PAGE.replace("<title>", "<meta name=date content='2024-03-06T10:15:00+03:00'><title>")
    (
        make("day/more.jsonl", more),
        make("day/good.html", page),
        make("day/crlf.txt", f"BAGHDAD, May 3 (AP) - {TEXT}\r\n\r\nHe said: “No.”\r\n"),
    )
    written = run("code", "day", "-", "--format", "jsonl", input=b"").stdout
    done = subprocess.run([sys.executable, CHECK, "-"], input=written.encode(), capture_output=True, check=False)
    assert (done.stdout.decode(), done.returncode) == ("", 0)


def test_failures_stand_in_their_place_among_many(run: Run) -> None:
    given = [{"id": n, "text": TEXT if n % 3 else ""} for n in range(40)]
    result = run("code", "-", "--input", "jsonl", "--format", "jsonl", input=lines(*given))
    found = records(result)
    assert [record["report"]["id"] for record in found] == [str(n) for n in range(40)]
    assert [n for n, record in enumerate(found) if "error" in record] == list(range(0, 40, 3))
    assert result.stderr.splitlines()[1] == "dragoman: standard input, line 4: has no text"


def test_an_error_of_the_coder_is_a_failure_of_its_report_alone(
    run: Run, coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = coder.read

    def stumble(doc: Any, layout: Any) -> Any:
        if doc.report.id == "b":
            raise RuntimeError("tripped\nover a word")
        return read(doc, layout)

    monkeypatch.setattr(coder, "read", stumble)
    result = run("code", make("x.jsonl", lines(*({"id": name, "text": TEXT} for name in "abc"))), "--format", "jsonl")
    assert result.stderr == "dragoman: x.jsonl, line 2: RuntimeError: tripped\\nover a word\n"
    assert [("error" in record) for record in records(result)] == [False, True, False]


def test_all_coded_is_status_0(run: Run) -> None:
    result = run("code", make("a.txt"), make("b.html", PAGE), make("c.jsonl", lines({"text": TEXT})))
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("code",),
        ("code", "a.txt", "--format", "xml"),
        ("code", "a.txt", "--input", "pdf"),
        ("code", "a.txt", "--no-such-option"),
        ("no-such-command",),
        ("explain", "a.txt", "--sentence", "0"),
    ],
)
def test_wrong_usage_is_status_2(run: Run, arguments: tuple[str, ...]) -> None:
    make("a.txt")
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("command", ["code", "explain"])
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--published", "2024-13-45"), "--published: '2024-13-45' is no ISO 8601 day or time"),
        (("--published", "yesterday"), "--published: 'yesterday' is no ISO 8601 day or time"),
        (("--published", ""), "--published: '' is no ISO 8601 day or time"),
        (("--encoding", "no-such"), "--encoding: unknown encoding 'no-such'"),
        (("--published", "2024-03-06", "--encoding", "hex"), "--encoding: unknown encoding 'hex'"),
    ],
)
def test_options_that_make_no_sense_are_said_in_one_line(
    run: Run, command: str, options: tuple[str, ...], message: str
) -> None:
    result = run(command, make("a.txt"), *options)
    assert (result.exit_code, result.stderr, result.stdout) == (2, f"dragoman: {message}\n", "")


def test_an_empty_name_is_not_this_folder(run: Run) -> None:
    make("a.txt")
    result = run("code", "")
    assert (result.exit_code, result.stderr) == (2, "dragoman: an empty name is no report\n")


def test_messages_keep_to_one_line_and_do_not_steer_the_terminal(run: Run) -> None:
    result = run(
        "code", "no\nsuch\x1b[31m.txt", make("x.jsonl", lines({"text": "a", "published": "a\r\n\x1b[2Jb\u202e"}))
    )
    assert result.stderr == (
        "dragoman: no\\nsuch\\x1b[31m.txt: No such file or directory\n"
        "dragoman: x.jsonl, line 1: published: 'a\\r\\n\\x1b[2Jb\\u202e' is no ISO 8601 day or time\n"
    )


def test_without_a_day_of_publication_relative_dates_stay_open(run: Run) -> None:
    text = "Iranian troops shelled Erbil on Tuesday. On Monday Iraq had protested. In May 2021 Iran shelled Basra."
    [record] = records(run("code", make("a.txt", text), "--format", "jsonl"))
    assert record["report"]["warnings"] == ["no publication date: 2 relative dates left open"]
    dates = [event["date"] for event in record["events"]]
    assert [date["start"] for date in dates if date["precision"] == "open"] == [None, None]
    assert "2021-05-01" in [date["start"] for date in dates]


def test_the_day_of_publication_resolves_them(run: Run) -> None:
    [record] = records(run("code", make("a.txt"), "--published", "2024-03-06", "--format", "jsonl"))
    assert record["report"]["published"] == "2024-03-06"
    assert record["report"]["warnings"] == []
    assert record["events"][0]["date"]["start"] == "2024-03-05"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_offsets_are_true_to_the_text_with_its_line_ends(run: Run, mark: str, end: str) -> None:
    text = f"A café closed.{end}{end}{TEXT}{end}“We saw the smoke,” mayor Omed Khoshnaw said.{end}"
    [record] = records(run("code", make("a.txt", mark + text), "--published", "2024-03-06", "--format", "jsonl"))
    assert record["report"]["text"] == text
    slices = [text[slice(*span)] for actor in record["actors"] for span in actor["mentions"]]
    assert "Iranian troops" in slices
    assert [text[slice(*event["trigger"])] for event in record["events"]][:1] == ["shelled"]
    assert all(quote["text"] == text[slice(*quote["evidence"])] for quote in record["quotes"])


def test_a_run_of_brackets_is_coded_quickly(run: Run) -> None:
    make("a.txt", f"{TEXT} {'[' * 10_000} {'](' * 5_000} Iraq protested.")
    begun = time.process_time()
    [record] = records(run("code", "a.txt", "--format", "jsonl"))
    assert time.process_time() - begun < 5
    assert record["events"]


def test_standard_input_of_each_kind(run: Run) -> None:
    as_text = run("code", "-", "--format", "jsonl", input=TEXT)
    assert records(as_text)[0]["report"]["id"] == "-"
    as_page = run("code", "-", "--input", "html", "--format", "jsonl", input=PAGE)
    assert records(as_page)[0]["report"]["title"] == "Shelling"
    as_lines = run(
        "code", "-", "--input", "jsonl", "--format", "jsonl", input=lines({"text": TEXT}, {"id": 3, "text": TEXT})
    )
    assert [record["report"]["id"] for record in records(as_lines)] == ["-:1", "3"]


def test_nothing_on_standard_input(run: Run) -> None:
    result = run("code", "-", input=b"")
    assert (result.exit_code, result.stderr) == (1, "dragoman: standard input: is empty\n")


def test_a_table_shows_failures_on_standard_error_only(run: Run) -> None:
    result = run("code", make("a.txt"), "nowhere.txt", "--published", "2024-03-06")
    assert "ASSAULT" in result.stdout
    assert "nowhere" not in result.stdout


@pytest.mark.parametrize("format", ["table", "jsonl", "html"])
def test_output_goes_to_a_file(run: Run, format: str) -> None:
    shown = run("code", make("a.txt"), "--format", format)
    written = run("code", "a.txt", "--format", format, "--output", "out")
    assert (written.exit_code, written.stdout, written.stderr) == (0, "", "")
    assert Path("out").read_text(encoding="utf-8") == shown.stdout


@pytest.mark.parametrize("output", ["no/such/folder/out", ".", "a.txt/out"])
def test_a_path_that_cannot_be_written(run: Run, output: str) -> None:
    result = run("code", make("a.txt"), "--output", output)
    assert result.exit_code == 2
    assert re.fullmatch(rf"dragoman: cannot write {re.escape(output)}: [A-Z][\w ]+\n", result.stderr)


def test_no_report_is_written_over(run: Run) -> None:
    Path("link.jsonl").symlink_to(make("a.jsonl", lines({"text": TEXT})))
    for output in ("a.jsonl", "./a.jsonl", "link.jsonl"):
        result = run("code", "a.jsonl", "--format", "jsonl", "--output", output)
        assert (result.exit_code, result.stderr) == (2, f"dragoman: {output} is both read and written\n")
    assert Path("a.jsonl").read_text() == lines({"text": TEXT})


def test_records_written_into_the_folder_that_is_read_are_no_reports(run: Run) -> None:
    make("day/a.txt"), make("day/b.txt")
    for _ in range(2):
        result = run("code", "day", "--format", "jsonl", "--output", "day/out.jsonl")
        assert (result.exit_code, result.stderr) == (0, "")
        assert len(Path("day/out.jsonl").read_text().splitlines()) == 2


def test_version(run: Run) -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"dragoman {dragoman.__version__}\n")


def test_help_names_the_commands(run: Run) -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(word in result.stdout for word in ("code", "explain", "lexicon", "--version"))


def test_explain_shows_the_path(run: Run) -> None:
    result = run("explain", make("a.txt", f"Rain fell. {TEXT}"), "--published", "2024-03-06")
    assert (result.exit_code, result.stderr) == (0, "")
    for word in (
        "report a.txt: ",
        "[1] Rain fell.",
        f"[2] {TEXT}",
        "parse",
        "clause",
        "party",
        "frame",
        "assault.shell",
    ):
        assert word in result.stdout


def test_explain_one_sentence(run: Run) -> None:
    result = run("explain", make("a.txt", f"Rain fell. {TEXT}"), "--sentence", "2")
    assert "[2] " in result.stdout
    assert "[1] " not in result.stdout


def test_explain_names_what_it_cannot_explain(run: Run) -> None:
    result = run(
        "explain",
        make("a.txt"),
        "nowhere.txt",
        make("b.jsonl", "\n" + lines({"text": "x " * 600_000})),
        "--sentence",
        "1",
    )
    assert result.exit_code == 1
    assert "[1] " in result.stdout
    assert result.stderr.splitlines() == [
        "dragoman: nowhere.txt: No such file or directory",
        "dragoman: b.jsonl, line 2: the text has 1,200,000 characters; the most is 1,000,000",
    ]


def test_explain_a_sentence_that_is_not_there(run: Run) -> None:
    result = run("explain", make("a.txt"), "--sentence", "7")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "dragoman: a.txt: has no sentence 7: it has 1\n"


GOOD_ENTRY = "- id: mine.zap\n  type: ASSAULT\n  patterns: [A zap B]\n"


def check(run: Run, **files: str) -> Result:
    for name, content in files.items():
        make(f"mine/{name}.yaml" if name in ("tolls", "speech", "positions") else f"mine/frames/{name}.yaml", content)
    return run("lexicon", "check", "mine")


def test_the_shipped_lexicons_have_no_faults(run: Run) -> None:
    result = run("lexicon", "check")
    assert (result.exit_code, result.stderr) == (0, "dragoman: no faults\n")


def test_a_dictionary_is_imported_and_used(run: Run) -> None:
    make("actors.txt", "RURITANIAN_FRONT_ [FRAREB]\nMYSTERY_MEN [KKL]\n")
    result = run("lexicon", "import", "actors.txt", "--output", "mine")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "dragoman: actors.txt, line 2: MYSTERY MEN: no country or sector in its codes (KKL)",
        f"dragoman: wrote {Path('mine/organisations.csv')}",
        "dragoman: 1 rows taken, 0 entries known already, 1 lines not taken",
    ]
    assert run("lexicon", "check", "mine").exit_code == 0


@pytest.mark.parametrize("content", [None, "RURITANIAN_FRONT_ [FRAREB]\n"])
def test_an_import_that_cannot_read_or_would_write_over_is_refused(run: Run, content: str | None) -> None:
    if content is not None:
        make("actors.txt", content)
        make("mine/organisations.csv", "")
    result = run("lexicon", "import", "actors.txt", "--output", "mine")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_a_good_folder_of_one_s_own(run: Run) -> None:
    assert check(run, mine=GOOD_ENTRY).exit_code == 0


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("{id: mine.a, type: ASSAULT, patterns: [A zap B], exampels: [x]}", "unknown key exampels"),
        ("{id: mine.a, type: ASSUALT, patterns: [A zap B]}", "type: 'ASSUALT' is none of AGREE"),
        ("{id: mine.a, type: ASSAULT, contexts: [militarry], patterns: [A zap B]}", "unknown context"),
        ("{id: mine.a, type: ASSAULT, patterns: ['A']}", "pattern 'A': a pattern needs a verb"),
        ("{id: mine.a, type: ASSAULT, patterns: ['A zap B:persn']}", "pattern 'A zap B:persn': unknown kind persn"),
        ("{id: mine.a, patterns: [A zap B]}", "needs type"),
    ],
)
def test_a_fault_in_a_lexicon_is_named_with_file_and_entry(run: Run, entry: str, fault: str) -> None:
    result = check(run, mine=f"{GOOD_ENTRY}- {entry}\n")
    assert result.exit_code == 1
    [line] = result.stderr.splitlines()
    assert line.startswith("dragoman: mine/frames/mine.yaml, entry mine.a: ")
    assert fault in line


def test_every_fault_is_named(run: Run) -> None:
    result = check(
        run,
        one="- {id: a, typ: ASSAULT, patterns: [A zap B]}",
        two="- {id: b, type: X, patterns: ['A']}",
        tolls="a: [1",
    )
    assert result.exit_code == 1
    said = result.stderr.splitlines()
    assert len(said) == 5
    assert all(
        any(f"mine/{file}" in line for line in said) for file in ("frames/one.yaml", "frames/two.yaml", "tolls.yaml")
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("frames/mine.yaml", "- just words"),
        ("speech.yaml", "a: 1"),
        ("frames/mine.yaml", b"- id: \xff"),
        ("offices.csv", b"name\n\xff"),
        ("frames/mine.yaml", "- {id: mine.a, type: ASSAULT, mode: heavy-wepons, patterns: [A zap B]}"),
        ("frames/mine.yaml", "- {id: mine.a, type: ASSAULT, cameo: '999', patterns: [A zap B]}"),
        ("nouns.yaml", "- a list"),
        ("postions.yaml", GOOD_ENTRY),
    ],
)
def test_faults_of_form_are_named_too(run: Run, name: str, content: str | bytes) -> None:
    make("mine/frames/good.yaml", GOOD_ENTRY), make(f"mine/{name}", content)
    result = run("lexicon", "check", "mine")
    assert result.exit_code == 1
    assert f"mine/{name}" in result.stderr
    assert "Traceback" not in result.stderr


def test_folders_without_lexicons(run: Run) -> None:
    missing = run("lexicon", "check", "nowhere")
    assert (missing.exit_code, missing.stderr) == (2, "dragoman: nowhere: no such folder of lexicons\n")
    make("day/a.txt")
    empty = run("lexicon", "check", "day")
    assert (empty.exit_code, empty.stderr) == (1, "dragoman: day: holds no lexicon; see docs/lexicons.md\n")


@pytest.mark.parametrize("options", [("--lexicons", "mine"), ("--lexicons", "nowhere"), ("--model", "nowhere")])
def test_a_coder_that_cannot_be_made_is_wrong_usage(options: tuple[str, str]) -> None:
    make("mine/frames/mine.yaml", "- {id: mine.a, typ: ASSAULT, patterns: [A zap B]}")
    result = CliRunner().invoke(cli.app, ["code", make("a.txt"), *options])
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert options[1] in result.stderr


def test_lexicons_of_one_s_own_are_used() -> None:
    make("mine/frames/mine.yaml", "- {id: mine.zap, type: ASSAULT, mode: heavy-weapons, patterns: [A zap B]}")
    result = CliRunner().invoke(
        cli.app, ["code", make("a.txt", "Iran zapped Iraq."), "--lexicons", "mine", "--format", "jsonl"]
    )
    assert [event["rule"] for event in records(result)[0]["events"]] == ["mine.zap"]


def dragoman_process(*arguments: str, **options: Any) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "dragoman.cli", *arguments], stderr=subprocess.PIPE, stdout=subprocess.PIPE, **options
    )


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    begun = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    out, _ = dragoman_process("--help").communicate()
    assert b"explain" in out
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - begun < 0.5
    heavy = ("spacy", "trafilatura", "numpy", "pydantic", "lxml", "jinja2", "yaml", "charset_normalizer")
    program = f"import sys, dragoman.cli; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", program]).strip() == b"[]"


def test_a_closed_pipe_is_no_matter() -> None:
    process = dragoman_process(
        "code", make("a.jsonl", lines(*[{"text": TEXT * 20}] * 40)), "--input", "jsonl", "--format", "jsonl"
    )
    assert process.stdout and process.stderr
    assert process.stdout.readline().startswith(b'{"report"')
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (-signal.SIGPIPE, b"")


def test_an_interrupt_ends_quietly() -> None:
    process = dragoman_process("code", "-", stdin=subprocess.PIPE)
    assert process.stdin and process.stderr and process.stdout
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=20)
    assert process.returncode in (1, 130, -signal.SIGINT)
    assert (out, b"Traceback" in said) == (b"", False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk at hand")
@pytest.mark.parametrize("options", [(), ("--output", "/dev/full")])
def test_a_full_disk_is_said_in_one_line(options: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "dragoman.cli", "code", make("a.txt"), *options]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert re.fullmatch(rb"dragoman: cannot write(?: /dev/full)?: No space left on device\n", done.stderr)


def test_end_to_end_in_another_locale() -> None:
    page = "<html><body><article></article></body></html>"
    make("day/a.txt", f"Émile Müller left. {TEXT}"), make("day/b.html", page), make("day/c.txt", b"\xff")
    process = dragoman_process("code", "day", "--format", "jsonl", env=os.environ | {"PYTHONIOENCODING": "ascii"})
    out, said = process.communicate()
    assert process.returncode == 1
    assert "Émile Müller" in json.loads(out.splitlines()[0])["report"]["text"]
    assert said.splitlines() == [
        b"dragoman: day/b.html: the page has no article text",
        b"dragoman: day/c.txt: not UTF-8 text: byte 0xff at 0",
    ]
