"""Numbers about a library: what is read, what waits, and whether the inbox grows."""

from datetime import UTC, date, datetime, timedelta

from readlist.domain import Named, Statistics, Waiting, Week
from readlist.store import papers
from readlist.store.database import Database

#: How many weeks the statistics go back, and how many papers, tags or authors they name.
WEEKS = 26
MOST = 10

_TAGS = "SELECT name, count(*) AS papers FROM tag GROUP BY name"
_AUTHORS = (
    "SELECT value AS name, count(*) AS papers FROM paper, json_each(paper.authors) GROUP BY value"
)
_WAITING = (
    "SELECT id, title, status, coalesce(triaged_at, added_at) AS since FROM paper"
    " WHERE status IN ('inbox', 'to-read', 'reading') ORDER BY since, id LIMIT ?"
)


def statistics(database: Database, today: date | None = None) -> Statistics:
    """Return the numbers as of ``today`` (UTC)."""
    day = today or datetime.now(UTC).date()
    counts = papers.counts(database)
    waiting = database.rows(_WAITING, (MOST,))
    return Statistics(
        by_status=counts.by_status,
        starred=counts.starred,
        noted=database.value("SELECT count(*) FROM note WHERE text != ''"),
        weeks=_weeks(database, day),
        waiting=tuple(
            Waiting(paper_id, title, status, (day - date.fromisoformat(since[:10])).days)
            for paper_id, title, status, since in waiting
        ),
        tags=_most_frequent(database, _TAGS),
        authors=_most_frequent(database, _AUTHORS),
    )


def _weeks(database: Database, today: date) -> tuple[Week, ...]:
    """Return the last weeks, oldest first: papers done in each, and in the inbox at its end."""
    done = _per_week(database, "finished_at")
    added, triaged = _per_week(database, "added_at"), _per_week(database, "triaged_at")
    this_monday = today - timedelta(days=today.weekday())
    weeks = []
    for back in reversed(range(WEEKS)):
        monday = (this_monday - timedelta(weeks=back)).isoformat()
        inbox = sum(number for week, number in added.items() if week <= monday)
        inbox -= sum(number for week, number in triaged.items() if week <= monday)
        weeks.append(Week(monday, done.get(monday, 0), inbox))
    return tuple(weeks)


def _per_week(database: Database, column: str) -> dict[str, int]:
    """Return how many papers have a time in each week, by the week's Monday."""
    # "weekday 0" is the Sunday that ends the week; six days before it the week began.
    monday = f"date({column}, 'weekday 0', '-6 days')"
    return dict(
        database.rows(f"SELECT {monday}, count(*) FROM paper WHERE {column} IS NOT NULL GROUP BY 1")
    )


def _most_frequent(database: Database, grouped: str) -> tuple[Named, ...]:
    rows = database.rows(f"{grouped} ORDER BY papers DESC, name LIMIT ?", (MOST,))
    return tuple(Named(name, number) for name, number in rows)
