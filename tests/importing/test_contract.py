"""What every reader that is registered must keep to, whoever wrote it.

Each is tried with broken texts made from a dump of its own: a few of them here, and with
``READLIST_CUTS=10000`` as many as that (``READLIST_SEED`` says which).
"""

import os
import socket

import pytest
from tests.importing.breaking import broken, check_spans
from tests.importing.reading import pieces, read
from tests.importing.samples import ONE_PAPER, READERS, dump

from readlist.errors import SourceError
from readlist.importing.detect import find_format
from readlist.importing.readers import formats, listed

CUTS = int(os.environ.get("READLIST_CUTS", "10"))
SEED = int(os.environ.get("READLIST_SEED", "1"))
FORMATS = {reader.name for reader in formats()}
NAMES = [reader.name for reader in listed()]


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise AssertionError("a reader asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_there_is_a_dump_of_every_format() -> None:
    assert set(NAMES) == set(READERS)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [3, 12])
def test_a_dump_is_known_and_read_whole(name: str, count: int) -> None:
    count = 1 if name in ONE_PAPER else count
    found = read(dump(name, count))
    assert found.format == name
    if name in FORMATS:
        assert len(found.papers) == count
    else:
        assert 0.98 * count <= len(found.papers) <= 1.005 * count


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_says_what_it_is(name: str) -> None:
    reader = find_format(name)
    assert reader.name == reader.name.lower().replace(" ", "-")
    assert 5 < len(reader.title) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_broken_text_is_read_as_far_as_it_goes(name: str) -> None:
    whole = dump(name, 1 if name in ONE_PAPER else 5)
    for text in broken(whole, CUTS, f"{SEED}/{name}"):
        lines = text.split("\n")
        check_spans(lines, pieces(lines, name))


@pytest.mark.parametrize("name", NAMES)
def test_broken_bytes_are_read_or_refused_in_a_line(name: str) -> None:
    whole = dump(name, 1 if name in ONE_PAPER else 5)
    for text in broken(whole, max(5, CUTS // 5), f"{SEED}/bytes/{name}"):
        data = text.encode("utf-8", "surrogatepass")
        assert len(_refusal(data)) <= 160


def _refusal(data: bytes) -> str:
    """Return why a dump is refused, which is said in a line, or nothing when it is read."""
    try:
        read(data)
    except SourceError as error:
        return str(error).replace("\n", "a line end" * 20)
    return ""
