"""Write the SHA-256 of each file of a pipeline to its SHA256SUMS: `python -m training.hashes [MODEL]`.

The form is that of `sha256sum`, which can check it: `cd src/dragoman/models/en && sha256sum --check SHA256SUMS`.
"""

import argparse
import hashlib
from pathlib import Path

SHIPPED = Path(__file__).parent.parent / "src" / "dragoman" / "models" / "en"
SUMS = "SHA256SUMS"


def hashes(folder: Path) -> dict[str, str]:
    """Hash of each file below a folder, by its path there; the list itself is left out."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("model", type=Path, nargs="?", default=SHIPPED)
    args = cli.parse_args()
    lines = [f"{digest}  {name}\n" for name, digest in hashes(args.model).items()]
    (args.model / SUMS).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
