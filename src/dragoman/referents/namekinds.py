"""What kind of thing an unknown name names: the name finder's guess, corrected by the words of the name and by the gazetteer."""

import re

from dragoman.lexicon import Lexicon
from dragoman.referents.names import Names, normal, surname
from dragoman.referents.places import Gazetteer

KIND_OF_SENSE = {
    "state": "GPE", "capital": "GPE", "adjective": "NORP", "people": "NORP", "tribe": "NORP", "organisation": "ORG", "office": "PERSON",
}  # fmt: skip
THE = re.compile("^[Tt]he ")
LINKS = ("of", "for")
PLACES = ("GPE", "LOC")
TOWNS = ("country", "place")  # precisions
ARTICLES = ("al-", "el-")


class NameKinds:
    """Tells the kinds of names: PERSON, ORG, GPE (states, their parts, towns), LOC (other places), NORP (peoples, beliefs)."""

    def __init__(self, lexicon: Lexicon, names: Names, gazetteer: Gazetteer) -> None:
        self.names, self.gazetteer = names, gazetteer
        self.words = {key: frozenset(words) for key, words in lexicon.naming.items()}

    def kind(self, name: str, guess: str) -> str:
        """The kind of a name as it is spelt; `guess` is the name finder's, or "" for none. Gives "" for what nothing tells."""
        known = self.known_kind(name)
        if known and (known != "ORG" or guess != "PERSON"):
            return known
        place = self.gazetteer.lookup(name)
        is_town = place is not None and place.precision in TOWNS
        told = self.kind_by_words(name, guess, is_town)
        if told:
            return told
        if place is not None and (guess in ("", "ORG") or name.lower().startswith(ARTICLES)):
            return "GPE" if is_town else "LOC"
        if place is None and guess in (*PLACES, "ORG") and self.is_personal(name):
            return "PERSON"
        if guess in PLACES:
            return "GPE" if is_town else "LOC" if place is None else guess
        return guess

    def known_kind(self, name: str) -> str:
        """By the tables of the lexicons, the first that has it in the order of KIND_OF_SENSE."""
        spelt, known = normal(name), self.names.senses
        sorts = {sort for sort, _ in known.get(spelt) or known.get(THE.sub("", spelt)) or ()}
        return next((kind for sort, kind in KIND_OF_SENSE.items() if sort in sorts), "")

    def kind_by_words(self, name: str, guess: str, is_town: bool) -> str:
        """By the noun in a name of several words, unless it names members ("Democrats"): "" where none tells."""
        words = [word.strip(".") for word in name.lower().split()]
        if len(words) < 2 or guess == "NORP":
            return ""
        link = next((n for n, word in enumerate(words) if n and word in LINKS), len(words))
        noun, beginning = words[link - 1], words[0]
        if noun in self.words["bodies"]:
            return "ORG"
        if noun in self.words["states"] and (link < len(words) or guess != "ORG"):
            return "GPE"
        if is_town or (guess == "PERSON" and noun in self.words["sides"]):
            return ""
        return "LOC" if noun in self.words["places"] or beginning in self.words["place_beginnings"] else ""

    def is_body(self, name: str) -> bool:
        """Does a name end with the noun of a body ("Belloso Battalion", "Secretariat")?"""
        return name.lower().rsplit(" ", 1)[-1] in self.words["bodies"]

    def is_personal(self, name: str) -> bool:
        """Does the name begin with a given name, or is it the one surname of office holders?"""
        first, _, rest = normal(name).partition(" ")
        if name.isupper() or "of" in rest.split():
            return False
        return first in self.words["given"] or (not rest and surname(name) in self.names.surnames)
