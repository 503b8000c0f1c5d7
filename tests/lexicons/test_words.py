"""The word lists: complete, in dictionary form, without contradiction."""

from typing import get_args

from dragoman.lexicon import load_lexicon
from dragoman.record import Context

LEXICON = load_lexicon()
MOST_CONTEXTS = 4


def test_every_context_has_its_words() -> None:
    assert set(LEXICON.contexts) == set(get_args(Context))
    assert all(LEXICON.contexts.values())


def test_context_words_are_single_and_in_small_letters() -> None:
    assert not [word for words in LEXICON.contexts.values() for word in words if word != word.lower() or " " in word]


def test_no_word_shows_everything() -> None:
    counted: dict[str, int] = {}
    for words in LEXICON.contexts.values():
        for word in words:
            counted[word] = counted.get(word, 0) + 1
    assert max(counted.values()) <= MOST_CONTEXTS


def test_framing_does_not_contradict_itself() -> None:
    realis = ("planned", "hypothetical", "negative", "phase")
    assert set(LEXICON.framing) == {*realis, "mishap", "collision", "authoring"}
    seen = [word for key in realis for word in LEXICON.framing[key]]
    assert len(seen) == len(set(seen))


def test_words_of_names_are_single_and_told_apart() -> None:
    naming = LEXICON.naming
    given = naming["given"]
    assert len(given) == len(set(given)) and all(name[0].isupper() for name in given)
    nouns = [word for key, words in naming.items() if key != "given" for word in words]
    assert not [word for word in nouns if not word.isalpha() or not word.islower()]
    kinds = [set(naming[key]) for key in ("bodies", "places", "states")]
    assert sum(map(len, kinds)) == len(set.union(*kinds))


def test_given_names_are_no_names_of_states() -> None:
    states = {name for state in LEXICON.states for name in (state.name, *state.names, *state.adjectives, *state.people)}
    assert not states.intersection(LEXICON.naming["given"])
