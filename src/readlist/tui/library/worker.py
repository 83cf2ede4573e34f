"""The library behind the screen: one connection to read on, one thread that writes.

What takes less than a frame the screen reads itself, on a connection of its own:
readers never wait in SQLite's write-ahead mode. What may take longer runs in a
thread, on one of a few idle connections. Changes go to a single writer thread,
because another program may hold the lock.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import TypeVar

from readlist.failures import explain
from readlist.reading_list import ReadingList

Result = TypeVar("Result")

#: A change being made: a function of the library.
Job = Callable[[ReadingList], Result]

#: Runs a function on the screen's thread. It may be called from any thread.
Deliver = Callable[..., object]

#: Seconds that a change waits so that the screen is drawn first: Python runs one thread at a time.
_FRAME = 0.012

#: How often, in seconds, the library is asked whether another program changed it.
_POLL = 0.5


class LibraryWorker:
    """Reads and writes one library for the screen.

    ``deliver`` runs a function on the screen's thread; it must not be that of a
    node which itself waits for the library.
    """

    def __init__(self, path: Path, deliver: Deliver) -> None:
        self.path = path
        self.reader = ReadingList.open(path)
        #: How many changes are still to be made, or made and not told to the screen.
        self.unfinished = 0
        self._deliver = deliver
        self._idle: list[ReadingList] = []
        self._jobs: SimpleQueue[Callable[[ReadingList], None]] = SimpleQueue()
        self._all_written = asyncio.Event()
        self._all_written.set()
        self._write_began = 0.0
        self._running: dict[object, float] = {}
        self._closing = Event()
        self._writer = Thread()

    def start(self, changed: Callable[[], object], failed: Callable[[str], object]) -> None:
        """Begin writing. When another program changes the library ``changed`` is called.

        ``failed`` is called with the reason when that cannot be found out.
        """
        self._writer = Thread(
            target=self._write_all, args=(changed, failed), name="readlist-writer", daemon=True
        )
        self._writer.start()

    @contextmanager
    def idle_reader(self) -> Iterator[ReadingList]:
        """Lend a connection to a job in another thread."""
        try:
            library = self._idle.pop()
        except IndexError:
            library = ReadingList.open(self.path, any_thread=True)
        try:
            yield library
        finally:
            self._idle.append(library)

    async def read(self, job: Job[Result]) -> Result:
        """Run ``job`` in a thread and return its result; raises what it raises.

        When the worker that waits for it is cancelled, SQLite stops looking.
        """
        lent: list[ReadingList] = []
        try:
            return await asyncio.to_thread(self._read, job, lent)
        except asyncio.CancelledError:
            for library in lent:
                library.interrupt()
            raise

    def _read(self, job: Job[Result], lent: list[ReadingList]) -> Result:
        with self.idle_reader() as library, self._timed():
            lent.append(library)
            try:
                return job(library)
            finally:
                lent.clear()

    def write(
        self, job: Job[Result], done: Callable[[Result], object], failed: Callable[[str], object]
    ) -> None:
        """Make a change after all those asked for before.

        On the screen's thread ``done`` is called with the result, or ``failed``
        with the reason why the change could not be made.
        """
        self.unfinished += 1
        self._all_written.clear()

        def run(library: ReadingList) -> None:
            self._write_began = monotonic()
            try:
                with self._timed():
                    result = job(library)
            except Exception as error:
                self._deliver(self._finish, failed, explain(error))
            else:
                self._deliver(self._finish, done, result)
            self._write_began = 0.0

        self._jobs.put(run)

    async def written(self, seconds: float = 2) -> bool:
        """Wait until the screen knows of every change asked for; return whether it does.

        An action that needs what was asked for before, such as an undo, waits here. It takes
        milliseconds; it is given up after ``seconds``, as another program may hold the lock, and
        at once if the change being made has taken longer already.
        """
        if self._write_began and monotonic() - self._write_began > seconds:
            return False  # such as an import
        with suppress(TimeoutError):
            await asyncio.wait_for(self._all_written.wait(), seconds)
        return not self.unfinished

    @property
    def delay(self) -> float:
        """For how many seconds the oldest job that is running has been running."""
        now = monotonic()
        return now - min(self._running.copy().values(), default=now)

    def stop(self) -> None:
        """End the writer once the changes asked for by now are made."""
        self._closing.set()
        if self._writer.is_alive():
            self._jobs.put(lambda _library: None)

    def close(self, seconds: float) -> bool:
        """Make the changes asked for and stop; return whether ``seconds`` were enough."""
        self.stop()
        if self._writer.is_alive():
            self._writer.join(seconds)
        if self._writer.is_alive():
            return False
        if not self._jobs.empty():  # asked for when the writer had ended
            with ReadingList.open(self.path) as library:
                while not self._jobs.empty():
                    self._jobs.get()(library)
        self.reader.close()
        return True

    def _finish(self, tell: Callable[[Result], object], result: Result) -> None:
        self.unfinished -= 1
        tell(result)
        if not self.unfinished:
            self._all_written.set()

    def _write_all(self, changed: Callable[[], object], failed: Callable[[str], object]) -> None:
        """Make changes as they come; when none come, look for those of other programs."""
        with ReadingList.open(self.path) as library:
            while not (self._closing.is_set() and self._jobs.empty()):
                try:
                    job = self._jobs.get(timeout=_POLL)
                except Empty:
                    try:
                        # to this connection its own changes are not somebody else's
                        if library.changed_elsewhere():
                            self._deliver(changed)
                    except Exception as error:
                        self._deliver(failed, explain(error))
                else:
                    self._closing.wait(_FRAME if self._jobs.empty() else 0)
                    job(library)

    @contextmanager
    def _timed(self) -> Iterator[None]:
        self._running[job := object()] = monotonic()
        try:
            yield
        finally:
            del self._running[job]
