"""Three small dumps of invented papers, to look around in before importing one's own."""

from pathlib import Path


def sample_files() -> list[Path]:
    """Return the sample dumps shipped with the package, in the order they should be imported."""
    return sorted(Path(__file__).parent.glob("*.txt"))
