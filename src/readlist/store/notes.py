"""Notes and tags: what a person writes of a paper."""

from collections.abc import Sequence

from readlist.store import papers
from readlist.store.database import Database
from readlist.store.recording import Recorder


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
    database.run(
        "INSERT INTO note_version (paper_key, text, saved_at)"
        " SELECT key, ?, ? FROM paper WHERE id = ?",
        (text, recorder.at, paper_id),
    )
    return True


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
