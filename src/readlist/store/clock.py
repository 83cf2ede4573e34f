"""The time as the library writes it."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present as UTC ISO 8601 with milliseconds: ``2026-01-31T07:05:00.250Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
