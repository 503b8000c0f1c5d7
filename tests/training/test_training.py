"""The training in small: two hundred sentences out of templates go through the whole of it, from CoNLL-U to a pipeline that parses."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from training import evaluate, hashes, names, train, treebanks

ROOT = Path(__file__).parents[2]
COMPONENTS = ["tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser", "ner"]
SENTENCES, TRAINED, STEPS = 200, 168, 50

# Each template: words with slots, then for each word lemma, UPOS, XPOS, features, head (0 the root), relation, BIO label.
ATTACK = """
The       the     DET   DT  Definite=Def|PronType=Art          2 det        O
{noun}    {noun}  NOUN  NN  Number=Sing                        3 nsubj      O
attacked  attack  VERB  VBD Mood=Ind|Tense=Past|VerbForm=Fin   0 root       O
{place}   {place} PROPN NNP Number=Sing                        3 obj        B-GPE
on        on      ADP   IN  _                                  6 case       O
{day}     {day}   PROPN NNP Number=Sing                        3 obl        O
.         .       PUNCT .   _                                  3 punct      O
"""
PASSIVE = """
Two       two     NUM   CD  NumForm=Word|NumType=Card          2 nummod     O
{noun}s   {noun}  NOUN  NNS Number=Plur                        4 nsubj:pass O
were      be      AUX   VBD Mood=Ind|Tense=Past|VerbForm=Fin   4 aux:pass   O
killed    kill    VERB  VBN Tense=Past|VerbForm=Part|Voice=Pass 0 root      O
by        by      ADP   IN  _                                  6 case       O
rebels    rebel   NOUN  NNS Number=Plur                        4 obl:agent  O
near      near    ADP   IN  _                                  8 case       O
{place}   {place} PROPN NNP Number=Sing                        4 obl        B-GPE
.         .       PUNCT .   _                                  4 punct      O
"""
SPEECH = """
{first}   {first} PROPN NNP Number=Sing                        3 nsubj      B-PERSON
{last}    {last}  PROPN NNP Number=Sing                        1 flat       I-PERSON
said      say     VERB  VBD Mood=Ind|Tense=Past|VerbForm=Fin   0 root       O
the       the     DET   DT  Definite=Def|PronType=Art          5 det        O
{noun}    {noun}  NOUN  NN  Number=Sing                        8 nsubj      O
did       do      AUX   VBD Mood=Ind|Tense=Past|VerbForm=Fin   8 aux        O
n't       not     PART  RB  Polarity=Neg                       8 advmod     O
leave     leave   VERB  VB  VerbForm=Inf                       3 ccomp      O
{place}   {place} PROPN NNP Number=Sing                        8 obj        B-GPE
.         .       PUNCT .   _                                  3 punct      O
"""
SLOTS = {
    "noun": ("soldier", "envoy", "convoy", "patrol", "minister"),
    "place": ("Varnia", "Torbek", "Ostrel", "Kalmera"),
    "day": ("Monday", "Tuesday", "Friday"),
    "first": ("Anna", "Idris", "Mara", "Pavel"),
    "last": ("Lorne", "Tarkan", "Weiss"),
}

Row = list[str]


def sentence(number: int) -> list[Row]:
    """The rows of the n-th sentence; word and lemma with their slots filled."""
    template = (ATTACK, PASSIVE, SPEECH)[number % 3]
    filling = {slot: choices[number // 3 % len(choices)] for slot, choices in SLOTS.items()}
    return [line.format_map(filling).split() for line in template.strip().splitlines()]


def conllu(number: int, rows: list[Row]) -> str:
    """A sentence in CoNLL-U: a document begins every twelve sentences, a paragraph every four; "did n't" is one token."""
    lines = [f"# newdoc id = d{number}"] * (number % 12 == 0) + ["# newpar"] * (number % 4 == 0)
    for n, (word, lemma, upos, xpos, feats, head, label, _) in enumerate(rows, 1):
        if word == "did":
            lines.append("\t".join([f"{n}-{n + 1}", "didn't", *"________"]))
        misc = "SpaceAfter=No" if rows[n : n + 1] and rows[n][0] == "." else "_"
        lines.append("\t".join([str(n), word, lemma, upos, xpos, feats, head, label, "_", misc]))
    return "\n".join(lines) + "\n\n"


def bio(rows: list[Row]) -> str:
    return "".join(f"{row[0]}\t_\t{row[-1]}\n" for row in rows) + "\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `training.train` reads it, with small files of our own."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "treebanks" / "own").mkdir(parents=True)
    (folder / "ner").mkdir()
    sentences = [sentence(n) for n in range(SENTENCES)]
    for split, part in (("train", range(TRAINED)), ("dev", range(TRAINED, SENTENCES))):
        trees = "".join(conllu(n, sentences[n]) for n in part)
        named = "".join(bio(sentences[n]) for n in part)
        (folder / "treebanks" / "own" / f"own-ud-{split}.conllu.gz").write_bytes(gzip.compress(trees.encode()))
        (folder / "ner" / f"own-{split}.bio.tsv.gz").write_bytes(gzip.compress(named.encode()))
    return folder


@pytest.fixture
def documents(data: Path) -> list[list[treebanks.Sentence]]:
    return treebanks.read_treebank(data / "treebanks" / "own" / "own-ud-train.conllu.gz")


def test_training_makes_a_pipeline(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "en"
    command = [
        sys.executable, "-m", "training.train", str(data), str(out), "--work", str(tmp_path / "work"), "--steps", str(STEPS), "--own", str(tmp_path),
        "--treebanks", "own", "--names-train", "own-train", "--names-dev", "own-dev",
    ]  # fmt: skip
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert run.returncode == 0, run.stderr
    nlp = spacy.load(out)
    assert nlp.pipe_names == COMPONENTS
    assert {"nsubj", "obj"} <= set(nlp.get_pipe("parser").labels)
    assert nlp.get_pipe("ner").labels == ("GPE", "PERSON")
    doc = nlp("The patrol attacked Ostrel.")
    assert doc.has_annotation("DEP") and doc.has_annotation("TAG") and doc.has_annotation("SENT_START")
    assert set(hashes.hashes(out)) >= {"config.cfg", "meta.json", "parser/model", "ner/model"}


def test_treebank_is_read_with_its_documents_and_spaces(documents: list[list[treebanks.Sentence]]) -> None:
    assert [len(document) for document in documents] == [12] * (TRAINED // 12)
    speech = documents[0][2]
    assert speech.words[5:7] == ["did", "n't"] and speech.spaces[5:7] == [False, True]
    assert speech.labels[2] == "ROOT" and speech.heads[2] == 2
    text = evaluate.raw_text(documents[0])
    assert "Anna Lorne said the soldier didn't leave Varnia. The envoy attacked Torbek" in text
    assert text.count("\n\n") == 2


def test_training_documents_hold_every_sentence_once_and_copies_in_another_case(
    documents: list[list[treebanks.Sentence]],
) -> None:
    vocab = spacy.blank("en").vocab
    plain = list(treebanks.training_docs(vocab, documents, 0, recased=False))
    assert sum(1 for doc in plain for word in doc if word.dep_ == "ROOT") == TRAINED
    assert [doc.text for doc in plain] == [
        doc.text for doc in treebanks.training_docs(vocab, documents, 0, recased=False)
    ]
    headline = treebanks.titled(documents[0][0])
    assert headline.words[:3] == ["The", "Soldier", "Attacked"] and set(headline.lemmas) == {""}
    assert treebanks.lowered(documents[0][0]).words[:2] == ["the", "soldier"]


def test_names_are_swapped_for_names_of_their_kind(data: Path) -> None:
    sentences = list(names.read_names(data / "ner" / "own-train.bio.tsv.gz"))
    known = names.names_by_label(sentences)
    assert set(map(tuple, known["GPE"])) == {(place,) for place in SLOTS["place"]}
    assert ["Anna", "Lorne"] in known["PERSON"]
    docs = list(names.training_docs(spacy.blank("en").vocab, sentences, 0))
    assert TRAINED < len(docs) < 2 * TRAINED
    assert {entity.label_ for doc in docs for entity in doc.ents} == {"GPE", "PERSON"}


def test_news_is_scored_on_the_documents_that_were_not_trained_on(tmp_path: Path) -> None:
    """Twelve documents of one sentence: the halves share none, and the verbs known from training are those of one half."""
    news = "".join(conllu(12 * n, sentence(n)) for n in range(12))
    for name, split, text in (*((name, "train", "") for name in train.PARSER_TRAIN), (evaluate.NEWS, "test", news)):
        folder = tmp_path / "treebanks" / name
        folder.mkdir(parents=True)
        (folder / f"{name}-ud-{split}.conllu.gz").write_bytes(gzip.compress(text.encode()))
    guards = [test for test in evaluate.TREES if test.treebank == evaluate.NEWS]
    assert {(test.start, test.step) for test in guards} == {evaluate.GUARD}
    guard = [document[0].words for document in evaluate.read_test(tmp_path, guards[0])]
    documents = train.training_documents(tmp_path, own=tmp_path)
    trained = [document[0].words for document in documents]
    assert guard == [[row[0] for row in sentence(n)] for n in range(1, 12, 2)]
    assert trained == [[row[0] for row in sentence(n)] for n in range(0, 12, 2)]
    assert evaluate.read_test(tmp_path, guards[1])[0][0].words == [word.upper() for word in guard[0]]
    assert evaluate.trained_verbs(documents) == {"attack", "kill", "leave", "say"}


def test_texts_that_are_not_free_are_skipped(tmp_path: Path) -> None:
    ids = ("GUM_essay_a", "GUM_news_b", "GUM_podcast_c", "GUM_voyage_d")
    trees = "".join(f"# newdoc id = {name}\n" + conllu(1, sentence(n)) for n, name in enumerate(ids))
    named = "".join(f"# doc = {name}\n" + bio(sentence(n)) for n, name in enumerate(ids))
    for file, text in (("trees.gz", trees), ("named.gz", named)):
        (tmp_path / file).write_bytes(gzip.compress(text.encode()))
    kept = [[row[0] for row in sentence(n)] for n in (1, 3)]
    documents = treebanks.read_treebank(tmp_path / "trees.gz", treebanks.NOT_FREE)
    assert [document[0].words for document in documents] == kept
    rows = names.read_names(tmp_path / "named.gz", treebanks.NOT_FREE)
    assert [[word for word, _, _ in sentence_rows] for sentence_rows in rows] == kept


def test_gold_scores_a_hundred_against_itself(documents: list[list[treebanks.Sentence]]) -> None:
    tally = evaluate.Tally()
    for document in documents:
        evaluate.compare(evaluate.gold_analysis(document), evaluate.gold_analysis(document), tally)
    assert {measure: tally.f1(measure) for measure in evaluate.MEASURES} == dict.fromkeys(evaluate.MEASURES, 100.0)
    assert tally.f1("label nsubj:pass") == 100.0


def test_words_are_matched_by_their_characters(documents: list[list[treebanks.Sentence]]) -> None:
    """A word cut in two is lost, with its arcs; what follows still counts."""
    attack = documents[0][:1]  # The soldier attacked Varnia on Monday .
    words = ["The", "soldier", "attacked", "Var", "nia", "on", "Monday", "."]
    doc = spacy.tokens.Doc(
        spacy.blank("en").vocab, words=words, spaces=[True, True, True, False, True, True, False, False],
        heads=[1, 2, 2, 4, 2, 6, 3, 2], deps=["det", "nsubj", "ROOT", "compound", "obj", "case", "obl", "punct"],
        pos=["DET", "NOUN", "NOUN", "PROPN", "PROPN", "ADP", "PROPN", "PUNCT"],
    )  # fmt: skip
    tally = evaluate.Tally()
    evaluate.compare(evaluate.gold_analysis(attack), evaluate.found_analysis(doc), tally)
    assert (tally.right["tokens"], tally.found["tokens"], tally.gold["tokens"]) == (6, 8, 7)
    assert tally.right["sentences"] == 1
    assert tally.right["UPOS"] == 5  # "attacked" is no noun
    assert tally.right["LAS"] == 5  # "Monday" hangs on half a word
    assert tally.f1("label nsubj") == 100.0 and tally.f1("label obj") == 0.0


def test_names_of_several_words_are_spans_of_the_text(data: Path) -> None:
    rows = list(names.read_names(data / "ner" / "own-dev.bio.tsv.gz"))[2]
    text, found = evaluate.gold_names(rows)
    assert sorted((text[start:end], label) for start, end, label in found)[0][1] in names.LABELS
    assert any(" " in text[start:end] and label == "PERSON" for start, end, label in found)


def test_names_of_our_own_trees_are_read_from_their_line() -> None:
    block = ["# names = Ali Khan=PERSON; Iran=GPE; Iran=GPE", "# text = Ali Khan left Iran, US-Iran talks"]
    words = ["Ali", "Khan", "left", "Iran", ",", "US-Iran", "talks"]
    block += [f"{n}\t{word}\t_\t_\t_\t_\t{max(n - 1, 0)}\tdep\t_\t_" for n, word in enumerate(words, 1)]
    read = treebanks.read_sentence(block)
    assert read.names == ("B-PERSON", "I-PERSON", "O", "B-GPE", "O", "B-GPE", "O")
    assert list(treebanks.names_of(read))[:2] == [("Ali Khan", "PERSON"), ("Iran", "GPE")]
    with pytest.raises(ValueError, match="'Oslo' does not stand after character 0"):
        treebanks.read_sentence(["# names = Oslo=GPE", *block[2:]])
    assert treebanks.read_sentence(block[1:]).names == ()
