"""Notes and tags: what a person writes of a paper."""

from collections.abc import Sequence

from readlist.domain import NoteSaving
from readlist.store import papers
from readlist.store.database import Database
from readlist.store.recording import Recorder

_VERSIONS = "FROM note_version WHERE paper_key = (SELECT key FROM paper WHERE id = ?) ORDER BY id"


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


def savings(database: Database, paper_id: int) -> list[NoteSaving]:
    """Return what there is to list of every text that a note ever had, oldest first."""
    rows = database.rows(
        "SELECT saved_at, length(text), substr(ltrim(text, char(9, 10, 13, 32)), 1, 200)"
        f" {_VERSIONS}",
        (paper_id,),
    )
    return [
        NoteSaving(number, at, size, next(iter(opening.splitlines()), ""))
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
