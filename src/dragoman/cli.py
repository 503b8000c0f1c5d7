"""The command line: reads arguments, prints, exits. Data goes to standard output, messages to standard error.

Exit status: 0 all coded, 1 some failed, 2 wrong usage.
"""

import io
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

import dragoman

if TYPE_CHECKING:
    from dragoman.coder import Coder
    from dragoman.record import Failure, Record, Report

ALL_CODED, SOME_FAILED, WRONG_USAGE = 0, 1, 2

app = typer.Typer(
    name="dragoman", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Reads news reports of diplomacy and armed conflict and writes down, with the evidence, what each one states.",
)  # fmt: skip
lexicon_app = typer.Typer(no_args_is_help=True, help="Look after lexicons.")
app.add_typer(lexicon_app, name="lexicon")


class Format(StrEnum):
    """How records are written."""

    table = "table"
    jsonl = "jsonl"
    html = "html"


class InputKind(StrEnum):
    """What kind of input it is; `auto` goes by the file's name."""

    auto = "auto"
    text = "text"
    html = "html"
    jsonl = "jsonl"


Reports = Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", metavar="REPORT…")]
Published = Annotated[
    str | None, typer.Option(help="Day or time of publication (ISO 8601), where a report gives none.")
]
Lexicons = Annotated[list[Path] | None, typer.Option(help="A folder of lexicons to add; may be given several times.")]
Model = Annotated[Path | None, typer.Option(help="Another spaCy pipeline with Universal Dependencies.")]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the input, where it is neither UTF-8 nor declared.")]
Kind = Annotated[InputKind, typer.Option("--input", help="Kind of input; by default told by the file's name.")]


def show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {dragoman.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Reads news reports of diplomacy and armed conflict and writes down, with the evidence, what each one states."""


@app.command()
def code(
    reports: Reports,
    published: Published = None,
    format: Annotated[
        Format, typer.Option(help="table (readable), jsonl (one record a line) or html (a page).")
    ] = Format.table,
    output: Annotated[str, typer.Option(help="File to write to; - is standard output.")] = "-",
    input: Kind = InputKind.auto,
    encoding: Encoding = None,
    lexicons: Lexicons = None,
    model: Model = None,
) -> None:
    """Code reports: who did or said what to whom, where everybody stands, at what cost, with the evidence."""
    check_output(output, reports)
    found = read_reports(reports, input, published, encoding, None if output == "-" else output)
    failed = write(noted(coded(make_coder(lexicons, model), found)), format, output)
    raise typer.Exit(SOME_FAILED if failed else ALL_CODED)


@app.command()
def explain(
    reports: Reports,
    published: Published = None,
    sentence: Annotated[int | None, typer.Option(min=1, help="Only this sentence, counted from 1.")] = None,
    input: Kind = InputKind.auto,
    encoding: Encoding = None,
    lexicons: Lexicons = None,
    model: Model = None,
) -> None:
    """Show the path behind a record: parse, clauses, frames that fit, results, and what was refused and why."""
    from dragoman.record import Failure

    found = read_reports(reports, input, published, encoding)
    coder = make_coder(lexicons, model)
    failed = 0
    for where, report in found:
        fault = report.error.reason if isinstance(report, Failure) else explain_one(coder, report, sentence)
        if fault:
            say(f"{where}: {fault}")
            failed += 1
    raise typer.Exit(SOME_FAILED if failed else ALL_CODED)


def explain_one(coder: "Coder", report: "Report", sentence: int | None) -> str | None:
    """Print the explanation of a report; what went wrong, if anything did."""
    from dragoman.explanation import explain_report

    try:
        stages = coder.explain(report)
    except Exception as error:
        return reason(error)
    number = len(stages.doc.sentences)
    if sentence is not None and sentence > number:
        return f"has no sentence {sentence}: it has {number}"
    for line in explain_report(stages, sentence):
        typer.echo(line)
    return None


def reason(error: Exception) -> str:
    """What an error says; one that is not ours is named with its kind."""
    from dragoman.errors import DragomanError

    return error.what if isinstance(error, DragomanError) else f"{type(error).__name__}: {error}"


@lexicon_app.command("check")
def check(
    folders: Annotated[
        list[Path] | None, typer.Argument(help="Folders of lexicons; without any, the shipped ones.")
    ] = None,
) -> None:
    """Name every fault in lexicons, with its file and entry."""
    from dragoman.lexicon import shipped_folder

    given = folders or [shipped_folder()]
    for folder in given:
        if not folder.is_dir():
            wrong_usage(f"{folder}: no such folder of lexicons")
    faults = [fault for folder in given for fault in faults_of(folder)]
    for fault in faults or ["no faults"]:
        say(fault)
    raise typer.Exit(SOME_FAILED if faults else ALL_CODED)


@lexicon_app.command("import")
def import_(
    dictionaries: Annotated[list[Path], typer.Argument(help="Actor and agent dictionaries in the PETRARCH format.")],
    output: Annotated[Path, typer.Option(help="Folder to write lexicons to, for --lexicons.")],
) -> None:
    """Turn actor and agent dictionaries of PETRARCH or TABARI into a folder of lexicons, without what dragoman knows already."""
    from dragoman.lexicon import load_lexicon
    from dragoman.petrarch import import_dictionaries, write_folder

    try:
        found = import_dictionaries(dictionaries, load_lexicon())
        written = write_folder(found, output)
    except FileExistsError as error:
        wrong_usage(f"{error.filename} is there already; give another folder")
    except OSError as error:
        wrong_usage(f"{error.filename}: {error.strerror}")
    for line in found.refused:
        say(line)
    for file in written:
        say(f"wrote {file}")
    rows = sum(len(rows) for rows in found.rows.values())
    say(f"{rows:,} rows taken, {found.known:,} entries known already, {len(found.refused):,} lines not taken")
    raise typer.Exit(SOME_FAILED if found.refused else ALL_CODED)


def faults_of(folder: Path) -> list[str]:
    """The faults of a folder of lexicons; that it holds none is one."""
    from dragoman.lexicon import lexicon_files
    from dragoman.lexicon_check import check_folder

    if not lexicon_files(folder):
        return [f"{folder}: holds no lexicon; see docs/lexicons.md"]
    return [str(fault) for fault in check_folder(folder)]


def say(message: str) -> None:
    """One line on standard error, whatever names and values from outside hold."""
    line = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in message)
    typer.echo(f"dragoman: {line}", err=True)


def wrong_usage(message: str) -> NoReturn:
    say(message)
    raise typer.Exit(WRONG_USAGE)


def check_output(output: str, places: list[str]) -> None:
    """Refuse to write over a report before it is read."""
    for place in places:
        if "-" not in (output, place) and is_same(output, place):
            wrong_usage(f"{output} is both read and written")


def is_same(first: str, second: str) -> bool:
    try:
        return Path(first).samefile(second)
    except OSError:
        return False


def make_coder(lexicons: list[Path] | None, model: Path | None) -> "Coder":
    from dragoman.coder import Coder
    from dragoman.errors import DragomanError

    try:
        return Coder(lexicons or (), model)
    except DragomanError as error:
        wrong_usage(str(error))


def read_reports(
    places: list[str], kind: InputKind, published: str | None, encoding: str | None, leave_out: str | None = None
) -> "Iterator[tuple[str, Report | Failure]]":
    """The reports with their places. Options that make no sense are wrong usage, before anything is read."""
    from dragoman.sources import read_located

    if not all(places):
        wrong_usage("an empty name is no report")
    return read_located(places, kind.value, checked_day(published), checked_encoding(encoding), leave_out)


def checked_day(published: str | None) -> str | None:
    from dragoman.errors import SourceError
    from dragoman.sources.dates import checked_moment

    try:
        if published is not None and not published.strip():
            raise SourceError("published: '' is no ISO 8601 day or time")
        return checked_moment(published)
    except SourceError as error:
        wrong_usage(f"--{error.what}")


def checked_encoding(encoding: str | None) -> str | None:
    from dragoman.errors import SourceError
    from dragoman.sources.text import codec_name

    try:
        return None if encoding is None else codec_name(encoding)
    except SourceError as error:
        wrong_usage(f"--encoding: {error.what}")


def coded(coder: "Coder", reports: "Iterable[tuple[str, Report | Failure]]") -> "Iterator[Record | Failure]":
    """Records in the order of the reports; a failure that does not know its place learns it."""
    from dragoman.record import Failure

    places: deque[str] = deque()

    def given() -> "Iterator[Report | Failure]":
        for where, report in reports:
            places.append(where)
            yield report

    for record in coder.code_all(given()):
        where = places.popleft()
        if isinstance(record, Failure) and record.error.where is None:
            record = record.model_copy(update={"error": record.error.model_copy(update={"where": where})})
        yield record


def noted(records: "Iterable[Record | Failure]") -> "Iterator[Record | Failure]":
    """Pass records on, and say of each failure what is wrong, on standard error."""
    from dragoman.record import Failure

    for record in records:
        if isinstance(record, Failure):
            say(f"{record.error.where}: {record.error.reason}")
        yield record


def write(records: "Iterable[Record | Failure]", format: Format, output: str) -> int:
    """Write records in a format; how many reports failed."""
    if output == "-":
        return write_to(records, format, standard_output(format))
    try:
        with Path(output).open("w", encoding="utf-8", newline="\n") as file:
            return write_to(records, format, file)
    except OSError as error:
        wrong_usage(f"cannot write {output}: {error.strerror or error}")


def standard_output(format: Format) -> TextIO:
    """Standard output in the encoding that the format needs: data in UTF-8, tables as the terminal can show them."""
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        if format is Format.table:
            out.reconfigure(errors="replace")
        else:
            out.reconfigure(encoding="utf-8", newline="\n")
    return out


def write_to(records: "Iterable[Record | Failure]", format: Format, out: TextIO) -> int:
    """Write records to a stream; how many reports failed. A page is written when all are read."""
    from dragoman.record import Failure

    failed = 0
    kept: list[Record] = []
    for record in records:
        failed += isinstance(record, Failure)
        if format is Format.jsonl:
            out.write(record.model_dump_json() + "\n")
        elif format is Format.html and not isinstance(record, Failure):
            kept.append(record)
        elif not isinstance(record, Failure):
            from dragoman.table import print_record

            print_record(record, out)
    if format is Format.html:
        from dragoman.page import render_page

        out.write(render_page(kept))
    out.flush()
    return failed


def main() -> None:
    """The entry point. A closed pipe ends it quietly, as it ends other tools; a full disk with one line."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        app()
    except OSError as error:
        say(f"cannot write: {error.strerror or error}")
        sys.exit(WRONG_USAGE)


if __name__ == "__main__":
    main()
