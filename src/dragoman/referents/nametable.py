"""The gazetteer's table of names, looked up where it lies: nothing is loaded, the file is mapped into memory.

Takes a file of lines sorted bytewise, each `key<TAB>fields…`; gives the fields of all lines with a key.
"""

import mmap
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path

BLOCK = 2048  # bytes between two landmarks: 6,000 of them for 12 MB, read in about three milliseconds


class NameTable:
    """Lines by key. Keys are compared as UTF-8 bytes, as the file is sorted."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self._data = data
        starts = (data.find(b"\n", at) + 1 for at in range(BLOCK, len(data), BLOCK))
        self._starts = [0, *(start for start in starts if start < len(data))]
        self._landmarks = [self._key_at(start) for start in self._starts]

    @classmethod
    def open(cls, path: Path) -> "NameTable":
        """Over a file, which may not change while the table is used."""
        with path.open("rb") as file:
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def rows(self, key: str) -> list[list[str]]:
        """Fields after the key, of every line that has it; in the file's order."""
        head = key.encode() + b"\t"
        found = []
        at = self._first(head)
        while at >= 0 and self._data[at : at + len(head)] == head:
            end = self._data.find(b"\n", at)
            found.append(self._data[at + len(head) : end].decode().split("\t"))
            at = end + 1
        return found

    def lines(self) -> Iterator[list[str]]:
        """The fields of every line, the key first."""
        for line in bytes(self._data).decode().splitlines():
            yield line.split("\t")

    def _first(self, head: bytes) -> int:
        """Where the first line with the key begins, or -1."""
        block = max(bisect_left(self._landmarks, head) - 1, 0)
        after = bisect_right(self._landmarks, head)
        start = self._starts[block]
        if self._data[start : start + len(head)] == head:
            return start
        end = self._starts[after] if after < len(self._starts) else len(self._data)
        at = self._data.find(b"\n" + head, start, end)
        return at + 1 if at >= 0 else -1

    def _key_at(self, start: int) -> bytes:
        return self._data[start : self._data.find(b"\t", start) + 1]
