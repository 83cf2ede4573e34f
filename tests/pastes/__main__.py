"""Write the corpus into a folder, to look at: ``python -m tests.pastes FOLDER [--seed N] [--sizes 1,3]``."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from tests.pastes.corpus import altered, corpus, mixed


def main(arguments: Sequence[str] | None = None) -> int:
    """Write each paste as text, with its truth beside it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sizes", default="3,25")
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    sizes = [int(size) for size in options.sizes.split(",")]
    pastes = chain(corpus(options.seed, sizes=sizes), mixed(options.seed), altered(options.seed))
    for paste in pastes:
        path = options.folder / paste.name.replace("/", ".").replace(" ", "_")[:120]
        path.with_name(f"{path.name}.txt").write_text(paste.text, encoding="utf-8", newline="")
        truths = [asdict(truth) | {"also": sorted(truth.also)} for truth in paste.papers]
        path.with_name(f"{path.name}.json").write_text(
            json.dumps(truths, ensure_ascii=False, indent=1), encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
