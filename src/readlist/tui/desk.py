"""The two threads that talk to the library, so that the screen never waits for it.

A *job* is a function of a :class:`~readlist.reading_list.ReadingList` that
returns a message. One thread looks things up, the other makes changes in the
order they were asked for; each has a library of its own. Answers go back as
messages, from whichever thread, and nothing here waits for the screen.
"""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Lock, Thread, get_ident
from time import monotonic

from textual.message import Message

from readlist.reading_list import ReadingList
from readlist.tui.failures import explain
from readlist.tui.messages import ChangedElsewhere, Failed

Job = Callable[[ReadingList], Message | None]
Answer = Callable[[Message], object]
Otherwise = Callable[[str], Message]

#: What may wait to be looked up, the most urgent first: what is on the screen before what is not.
SLOTS = (
    "triage",
    "page",
    "rows",
    "known",
    "paper",
    "follow",
    "titles",
    "completion",
    "counts",
    "ids",
    "near",
    "similar",
    "saved",
    "links",
)

#: What the screen does not wait for.
UNHURRIED = {"paper", "near", "similar", "saved", "links"}

#: Seconds in which a key is drawn. Until then what it does not show would only slow it down.
FRAME = 0.012

#: How often, in seconds, the library is asked whether another process changed it.
LOOK_AROUND = 0.5


class Desk:
    """Takes jobs from the screen and has them done in the background."""

    def __init__(self, path: Path, answer: Answer) -> None:
        self._path = path
        self._answer = answer
        self._opening = Lock()
        self._turn = Condition()
        self._reads: dict[str, tuple[Job, Otherwise]] = {}
        self._writes: deque[tuple[Job, Otherwise]] = deque()
        self._unfinished = 0
        self._errands = 0
        self._begun: dict[int, float] = {}
        self._is_reading = False
        self._closing = False
        self._threads = [
            Thread(target=self._work, args=(work,), name=f"readlist-{name}", daemon=True)
            for name, work in (("reader", self._read_all), ("writer", self._write_all))
        ]

    def start(self) -> None:
        """Begin working."""
        for thread in self._threads:
            thread.start()

    def read(self, slot: str, job: Job, otherwise: Otherwise = Failed) -> None:
        """Have something looked up; it takes the place of what still waits in the same slot.

        ``otherwise`` makes the message to send when the job fails from the reason.
        """
        with self._turn:
            self._reads[slot] = (job, otherwise)
            self._turn.notify_all()

    def write(self, job: Job, otherwise: Otherwise = Failed) -> None:
        """Have a change made after all those asked for before."""
        with self._turn:
            self._writes.append((job, otherwise))
            self._unfinished += 1
            self._turn.notify_all()

    def errand(self, job: Job, otherwise: Otherwise = Failed) -> None:
        """Have something done that may take long and changes nothing, beside all else."""
        with self._turn:
            self._errands += 1
        Thread(target=self._run_errand, args=(job, otherwise), daemon=True).start()

    def _run_errand(self, job: Job, otherwise: Otherwise) -> None:
        try:
            self._work(lambda library: self._do(library, job, otherwise))
        finally:
            with self._turn:
                self._errands -= 1

    @property
    def unfinished(self) -> int:
        """How many changes and errands are still to be done, those being done included."""
        return self._unfinished + self._errands

    @property
    def is_idle(self) -> bool:
        """Whether everything asked for was answered."""
        return not (self._reads or self._is_reading or self.unfinished)

    @property
    def delay(self) -> float:
        """For how many seconds what is being done by now has been going on."""
        now = monotonic()
        return now - min(self._begun.copy().values(), default=now)

    def close(self, patience: float) -> bool:
        """Finish the changes asked for and stop; False if ``patience`` seconds were too few."""
        with self._turn:
            self._closing = True
            self._turn.notify_all()
        writer = self._threads[-1]
        if writer.is_alive():
            writer.join(patience)
        return not self._unfinished

    def _work(self, work: Callable[[ReadingList], None]) -> None:
        try:
            with self._opening:  # a new library is made by one of them only
                library = ReadingList.open(self._path)
        except Exception as error:
            self._answer(Failed(explain(error)))
            return
        with library:
            work(library)

    def _read_all(self, library: ReadingList) -> None:
        while read := self._next_read():
            self._do(library, *read)
            self._is_reading = False

    def _next_read(self) -> tuple[Job, Otherwise] | None:
        with self._turn:
            self._turn.wait_for(lambda: self._reads or self._closing)
            if self._reads.keys() <= UNHURRIED:
                self._turn.wait_for(
                    lambda: not self._reads.keys() <= UNHURRIED or self._closing, FRAME
                )
            if self._closing:
                return None
            self._is_reading = True
            return self._reads.pop(next(slot for slot in SLOTS if slot in self._reads))

    def _write_all(self, library: ReadingList) -> None:
        """Make changes; when there are none, look whether another process made some.

        This thread's library is the one to ask: to it, its own changes are not somebody else's.
        """
        while True:
            with self._turn:
                if not self._writes:
                    self._turn.wait_for(lambda: self._writes or self._closing, LOOK_AROUND)
                    self._turn.wait_for(lambda: self._closing, FRAME if self._writes else 0)
                write = self._writes.popleft() if self._writes else None
            if write:
                self._do(library, *write)
                self._unfinished -= 1
            elif self._closing:
                return
            else:
                self._do(library, _look_around, Failed)

    def _do(self, library: ReadingList, job: Job, otherwise: Otherwise) -> None:
        self._begun[get_ident()] = monotonic()
        try:
            answer = job(library)
        except Exception as error:
            answer = otherwise(explain(error))
        finally:
            del self._begun[get_ident()]
        if answer is not None:
            self._answer(answer)


def _look_around(library: ReadingList) -> Message | None:
    return ChangedElsewhere() if library.changed_elsewhere() else None
