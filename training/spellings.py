"""The usual spelling of words inside a sentence, by the training trees: a list for `dragoman.casing`."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from training.treebanks import Sentence

LONG, OFTEN = 5, 4  # letters, occurrences: of a word in capitals


def usual_spellings(sentences: Iterable[Sentence]) -> list[str]:
    """For every word its commonest spelling away from the beginning of sentences; sentences in one case do not count."""
    seen: dict[str, Counter[str]] = {}
    for sentence in sentences:
        words = [word for word in sentence.words[1:] if word.isalpha()]
        if 2 * sum(word.islower() for word in words) >= len(words):
            for word in words:
                seen.setdefault(word.lower(), Counter())[word] += 1
    commonest = (spellings.most_common(1)[0] for spellings in seen.values())
    return sorted(word for word, times in commonest if not shouted(word, times))


def shouted(word: str, times: int) -> bool:
    """Does a word rather stand in capitals for emphasis than as an acronym?"""
    return word.isupper() and len(word) >= LONG and times < OFTEN


def write_spellings(sentences: Iterable[Sentence], file: Path) -> None:
    file.write_text("\n".join(usual_spellings(sentences)) + "\n", "utf-8")
