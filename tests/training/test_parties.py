"""Who did what to whom, scored clause by clause."""

from pathlib import Path

import pytest

from dragoman.coder import Coder
from training import parties

CASES = """
- text: "Rebels shelled Torbek and killed two men."
  clauses:
  - {verb: shelled, doer: Rebels, target: Torbek}
  - {verb: killed, doer: Rebels, target: two men}
  - {verb: killed, doer: Torbek, target: Rebels}
- text: "Two men were killed."
  clauses:
  - {verb: killed, doer: null, target: Two men}
  - {verb: Two, doer: null, target: null}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "clauses.yaml"
    path.write_text(CASES, encoding="utf-8")
    return path


def test_the_shares_of_right_parties(coder: Coder, file: Path) -> None:
    cases = parties.read_cases(file)
    assert parties.score_parties(coder.nlp, cases) == {"verb": 80.0, "doer": 60.0, "target": 60.0, "all": 60.0}


def test_words_that_do_not_occur_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "clauses.yaml"
    path.write_text('- {text: "He left.", clauses: [{verb: left, doer: She, target: null}]}', encoding="utf-8")
    with pytest.raises(ValueError, match="'She' does not occur"):
        parties.read_cases(path)


def test_second_occurrences_are_counted() -> None:
    assert parties.verb_of("He left when she left.", "left#2") == 17


def test_the_sentences_of_the_project_can_be_read() -> None:
    cases = parties.read_cases()
    assert len(cases) > 500 and len({case.text for case in cases}) > 250
