"""What files say, taken into the library: changes of papers, and papers it does not have."""

from readlist.domain import NoteVersion, Paper, PaperDraft, Record, Status, TitleSource
from readlist.importing.matching import same
from readlist.store import fingerprints, imports, notes, papers, transfer
from readlist.store.database import Database
from readlist.store.imports import new_keys
from readlist.store.journal import Recorder
from readlist.syncing.document import Document
from readlist.syncing.shared import Shared

#: The fields that are columns of a paper, and the columns.
_COLUMNS = {
    **{name: name for name in ("title", "authors", "more_authors", "year", "venue", "links")},
    **{"doi": "doi", "arxiv": "arxiv_id", "abstract": "abstract", "comment": "comment"},
}


def take(
    database: Database,
    recorder: Recorder,
    paper: Paper,
    before: Shared,
    after: Shared,
    document: Document,
) -> None:
    """Make the library say of ``paper`` what it shall say after, where that is not as before."""
    ids = [paper.id]
    if after.status != before.status:
        papers.file(database, recorder, ids, Status(after.status))
        finished = document.values.get("finished")
        if after.status == Status.DONE and finished:
            papers.change(recorder, ids, {"finished_at": finished})
    if after.starred != before.starred:
        papers.change(recorder, ids, {"starred": int(after.starred)})
    added = [tag for tag in after.tags if tag not in before.tags]
    removed = [tag for tag in before.tags if tag not in after.tags]
    notes.tag(database, recorder, ids, added, removed)
    if after.note != before.note:
        notes.write(database, recorder, paper.id, after.note)
    _fill(database, recorder, paper.id, before, after)


def _fill(
    database: Database, recorder: Recorder, paper_id: int, before: Shared, after: Shared
) -> None:
    values = {
        column: getattr(after, name)
        for name, column in _COLUMNS.items()
        if getattr(after, name) != getattr(before, name)
    }
    if "title" in values:
        values["title_source"] = TitleSource.USER.value
    if values:
        imports.fill(database, recorder, paper_id, values)


def same_paper(database: Database, said: Shared) -> int | None:
    """Return the paper of the library that a file is about, whose key is not known there."""
    draft = _draft(said)
    hashes = fingerprints.of_draft(draft)
    candidates = fingerprints.candidates(database, hashes)
    ids = {paper_id for found in candidates.values() for paper_id in found}
    known = imports.known_papers(database, ids)
    return next((paper_id for paper_id in sorted(known) if same(draft, known[paper_id])), None)


def create(
    database: Database, recorder: Recorder, key: str | None, said: Shared, document: Document
) -> int:
    """Add the paper that a file tells of to the library; return its id."""
    derived = document.values.get("title_source") == TitleSource.DERIVED
    own = TitleSource.DUMP if key else TitleSource.USER
    paper = _paper(
        said, key or new_keys(1)[0], TitleSource.DERIVED if derived else own, recorder.at
    )
    added, finished = document.values.get("added"), document.values.get("finished")
    if paper.status is Status.DONE:
        paper = paper._replace(finished_at=finished or recorder.at)
    versions = (NoteVersion(said.note, recorder.at),) if said.note else ()
    record = Record(
        paper=paper._replace(added_at=added or recorder.at),
        triaged_at=None if paper.status is Status.INBOX else recorder.at,
        note_at=recorder.at if said.note else None,
        versions=versions,
    )
    last = recorder.last_id("paper")
    return transfer.add(database, recorder, [record], last, 0)[0]


def _paper(said: Shared, key: str, source: TitleSource, at: str) -> Paper:
    return Paper(
        id=0,
        key=key,
        title=said.title,
        title_source=source,
        authors=said.authors,
        more_authors=said.more_authors,
        abstract=said.abstract,
        comment=said.comment,
        year=said.year,
        venue=said.venue,
        doi=said.doi,
        arxiv_id=said.arxiv,
        links=said.links,
        status=Status(said.status),
        starred=said.starred,
        tags=said.tags,
        note=said.note or None,
        added_at=at,
        updated_at=at,
        sources=(),
    )


def _draft(said: Shared) -> PaperDraft:
    return PaperDraft(
        first_line=0,
        last_line=0,
        title=said.title,
        authors=said.authors,
        abstract=said.abstract,
        doi=said.doi,
        arxiv_id=said.arxiv,
    )
