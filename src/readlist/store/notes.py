"""Notes and tags: what a person writes of a paper."""

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
    before = database.value("SELECT text FROM note WHERE paper_id = ?", (paper_id,))
    if text == (before or ""):
        return False
    values = {"text": text, "updated_at": recorder.at}
    if before is None:
        recorder.put("note", paper_id, values)
    else:
        recorder.update("note", [paper_id], values)
    papers.touch(recorder, [paper_id])
    keep(database, recorder, paper_id, text)
    return True


def keep(database: Database, recorder: Recorder, paper_id: int, text: str) -> None:
    """Keep ``text`` among the versions of a paper's note."""
    database.run(
        "INSERT INTO note_version (paper_key, text, saved_at)"
        " SELECT key, ?, ? FROM paper WHERE id = ?",
        (text, recorder.at, paper_id),
    )


def savings(database: Database, paper_id: int) -> list[NoteRevision]:
    """Return what there is to list of every text that a note ever had, oldest first."""
    rows = database.rows(
        "SELECT saved_at, length(text), substr(ltrim(text, char(9, 10, 13, 32)), 1, 200)"
        f" {_VERSIONS}",
        (paper_id,),
    )
    return [
        NoteRevision(number, at, size, next(iter(opening.splitlines()), ""))
        for number, (at, size, opening) in enumerate(rows, 1)
    ]


def version(database: Database, paper_id: int, number: int) -> str | None:
    """Return the text that was saved as ``number``, ``None`` if there is none."""
    text: str | None = database.value(
        f"SELECT text {_VERSIONS} LIMIT 1 OFFSET ?", (paper_id, number - 1)
    )
    return text


def tag(
    database: Database,
    recorder: Recorder,
    wanted: Sequence[int],
    add: Sequence[str],
    remove: Sequence[str],
) -> list[int]:
    """Add and remove tags; return the ids of the papers whose tags changed."""
    tags = papers.tag_ids(database, wanted)
    missing = [(paper, name) for paper in wanted for name in add if name not in tags[paper]]
    extra = [
        (paper, tags[paper][name]) for paper in wanted for name in remove if name in tags[paper]
    ]
    if missing:
        recorder.insert("tag", ("paper_id", "name"), missing)
    if extra:
        recorder.delete("tag", [tag_id for _, tag_id in extra])
    changed = sorted({paper for paper, _ in missing} | {paper for paper, _ in extra})
    papers.touch(recorder, changed)
    return changed


def by_key(database: Database, key: str) -> int | None:
    """Return the paper with a key."""
    found: int | None = database.value("SELECT id FROM paper WHERE key = ?", (key,))
    return found


def with_links(database: Database) -> list[tuple[int, str]]:
    """Return the notes that hold what may be a link, with the ids of their papers."""
    return database.rows("SELECT paper_id, text FROM note WHERE instr(text, '[[')")


def former_titles(database: Database) -> list[tuple[int, str]]:
    """Return the titles that papers had before they were changed, the latest first."""
    return _titles(database.rows(f"{_RETITLED} ORDER BY change_id DESC"))


def former_titles_of(database: Database, paper_id: int) -> list[str]:
    """Return the titles that one paper had before, the latest first."""
    rows = database.rows(f"{_RETITLED} AND row_id = ? ORDER BY change_id DESC", (paper_id,))
    return [title for _, title in _titles(rows)]


def _titles(rows: list[tuple[int, str, str]]) -> list[tuple[int, str]]:
    return [
        (paper_id, json.loads(before)[json.loads(columns).index("title")])
        for paper_id, columns, before in rows
    ]
