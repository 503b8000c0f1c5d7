"""The command line: reads arguments, prints, exits. Data goes to standard output, messages to standard error.

Exit status: 0 all coded, 1 some failed, 2 wrong usage.
"""

import sys
from collections.abc import Iterable, Iterator
from enum import Enum
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


class Format(str, Enum):
    """How records are written."""

    table = "table"
    jsonl = "jsonl"
    html = "html"


class InputKind(str, Enum):
    """What kind of input it is; `auto` goes by the file's name."""

    auto = "auto"
    text = "text"
    html = "html"
    jsonl = "jsonl"


Reports = Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", metavar="REPORT…")]
Published = Annotated[str | None, typer.Option(help="Day or time of publication (ISO 8601), where a report gives none.")]
Lexicons = Annotated[list[Path] | None, typer.Option(help="A folder of lexicons to add; may be given several times.")]
Model = Annotated[Path | None, typer.Option(help="Another spaCy pipeline with Universal Dependencies.")]
Encoding = Annotated[str | None, typer.Option(help="Encoding of text files, where it is not UTF-8.")]
Kind = Annotated[InputKind, typer.Option("--input", help="Kind of input; by default told by the file's name.")]


def show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {dragoman.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Reads news reports of diplomacy and armed conflict and writes down, with the evidence, what each one states."""


@app.command()
def code(
    reports: Reports,
    published: Published = None,
    format: Annotated[Format, typer.Option(help="table (readable), jsonl (one record a line) or html (a page).")] = Format.table,
    output: Annotated[str, typer.Option(help="File to write to; - is standard output.")] = "-",
    input: Kind = InputKind.auto,
    encoding: Encoding = None,
    lexicons: Lexicons = None,
    model: Model = None,
) -> None:
    """Code reports: who did or said what to whom, where everybody stands, at what cost, with the evidence."""
    day = checked_day(published)
    records = make_coder(lexicons, model).code_all(read_reports(reports, input, day, encoding))
    failed = write(noted(records), format, output)
    raise typer.Exit(SOME_FAILED if failed else ALL_CODED)


@app.command()
def explain(
    reports: Reports,
    published: Published = None,
    sentence: Annotated[int | None, typer.Option(help="Only this sentence, counted from 1.")] = None,
    input: Kind = InputKind.auto,
    encoding: Encoding = None,
    lexicons: Lexicons = None,
    model: Model = None,
) -> None:
    """Show the path behind a record: parse, clauses, frames that fit, results, and what was refused and why."""
    from dragoman.errors import DragomanError
    from dragoman.explanation import explain_report
    from dragoman.record import Failure

    coder = make_coder(lexicons, model)
    failed = False
    for report in read_reports(reports, input, checked_day(published), encoding):
        if isinstance(report, Failure):
            failed = note(report) or True
            continue
        try:
            for line in explain_report(coder.explain(report), sentence):
                typer.echo(line)
        except DragomanError as error:
            typer.echo(f"dragoman: {report.id}: {error}", err=True)
            failed = True
    raise typer.Exit(SOME_FAILED if failed else ALL_CODED)


@lexicon_app.command("check")
def check(
    folders: Annotated[list[Path] | None, typer.Argument(help="Folders of lexicons; without any, the shipped ones.")] = None,
) -> None:
    """Name every fault in lexicons, with its file and entry."""
    from dragoman.lexicon import check_folder, shipped_folder

    faults = [fault for folder in folders or [shipped_folder()] for fault in check_folder(folder)]
    for fault in faults:
        typer.echo(fault, err=True)
    if not faults:
        typer.echo("no faults", err=True)
    raise typer.Exit(SOME_FAILED if faults else ALL_CODED)


def checked_day(published: str | None) -> str | None:
    from dragoman.errors import SourceError
    from dragoman.sources.dates import checked_moment

    try:
        return checked_moment(published)
    except SourceError as error:
        wrong_usage(f"--{error.what}")


def wrong_usage(message: str) -> NoReturn:
    typer.echo(f"dragoman: {message}", err=True)
    raise typer.Exit(WRONG_USAGE)


def make_coder(lexicons: list[Path] | None, model: Path | None) -> "Coder":
    from dragoman.coder import Coder
    from dragoman.errors import DragomanError

    try:
        return Coder(lexicons or (), model)
    except DragomanError as error:
        wrong_usage(str(error))


def read_reports(
    places: list[str], kind: InputKind, published: str | None, encoding: str | None
) -> "Iterator[Report | Failure]":
    from dragoman.sources import read

    return read(places, kind.value, published, encoding)


def noted(records: "Iterable[Record | Failure]") -> "Iterator[Record | Failure]":
    """Pass records on, and say of each failure what is wrong, on standard error."""
    from dragoman.record import Failure

    for record in records:
        if isinstance(record, Failure):
            note(record)
        yield record


def note(failure: "Failure") -> None:
    error = failure.error
    typer.echo(f"dragoman: {error.where or failure.report.id}: {error.reason}", err=True)


def write(records: "Iterable[Record | Failure]", format: Format, output: str) -> int:
    """Write records in a format; how many reports failed."""
    if output == "-":
        return write_to(records, format, sys.stdout)
    try:
        with Path(output).open("w", encoding="utf-8", newline="\n") as file:
            return write_to(records, format, file)
    except OSError as error:
        wrong_usage(f"cannot write {output}: {error.strerror}")


def write_to(records: "Iterable[Record | Failure]", format: Format, out: TextIO) -> int:
    from dragoman.record import Failure

    if format is Format.html:
        from dragoman.page import render_page

        kept = list(records)
        out.write(render_page([record for record in kept if not isinstance(record, Failure)]))
        return sum(isinstance(record, Failure) for record in kept)
    failed = 0
    for record in records:
        failed += isinstance(record, Failure)
        if format is Format.jsonl:
            out.write(record.model_dump_json() + "\n")
        elif not isinstance(record, Failure):
            from dragoman.table import print_record

            print_record(record, out)
    return failed


def main() -> None:
    """The entry point; a closed pipe ends it quietly."""
    try:
        app()
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(SOME_FAILED)
    except KeyboardInterrupt:
        typer.echo("dragoman: interrupted", err=True)
        sys.exit(130)


if __name__ == "__main__":
    main()
