"""Print the oldest versions that pyproject.toml allows, as constraints for pip, one a line."""

import re
import tomllib
from pathlib import Path

_LOWER_BOUND = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,]+\])?>=(?P<version>[\d.]+)")


def main() -> None:
    """Read the lower bounds of what the program and its tests depend on directly."""
    pyproject = Path(__file__).parents[1] / "pyproject.toml"
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["test"]]:
        bound = _LOWER_BOUND.match(requirement)
        if not bound:
            raise SystemExit(f"{requirement} has no lower bound (name>=version)")
        print(f"{bound['name']}=={bound['version']}")


if __name__ == "__main__":
    main()
