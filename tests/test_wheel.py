"""The wheel, installed where the repository is not, has all it needs."""

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[1]


def test_the_wheel_finds_its_migrations_and_samples(tmp_path: Path) -> None:
    wheels, place = tmp_path / "wheels", tmp_path / "elsewhere"
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(wheels)]
    subprocess.run([*build, str(_ROOT)], check=True, capture_output=True)
    [wheel] = wheels.glob("*.whl")
    install = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet"]
    subprocess.run([*install, "--target", str(place), str(wheel)], check=True, capture_output=True)
    code = (
        "import sys, readlist; from readlist.paths import migrations_folder;"
        "from readlist.cli.main import main; print(readlist.__file__); print(migrations_folder());"
        "main(['demo'], None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        check=True,
    )
    package, migrations, *papers = done.stdout.splitlines()
    assert Path(package).is_relative_to(place)
    assert Path(migrations) == place / "readlist" / "migrations"
    assert len(papers) >= 30
