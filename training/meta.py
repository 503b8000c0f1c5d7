"""Fill in the meta.json of a trained pipeline: `python -m training.meta [MODEL] [--scores FILE]`.

Takes the scores that `training.evaluate` wrote, and says what the pipeline is and from whose data it was made. Weights are not touched.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from training.hashes import SHIPPED

LICENCE = "CC BY-SA 4.0; trained without the texts that GUM lists as non-commercial, see docs/model-card.md"
PIPELINE = {
    "name": "dragoman_en",
    "version": "0.1.0",
    "description": "English for news: tags, lemmas, Universal Dependencies and names. From open treebanks, without pretrained weights.",
    "author": "The dragoman founders",
    "license": LICENCE,
}
SOURCES = [
    {
        "name": "UD English EWT 2.16",
        "url": "https://github.com/UniversalDependencies/UD_English-EWT",
        "author": "Silveira et al. (2014)",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "UD English GUM 2.16, without wikiHow, fiction, essays, letters and podcasts",
        "url": "https://github.com/UniversalDependencies/UD_English-GUM",
        "author": "Zeldes (2017) and the GUM annotators",
        "license": "annotations CC BY 4.0; texts by genre: CC BY 2.5 and 4.0, CC BY-SA 3.0, some not listed; "
        "the UD repository as a whole says CC BY-NC-SA 4.0: see docs/model-card.md",
    },
    {
        "name": "UD English PUD, every other document",
        "url": "https://github.com/UniversalDependencies/UD_English-PUD",
        "author": "Zeman et al. (2017)",
        "license": "CC BY-SA 3.0",
    },
    {
        "name": "UNER English EWT, development set",
        "url": "https://github.com/UniversalNER/UNER_English-EWT",
        "author": "Mayhew et al. (2024)",
        "license": "CC BY-SA 4.0",
    },
    {"name": "wikigold", "url": "", "author": "Balasuriya et al. (2009)", "license": "CC BY 4.0"},
    {
        "name": "re3d: DFAT, EU delegation, UK government and Wikipedia parts",
        "url": "https://github.com/dstl/re3d",
        "author": "Dstl, Aleph Insights and Committed Software",
        "license": "CC BY 3.0 AU; EEAS reuse notice; OGL v3.0; CC BY-SA 3.0",
    },
    {
        "name": "CrossNER politics",
        "url": "https://github.com/zliucr/CrossNER",
        "author": "Liu et al. (2021)",
        "license": "MIT",
    },
    {
        "name": "Our own reports (training/trees)",
        "url": "",
        "author": "The dragoman founders",
        "license": "MIT",
    },
]
OF_TRAINING = ("_loss", "tag_micro_p", "tag_micro_r", "tag_micro_f")  # losses, and scores of a label that English lacks


def described(meta: dict[str, Any], scores: dict[str, Any] | None) -> dict[str, Any]:
    """The meta data with name, licence and sources; test scores go beside spaCy's own scores on the development set."""
    performance = {key: value for key, value in meta["performance"].items() if not key.endswith(OF_TRAINING)}
    if scores:
        performance["test"] = {key: value for key, value in scores.items() if key != "pipeline"}
    return meta | PIPELINE | {"sources": SOURCES, "performance": performance}


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("model", type=Path, nargs="?", default=SHIPPED)
    cli.add_argument("--scores", type=Path, help="what training.evaluate wrote")
    args = cli.parse_args()
    file = args.model / "meta.json"
    scores = json.loads(args.scores.read_text(encoding="utf-8")) if args.scores else None
    meta = described(json.loads(file.read_text(encoding="utf-8")), scores)
    file.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
