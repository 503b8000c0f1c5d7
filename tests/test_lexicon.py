"""Lexicon folders: the shipped one, a user's own on top of it, the compiled cache, and every fault named with file and entry."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import lexicon as lexicons
from dragoman.errors import LexiconError
from dragoman.lexicon import Lexicon, load_lexicon, load_raw, shipped_folder
from dragoman.lexicon_check import check_folder

FRAME = """
- id: assault.pelt
  meaning: Throwing snowballs at a party.
  type: ASSAULT
  mode: beat
  cameo: "182"
  contexts: [crime]
  patterns:
    - A pelt B with snowball
    - pelting of B by A
  examples:
    - "[Pupils] pelted {the caretaker} with snowballs."
"""
STATES = "code,kind,name,names,adjectives,people,capitals,seats,claimed_by,from,until\n"
OFFICES = "name,names,country,role,sector,from,until\n"
ROLES = "noun,plural,sector,kind,office\n"
ORGANISATIONS = "name,names,country,sector,from,until\n"


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of each test's own."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("shared")))
        yield load_lexicon()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's folder with one good frame."""
    write(tmp_path / "own", "frames/assault.yaml", FRAME)
    return tmp_path / "own"


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def own(folder: Path) -> Lexicon:
    """The lexicon of a folder alone, without the shipped one."""
    return lexicons.build([load_raw(folder)])


# ---- the shipped folder
def test_the_shipped_folder_has_no_fault() -> None:
    assert check_folder(shipped_folder()) == []


def test_all_lists_of_the_shipped_folder_are_filled(shipped: Lexicon) -> None:
    for name in (*lexicons.TABLES, "frames", *lexicons.WORD_LISTS):
        assert getattr(shipped, name), name
    assert {frame.list for frame in shipped.frames} == {"events", "positions", "situations", "tolls", "speech"}
    assert len(shipped.digest) == 64


def test_shipped_triggers_lead_to_their_frames(shipped: Lexicon) -> None:
    assert any(frame.type == "ASSAULT" for frame, _ in shipped.triggers["shell"].entries)
    assert all("shell" in pattern.trigger for _, pattern in shipped.triggers["shell"].entries)
    assert "say" in shipped.speech_verbs
    assert shipped.roles_by_noun["ministers"] is shipped.roles_by_noun["minister"]


def test_every_shipped_frame_has_patterns_and_a_meaning(shipped: Lexicon) -> None:
    assert [frame.id for frame in shipped.frames if not (frame.patterns and frame.meaning)] == []


def test_ids_of_shipped_frames_are_unique_across_files(shipped: Lexicon) -> None:
    entries = [
        entry["id"] for file in lexicons.lexicon_files(shipped_folder()) if file.suffix == ".yaml" and file.stem not in lexicons.WORD_LISTS
        for entry in lexicons.read_yaml(file)
    ]  # fmt: skip
    assert len(entries) == len(set(entries)) == len(shipped.frames)


# ---- the compiled form
def test_what_is_read_is_kept_under_its_digest(folder: Path, cache: Path) -> None:
    raw = load_raw(folder)
    (kept,) = (cache / "dragoman").iterdir()
    assert kept == lexicons.cache_file(raw["digest"])
    assert json.loads(kept.read_text(encoding="utf-8")) == raw


def test_the_cache_is_used_while_its_digest_fits(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = load_raw(folder)
    monkeypatch.setattr(lexicons, "read_folder", lambda folder: pytest.fail(f"{folder} is read again"))
    assert load_raw(folder) == raw


def test_a_compiled_form_gives_the_same_lexicon(folder: Path) -> None:
    assert own(folder) == own(folder)


@pytest.mark.parametrize(
    "content",
    [
        "", "{", "{}", '{"digest": "0000", "frames": []}',
        "[]",
    ],
)  # fmt: skip
def test_a_cache_that_does_not_fit_is_refused_and_replaced(folder: Path, content: str) -> None:
    raw = load_raw(folder)
    file = lexicons.cache_file(raw["digest"])
    file.write_text(content, encoding="utf-8")
    assert load_raw(folder) == raw
    assert json.loads(file.read_text(encoding="utf-8")) == raw


def test_a_changed_file_makes_the_cache_out_of_date(folder: Path) -> None:
    before = load_raw(folder)["digest"]
    write(folder, "frames/assault.yaml", FRAME.replace("pelt B", "pelt|pepper B"))
    assert load_raw(folder)["digest"] != before
    assert "pepper" in own(folder).triggers


def test_the_digest_covers_names_and_contents(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    write(first, "frames/a.yaml", FRAME)
    write(second, "frames/b.yaml", FRAME)
    assert lexicons.digest_of(first) != lexicons.digest_of(second)
    write(first, "readme.txt", "not a lexicon")
    write(second, "frames/a.yaml", FRAME)
    (second / "frames/b.yaml").unlink()
    assert lexicons.digest_of(first) == lexicons.digest_of(second)


def test_a_compiled_file_in_the_folder_is_used_only_while_it_fits(folder: Path) -> None:
    good = lexicons.read_folder(folder) | {"digest": lexicons.digest_of(folder)}
    other = {**good, "frames": [{**good["frames"][0], "meaning": "compiled"}]}
    write(folder, "compiled.json", json.dumps(other))
    assert own(folder).frames[0].meaning == "compiled"
    write(folder, "compiled.json", json.dumps({**other, "digest": "0" * 64}))
    assert own(folder).frames[0].meaning == "Throwing snowballs at a party."


def test_a_cache_that_cannot_be_written_is_no_reason_to_fail(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(write(tmp_path, "file", "no folder")))
    assert own(folder).frames[0].id == "assault.pelt"


def test_without_a_variable_the_cache_stands_in_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert lexicons.cache_file("ab" * 32) == tmp_path / ".cache" / "dragoman" / f"lexicons-{'ab' * 8}.json"


# ---- a user's folder
def test_entries_come_with_all_their_fields(folder: Path) -> None:
    (frame,) = own(folder).frames
    assert (frame.list, frame.type, frame.mode, frame.cameo) == ("events", "ASSAULT", "beat", "182")
    assert (frame.contexts, frame.examples) == (("crime",), ("[Pupils] pelted {the caretaker} with snowballs.",))
    assert [pattern.text for pattern in frame.patterns] == ["A pelt B with snowball", "pelting of B by A"]
    assert (frame.joint, frame.holds, frame.content, frame.stance) == (False, True, "none", None)


@pytest.mark.parametrize(
    ("type_", "line", "content"),
    [
        ("AGREE", "", "planned"),
        ("THREATEN", "", "hypothetical"),
        ("ACCUSE", "", "actual"),
        ("REQUEST", "", "none"),
        ("REJECT", "", "none"),
        ("PROTEST", "", "none"),
        ("ASSAULT", "", "none"),
        ("AGREE", "content: actual", "actual"),
    ],
)
def test_what_becomes_of_a_content_follows_from_the_type(tmp_path: Path, type_: str, line: str, content: str) -> None:
    write(tmp_path, "frames/a.yaml", f"- id: a\n  type: {type_}\n  patterns: [A pelt X]\n  {line}\n")
    assert own(tmp_path).frames[0].content == content


def test_tables_are_read_with_their_lists(tmp_path: Path) -> None:
    write(
        tmp_path,
        "states.csv",
        STATES + "NRN,former,Narnia,Kingdom of Narnia| Old Narnia ,Narnian,Narnians,Cair Paravel,,,,1949-05\n",
    )
    write(tmp_path, "roles.csv", ROLES + "faun,,CVL,person,\n")
    lexicon = own(tmp_path)
    (state,) = lexicon.states
    assert (state.code, state.kind, state.name) == ("NRN", "former", "Narnia")
    assert (state.names, state.capitals, state.seats) == (("Kingdom of Narnia", "Old Narnia"), ("Cair Paravel",), ())
    assert (state.since, state.until) == ("", "1949-05")
    assert lexicon.roles_by_noun["fauns"] is lexicon.roles_by_noun["faun"]


def test_a_users_folder_adds_to_the_shipped_one(shipped: Lexicon, folder: Path) -> None:
    write(folder, "states.csv", STATES + "NRN,state,Narnia,,Narnian,Narnians,Cair Paravel,,,,\n")
    write(folder, "contexts.yaml", "military:\n  words: [centaur]\ncyber:\n  words: [dwarf]\n")
    both = load_lexicon(folder)
    assert both.states == (*shipped.states, *own(folder).states)
    assert len(both.frames) == len(shipped.frames) + 1
    assert both.frames[-1].id == "assault.pelt"
    assert both.contexts["military"] == (*shipped.contexts["military"], "centaur")
    assert both.contexts_by_word["dwarf"] == ("cyber",)
    assert both.digest != shipped.digest


def test_a_users_frame_replaces_the_one_of_its_id_in_its_place(shipped: Lexicon, tmp_path: Path) -> None:
    old = next(frame for frame in shipped.frames if frame.list == "events")
    write(tmp_path, "frames/own.yaml", f"- id: {old.id}\n  type: CONSULT\n  patterns: [A quaff with B]\n")
    both = load_lexicon(tmp_path)
    assert [frame.id for frame in both.frames] == [frame.id for frame in shipped.frames]
    (new,) = (frame for frame in both.frames if frame.id == old.id)
    assert (new.type, [pattern.text for pattern in new.patterns]) == ("CONSULT", ["A quaff with B"])


def test_of_two_folders_the_later_one_wins(folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "later", "frames/z.yaml", FRAME.replace("beat", "heavy-weapons"))
    parts = [load_raw(folder), load_raw(tmp_path / "later")]
    assert [frame.mode for frame in lexicons.build(parts).frames] == ["heavy-weapons"]


def test_an_empty_folder_is_an_empty_lexicon(tmp_path: Path) -> None:
    lexicon = own(tmp_path)
    assert (lexicon.frames, lexicon.states, dict(lexicon.contexts)) == ((), (), {})


def test_words_that_a_pattern_joins_with_a_hyphen_are_known(tmp_path: Path) -> None:
    write(tmp_path, "frames/a.yaml", "- id: a\n  type: PROTEST\n  patterns: [A stage sit-in, A shell B]\n")
    assert own(tmp_path).hyphenated == {"sit-in"}


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("minister", "ministers"), ("envoy", "envoys"), ("ally", "allies"), ("coach", "coaches"), ("boss", "bosses"),
        ("suffix", "suffixes"), ("bush", "bushes"), ("army", "armies"),
    ],
)  # fmt: skip
def test_regular_plurals(noun: str, plural: str) -> None:
    assert lexicons.regular_plural(noun) == plural


# ---- faults
AID = "- id: a\n  type: AID\n  patterns: [A aid B]\n"
FAULTY = {
    "misspelt key": ("frames/a.yaml", FRAME.replace("contexts:", "context:"), "assault.pelt", "unknown key context"),
    "unknown type": ("frames/a.yaml", AID.replace("AID", "ADI"), "a", "type: 'ADI' is none of AGREE"),
    "no type": ("frames/a.yaml", AID.replace("  type: AID\n", ""), "a", "needs type"),
    "mode of another type": ("frames/a.yaml", FRAME.replace("beat", "arrest"), "assault.pelt", "mode: 'arrest' is no mode of ASSAULT"),
    "cameo": ("frames/a.yaml", FRAME.replace('"182"', '"982"'), "assault.pelt", "cameo: '982' is no CAMEO code"),
    "number for cameo": ("frames/a.yaml", FRAME.replace('"182"', "182"), "assault.pelt", "cameo: 182 is no CAMEO code (in quotes)"),
    "one pattern, no list": ("frames/a.yaml", AID.replace("[A aid B]", "A aid B"), "a", "needs patterns"),
    "unknown context": ("frames/a.yaml", FRAME.replace("crime", "crimes"), "assault.pelt", "unknown context in ['crimes']"),
    "bad pattern": ("frames/a.yaml", FRAME.replace("A pelt B with snowball", "A be"), "assault.pelt", "pattern 'A be': nothing follows 'be'"),
    "unknown kind": ("frames/a.yaml", FRAME.replace("A pelt B", "A:pupil pelt B"), "assault.pelt", "unknown kind pupil in 'A:pupil'"),
    "no pattern": ("frames/a.yaml", "- id: a\n  type: AID\n", "a", "needs patterns"),
    "no id": ("frames/a.yaml", "- type: AID\n  patterns: [A aid B]\n", "1", "an entry needs an id"),
    "content": ("frames/a.yaml", "- id: a\n  type: AID\n  content: maybe\n  patterns: [A aid B]\n", "a", "content: 'maybe' is none of planned"),
    "realis": ("frames/a.yaml", "- id: a\n  type: AID\n  realis: soon\n  patterns: [A aid B]\n", "a", "realis: 'soon' is none of"),
    "stance": ("positions.yaml", "- id: p\n  stance: against\n  patterns: [A oppose X]\n", "p", "stance: 'against' is none of supports"),
    "no stance": ("positions.yaml", "- id: p\n  patterns: [A oppose X]\n", "p", "needs stance"),
    "situation": ("situations.yaml", "- id: s\n  kind: siege\n  patterns: [A besiege X]\n", "s", "kind: 'siege' is none of control"),
    "measure": ("tolls.yaml", "- id: t\n  measure: dead\n  patterns: [N die]\n", "t", "measure: 'dead' is none of killed"),
    "says": ("speech.yaml", "- id: v\n  says: claims\n  patterns: [A say X]\n", "v", "says: 'claims' is none of asserts"),
    "channel": ("speech.yaml", "- id: v\n  says: asserts\n  channel: radio\n  patterns: [A say X]\n", "v", "channel: 'radio' is none of"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTY)
def test_the_check_names_file_and_entry_of_a_fault(tmp_path: Path, name: str) -> None:
    path, text, entry, fault = FAULTY[name]
    file = write(tmp_path, path, text)
    (line,) = map(str, check_folder(tmp_path))
    assert line.startswith(f"{file}, entry {entry}: ")
    assert fault in line


@pytest.mark.parametrize("name", FAULTY)
def test_loading_refuses_a_fault_with_file_entry_and_remedy(tmp_path: Path, name: str) -> None:
    path, text, entry, fault = FAULTY[name]
    file = write(tmp_path, path, text)
    with pytest.raises(LexiconError) as refused:
        load_raw(tmp_path)
    assert refused.value.where == f"{file}, entry {entry}"
    assert fault in refused.value.what
    assert refused.value.remedy == "see docs/lexicons.md"


def test_all_faults_of_a_folder_are_named_at_once(tmp_path: Path) -> None:
    write(tmp_path, "frames/a.yaml", FRAME.replace("beat", "beet").replace("crime", "crimes"))
    write(tmp_path, "positions.yaml", "- id: p\n  patterns: [A be]\n")
    assert len(check_folder(tmp_path)) == 4


def test_an_id_given_twice_is_named(tmp_path: Path) -> None:
    file = write(tmp_path, "frames/a.yaml", FRAME + FRAME)
    (fault,) = check_folder(tmp_path)
    assert str(fault) == f"{file}, entry assault.pelt: the id is given twice (give one of the two another id)"


@pytest.mark.parametrize(
    ("table", "text", "fault"),
    [
        ("roles", "noun,plural,sector,kind\nfaun,,CVL,person\n", "columns office"),
        ("roles", "noun,plural,sector,kind,office,country\n", "columns country"),
        ("roles", "noun;plural;sector;kind;office\n", "columns kind, noun, noun;plural;sector;kind;office"),
        ("offices", OFFICES.replace("from", "since"), "columns from, since"),
        ("states", "", "columns adjectives, capitals"),
    ],
)
def test_wrong_columns_are_named_with_the_right_ones(tmp_path: Path, table: str, text: str, fault: str) -> None:
    file = write(tmp_path, f"{table}.csv", text)
    with pytest.raises(LexiconError) as refused:
        load_raw(tmp_path)
    assert refused.value.what.startswith(fault)
    assert refused.value.where == str(file)
    assert refused.value.remedy.startswith("the columns are ")
    assert list(map(str, check_folder(tmp_path))) == [str(refused.value)]


@pytest.mark.parametrize(
    ("table", "text", "line", "fault"),
    [
        ("roles", ROLES + "elf,,CVL,person,\nfaun,,FAUN,person,\n", 3, "unknown sector 'FAUN'"),
        ("roles", ROLES + ",,CVL,person,\n", 2, "the noun is missing"),
        ("states", STATES + ",state,Narnia,,,,,,,,\n", 2, "the code is missing"),
        ("offices", OFFICES + "Caspian,,NOR,king,GOV,1942,1940\n", 2, "ends (1940) before it begins (1942)"),
        ("offices", OFFICES + "Caspian,,NRN,king,GOV,1942,\n", 2, "unknown code 'NRN'"),
        (
            "offices",
            OFFICES + "Peter,,GBR,king,GOV,1940,1945-02\nEdmund,,GBR,king,GOV,1944-12,\n",
            3,
            "Edmund is king of GBR while Peter (line 2) still is",
        ),
        (
            "offices",
            OFFICES + "Peter,,GBR,king,GOV,1940,\nPeter,,GBR,king,GOV,1940,1945\n",
            3,
            "'Peter' is given in line 2 already",
        ),
        (
            "organisations",
            ORGANISATIONS + "Dwarfs,,,REB,,\nElves,,,REB,,\nDwarfs,,,REB,,\n",
            4,
            "'Dwarfs' is given in line 2 already",
        ),
        ("disputes", "name,names,parties,places\nLantern Waste,,GBR|NRN,\n", 2, "unknown code 'NRN'"),
        ("roles", ROLES + "faun,,CVL,person,\nfaun,,REB,group,\n", 3, "'faun' is given in line 2 already"),
    ],
)
def test_a_faulty_row_is_named_by_its_line(tmp_path: Path, table: str, text: str, line: int, fault: str) -> None:
    file = write(tmp_path, f"{table}.csv", text)
    (named,) = check_folder(tmp_path)
    assert (named.where, named.what) == (f"{file}, line {line}", fault)
    assert named.remedy
    with pytest.raises(LexiconError) as refused:
        load_raw(tmp_path)
    assert str(refused.value) == str(named)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("frames/a.yaml", "- id: [", "is not YAML"),
        ("contexts.yaml", "military: {words: [", "is not YAML"),
        ("frames/a.yaml", "id: a\ntype: AID\n", "is not a list of entries"),
    ],
)
def test_what_is_no_list_of_entries_is_refused(tmp_path: Path, name: str, text: str, why: str) -> None:
    file = write(tmp_path, name, text)
    with pytest.raises(LexiconError, match=why) as refused:
        load_raw(tmp_path)
    assert refused.value.where == str(file)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder of lexicons"):
        load_raw(tmp_path / "nowhere")


def test_an_entry_that_is_no_mapping_is_refused_by_its_number(tmp_path: Path) -> None:
    file = write(tmp_path, "frames/a.yaml", FRAME + "- shelling\n")
    with pytest.raises(LexiconError, match="an entry needs an id") as refused:
        load_raw(tmp_path)
    assert refused.value.where == f"{file}, entry 2"


FURTHER = {
    "joint": ({"frames/a.yaml": AID + "  joint: sometimes\n"}, "a yes-or-no key with another value"),
    "kind of role": ({"roles.csv": ROLES + "faun,,CVL,beast,\n"}, "an unknown kind in a table"),
    "kind of state": ({"states.csv": STATES + "NRN,realm,Narnia,,,,,,,,\n"}, "an unknown kind in a table"),
    "instrument": ({"instruments.csv": "name,names,kind\nMagna Carta,,parchment\n"}, "an unknown kind in a table"),
    "months": ({"offices.csv": OFFICES + "Caspian,,NOR,king,GOV,1942-07,1942-02\n"}, "a term that ends before it begins in its year"),
    "no day": ({"offices.csv": OFFICES + "Caspian,,NOR,king,GOV,spring,\n"}, "a day that is none"),
    "long row": ({"roles.csv": ROLES + "faun,,CVL,person,,,yes\n"}, "a row with more cells than columns"),
    "two files": ({"frames/a.yaml": AID, "frames/b.yaml": AID}, "an id given in two files"),
    "context": ({"contexts.yaml": "militray:\n  words: [centaur]\n"}, "a word list of a context that does not exist"),
}  # fmt: skip


@pytest.mark.parametrize("name", FURTHER)
def test_the_check_names(tmp_path: Path, name: str) -> None:
    files, _ = FURTHER[name]
    for path, text in files.items():
        write(tmp_path, path, text)
    assert check_folder(tmp_path) != []


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        ("frames/a.yaml", "- shelling\n", ", entry 1: an entry needs an id"),
        ("frames/a.yaml", "id: a\n", ": is not a list of entries"),
        ("contexts.yaml", "- military\n", ": is not a mapping of names to lists"),
        ("contexts.yaml", "military:\n  word: [centaur]\n", ": military: needs `words`, a list of words"),
        ("contexts.yaml", "military: [centaur]\n", ": military: needs `words`, a list of words"),
        ("events.yaml", AID, ": no lexicon has this name"),
        ("offices.yml", AID, ": no lexicon has this name"),
        ("countries.csv", STATES, ": no lexicon has this name"),
    ],
)
def test_the_check_names_what_has_the_wrong_form(tmp_path: Path, path: str, text: str, fault: str) -> None:
    file = write(tmp_path, path, text)
    (line,) = map(str, check_folder(tmp_path))
    assert line.startswith(f"{file}{fault}")


@pytest.mark.parametrize(
    "path",
    [
        "roles.csv",
        "frames/a.yaml",
    ],
)
def test_a_file_that_is_not_utf8_is_named(tmp_path: Path, path: str) -> None:
    file = write(tmp_path, path, "")
    file.write_bytes(b"noun\xff\n")
    assert str(check_folder(tmp_path)[0]).startswith(str(file))
    with pytest.raises(LexiconError):
        load_raw(tmp_path)


def test_loading_refuses_an_id_given_twice(tmp_path: Path) -> None:
    write(tmp_path, "frames/a.yaml", FRAME + FRAME)
    with pytest.raises(LexiconError):
        load_raw(tmp_path)


def test_a_trigger_gives_only_patterns_whose_words_are_present(tmp_path: Path) -> None:
    write(
        tmp_path,
        "frames/a.yaml",
        "- id: a\n  type: CONSULT\n  patterns: [A hold talk with B, A hold X, A hold talk|rally near town]\n",
    )
    trigger = own(tmp_path).triggers["hold"]
    patterns = [
        [pattern.text for _, pattern in trigger.candidates(dict.fromkeys(words))]
        for words in (["talk"], [], ["rally", "town"])
    ]
    assert patterns == [["A hold talk with B", "A hold X"], ["A hold X"], ["A hold X", "A hold talk|rally near town"]]
