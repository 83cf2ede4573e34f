"""What is imported where: downwards only, and nothing heavy on the way to a short answer."""

import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_RUN = (
    "import sys; from readlist.cli.main import main; main(sys.argv[1:], None);"
    "print(*sys.modules, sep='\\n', file=sys.stderr)"
)


def _modules(*words: str, db: Path) -> set[str]:
    """Return the top-level modules a command leaves imported."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *words, "--db", str(db)],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "moss", "status:inbox", "--json"),
        ("show", "1"),
        ("mark", "done", "1"),
        ("star", "2"),
        ("tag", "3", "+x"),
        ("note", "3", "--append", "x"),
        ("undo",),
        ("redo",),
        ("history",),
        ("imports",),
    ],
    ids=" ".join,
)
def test_short_commands_import_nothing_heavy(filled: object, tmp_path: Path, words: str) -> None:
    modules = _modules(*words, db=tmp_path / "library.db")
    assert "readlist" in modules
    heavy = {"textual", "rich", "sqlmodel", "sqlalchemy", "pydantic", "sqlite_utils", "rapidfuzz"}
    assert not modules & heavy


def test_the_interface_starts_without_sqlmodel() -> None:
    code = "import sys, readlist.tui.app; print('sqlmodel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_an_import_only_ever_points_down_the_house() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=_ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_only_the_store_speaks_sql() -> None:
    elsewhere = [
        path
        for path in (_ROOT / "src" / "readlist").rglob("*.py")
        if "store" not in path.parts and "sqlite3" in path.read_text(encoding="utf-8")
    ]
    assert elsewhere == []
