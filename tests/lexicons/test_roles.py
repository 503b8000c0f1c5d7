"""The table of role nouns is well formed, without duplicates or plurals that hide another entry, and covers its ground."""

import csv
import re
from collections import Counter
from typing import get_args

import pytest

from dragoman.lexicon import Role, load_lexicon, shipped_folder
from dragoman.record import Sector

FILE = shipped_folder() / "roles.csv"
ROLES = load_lexicon().roles
BY_NOUN = {role.noun: role for role in ROLES}
KINDS = {"person", "group", "organisation"}
WORDS = re.compile(r"[^\W_]+(?:[ .'’-]+[^\W_]+)*\.?")
GENERIC = ("man", "woman", "person", "people", "child", "boy", "girl")
FORMER = re.compile(r"\b(former|ex|late|retired)\b")


def faults(role: Role) -> list[str]:
    """What is wrong with an entry, in words."""
    found = []
    if role.sector and role.sector not in get_args(Sector):
        found.append(f"unknown sector {role.sector!r}")
    if role.sector in ("ELI", "UNK"):
        found.append("the sector does not follow from a noun")
    if role.kind not in KINDS:
        found.append(f"unknown kind {role.kind!r}")
    if role.office not in ("", "yes"):
        found.append(f"office is yes or empty, not {role.office!r}")
    if role.office and role.kind != "person":
        found.append("only persons hold an office")
    if any(word != word.lower() or not WORDS.fullmatch(word) for word in (role.noun, role.plural) if word):
        found.append("not words in lower case with single spaces")
    if role.plural == role.noun or FORMER.search(role.noun):
        found.append("needless plural, or a former office")
    return found


def test_entries_are_valid() -> None:
    assert {role.noun: found for role in ROLES if (found := faults(role))} == {}


def test_nouns_are_unique() -> None:
    assert [noun for noun, n in Counter(role.noun for role in ROLES).items() if n > 1] == []


def test_plurals_hide_no_other_entry() -> None:
    assert [role.noun for role in ROLES if role.plural in BY_NOUN] == []


def test_no_plural_is_given_twice() -> None:
    counts = Counter(role.plural for role in ROLES if role.plural)
    assert [plural for plural, n in counts.items() if n > 1] == []


def test_file_is_sorted() -> None:
    with FILE.open(encoding="utf-8", newline="") as lines:
        head, *rows = list(csv.reader(lines))
    assert head == ["noun", "plural", "sector", "kind", "office"]
    assert rows == sorted(rows)


def test_spokesmen_have_their_plural() -> None:
    needed = [role for role in ROLES if role.noun.endswith(("sman", "swoman")) and role.kind == "person"]
    assert [role.noun for role in needed if not role.plural.endswith("men")] == []


def test_there_is_enough() -> None:
    assert len(ROLES) >= 1200
    assert {role.sector for role in ROLES} >= set(get_args(Sector)) - {"ELI", "UNK", "MNC"}


@pytest.mark.parametrize("noun", GENERIC)
def test_bare_words_for_people_are_left_out(noun: str) -> None:
    assert noun not in BY_NOUN


@pytest.mark.parametrize(
    ("noun", "sector", "kind"),
    [
        ("foreign minister", "GOV", "person"), ("defence ministry", "GOV", "organisation"), ("defense secretary", "GOV", "person"),
        ("authorities", "GOV", "organisation"), ("king", "GOV", "person"), ("envoy", "GOV", "person"),
        ("military spokesman", "MIL", "person"), ("police spokeswoman", "COP", "person"), ("lt. gen.", "MIL", "person"),
        ("troops", "MIL", "group"), ("air force", "MIL", "organisation"), ("coalition", "MIL", "organisation"),
        ("security forces", "COP", "group"), ("intelligence agency", "SPY", "organisation"), ("insurgency", "REB", "group"),
        ("gunman", "UAF", "person"), ("militia", "PRM", "group"), ("smuggler", "CRM", "person"),
        ("parliament", "LEG", "organisation"), ("supreme court", "JUD", "organisation"), ("lawyer", "JUD", "person"),
        ("opposition", "OPP", "group"), ("ruling party", "PTY", "organisation"), ("state television", "JRN", "organisation"),
        ("doctor", "MED", "person"), ("student", "EDU", "person"), ("businesswoman", "BUS", "person"),
        ("farmer", "AGR", "person"), ("trade union", "LAB", "organisation"), ("imam", "REL", "person"),
        ("refugee", "REF", "person"), ("campaigner", "CVL", "person"), ("aid agency", "NGO", "organisation"),
    ],
)  # fmt: skip
def test_sector_is_the_function(noun: str, sector: str, kind: str) -> None:
    assert (BY_NOUN[noun].sector, BY_NOUN[noun].kind) == (sector, kind)
