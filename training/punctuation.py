"""Punctuation by rule: the heads that UD's guidelines give to marks (universaldependencies.org/u/dep/punct.html), whatever a treebank's own habit.

EWT and GUM follow the rule in 97 marks of 100, PUD in 65: there a comma hangs on the head of what it sets off. Trees are trained on and compared with
their marks attached in one way.
"""

from collections.abc import Sequence
from dataclasses import replace

from training.treebanks import Sentence

CLOSING = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»"}
UPRIGHT = ('"', "''", "'")  # opening and closing alike
NONE = -1


def reattached(sentence: Sentence) -> Sentence:
    """The sentence with its marks attached by rule."""
    return replace(sentence, heads=heads_by_rule(sentence.words, sentence.heads, sentence.labels))


def heads_by_rule(words: Sequence[str], heads: Sequence[int], labels: Sequence[str]) -> list[int]:
    """Heads in which words labelled `punct` are attached by rule; the root is its own head."""
    marks = [label == "punct" for label in labels]
    tree = Tree(heads, marks)
    if all(marks):
        return list(heads)
    enclosed = {n: tree.top(first, last) for first, last in pairs(words, marks) for n in (first, last)}
    return [
        head if not mark else enclosed[n] if enclosed.get(n, NONE) != NONE else tree.host(n)
        for n, (head, mark) in enumerate(zip(heads, marks, strict=True))
    ]


def pairs(words: Sequence[str], marks: Sequence[bool]) -> list[tuple[int, int]]:
    """Brackets and quotation marks that belong together."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []  # the closing marks that are looked for
    for n, (word, mark) in enumerate(zip(words, marks, strict=True)):
        if not mark:
            continue
        opened = next((m for m in reversed(range(len(waiting))) if waiting[m][0] == word), None)
        if opened is not None:
            found.append((waiting[opened][1], n))
            del waiting[opened:]
        elif word in CLOSING or word in UPRIGHT:
            waiting.append((CLOSING.get(word, word), n))
    return found


class Tree:
    """The words of a sentence without its marks."""

    def __init__(self, heads: Sequence[int], marks: Sequence[bool]) -> None:
        self.marks = marks
        self.parents = [NONE if mark else self.parent(n, heads) for n, mark in enumerate(marks)]

    def parent(self, n: int, heads: Sequence[int]) -> int:
        """The nearest word above that is no mark; marks that hang on each other lead nowhere."""
        passed = {n}
        while self.marks[heads[n]] and heads[n] not in passed:
            n = heads[n]
            passed.add(n)
        return NONE if heads[n] in passed else heads[n]

    def above(self, n: int) -> list[int]:
        """The words above a word, itself first."""
        path = [n]
        while self.parents[path[-1]] != NONE:
            path.append(self.parents[path[-1]])
        return path

    def top(self, first: int, last: int) -> int:
        """The highest of the words between two marks, if there are any."""
        inside = [n for n in range(first + 1, last) if not self.marks[n]]
        tops = [n for n in inside if not first < self.parents[n] < last]
        return min(tops, key=lambda n: len(self.above(n)), default=NONE)

    def host(self, mark: int) -> int:
        """The word that a single mark hangs on: of the phrases that end before and begin after it the lower, else the later one."""
        before = next((n for n in range(mark - 1, -1, -1) if not self.marks[n]), NONE)
        after = next((n for n in range(mark + 1, len(self.marks)) if not self.marks[n]), NONE)
        if NONE in (before, after):
            return self.highest(max(before, after), mark)
        ending, beginning = self.highest(before, mark), self.highest(after, mark)
        return ending if beginning in self.above(ending) else beginning

    def highest(self, n: int, mark: int) -> int:
        """The highest word above a word that is reached without crossing the mark."""
        path = self.above(n)
        crossing = next((k for k, other in enumerate(path) if (other < mark) != (n < mark)), len(path))
        return path[crossing - 1]
