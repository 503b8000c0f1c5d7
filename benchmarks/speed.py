"""What coding costs against the bare language pipeline: `python benchmarks/speed.py [--texts FILE] [--pairs N] [--limit RATIO]`.

Both read the same reports, in one process and in turn, with the same weights, components, paragraphs and batches; CPU time counts. Exit status 1
above the limit. Without FILE (JSON Lines with "text") it reads the invented reports of `texts.py`.
"""

import argparse
import gc
import gzip
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.coder import Coder
from dragoman.record import Failure, Report
from texts import reports as invented_reports

PUBLISHED = "2024-03-06"
FEWEST_PAIRS = 5


@dataclass
class Recorder:
    """Stands before the pipeline and notes what it is asked to read, so that the bare pipeline reads just that."""

    nlp: Any
    batches: list[tuple[list[str], dict[str, Any]]] = field(default_factory=list)

    def pipe(self, texts: list[str], **options: Any) -> Iterator[Any]:
        self.batches.append((list(texts), options))
        return self.nlp.pipe(texts, **options)


@dataclass(frozen=True)
class Times:
    """CPU seconds of each run, coding and bare in pairs."""

    coding: list[float]
    bare: list[float]

    @property
    def ratio(self) -> float:
        return statistics.median(self.coding) / statistics.median(self.bare)

    @property
    def ratios(self) -> list[float]:
        return [coding / bare for coding, bare in zip(self.coding, self.bare, strict=True)]


def read_reports(file: Path | None) -> list[Report]:
    """The reports of a file of JSON Lines, plain or gzipped, or invented ones."""
    if file is None:
        rows: list[dict[str, Any]] = [{"text": text} for text in invented_reports()]
    else:
        raw = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        rows = [json.loads(line) for line in raw.decode("utf-8").splitlines() if line.strip()]
    return [Report(id=str(n), text=row["text"], published=PUBLISHED, language="en") for n, row in enumerate(rows)]


def code(coder: Coder, reports: list[Report]) -> None:
    """All reports; a failure ends the measurement, for it would look like speed."""
    for record in coder.code_all(reports):
        if isinstance(record, Failure):
            sys.exit(f"report {record.report.id} failed: {record.error.reason}")


def parse(recorded: Recorder) -> None:
    """The bare pipeline over the batches that coding asks for."""
    for texts, options in recorded.batches:
        list(recorded.nlp.pipe(texts, **options))


def recorded_batches(coder: Coder, reports: list[Report]) -> Recorder:
    """Code the reports once, which also warms up, and note the batches."""
    recorder = Recorder(coder.nlp)
    coder.nlp = recorder  # type: ignore[assignment]
    code(coder, reports)
    coder.nlp = recorder.nlp
    return recorder


def seconds(work: Callable[[], None]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(coder: Coder, reports: list[Report], pairs: int) -> Times:
    """Times of both, run in turn; every other pair the other way round, so that neither gains by its place."""
    recorded = recorded_batches(coder, reports)
    works = {"coding": lambda: code(coder, reports), "bare": lambda: parse(recorded)}
    works["bare"]()
    times: dict[str, list[float]] = {"coding": [], "bare": []}
    for n in range(pairs):
        for name in sorted(works, reverse=bool(n % 2)):
            times[name].append(seconds(works[name]))
    return Times(**times)


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--texts", type=Path, help='reports to read, JSON Lines with "text", may be gzipped')
    cli.add_argument("--pairs", type=int, default=7, help="runs of each (default 7, at least 5)")
    cli.add_argument("--limit", type=float, default=1.5, help="highest ratio that passes (default 1.5)")
    args = cli.parse_args()
    reports = read_reports(args.texts)
    words = sum(len(report.text.split()) for report in reports)
    times = measure(Coder(), reports, max(args.pairs, FEWEST_PAIRS))
    print(f"{len(reports)} reports, {words:,} words, {len(times.bare)} pairs of runs, CPU time")
    for name, runs in (("bare pipeline", times.bare), ("coding", times.coding)):
        print(f"{name:14}{words / statistics.median(runs):8,.0f} words/s")
    print(f"ratio {times.ratio:.2f} (pairs {min(times.ratios):.2f} to {max(times.ratios):.2f}), limit {args.limit:g}")
    sys.exit(times.ratio > args.limit)


if __name__ == "__main__":
    main()
