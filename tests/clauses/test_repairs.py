"""Slips of the parser that are put right before clauses are read, and what must be left alone."""

import pytest

from clauses.trees import clause, clauses, doc, heads
from dragoman.clauses.repairs import repair
from dragoman.syntax import Doc, Word


def repaired(tree: str) -> Doc:
    made = doc(tree)
    repair(made.words)
    return made


def word(made: Doc, form: str) -> Word:
    return next(one for one in made.words if one.text == form)


def assert_links_agree(made: Doc) -> None:
    """Every word is a child of its head, once, and of no other."""
    for one in made.words:
        holders = [other for other in made.words if one in other.children]
        assert holders == ([one.head] if one.head else []), one
        assert one.head is None or one.head.children.count(one) == 1


def labels(made: Doc) -> list[tuple[str, str, str | None]]:
    return [(one.text, one.dep, one.head.text if one.head else None) for one in made.words]


# ---- a subject and its verb read as a noun with a clause
CLASHED = "Soldiers NNS ROOT - soldier | clashed VBD acl:relcl Soldiers clash | with IN case rebels | rebels NNS obl clashed rebel | . . punct Soldiers"


@pytest.mark.parametrize("dep", ["acl", "acl:relcl"])
def test_a_past_tense_after_a_root_noun_is_its_verb(dep: str) -> None:
    tree = CLASHED.replace("acl:relcl", dep)
    assert_links_agree(repaired(tree))
    (made,) = clauses(tree).clauses
    assert (made.lemma, made.tense, made.passive) == ("clash", "past", False)
    assert (heads(made.agents), heads(made.obliques)) == (["Soldiers"], ["rebels"])


def test_a_participle_is_a_past_tense_in_a_sentence_without_another_verb() -> None:
    made = clause(clauses(CLASHED.replace("VBD", "VBN")), "clashed")
    assert (made.passive, made.predicate.tag, heads(made.agents)) == (False, "VBD", ["Soldiers"])


def test_a_participle_without_full_stop_is_the_passive_of_a_headline() -> None:
    made = clause(
        clauses("Reporter NN ROOT - | jailed VBN acl Reporter jail | in IN case Minsk | Minsk NNP obl jailed"), "jailed"
    )
    assert (made.passive, made.link, made.tense, heads(made.patients)) == (True, "root", "past", ["Reporter"])


def test_what_follows_goes_with_the_verb() -> None:
    made = repaired(
        "Troops NNS ROOT - troop | the DT det Troops | left VBD acl Troops leave | in IN case May | May NNP nmod Troops | . . punct Troops"
    )
    assert_links_agree(made)
    assert [one.text for one in word(made, "left").children] == ["Troops", "May", "."]
    assert [one.text for one in word(made, "Troops").children] == ["the"]


@pytest.mark.parametrize(
    "tree",
    [
        "Town NN ROOT - | held VBN acl Town hold | by IN case rebels | rebels NNS obl:agent held rebel | . . punct Town",
        "Town NN ROOT - | taken VBN acl Town take | , , punct Town | he PRP nsubj said | said VBD parataxis Town say | . . punct Town",
        "It PRP nsubj town | was VBD cop town be | a DT det town | town NN ROOT - | seized VBN acl town seize",
        "Men NNS ROOT - man | who WP nsubj fled | fled VBD acl:relcl Men flee | . . punct Men",
        "Plans NNS ROOT - plan | to TO mark leave | leave VB acl Plans | . . punct Plans",
        "Nothing NN obj saw | left VBN acl Nothing leave | they PRP nsubj saw | saw VBD ROOT - see",
    ],
)
def test_a_noun_that_is_no_subject_is_left(tree: str) -> None:
    assert labels(repaired(tree)) == labels(doc(tree))


# ---- a gerund that is told
def test_a_gerund_that_is_told() -> None:
    tree = "Baku NNP nsubj reported | reported VBD ROOT - report | fighting VBG xcomp reported fight | in IN case areas | areas NNS obl fighting"
    assert_links_agree(repaired(tree))
    assert heads(clause(clauses(tree), "reported").patients) == ["fighting"]


@pytest.mark.parametrize("verb", ["began VBD ROOT - begin", "reported VBD ROOT - report | it PRP obj {verb}"])
def test_a_gerund_of_one_s_own_is_left(verb: str) -> None:
    form = verb.split()[0]
    tree = f"Baku NNP nsubj {form} | {verb.format(verb=form)} | fighting VBG xcomp {form} fight"
    assert labels(repaired(tree)) == labels(doc(tree))


# ---- an infinitive read as a phrase
INFINITIVE = "They PRP nsubj agreed | agreed VBD ROOT - agree | to {to} | further JJ amod ties | {word} NN compound ties | ties NNS obl agreed tie"


def test_an_infinitive_read_as_a_phrase() -> None:
    tree = INFINITIVE.format(to="IN case ties", word="strengthen")
    assert_links_agree(repaired(tree))
    made = clause(clauses(tree), "strengthen")
    assert (made.link, heads(made.patients), heads(made.agents)) == ("complement", ["ties"], ["They"])


def test_an_infinitive_read_as_a_complement_that_is_a_noun() -> None:
    tree = INFINITIVE.format(to="IN case ties", word="strengthen").replace("obl agreed", "xcomp agreed")
    assert heads(clause(clauses(tree), "strengthen").patients) == ["ties"]


@pytest.mark.parametrize(
    "rest",
    [
        "to TO mark further | further VB xcomp agreed further | strengthen NN compound ties | ties NNS obj further tie",
        "to TO mark strengthen | further RB advmod strengthen | strengthen NN compound ties | ties NNS obj agreed tie",
    ],
)
def test_an_infinitive_behind_an_adverb(rest: str) -> None:
    tree = f"They PRP nsubj agreed | agreed VBD ROOT - agree | {rest}"
    assert_links_agree(repaired(tree))
    made = clause(clauses(tree), "strengthen")
    assert (made.link, heads(made.patients), heads(made.agents)) == ("complement", ["ties"], ["They"])


@pytest.mark.parametrize(("to", "word"), [("IN case ties", "trade"), ("RB advmod agreed", "strengthen")])
def test_a_phrase_with_to_is_left(to: str, word: str) -> None:
    tree = INFINITIVE.format(to=to, word=word)
    assert labels(repaired(tree)) == labels(doc(tree))


def test_a_report_without_slips_is_left() -> None:
    tree = "Rebels NNS nsubj shelled rebel | shelled VBD ROOT - shell | Azaz NNP obj shelled | . . punct shelled"
    assert labels(repaired(tree)) == labels(doc(tree))


# ---- a past tense read as a participle
JOINED = "They PRP nsubj {first} | {first} VB{tense} ROOT - | and CC cc hoped | hoped VBN conj {first} hope | for IN case peace | peace NN obl hoped"


def test_what_is_joined_to_a_past_tense_is_one() -> None:
    made = clause(clauses(JOINED.format(first="met", tense="D")), "hoped")
    assert (made.tense, made.passive, heads(made.agents)) == ("past", False, ["They"])


@pytest.mark.parametrize(
    "tree",
    [
        JOINED.format(first="met", tense="N"),
        JOINED.format(first="met", tense="D") + " | by IN case all | all DT obl:agent hoped",
        JOINED.format(first="met", tense="D") + " | had VBD aux hoped have",
    ],
)
def test_a_participle_that_is_joined_is_left(tree: str) -> None:
    assert word(repaired(tree), "hoped").tag == "VBN"
