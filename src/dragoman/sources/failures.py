"""SourceError -> Failure: the line of a report that could not be read."""

from dragoman.errors import SourceError
from dragoman.record import FailedReport, Failure, Problem


def failure(id: str, error: SourceError, where: str | None = None) -> Failure:
    """The failure of a report; the error's own place goes before the place of the whole file."""
    problem = Problem(stage=error.stage, reason=error.what, where=error.where or where or id)
    return Failure(report=FailedReport(id=id), error=problem)
