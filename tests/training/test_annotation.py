"""Trees drafted, read and mended by hand."""

from pathlib import Path

import pytest
from training.annotation import Fix, mend, read_fixes, sheet
from training.treebanks import Sentence

from dragoman.coder import Coder
from training import annotation, punctuation, treebanks

ROOT = "ROOT"


def tree(text: str) -> Sentence:
    """ "He>2.nsubj left>0.root": each word with the number of its head and its label."""
    rows = [word.rsplit(">", 1) for word in text.split()]
    arcs = [row[1].split(".", 1) for row in rows]
    return Sentence(
        words=[row[0] for row in rows],
        spaces=[True] * len(rows),
        tags=["X"] * len(rows),
        upos=["NOUN"] * len(rows),
        lemmas=["x"] * len(rows),
        heads=[int(head) - 1 if head != "0" else n for n, (head, _) in enumerate(arcs)],
        labels=[ROOT if label == "root" else label for _, label in arcs],
        new_paragraph=False,
    )


def heads(text: str) -> dict[str, str]:
    """The word that each mark hangs on by rule, by the mark and its number."""
    sentence = punctuation.reattached(tree(text))
    return {
        f"{word}{n + 1}": sentence.words[sentence.heads[n]]
        for n, word in enumerate(sentence.words)
        if sentence.labels[n] == "punct"
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They>2.nsubj left>0.root .>1.punct", {".3": "left"}),
        ("Today>5.obl ,>4.punct the>4.det army>5.nsubj left>0.root", {",2": "Today"}),
        ("Ali>6.nsubj ,>1.punct the>4.det envoy>1.appos ,>6.punct left>0.root", {",2": "envoy", ",5": "Ali"}),
        ("men>0.root ,>1.punct women>1.conj and>5.cc children>1.conj", {",2": "women"}),
        (
            'He>2.nsubj said>0.root :>6.punct ">6.punct we>6.nsubj won>2.ccomp ">2.punct',
            {":3": "won", '"4': "won", '"7': "won"},
        ),
        ("talks>0.root (>1.punct in>4.case Oslo>1.nmod )>1.punct", {"(2": "Oslo", ")5": "Oslo"}),
        ("(>2.punct )>1.punct left>0.root", {"(1": "left", ")2": "left"}),
        ("He>3.nsubj ,>1.punct left>0.root ,>5.punct ,>4.punct", {",2": "He", ",4": "left", ",5": "left"}),
        ("left>0.root ,>3.punct ,>2.punct Oslo>2.obj", {",2": "Oslo", ",3": "Oslo"}),
        (".>0.root", {}),
    ],
)
def test_marks_hang_where_the_guidelines_say(text: str, wanted: dict[str, str]) -> None:
    assert heads(text) == wanted


def test_marks_alone_keep_their_heads() -> None:
    assert punctuation.heads_by_rule(["-", "-"], [0, 0], ["punct", "punct"]) == [0, 0]


def test_lines_tell_where_reports_and_paragraphs_begin() -> None:
    text = "One.\n Two  words.\n\nThree.\n===\nFour.\n"
    assert list(annotation.read_lines(text)) == [
        ("One.", "newdoc"), ("Two words.", ""), ("Three.", "newpar"), ("Four.", "newdoc"),
    ]  # fmt: skip


def test_corrections_are_read() -> None:
    assert read_fixes("2: 5 7 obj; 8 0 root VERB\n#4: 3=NOUN\n5: drop\n") == {
        2: [Fix(5, 7, "obj"), Fix(8, 0, "root", "VERB")],
        4: [Fix(3, upos="NOUN")],
        5: None,
    }


@pytest.mark.parametrize("line", ["five: 1 2 obj", "1: 2 obj", "1: 2 3 OBJ", "1: 2 = noun"])
def test_what_is_no_correction_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not understood"):
        read_fixes(line)


REPORT = [tree("They>2.nsubj left>0.root Oslo>2.obj .>2.punct"), tree("Nobody>2.nsubj came>0.root")]


def test_corrections_move_words_and_forget_what_hung_on_the_old_class() -> None:
    better = mend([REPORT], read_fixes("1: 2 3 acl; 3 0 root PROPN; 1 3 nsubj"))[0][0]
    assert better.heads == [2, 2, 2, 2] and better.labels == ["nsubj", "acl", ROOT, "punct"]
    assert better.upos[2] == "PROPN" and (better.tags[2], better.lemmas[2]) == ("", "")
    assert better.tags[1] == "X"


def test_dropped_sentences_are_gone() -> None:
    assert [s.words for report in mend([REPORT], {1: None}) for s in report] == [["Nobody", "came"]]


@pytest.mark.parametrize(
    ("fixes", "complaint"),
    [
        ("1: 3 0 root", r"sentence 1: 2 roots: \[2, 3\]"),
        ("2: 1 2 root", "sentence 2: word 1: label root on word 2"),
        ("2: 1 2 subject", "sentence 2: word 1: label subject on word 2"),
        ("2: 2 1 acl", "hangs on itself through others"),
        ("2: 1 9 obj", "no word 9"),
        ("2: 9 1 obj", "a correction names a word that it does not have"),
        ("3: 1 2 obj", "there is no sentence 3"),
    ],
)
def test_what_is_no_tree_is_refused(fixes: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        mend([REPORT], read_fixes(fixes))


def test_a_sheet_shows_every_word_with_its_arc() -> None:
    assert list(sheet(REPORT))[:5] == [
        "\n#1 They left Oslo . ", "1 They NOUN 2 nsubj", "2 left NOUN 0 root", "3 Oslo NOUN 2 obj", "4 .",
    ]  # fmt: skip


def test_trees_come_back_from_their_file(tmp_path: Path) -> None:
    file = tmp_path / "own.conllu"
    reports = mend([REPORT, REPORT[:1]], read_fixes("1: 3=PROPN"))
    annotation.write_trees(reports, file)
    assert treebanks.read_treebank(file) == reports


def test_a_draft_is_one_tree_for_each_line(coder: Coder) -> None:
    drafted = annotation.draft(coder.nlp, "The army shelled Torbek. It left\n\nNobody was hurt\n")
    (report,) = drafted
    assert [sum(label == ROOT for label in s.labels) for s in report] == [1, 1]
    assert [s.new_paragraph for s in report] == [True, True]
    assert report[0].lemmas[2] == "shell"
