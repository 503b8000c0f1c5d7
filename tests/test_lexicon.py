"""Lexicon folders: the shipped one, a user's own on top of it, the compiled cache, and every fault named with file and entry."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import lexicon as lexicons
from dragoman.errors import LexiconError
from dragoman.lexicon import Lexicon, load_lexicon, load_raw, shipped_folder
from dragoman.lexicon_check import check_folder

FRAME = """
- id: assault.pelt
  meaning: Throwing snowballs at a party.
  type: ASSAULT
  mode: beat
  cameo: "182"
  contexts: [crime]
  patterns:
    - A pelt B with snowball
    - pelting of B by A
  examples:
    - "[Pupils] pelted {the caretaker} with snowballs."
"""
STATES = "code,kind,name,names,adjectives,people,capitals,seats,claimed_by,from,until\n"
OFFICES = "name,names,country,role,sector,from,until\n"
ROLES = "noun,plural,sector,kind,office\n"


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of each test's own."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("shared")))
        yield load_lexicon()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's folder with one good frame."""
    write(tmp_path / "own", "frames/assault.yaml", FRAME)
    return tmp_path / "own"


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def own(folder: Path) -> Lexicon:
    """The lexicon of a folder alone, without the shipped one."""
    return lexicons.build([load_raw(folder)])


# ---- the shipped folder
def test_the_shipped_folder_has_no_fault() -> None:
    assert check_folder(shipped_folder()) == []


def test_all_lists_of_the_shipped_folder_are_filled(shipped: Lexicon) -> None:
    for name in (*lexicons.TABLES, "frames", *lexicons.WORD_LISTS):
        assert getattr(shipped, name), name
    assert {frame.list for frame in shipped.frames} == {"events", "positions", "situations", "tolls", "speech"}
    assert len(shipped.digest) == 64


def test_shipped_triggers_lead_to_their_frames(shipped: Lexicon) -> None:
    assert any(frame.type == "ASSAULT" for frame, _ in shipped.triggers["shell"])
    assert all("shell" in pattern.trigger for _, pattern in shipped.triggers["shell"])
    assert "say" in shipped.speech_verbs
    assert shipped.roles_by_noun["ministers"] is shipped.roles_by_noun["minister"]


def test_every_shipped_frame_has_patterns_and_a_meaning(shipped: Lexicon) -> None:
    assert [frame.id for frame in shipped.frames if not (frame.patterns and frame.meaning)] == []


def test_ids_of_shipped_frames_are_unique_across_files(shipped: Lexicon) -> None:
    entries = [
        entry["id"] for file in lexicons.lexicon_files(shipped_folder()) if file.suffix == ".yaml" and file.stem not in lexicons.WORD_LISTS
        for entry in lexicons.read_yaml(file)
    ]  # fmt: skip
    assert len(entries) == len(set(entries)) == len(shipped.frames)
