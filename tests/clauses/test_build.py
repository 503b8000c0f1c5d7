"""Who does what to whom in hand-built trees: voice, tense, polarity, and parties that clauses share or inherit."""

import pytest

from clauses.trees import clause, clauses, heads

ACTIVE = "Rebels NNS nsubj shelled rebel | shelled VBD ROOT - shell | Azaz NNP obj shelled | . . punct shelled"
PASSIVE = """
Azaz NNP nsubj:pass shelled | was VBD aux:pass shelled be | shelled VBN ROOT - shell
by IN case rebels | rebels NNS obl:agent shelled rebel | and CC cc militias | militias NNS conj rebels militia | . . punct shelled
"""


# ---- voice
def test_an_active_clause() -> None:
    (made,) = clauses(ACTIVE).clauses
    assert (made.lemma, made.link, made.passive, made.copular, made.negated) == ("shell", "root", False, False, False)
    assert (heads(made.agents), heads(made.patients), made.obliques) == (["Rebels"], ["Azaz"], [])
    assert (made.tense, made.perfect, made.progressive, made.modals) == ("past", False, False, ())


def test_a_passive_with_its_agents() -> None:
    made = clause(clauses(PASSIVE), "shelled")
    assert made.passive
    assert (heads(made.agents), heads(made.patients), made.obliques) == (["rebels", "militias"], ["Azaz"], [])


def test_a_passive_whose_by_phrase_is_a_plain_oblique_still_has_an_agent() -> None:
    made = clause(clauses(PASSIVE.replace("obl:agent", "obl")), "shelled")
    assert heads(made.agents) == ["rebels", "militias"]


def test_a_passive_without_agent() -> None:
    made = clause(
        clauses(
            "Azaz NNP nsubj:pass shelled | was VBD aux:pass shelled be | shelled VBN ROOT - shell | on IN case Monday | Monday NNP obl shelled"
        ),
        "shelled",
    )
    assert (heads(made.agents), heads(made.patients), heads(made.obliques)) == ([], ["Azaz"], ["Monday"])


def test_by_in_an_active_clause_is_no_agent() -> None:
    made = clause(clauses("They PRP nsubj left | left VBD ROOT - leave | by IN case road | road NN obl left"), "left")
    assert (heads(made.agents), heads(made.obliques)) == (["They"], ["road"])


def test_an_indirect_object() -> None:
    made = clause(
        clauses("Berlin NNP nsubj gave | gave VBD ROOT - give | Kyiv NNP iobj gave | tanks NNS obj gave tank"), "gave"
    )
    assert (heads(made.agents), heads(made.indirect), heads(made.patients)) == (["Berlin"], ["Kyiv"], ["tanks"])


def test_obliques_keep_their_prepositions() -> None:
    found = clauses(
        "Troops NNS nsubj withdrew troop | withdrew VBD ROOT - withdraw | from IN case Herat | Herat NNP obl withdrew | on IN case Monday | Monday NNP obl withdrew"
    )
    assert [one.preposition for one in clause(found, "withdrew").obliques] == ["from", "on"]


# ---- tense, perfect, modality, polarity, particles
@pytest.mark.parametrize(
    ("tree", "tense", "perfect", "progressive", "modals"),
    [
        ("They PRP nsubj leave | leave VBP ROOT -", "present", False, False, ()),
        ("It PRP nsubj leaves | leaves VBZ ROOT - leave", "present", False, False, ()),
        ("They PRP nsubj left | left VBD ROOT - leave", "past", False, False, ()),
        ("They PRP nsubj left | have VBP aux left | left VBN ROOT - leave", "present", True, False, ()),
        ("They PRP nsubj left | had VBD aux left have | left VBN ROOT - leave", "past", True, False, ()),
        ("They PRP nsubj leaving | are VBP aux leaving be | leaving VBG ROOT - leave", "present", False, True, ()),
        ("They PRP nsubj leave | will MD aux leave | leave VB ROOT -", "future", False, False, ("will",)),
        ("They PRP nsubj leave | may MD aux leave | leave VB ROOT -", "present", False, False, ("may",)),
        (
            "They PRP nsubj leave | wo MD aux leave will | n't RB advmod leave not | leave VB ROOT -",
            "future",
            False,
            False,
            ("wo",),
        ),
        (
            "They PRP nsubj left | might MD aux left | have VB aux left | left VBN ROOT - leave",
            "present",
            True,
            False,
            ("might",),
        ),
        ("Town NN nsubj:pass seized | seized VBN ROOT - seize", "past", False, False, ()),
        ("To TO mark leave | leave VB ROOT -", "none", False, False, ()),
    ],
)
def test_tense_and_modality(tree: str, tense: str, perfect: bool, progressive: bool, modals: tuple[str, ...]) -> None:
    (made,) = clauses(tree).clauses
    assert (made.tense, made.perfect, made.progressive, made.modals) == (tense, perfect, progressive, modals)
    assert made.pluperfect == (perfect and tense == "past")


@pytest.mark.parametrize(
    "negation", ["not RB advmod", "never RB advmod", "n't RB advmod", "neither CC cc", "hardly RB advmod"]
)
def test_negation(negation: str) -> None:
    form, rest = negation.split(" ", 1)
    (made,) = clauses(
        f"They PRP nsubj left | had VBD aux left have | {form} {rest} left | left VBN ROOT - leave"
    ).clauses
    assert made.negated


def test_without_negates_a_gerund() -> None:
    found = clauses("They PRP nsubj left | left VBD ROOT - leave | without IN mark firing | firing VBG advcl left fire")
    assert [clause(found, "left").negated, clause(found, "firing").negated] == [False, True]


def test_particles_and_adverbs() -> None:
    made = clause(
        clauses(
            "They PRP nsubj called | finally RB advmod called | called VBD ROOT - call | off RP compound:prt called | talks NNS obj called talk"
        ),
        "called",
    )
    assert (made.particle, [word.text for word in made.adverbs], heads(made.patients)) == (
        "off",
        ["finally"],
        ["talks"],
    )


# ---- copulas
def test_a_copula_with_an_adjective() -> None:
    made = clause(
        clauses(
            "Seoul NNP nsubj wary | is VBZ cop wary be | not RB advmod wary | wary JJ ROOT - | of IN case offer | offer NN obl wary"
        ),
        "wary",
    )
    assert (made.copular, made.passive, made.negated, made.tense, made.preposition) == (
        True,
        False,
        True,
        "present",
        "",
    )
    assert (heads(made.agents), heads(made.obliques)) == (["Seoul"], ["offer"])


def test_a_copula_with_a_preposition() -> None:
    made = clause(clauses("He PRP nsubj trial | was VBD cop trial be | on IN case trial | trial NN ROOT -"), "trial")
    assert (made.copular, made.preposition, made.tense, heads(made.agents)) == (True, "on", "past", ["He"])


def test_a_noun_without_verb_is_a_root_clause() -> None:
    (made,) = clauses("Fighting NN ROOT - | in IN case Sirte | Sirte NNP nmod Fighting").clauses
    assert (made.link, made.agents, made.patients, made.tense) == ("root", (), (), "none")


def test_a_coordinated_noun_is_no_clause() -> None:
    made = clauses(
        "They PRP nsubj want | want VBP ROOT - | talks NNS obj want talk | and CC cc peace | peace NN conj talks"
    )
    assert [one.lemma for one in made.clauses] == ["want"]
