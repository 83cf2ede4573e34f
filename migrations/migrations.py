"""The schema's history as one sqlite-utils migration set.

Every ``m0001_….py`` beside this file defines ``apply(db)``; they run in the
order of their names, each once, and are never edited after a release. The
program runs this file, and so does ``sqlite-utils migrate readlist.db migrations/``.
"""

import runpy
from pathlib import Path

from sqlite_utils import Migrations

readlist = Migrations("readlist")

for step in sorted(Path(__file__).parent.glob("m[0-9]*.py")):
    readlist(name=step.stem)(runpy.run_path(str(step))["apply"])
