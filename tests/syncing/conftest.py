"""A library beside a folder of notes, and a person who changes both at random."""

import random
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from readlist.domain import Paper, Status
from readlist.reading_list import ReadingList
from readlist.syncing.note_file import BLANK, NoteFile
from readlist.syncing.report import SyncReport

STATUSES = [status.value for status in Status]


class Interrupted(BaseException):
    """The machine stops."""


class Desk:
    """A library and its folder of notes, changed on both sides by one who remembers what was written.

    ``written`` are words that nobody has taken out again since.
    """

    def __init__(self, library: ReadingList, folder: Path, seed: int) -> None:
        self.library, self.folder = library, folder
        self.random = random.Random(seed)
        self.written: set[str] = set()
        self._numbers = count(seed * 100_000)

    def sync(self, **options: bool) -> SyncReport:
        return self.library.sync(self.folder, **options)

    def word(self, kind: str) -> str:
        """Return a word that is nowhere else."""
        word = f"{kind}{next(self._numbers)}x"
        self.written.add(word)
        return word

    def files(self) -> list[Path]:
        return sorted(self.folder.rglob("*.md"))

    def papers(self) -> list[Paper]:
        return list(self.library.papers())

    def everything(self) -> tuple[dict[str, bytes], list[Paper]]:
        """Return all that both sides hold."""
        files = {str(path.relative_to(self.folder)): path.read_bytes() for path in self.files()}
        return files, self.papers()

    def lost(self) -> set[str]:
        """Return the words that are on neither side any more."""
        files, papers = self.everything()
        said = "\n".join([*(content.decode() for content in files.values()), *map(repr, papers)])
        return {word for word in self.written if word not in said}

    def step(self) -> None:
        """Change something."""
        self.random.choice(self._STEPS)(self)

    def _some_paper(self) -> Paper | None:
        papers = self.papers()
        return self.random.choice(papers) if papers else None

    def _some_file(self) -> Path | None:
        files = self.files()
        return self.random.choice(files) if files else None

    def _edited(self, text: str, kind: str) -> str:
        """Return a note with a line more, or less, or another one."""
        lines = text.split("\n") if text else []
        if lines and self.random.random() < 0.35:
            gone = lines.pop(self.random.randrange(len(lines)))
            self.written -= set(gone.split())
        if not lines or self.random.random() < 0.8:
            lines.insert(self.random.randint(0, len(lines)), self.word(kind))
        return "\n".join(lines)

    def _note(self) -> None:
        if paper := self._some_paper():
            self.library.write_note(paper.id, self._edited(paper.note or "", "here"))

    def _mark(self) -> None:
        if paper := self._some_paper():
            self.library.mark([paper.id], self.random.choice(list(Status)))

    def _star(self) -> None:
        if paper := self._some_paper():
            self.library.star([paper.id], not paper.starred)

    def _tag(self) -> None:
        if paper := self._some_paper():
            gone = [tag for tag in paper.tags if self.random.random() < 0.3]
            self.written -= set(gone)
            self.library.tag([paper.id], add=[self.word("tag")], remove=gone)

    def _title(self) -> None:
        if paper := self._some_paper():
            self.written.discard(paper.title.split()[-1])
            self.library.edit(paper.id, {"title": f"Title: {self.word('title')}"})

    def _undo(self) -> None:
        if self.library.history(1) and self.random.random() < 0.3:
            before = repr(self.papers())
            act = next((act for act in self.library.history() if act.state == "done"), None)
            if act and act.kind not in ("sync", "import"):
                self.library.undo()
                after = repr(self.papers())
                self.written -= {
                    word for word in self.written if word in before and word not in after
                }

    def _file_note(self) -> None:
        if path := self._some_file():
            note_file = NoteFile.parsed(path.read_bytes().decode())
            head, _, note = note_file.text.partition("\n## Notes\n")
            note = self._edited(note.removeprefix("\n").removesuffix("\n"), "there")
            path.write_bytes(f"{head}\n## Notes\n\n{note}\n".encode())

    def _file_status(self) -> None:
        self._replace_line("status: ", self.random.choice(STATUSES), "why")

    def _file_star(self) -> None:
        self._replace_line("starred: ", self.random.choice(["yes", "no"]), "why")

    def _file_title(self) -> None:
        self._replace_line("title: ", "", "filetitle")

    def _replace_line(self, start: str, value: str, kind: str) -> None:
        if path := self._some_file():
            lines = path.read_bytes().decode().split("\n")
            at = next((n for n, each in enumerate(lines) if each.startswith(start)), None)
            if at is not None:
                self.written -= {w for w in self.written if w in lines[at]}
                word = self.word(kind)
                lines[at] = f"{start}{value} # {word}" if value else f"{start}{word}"
                path.write_bytes("\n".join(lines).encode())

    def _file_tags(self) -> None:
        if path := self._some_file():
            text = path.read_bytes().decode()
            note_file = NoteFile.parsed(text)
            tags = [tag for tag in note_file.says(BLANK).tags if self.random.random() < 0.7]
            self.written -= set(note_file.says(BLANK).tags) - set(tags)
            tags.append(self.word("tag"))
            said = note_file.says(BLANK)
            changed = note_file.rewritten({"tags": tags}, said, said)
            path.write_bytes(changed.text.encode())

    def _file_key(self) -> None:
        if path := self._some_file():
            text = path.read_bytes().decode()
            own = (
                f"---\n# {self.word('comment')}\nmy-{self.word('key')}: [{self.word('value')}, 2]\n"
            )
            path.write_bytes(text.replace("---\n", own, 1).encode())

    def _file_text(self) -> None:
        if path := self._some_file():
            text = path.read_bytes().decode()
            mine, heading = f"\n{self.word('own')} text of mine\n", "\n## Notes\n"
            whole = text.replace(heading, mine + heading, 1) if heading in text else text + mine
            path.write_bytes(whole.encode())

    def _rename(self) -> None:
        if path := self._some_file():
            folder = self.random.choice(
                [self.folder, self.folder / "sub", self.folder / "sub" / "s"]
            )
            folder.mkdir(parents=True, exist_ok=True)
            path.rename(folder / f"Renamed {next(self._numbers)}.md")

    def _delete(self) -> None:
        if self.random.random() < 0.3 and (path := self._some_file()):
            text = path.read_bytes().decode()
            path.unlink()
            held = repr(self.papers())
            self.written -= {word for word in self.written if word in text and word not in held}

    def _new_file(self) -> None:
        word = self.word("new")
        text = f"---\ntitle: {word}\nstatus: reading\n---\n{self.word('body')}\n"
        (self.folder / f"{word}.md").write_bytes(text.encode())

    _STEPS = (
        *(_note, _note, _mark, _star, _tag, _title, _undo, _file_note, _file_note, _file_status),
        *(_file_star, _file_title, _file_tags, _file_key, _file_text, _rename, _delete, _new_file),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where notes are kept."""
    return tmp_path / "notes"


@pytest.fixture
def make_desk(tmp_path: Path, page: Callable[[int], str]) -> Iterator[Callable[..., Desk]]:
    """Return what makes a library of some papers with a folder of notes beside it."""
    opened: list[ReadingList] = []

    def make(name: str = "desk", papers: int = 3, seed: int = 1) -> Desk:
        place = tmp_path / name
        place.mkdir()
        library = ReadingList.open(place / "library.db")
        opened.append(library)
        if papers:
            (place / "page.txt").write_text(page(papers), encoding="utf-8")
            library.import_sources([place / "page.txt"])
        return Desk(library, place / "notes", seed)

    yield make
    for library in opened:
        library.close()


@pytest.fixture
def interrupted() -> type[BaseException]:
    """What stops a sync midway."""
    return Interrupted
