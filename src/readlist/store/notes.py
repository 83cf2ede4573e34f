"""Notes and tags: what a person writes about a paper, and what is needed to follow links."""

import json
from collections.abc import Sequence

from readlist.domain import NoteRevision
from readlist.store import papers
from readlist.store.database import Database
from readlist.store.journal import Recorder

_VERSIONS = "FROM note_version WHERE paper_key = (SELECT key FROM paper WHERE id = ?) ORDER BY id"
_RETITLED = (
    "SELECT row_id, columns, before FROM change JOIN change_row ON change_id = change.id"
    " WHERE table_name = 'paper' AND kind = 'update' AND columns LIKE '%\"title\"%'"
)


def text_of(database: Database, paper_id: int) -> str:
    """Return a paper's note, empty if it has none."""
    return database.value("SELECT text FROM note WHERE paper_id = ?", (paper_id,)) or ""


def write(database: Database, recorder: Recorder, paper_id: int, text: str) -> bool:
    """Make ``text`` the paper's note and keep it as a version; return whether it changed."""
    before: str | None = database.value("SELECT text FROM note WHERE paper_id = ?", (paper_id,))
    if text == (before or ""):
        return False
    values = {"text": text, "updated_at": recorder.at}
    if before is None:
        recorder.put("note", paper_id, values)
    else:
        recorder.update("note", [paper_id], values)
    papers.touch(recorder, [paper_id])
    keep_version(database, recorder, paper_id, text)
    return True


def keep_version(database: Database, recorder: Recorder, paper_id: int, text: str) -> None:
    """Keep ``text`` among the versions of a paper's note."""
    database.run(
        "INSERT INTO note_version (paper_key, text, saved_at)"
        " SELECT key, ?, ? FROM paper WHERE id = ?",
        (text, recorder.at, paper_id),
    )


def revisions(database: Database, paper_id: int) -> list[NoteRevision]:
    """Return a line for each text that a paper's note has had, oldest first."""
    rows = database.rows(
        "SELECT saved_at, length(text), substr(ltrim(text, char(9, 10, 13, 32)), 1, 200)"
        f" {_VERSIONS}",
        (paper_id,),
    )
    return [
        NoteRevision(number, at, size, next(iter(opening.splitlines()), ""))
        for number, (at, size, opening) in enumerate(rows, 1)
    ]


def has_version(database: Database, paper_id: int, text: str) -> bool:
    """Return whether a paper's note has had this text."""
    texts = database.column(f"SELECT text {_VERSIONS}", (paper_id,))
    return text in texts


def version_text(database: Database, paper_id: int, number: int) -> str | None:
    """Return the text that :func:`revisions` gives this number, ``None`` if there is none."""
    sql = f"SELECT text {_VERSIONS} LIMIT 1 OFFSET ?"
    return database.value(sql, (paper_id, number - 1))  # type: ignore[no-any-return]


def tag(
    database: Database,
    recorder: Recorder,
    wanted: Sequence[int],
    add: Sequence[str],
    remove: Sequence[str],
) -> list[int]:
    """Add and remove tags; return the ids of the papers whose tags changed."""
    tags = papers.tag_ids(database, wanted := list(dict.fromkeys(wanted)))
    missing = [(paper, name) for paper in wanted for name in add if name not in tags[paper]]
    extra = [(paper, name) for paper in wanted for name in remove if name in tags[paper]]
    if missing:
        recorder.insert("tag", ("paper_id", "name"), missing)
    if extra:
        recorder.delete("tag", [tags[paper][name] for paper, name in extra])
    changed = sorted({paper for paper, _ in (*missing, *extra)})
    papers.touch(recorder, changed)
    return changed


def with_links(database: Database) -> list[tuple[int, str]]:
    """Return the notes that may have a link in them, with the ids of their papers."""
    return database.rows("SELECT paper_id, text FROM note WHERE instr(text, '[[')")


def former_titles(database: Database) -> list[tuple[int, str]]:
    """Return ids of papers and the titles they had before a change, the latest first."""
    return _titles(database.rows(f"{_RETITLED} ORDER BY change_id DESC"))


def former_titles_of(database: Database, paper_id: int) -> list[str]:
    """Return the titles that one paper had before a change, the latest first."""
    rows = database.rows(f"{_RETITLED} AND row_id = ? ORDER BY change_id DESC", (paper_id,))
    return [title for _, title in _titles(rows)]


def _titles(rows: list[tuple[int, str, str]]) -> list[tuple[int, str]]:
    return [
        (paper_id, json.loads(before)[json.loads(columns).index("title")])
        for paper_id, columns, before in rows
    ]
