"""The writing of trees itself: offsets, links, sentences, and what it refuses."""

import pytest

from clauses.trees import doc

TREE = """
The DT det army | army NN nsubj shelled | shelled VBD ROOT - shell | Azaz NNP obj shelled azaz | , , punct shelled | did VBD aux it do
it PRP parataxis shelled | . . punct shelled

It PRP nsubj fell | fell VBD ROOT - fall | . . punct fell
"""


def test_words_stand_at_their_offsets() -> None:
    made = doc(TREE)
    assert made.report.text == "The army shelled Azaz, did it. It fell."
    assert [made.report.text[word.start : word.end] for word in made.words] == [word.text for word in made.words]


def test_words_are_linked_both_ways_and_know_their_sentence() -> None:
    made = doc(TREE)
    shelled, fell = made.words[2], made.words[9]
    assert [child.text for child in shelled.children] == ["army", "Azaz", ",", "it", "."]
    assert all(child.head is shelled for child in shelled.children)
    assert shelled.head is None
    assert made.sentences == ((0, 8), (8, 11))
    assert (shelled.sentence, fell.sentence) == (0, 1)


def test_tags_give_parts_of_speech() -> None:
    made = doc(TREE)
    assert [word.pos for word in made.words[:6]] == ["DET", "NOUN", "VERB", "PROPN", "PUNCT", "AUX"]
    assert (made.words[2].lemma, made.words[1].lemma) == ("shell", "army")


def test_a_second_word_of_the_same_form_can_be_a_head() -> None:
    made = doc("the DT det war | war NN nsubj was | was VBD ROOT - be | the DT det war:2 | war NN obj was")
    assert made.words[3].head is made.words[4]


def test_a_head_that_is_no_word_is_refused() -> None:
    with pytest.raises(ValueError, match="no word 'shelling'"):
        doc("Troops NNS nsubj shelling | shelled VBD ROOT -")
