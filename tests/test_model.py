"""The pipeline that ships: its files are those that were published, it has its components, and it needs no network."""

import hashlib
import json
import subprocess
import sys
from importlib import resources
from pathlib import Path

FOLDER = Path(str(resources.files("dragoman") / "models" / "en"))
COMPONENTS = ["tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser", "ner"]
CARD = Path(__file__).parents[1] / "docs" / "model-card.md"
LOAD_OFFLINE = """
import sys

def forbid(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(f"{event} {arguments}")

sys.addaudithook(forbid)
from dragoman.syntax import load_pipeline

nlp = load_pipeline()
doc = nlp("The two ministers met in Geneva on Monday.")
print(*nlp.pipe_names, [token.lemma_ for token in doc if token.dep_ == "ROOT"])
"""


def published() -> dict[str, str]:
    """Hash by path, as SHA256SUMS lists them."""
    lines = (FOLDER / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def test_files_are_those_that_were_published() -> None:
    found = {
        path.relative_to(FOLDER).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in FOLDER.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    }
    assert found == published()


def test_loading_opens_no_socket_and_gives_all_components() -> None:
    run = subprocess.run([sys.executable, "-c", LOAD_OFFLINE], capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split("[")[0].split() == ["sentence_boundaries", *COMPONENTS]
    assert "['meet']" in run.stdout


def test_meta_names_version_licence_and_sources() -> None:
    meta = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))
    assert (meta["name"], meta["version"]) == ("dragoman_en", "0.1.0")
    assert meta["description"] and meta["author"] and meta["license"]
    assert meta["pipeline"] == COMPONENTS
    assert all(source["name"] and source["license"] for source in meta["sources"])
    assert any(source["name"].startswith("UD English PUD") for source in meta["sources"])
    assert meta["performance"]["test"]["trees"]["PUD guard"]["LAS"] > 80


def test_card_has_the_scores_and_hashes() -> None:
    card = CARD.read_text(encoding="utf-8")
    test = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))["performance"]["test"]
    for part in ("trees", "labels", "names"):
        for name, scores in test[part].items():
            assert f"| {name} | {' | '.join(map(str, scores.values()))} |" in card
    for name, digest in published().items():
        assert not name.endswith("/model") or f"| `{name}` | `{digest}` |" in card
