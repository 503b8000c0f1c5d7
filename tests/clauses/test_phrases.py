"""Which words belong to a noun, and how phrases hang together: prepositions, possessors, appositions, coordinations."""

import pytest

from clauses.trees import clauses, doc, heads, phrase
from dragoman.clauses.phrases import core_words, heads_phrase, preposition_of


# ---- cores
@pytest.mark.parametrize(
    ("tree", "head", "core"),
    [
        ("the DT det ministers | two CD nummod ministers | Turkish JJ amod ministers | ministers NNS nsubj met minister | met VBD ROOT - meet", "ministers", "the two Turkish ministers"),
        ("President NNP compound Aliyev | Ilham NNP compound Aliyev | Aliyev NNP nsubj spoke | spoke VBD ROOT - speak", "Aliyev", "President Ilham Aliyev"),
        ("Ban NNP nsubj spoke | Ki NNP flat Ban | - : punct moon | moon NNP flat Ban | spoke VBD ROOT - speak", "Ban", "Ban Ki - moon"),
        ("Iran NNP nmod:poss troops | 's POS case Iran | troops NNS nsubj left troop | left VBD ROOT - leave", "troops", "Iran 's troops"),
        ("Iran NNP nmod:poss troops | 's POS case Iran | troops NNS nsubj left troop | left VBD ROOT - leave", "Iran", "Iran"),
        ("men NNS nsubj left man | of IN case Iran | Iran NNP nmod men | left VBD ROOT - leave", "men", "men"),
        ("men NNS nsubj left man | of IN case Iran | Iran NNP nmod men | left VBD ROOT - leave", "Iran", "Iran"),
        ("more JJR advmod 700 | than IN fixed more | 700 CD nummod people | people NNS obj killed | killed VBD ROOT - kill", "people", "more than 700 people"),
        ("local JJ amod groups | Turkish JJ amod groups | and CC cc UK | UK NNP conj Turkish | groups NNS nsubj met group | met VBD ROOT - meet", "groups", "local Turkish and UK groups"),
        ("a DT det man | , , punct man | man NN nsubj left | , , punct man | left VBD ROOT - leave", "man", "man"),
        ("all PDT det:predet men | the DT det men | men NNS nsubj left man | left VBD ROOT - leave", "men", "all the men"),
        ("He PRP nsubj left | left VBD ROOT - leave", "He", "He"),
        ("Morsi NNP nsubj left | himself PRP nmod:unmarked Morsi | left VBD ROOT - leave", "Morsi", "Morsi"),
        ("Since IN case then | then RB advmod 700 | 700 CD nummod people | people NNS nsubj left | left VBD ROOT - leave", "people", "700 people"),
        ("men NNS nsubj left man | who WP nsubj shot | shot VBD acl:relcl men shoot | left VBD ROOT - leave", "men", "men"),
    ],
)  # fmt: skip
def test_the_core_of_a_phrase(tree: str, head: str, core: str) -> None:
    made = doc(tree)
    word = next(word for word in made.words if word.text == head)
    assert " ".join(word.text for word in core_words(word, made.words)) == core


def test_a_core_has_a_span_and_reach_holds_what_hangs_on_it() -> None:
    found = clauses(
        "The DT det men | men NNS nsubj left man | of IN case Iran | Iran NNP nmod men | left VBD ROOT - leave"
    )
    men = phrase(found, "men")
    assert (found.text(men.span), found.text(men.reach)) == ("The men", "The men of Iran")
    assert (repr(men), men.lemma) == ("The men", "man")


# ---- what heads a phrase
@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("talks NNS obj", True), ("Kyiv NNP nsubj", True), ("they PRP nsubj", True), ("dozens NNS obl", True), ("nine CD nsubj", True),
        ("those DT nsubj", True), ("wounded JJ obj", True), ("shelling VBG obj", True), ("there RB obl", False),
        ("army NN compound", False), ("Turkish JJ amod", False), ("quickly RB advmod", False), ("left VBD conj", False), ("to IN case", False),
        ("peace NN conj", True), ("minister NN appos", True), ("that IN mark", False),
    ],
)  # fmt: skip
def test_what_heads_a_phrase(row: str, expected: bool) -> None:
    made = doc(f"{row} held | held VBD ROOT - hold")
    assert heads_phrase(made.words[0]) is expected


# ---- prepositions
@pytest.mark.parametrize(
    ("before", "preposition"),
    [
        ("in IN case war", "in"),
        ("because IN case war | of IN fixed because", "because of"),
        ("in IN case war | front NN fixed in | of IN fixed in", "in front of"),
        ("from IN case war | under IN case war", "from under"),
        ("to IN case war", "to"),
        ("to TO case war", "to"),
        ("the DT det war", ""),
    ],
)
def test_the_preposition_of_a_phrase(before: str, preposition: str) -> None:
    made = doc(f"They PRP nsubj left | left VBD ROOT - leave | {before} | war NN obl left")
    assert preposition_of(made.words[-1]) == preposition


def test_a_possessive_is_no_preposition() -> None:
    made = doc("Iran NNP nmod:poss men | 's POS case Iran | men NNS ROOT - man")
    assert preposition_of(made.words[0]) == ""


# ---- between phrases
VISIT = """
The DT det visit | visit NN nsubj ended | of IN case minister | Iran NNP nmod:poss minister | 's POS case Iran | minister NN nmod visit
to IN case Kabul | Kabul NNP nmod visit | ended VBD ROOT - end
"""


def test_prepositional_phrases_are_links() -> None:
    found = clauses(VISIT)
    visit = phrase(found, "visit")
    assert [(one.preposition, one.head.text) for one in visit.links] == [("of", "minister"), ("to", "Kabul")]
    assert visit.link("by", "to") is phrase(found, "Kabul")
    assert visit.link("against") is None
    assert phrase(found, "Kabul").governor is visit


def test_a_possessor_is_the_owner() -> None:
    found = clauses(VISIT)
    minister, iran = phrase(found, "minister"), phrase(found, "Iran")
    assert (minister.owner, iran.role, iran.governor) == (iran, "owner", minister)
    assert minister.links == []


@pytest.mark.parametrize(
    ("dep", "role"),
    [
        ("nsubj", "subject"), ("nsubj:pass", "subject"), ("obj", "object"), ("iobj", "indirect"), ("obl", "oblique"), ("obl:tmod", "oblique"),
        ("obl:agent", "oblique"), ("vocative", "other"),
    ],
)  # fmt: skip
def test_roles(dep: str, role: str) -> None:
    assert phrase(clauses(f"Kyiv NNP {dep} left | left VBD ROOT - leave"), "Kyiv").role == role


def test_members_share_role_and_preposition() -> None:
    found = clauses("""
    They PRP nsubj met | met VBD ROOT - meet | with IN case Oman | Oman NNP obl met | , , punct Qatar | Qatar NNP conj Oman
    and CC cc Iran | Iran NNP conj Oman
    """)
    oman, qatar, iran = (phrase(found, name) for name in ("Oman", "Qatar", "Iran"))
    assert oman.members == (oman, qatar, iran)
    assert {(one.role, one.preposition) for one in oman.members} == {("oblique", "with")}
    assert (qatar.first, iran.first, oman.first) == (oman, oman, None)
    assert qatar.members == (qatar,)


def test_a_chain_of_members_has_one_leader() -> None:
    found = clauses(
        "Oman NNP nsubj met | , , punct Qatar | Qatar NNP conj Oman | and CC cc Iran | Iran NNP conj Qatar | met VBD ROOT - meet"
    )
    assert heads(phrase(found, "Oman").members) == ["Oman", "Qatar", "Iran"]
    assert phrase(found, "Iran").role == "subject"


def test_a_member_keeps_a_preposition_of_its_own() -> None:
    found = clauses(
        "They PRP nsubj left | left VBD ROOT - leave | on IN case foot | foot NN obl left | or CC cc bus | by IN case bus | bus NN conj foot"
    )
    assert [one.preposition for one in phrase(found, "foot").members] == ["on", "by"]


def test_an_apposition_explains_its_governor() -> None:
    found = clauses(
        "Lavrov NNP nsubj left | , , punct minister | the DT det minister | minister NN appos Lavrov | , , punct minister | left VBD ROOT - leave"
    )
    lavrov, minister = phrase(found, "Lavrov"), phrase(found, "minister")
    assert (lavrov.appositions, minister.governor, minister.role) == ([minister], lavrov, "apposition")
    assert lavrov.members == (lavrov,)


SPLIT = "Ali NNP nsubj held | , , punct reporter | a DT det reporter | reporter NN conj Ali | , , punct reporter | was VBD aux:pass held be | held VBN ROOT - hold"


def test_a_second_member_after_a_comma_without_and_is_an_apposition() -> None:
    found = clauses(SPLIT)
    ali, reporter = phrase(found, "Ali"), phrase(found, "reporter")
    assert (ali.appositions, ali.members) == ([reporter], (ali,))
    assert (reporter.role, reporter.governor, reporter.first) == ("apposition", ali, None)


@pytest.mark.parametrize(
    "tree",
    [
        SPLIT.replace("a DT det", "and CC cc"),
        "Ali NNP nsubj left | and CC cc Omar | Omar NNP conj Ali | left VBD ROOT - leave",
        "Ali NNP nsubj left | , , punct Omar | Omar NNP conj Ali | , , punct Said | Said NNP conj Ali | left VBD ROOT - leave",
        "Ali NNP nsubj left | Omar NNP conj Ali | left VBD ROOT - leave",
    ],
)
def test_members_that_are_joined_stay_members(tree: str) -> None:
    found = clauses(tree)
    ali = phrase(found, "Ali")
    assert ali.appositions == []
    assert len(ali.members) > 1


def test_a_word_belongs_to_the_phrase_that_it_heads() -> None:
    found = clauses(VISIT)
    iran = next(word for word in found.doc.words if word.text == "Iran")
    assert found.phrase_of(iran) is phrase(found, "Iran")
    assert found.phrase_of(found.doc.words[0]) is phrase(found, "visit")
