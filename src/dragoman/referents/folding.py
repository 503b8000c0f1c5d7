"""Names of places folded to the keys of the gazetteer: caseless, without accents, hyphens, dots and apostrophes.

Takes any text, gives ASCII where the letters are Latin; what is not Latin is kept as it is.
"""

import re
import unicodedata

LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ǝ": "a", "ħ": "h",
    "ŋ": "n", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɲ": "n", "ʒ": "z", "ĸ": "k",
    "&": " and ",
    **dict.fromkeys("'’‘ʻʼʹ`´ʿʾʽˈ′ˀꞌ.", ""),
    **dict.fromkeys("-‐‑‒–—―−_/", " "),
})  # fmt: skip
SAINT = re.compile(r"\b(?:saint|st)\b")
KINDS = (
    "autonomous prefecture|autonomous oblast|autonomous okrug|autonomous republic|autonomous region|regional state|"
    "governorate|governate|province|provinces|region|oblast|state|district|county|prefecture|department|republic|"
    "municipality|krai|kray|okrug|canton|emirate|voivodeship|division|parish|wilaya|raion|vilayet|muhafazah|"
    "island|city"
)
KIND_AFTER = re.compile(rf" (?:{KINDS})$")
ARTICLE = re.compile(r"^(?:the|al|el|ar|as|ash|at|ad|az|an|ath|adh) (?=\w{3})")
KIND_BEFORE = re.compile(rf"^(?:(?:the )?(?:{KINDS}) of|wilaya de|muhafazat|wilayat|provincia de) ")


def fold_name(name: str) -> str:
    """ "Sana'a" and "Sanaa" give `sanaa`, "Port-au-Prince" `port au prince`, "St. Louis" and "Saint Louis" `st louis`."""
    if name.isascii():
        folded = name.lower().translate(LETTERS)
    else:
        bare = unicodedata.normalize("NFD", name.casefold().replace("i̇", "i").translate(LETTERS))
        folded = "".join(letter for letter in bare if not unicodedata.combining(letter)).translate(LETTERS)
    return SAINT.sub("st", " ".join(folded.split()))


def strip_kind(key: str) -> str:
    """`helmand province` gives `helmand`; a key that is nothing but a kind is left."""
    bare = KIND_BEFORE.sub("", key)
    return KIND_AFTER.sub("", bare)


def strip_article(key: str) -> str:
    """`al hudaydah` gives `hudaydah`, `the hague` gives `hague`."""
    return ARTICLE.sub("", key)
