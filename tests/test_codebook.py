"""What is generated under docs/ is what the code says now."""

from pathlib import Path

import pytest

from dragoman.codebook import write

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize("name", ["codebook.md", "record.schema.json"])
def test_generated_docs_are_current(name: str, tmp_path: Path) -> None:
    write(tmp_path)
    assert (tmp_path / name).read_text(encoding="utf-8") == (DOCS / name).read_text(encoding="utf-8"), "run `make docs`"
