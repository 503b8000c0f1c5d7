"""Doc -> Clauses: who does what to whom in each clause, logically. The only stage that reads dependency labels."""

from dragoman.clauses.build import find_clauses
from dragoman.clauses.model import Clause, Clauses, Phrase

__all__ = ["Clause", "Clauses", "Phrase", "find_clauses"]
