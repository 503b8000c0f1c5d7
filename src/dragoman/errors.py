"""The errors dragoman raises: each says what is wrong, where, and what to do."""


class DragomanError(Exception):
    """What is wrong, where (file, line or entry; may be empty), and the remedy (may be empty)."""

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what, self.where, self.remedy = what, where, remedy

    def __str__(self) -> str:
        return f"{self.where}: {self.what}".lstrip(": ") + (f" ({self.remedy})" if self.remedy else "")


class LexiconError(DragomanError):
    """A lexicon that cannot be used: file, entry and remedy."""


class ModelError(DragomanError):
    """A language model that cannot be loaded or does not fit."""


class SourceError(DragomanError):
    """An input that cannot be read as a report."""

    def __init__(self, what: str, where: str = "", stage: str = "read") -> None:
        super().__init__(what, where)
        self.stage = stage


class UsageError(DragomanError):
    """A request that makes no sense: a date that is none, a format that does not exist."""
