"""Build hook: compiles the lexicons, so that the installed package need not read YAML when it starts."""

import importlib
import json
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LexiconBuild(BuildHookInterface):  # type: ignore[type-arg]
    """Writes lexicons/compiled.json next to its sources."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        lexicon = importlib.import_module("dragoman.lexicon")
        folder = Path(self.root) / "src" / "dragoman" / "lexicons"
        raw = lexicon.read_folder(folder) | {"digest": lexicon.digest_of(folder)}
        (folder / "compiled.json").write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
