"""Put the lexicons in order: tables sorted by their first columns, frames by id, one style of YAML. Run by `make fix`."""

import csv
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent.parent / "src" / "dragoman" / "lexicons"
WIDTH = 150


class Dumper(yaml.SafeDumper):
    """Indents lists and writes short lists of words on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def flow_lists(dumper: Dumper, values: list[Any]) -> yaml.Node:
    short = all(isinstance(value, str) and " " not in value for value in values) and len(values) < 6
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=short)


def quote_codes(dumper: Dumper, value: str) -> yaml.Node:
    """Codes such as 040 in quotes, so that nobody reads them as numbers."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"' if value.isdigit() else None)


Dumper.add_representer(list, flow_lists)
Dumper.add_representer(str, quote_codes)


def sort_frames(file: Path) -> None:
    entries = sorted(yaml.safe_load(file.read_text(encoding="utf-8")), key=lambda entry: str(entry["id"]))
    text = yaml.dump(entries, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    file.write_text(text.replace("\n- id:", "\n\n- id:"), encoding="utf-8")


def sort_table(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as lines:
        head, *rows = list(csv.reader(lines))
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([head, *sorted(rows)])


def main() -> None:
    for file in sorted(
        [*FOLDER.glob("frames/*.yaml"), *(FOLDER / f"{n}.yaml" for n in ("positions", "situations", "speech", "tolls"))]
    ):
        sort_frames(file)
    for file in sorted(FOLDER.glob("*.csv")):
        sort_table(file)


if __name__ == "__main__":
    main()
