"""The record's models -> codebook (Markdown) and JSON Schema. `python -m dragoman.codebook FOLDER` writes both; a test keeps them true."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from dragoman import record
from dragoman.record import Span

MODELS: tuple[type[BaseModel], ...] = (
    record.Record, record.Report, record.Actor, record.Event, record.Position, record.Toll, record.Situation, record.Quote,
    record.Account, record.Interval, record.Place, record.Failure, record.FailedReport, record.Problem,
)  # fmt: skip
HEAD = """# Codebook

Generated from `dragoman.record` by `make docs`; do not edit. The meaning of the coding rules stands in [record.md](record.md). Codes:
PLOVER event types, modes, contexts and sectors; CAMEO codes; ISO 3166-1 alpha-3 countries; ISO 8601 days; offsets in Unicode code points.
A list is never null; every other field may be null only where its type says so.
"""


def codebook() -> str:
    """The codebook page."""
    return "\n".join([HEAD, *(line for model in MODELS for line in section(model))]) + "\n"


def section(model: type[BaseModel]) -> Iterator[str]:
    yield f"## {model.__name__}\n\n{(model.__doc__ or '').strip()}\n"
    yield "| field | type | meaning |\n|---|---|---|"
    for name, field in model.model_fields.items():
        yield f"| `{name}` | {type_words(field.annotation)} | {field.description or ''} |"
    yield ""


def type_words(kind: Any) -> str:
    """A type in words: "text or null", "list of Account", "one of `a` `b`"."""
    origin, parts = get_origin(kind), get_args(kind)
    if kind == Span or kind == get_args(Span)[0]:
        return "span `[start, end)`"
    if origin is Annotated:
        return type_words(parts[0])
    if origin is Literal:
        return "one of " + " ".join(f"`{value}`" for value in parts)
    if origin is list:
        return f"list of {type_words(parts[0])}"
    if origin is Union or type(kind).__name__ == "UnionType":
        return " or ".join(type_words(part) for part in parts)
    names: dict[Any, str] = {str: "text", int: "whole number", float: "number", bool: "true or false", NoneType: "null"}
    return names.get(kind) or str(getattr(kind, "__name__", kind))


def schema() -> str:
    """The JSON Schema of a record."""
    return json.dumps(record.Record.model_json_schema(), indent=1, ensure_ascii=False) + "\n"


def write(folder: Path) -> None:
    (folder / "codebook.md").write_text(codebook(), encoding="utf-8")
    (folder / "record.schema.json").write_text(schema(), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
