"""Actor and agent dictionaries in the format of PETRARCH (and TABARI) -> a folder of our lexicons, and what of them could not be taken.

An actor is a phrase, `+` synonyms and codes in brackets, each with the days for which it holds; an agent is a noun with a code after `~`.
CAMEO's country codes become ISO 3166-1, its roles PLOVER sectors.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from dragoman.entries import LISTS, RENAMED, TABLES, Office, Organisation, Role, State
from dragoman.layers import with_spellings
from dragoman.lexicon import Lexicon
from dragoman.referents.namekinds import NameKinds
from dragoman.referents.names import Names, normal
from dragoman.referents.places import Gazetteer

SECTORS = {
    **{code: code for code in ("GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "UAF", "LEG", "PRM", "AGR", "BUS", "CRM", "CVL", "EDU",
                               "ELI", "LAB", "REF", "IGO", "NGO", "MNC")},
    "MED": "JRN", "HLH": "MED", "SEP": "REB", "INS": "REB", "IMG": "REB", "NGM": "SOC", "HRI": "SOC", "ENV": "SOC", "SET": "CVL",
    **dict.fromkeys(("REL", "CHR", "CTH", "PRO", "ORT", "MOS", "SHI", "SUN", "JEW", "HIN", "BUD", "SIK"), "REL"),
}  # fmt: skip
COUNTRIES = {
    "ROM": "ROU",
    "ZAR": "COD",
    "TMP": "TLS",
    "KSV": "XKX",
    "KOS": "XKX",
    "GZS": "PSE",
    "WSB": "PSE",
    "PAL": "PSE",
}
PARTICLES = ("of", "and", "the", "for", "in", "on", "de", "del", "da", "di", "bin", "ibn", "van", "von")
COMMENT = re.compile(r"[#;].*")
LONG_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
CODE = re.compile(r"\[\s*(~?)([A-Za-z0-9]*)(~?)\s*([<>]?)\s*(\d*)\s*-?\s*(\d*)\s*[\]}]")
SET = re.compile(r"^(!\w+!)\s*=\s*(.+)")
MARKER = re.compile(r"!\w+!")
ACRONYM = re.compile(r"\s*\(\s*([A-Z][A-Z0-9-]{1,9})\s*\)$")
THIS_CENTURY = 30  # of years written with two digits, those below it


@dataclass(slots=True)
class Entry:
    """A record of a dictionary: where it begins, its spellings, the codes with their days, the plural if it gives one."""

    where: str
    phrases: list[str]
    codes: list[tuple[str, str, str]] = field(default_factory=list)  # code, since, until
    agent: bool = False
    plural: str | None = None


@dataclass(slots=True)
class Imported:
    """The rows by table, how many entries were known already, and the lines that could not be taken, with the reason."""

    rows: dict[type, list[Any]] = field(default_factory=lambda: {State: [], Office: [], Organisation: [], Role: []})
    known: int = 0
    refused: list[str] = field(default_factory=list)


def import_dictionaries(files: Iterable[Path], lexicon: Lexicon) -> Imported:
    """The rows that dictionaries add to a lexicon."""
    found = Imported()
    importer = Importer(lexicon, found)
    for file in files:
        for entry in read_dictionary(file, found.refused):
            importer.take(entry)
    return found


# ---- reading
def read_dictionary(file: Path, refused: list[str]) -> Iterator[Entry]:
    """The entries of a file; lines that are none are added to `refused`."""
    sets: dict[str, list[str]] = {}
    entry: Entry | None = None
    text = LONG_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), file.read_text("utf-8", "replace"))
    for n, raw in enumerate(text.splitlines(), 1):
        line = COMMENT.sub("", raw).rstrip()
        where = f"{file}, line {n}"
        if not line.strip():
            continue
        if (defined := SET.match(line)) is not None:
            sets[defined[1]] = [word.strip() for word in defined[2].split(",")]
        elif line[0] == "+" or line[0].isspace():
            if entry is None:
                refused.append(f"{where}: continues no entry")
            elif line[0] == "+":
                entry.phrases += spelt_out(CODE.sub("", line[1:]), sets)
            else:
                add_codes(entry, line, where, refused)
        else:
            if entry is not None:
                yield entry
            entry = begun(line, where, sets, refused)
    if entry is not None:
        yield entry


def begun(line: str, where: str, sets: Mapping[str, list[str]], refused: list[str]) -> Entry:
    """The entry that a line begins."""
    plural = re.search(r"\{([^}\]]*)\}", line)
    phrase = re.split(r"[{\[]", line)[0]
    entry = Entry(where, spelt_out(phrase, sets), agent="~" in line, plural=plural and spaced(plural[1]))
    add_codes(entry, line, where, refused)
    return entry


def add_codes(entry: Entry, line: str, where: str, refused: list[str]) -> None:
    """The codes in brackets of a line, each with its days."""
    for found in CODE.finditer(line):
        try:
            since, until = days_of(found[4], found[5], found[6])
        except ValueError as error:
            refused.append(f"{where}: {found[0]}: {error}")
            continue
        entry.codes.append((found[2].upper(), since, until))


def days_of(sign: str, first: str, second: str) -> tuple[str, str]:
    """Since and until of `<date`, `>date`, `date-date`; empty where nothing bounds."""
    if sign == "<":
        return "", iso_day(first)
    return iso_day(first), iso_day(second)


def iso_day(digits: str) -> str:
    """YYYYMMDD or YYMMDD as an ISO day."""
    if not digits:
        return ""
    if len(digits) not in (6, 8):
        raise ValueError(f"{digits} is no day")
    year = int(digits[:-4])
    if len(digits) == 6:
        year += 2000 if year < THIS_CENTURY else 1900
    return date(year, int(digits[-4:-2]), int(digits[-2:])).isoformat()


def spelt_out(phrase: str, sets: Mapping[str, list[str]]) -> list[str]:
    """A phrase in words, one for each word of the set that a `!marker!` stands for."""
    markers = MARKER.findall(phrase)
    filled = []
    for words in product(*(sets.get(marker, [""]) for marker in markers)):
        spelling = phrase
        for marker, word in zip(markers, words, strict=True):
            spelling = spelling.replace(marker, word, 1)
        filled.append(spaced(spelling))
    return [one for one in filled if one]


def spaced(phrase: str) -> str:
    return " ".join(phrase.replace("_", " ").split())


# ---- rows
class Importer:
    """Makes rows of entries, without those that the lexicon has."""

    def __init__(self, lexicon: Lexicon, found: Imported) -> None:
        self.found, self.lexicon = found, lexicon
        self.names, self.gazetteer = Names(lexicon), Gazetteer.open()
        self.states = {state.code: state for state in lexicon.states}
        self.given = frozenset(lexicon.naming.get("given", ()))
        self.kinds = NameKinds(lexicon, self.names, self.gazetteer)
        self.acronyms = frozenset(
            word for name in self.names.senses for word in name.split() if word.isupper() and len(word) > 1
        )
        self.taken: set[tuple[Any, ...]] = set()

    def take(self, entry: Entry) -> None:
        """Add the rows of an entry, or the reason why it has none."""
        codes = [(*self.meaning(code), since, until) for code, since, until in entry.codes]
        told = [code for code in codes if code[0] or code[1]]
        if not told:
            given = ", ".join(code for code, _, _ in entry.codes) or "none"
            self.found.refused.append(
                f"{entry.where}: {entry.phrases[0] if entry.phrases else ''}: no country or sector in its codes ({given})"
            )
        elif entry.agent:
            self.add_roles(entry, told[0][1])
        elif not any(sector for _, sector, _, _ in told):
            self.add_spellings(entry, told[0][0])
        else:
            self.add_actor(entry, told)

    def meaning(self, code: str) -> tuple[str, str]:
        """Country and sector of a CAMEO actor code, each empty where it tells none: `AFGGOVMIL` is AFG and GOV."""
        parts = [code[n : n + 3] for n in range(0, len(code), 3)]
        country = COUNTRIES.get(parts[0], parts[0]) if parts else ""
        if country not in self.states:
            country = ""
        roles = parts[1:] if country else parts
        return country, next((SECTORS[part] for part in roles if part in SECTORS), "")

    def add(self, row: Any, key: tuple[Any, ...]) -> None:
        if key not in self.taken:
            self.taken.add(key)
            self.found.rows[type(row)].append(row)

    def add_roles(self, entry: Entry, sector: str) -> None:
        """A noun for persons, or for a body if it ends like one."""
        for phrase in entry.phrases:
            noun = phrase.lower()
            known = self.lexicon.roles_by_noun.get(noun)
            if known is not None and known.sector == sector:
                self.found.known += 1
                continue
            kind = "organisation" if self.kinds.is_body(noun) else "person"
            plural = noun if entry.plural == "" else (entry.plural or "").lower()
            self.add(Role(noun, plural, sector, kind, ""), (noun,))

    def add_spellings(self, entry: Entry, country: str) -> None:
        """Spellings of a state that neither the names nor the gazetteer know."""
        spellings = [name for phrase in entry.phrases for name in self.proper(phrase)]
        new = tuple(
            name for name in spellings if normal(name) not in self.names.senses and not self.gazetteer.lookup(name)
        )
        if not new:
            self.found.known += 1
            return
        kind = self.states[country].kind
        self.add(State(country, kind, "", new, (), (), (), (), "", "", ""), (country, new))

    def add_actor(self, entry: Entry, codes: list[tuple[str, str, str, str]]) -> None:
        """A person's terms or a body's periods; of a person known as former when out of office only the offices."""
        spellings = list(dict.fromkeys(name for phrase in entry.phrases for name in self.proper(phrase)))
        if not spellings:
            self.found.refused.append(f"{entry.where}: no name")
            return
        person = any(sector == "ELI" for _, sector, _, _ in codes) or spellings[0].split()[0] in self.given
        offices = [code for code in codes if code[1] != "ELI"] if person else codes
        name, others = spellings[0], tuple(one for one in spellings[1:] if not (person and self.is_titled(one)))
        if self.is_known(name, {(country, sector) for country, sector, _, _ in offices or codes}):
            self.found.known += 1
            return
        for country, sector, since, until in offices or codes:
            if person:
                self.add(Office(name, others, country, "", sector, since, until), (name, country, since))
            else:
                self.add(Organisation(name, others, country, sector, since, until), (name, country, since))

    def is_titled(self, name: str) -> bool:
        """Does a name begin with an office ("President Karzai")? Its surname is known by the person's full name."""
        words = name.lower().split()
        roles = self.lexicon.roles_by_noun
        return any(" ".join(words[:end]) in roles for end in range(1, len(words)))

    def is_known(self, name: str, codes: set[tuple[str, str]]) -> bool:
        """Does the lexicon have the name with one of these countries and sectors?"""
        senses = self.names.senses.get(normal(name), ())
        return any((getattr(entry, "country", None), getattr(entry, "sector", None)) in codes for _, entry in senses)

    def proper(self, phrase: str) -> list[str]:
        """A phrase in capitals as news spells it; with the acronym that it gives in brackets."""
        acronym = ACRONYM.search(phrase)
        words = ACRONYM.sub("", phrase).split()
        spelling = " ".join(self.spelt(word, n == 0) for n, word in enumerate(words))
        found = [spelling, *([acronym[1]] if acronym else [])]
        if len(words) == 1 and words[0].isupper() and len(words[0]) <= len("UNITA") and words[0] != spelling:
            found.append(words[0])
        return [name for name in found if name]

    def spelt(self, word: str, first: bool) -> str:
        if not word.isupper() or word in self.acronyms:
            return word
        if word.lower() in PARTICLES and not first:
            return word.lower()
        parts = re.split(r"([-/'])", word)
        beginning = (
            parts[0].lower() if parts[0] in ("AL", "EL") and len(parts) > 1 and not first else parts[0].capitalize()
        )
        return beginning + "".join(
            part.lower() if parts[n] == "'" else part.capitalize() for n, part in enumerate(parts[1:])
        )


# ---- writing
def write_folder(found: Imported, folder: Path) -> list[Path]:
    """Write the tables that have rows; a folder that has one of them is refused with FileExistsError."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, kind in TABLES.items():
        rows = with_spellings([], found.rows[kind]) if kind is State else found.rows.get(kind)
        if rows:
            written.append(write_table(folder / f"{name}.csv", kind, rows))
    return written


def write_table(file: Path, kind: type, rows: list[Any]) -> Path:
    names = [column.name for column in fields(kind)]
    with file.open("x", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([RENAMED.get(name, name) for name in names])
        writer.writerows(
            ["|".join(getattr(row, name)) if name in LISTS else getattr(row, name) for name in names] for row in rows
        )
    return file
