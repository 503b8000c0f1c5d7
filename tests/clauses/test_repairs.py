"""Slips of the parser that are put right before clauses are read, and what must be left alone."""

from dataclasses import replace

import pytest

from clauses.trees import clause, clauses, doc, heads
from dragoman.clauses.repairs import rejoin, repair
from dragoman.syntax import Doc, Word

PERFECT = """
It PRP nsubj has | has VBZ ROOT - have | so RB advmod far | far RB advmod killed | killed VBN amod people kill
700 CD nummod people | people NNS obj has | in IN case May | May NNP obl has | . . punct has
"""


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


# ---- a perfect read as the possession of killed people
def test_a_perfect_with_an_object() -> None:
    made = clause(clauses(PERFECT), "killed")
    assert (made.lemma, made.link, made.perfect, made.tense, made.passive) == ("kill", "root", True, "present", False)
    assert (heads(made.agents), heads(made.patients), heads(made.obliques)) == (["It"], ["people"], ["May"])
    assert [one.text for one in made.adverbs] == ["far"]


def test_a_perfect_leaves_a_sound_tree() -> None:
    made = repaired(PERFECT)
    assert_links_agree(made)
    has, killed = word(made, "has"), word(made, "killed")
    assert (has.dep, has.head, has.pos) == ("aux", killed, "AUX")
    assert (killed.dep, killed.head, killed.pos, killed.tag) == ("ROOT", None, "VERB", "VBN")


def test_a_perfect_in_a_complement_stays_one() -> None:
    tree = "He PRP nsubj said | said VBD ROOT - say | they PRP nsubj had | had VBD ccomp said have | killed VBN amod ten kill | ten CD obj had"
    assert_links_agree(repaired(tree))
    found = clauses(tree)
    made = clause(found, "killed")
    assert (made.link, made.pluperfect, heads(made.agents), heads(made.patients)) == (
        "complement",
        True,
        ["they"],
        ["ten"],
    )
    assert made.parent is clause(found, "said")


@pytest.mark.parametrize(
    "tree",
    [
        "It PRP nsubj has | has VBZ ROOT - have | a DT det past | troubled VBN amod past trouble | past NN obj has",
        "It PRP nsubj has | has VBZ ROOT - have | 700 CD nummod people | killed VBN amod people kill | people NNS obj has",
        "It PRP nsubj buried | buried VBD ROOT - bury | killed VBN amod people kill | people NNS obj buried",
        "killed VBN amod people kill | people NNS nsubj have | have VBP ROOT -",
        "It PRP nsubj has | has VBZ ROOT - have | dead JJ amod people | people NNS obj has",
        "She PRP nsubj had | had VBD ROOT - have | armed VBD amod men arm | , , punct had | it PRP nsubj said | said VBD parataxis had say | of IN case men | men NNS obl had man",
    ],
)  # fmt: skip
def test_what_is_no_perfect_is_left(tree: str) -> None:
    assert labels(repaired(tree)) == labels(doc(tree))


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


# ---- a name read as a part of the verb
def test_a_name_after_a_verb_is_its_object() -> None:
    made = clause(clauses("He PRP nsubj briefed | briefed VBD ROOT - brief | Qureshi NNP flat briefed"), "briefed")
    assert heads(made.patients) == ["Qureshi"]


@pytest.mark.parametrize(
    "tree",
    [
        "He PRP nsubj briefed | briefed VBD ROOT - brief | Ali NNP obj briefed | Qureshi NNP flat briefed",
        "Qureshi NNP flat briefed | briefed VBD ROOT - brief",
        "Shah NNP ROOT - | Qureshi NNP flat Shah",
    ],
)
def test_a_name_elsewhere_is_left(tree: str) -> None:
    assert labels(repaired(tree)) == labels(doc(tree))


def test_a_report_without_slips_is_left() -> None:
    tree = "Rebels NNS nsubj shelled rebel | shelled VBD ROOT - shell | Azaz NNP obj shelled | . . punct shelled"
    assert labels(repaired(tree)) == labels(doc(tree))


# ---- a subject read as an apposition to the phrase that opens the sentence
APPOSED = "On IN case Sunday | Sunday NNP obl paid | , , punct Khan | Khan NNP appos Sunday | , , punct Khan | {verb} | tribute NN obj paid"


def test_a_subject_after_an_opening_phrase() -> None:
    tree = APPOSED.format(verb="paid VBD ROOT - pay")
    assert_links_agree(repaired(tree))
    assert heads(clause(clauses(tree), "paid").agents) == ["Khan"]


@pytest.mark.parametrize(
    "tree",
    [
        APPOSED.format(verb="he PRP nsubj paid | paid VBD ROOT - pay"),
        APPOSED.format(verb="paid VBN ROOT - pay"),
        "paid VBD ROOT - pay | on IN case Sunday | Sunday NNP obl paid | , , punct day | a DT det day | day NN appos Sunday",
    ],
)
def test_an_apposition_is_left(tree: str) -> None:
    assert labels(repaired(tree)) == labels(doc(tree))


# ---- a clause after a conjunction read as a phrase with a loose verb
LOOSE = "held VBD ROOT - hold | {case} IN case truce | a DT det truce | truce NN obl held | {verb} | the DT det war | war NN obj ended"


def test_a_clause_after_a_conjunction() -> None:
    tree = LOOSE.format(case="since", verb="ended VBD xcomp held end")
    assert_links_agree(repaired(tree))
    made = clause(clauses(tree), "ended")
    assert (made.link, heads(made.agents), heads(made.patients)) == ("adverbial", ["truce"], ["war"])


@pytest.mark.parametrize(("case", "verb"), [("in", "ended VBD xcomp held end"), ("since", "ended VB xcomp held end")])
def test_a_phrase_with_another_verb_is_left(case: str, verb: str) -> None:
    tree = LOOSE.format(case=case, verb=verb)
    assert labels(repaired(tree)) == labels(doc(tree))


# ---- a sentence cut between its subject and its verb
def cut(first: str, second: str) -> Doc:
    """A report whose parser cut it into these two sentences."""
    made = doc(f"{first} | {second}")
    border = first.count("|") + 1
    for one in made.words[border:]:
        one.sentence = 1
    return rejoin(replace(made, sentences=((0, border), (border, len(made.words)))))


SUBJECT, SAID = (
    "Qureshi NNP ROOT - | on IN case Tuesday | Tuesday NNP nmod Qureshi",
    "said VBD ROOT - say | so RB advmod said",
)


def test_a_sentence_cut_after_its_subject() -> None:
    made = cut(SUBJECT, SAID)
    assert (made.sentences, {one.sentence for one in made.words}) == (((0, 5),), {0})
    assert (word(made, "Qureshi").dep, word(made, "Qureshi").head) == ("nsubj", word(made, "said"))
    assert_links_agree(made)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SUBJECT + " | . . punct Qureshi", SAID),
        (SUBJECT, "he PRP nsubj said | " + SAID),
        (SUBJECT, "say VB ROOT - say | so RB advmod say"),
        ("left VBD ROOT - leave | early RB advmod left", SAID),
    ],
)
def test_two_sentences_stay_two(first: str, second: str) -> None:
    assert len(cut(first, second).sentences) == 2


# ---- a gerund that is told, an infinitive read as a phrase
def test_a_gerund_that_is_told() -> None:
    tree = "Baku NNP nsubj reported | reported VBD ROOT - report | fighting VBG xcomp reported fight | in IN case areas | areas NNS obl fighting"
    assert_links_agree(repaired(tree))
    assert heads(clause(clauses(tree), "reported").patients) == ["fighting"]


@pytest.mark.parametrize("verb", ["began VBD ROOT - begin", "reported VBD ROOT - report | it PRP obj {verb}"])
def test_a_gerund_of_one_s_own_is_left(verb: str) -> None:
    form = verb.split()[0]
    tree = f"Baku NNP nsubj {form} | {verb.format(verb=form)} | fighting VBG xcomp {form} fight"
    assert labels(repaired(tree)) == labels(doc(tree))


INFINITIVE = "They PRP nsubj agreed | agreed VBD ROOT - agree | to {to} | further JJ amod ties | {word} NN compound ties | ties NNS obl agreed tie"


def test_an_infinitive_read_as_a_phrase() -> None:
    tree = INFINITIVE.format(to="IN case ties", word="strengthen")
    assert_links_agree(repaired(tree))
    made = clause(clauses(tree), "strengthen")
    assert (made.link, heads(made.patients), heads(made.agents)) == ("complement", ["ties"], ["They"])


@pytest.mark.parametrize(("to", "word"), [("IN case ties", "trade"), ("RB advmod agreed", "strengthen")])
def test_a_phrase_with_to_is_left(to: str, word: str) -> None:
    tree = INFINITIVE.format(to=to, word=word)
    assert labels(repaired(tree)) == labels(doc(tree))
