"""What texts look like that are no lists of papers."""

import pytest

from readlist.importing.readers.parts.lines import written_lines
from readlist.importing.something_else import other_kind

TEXTS = {
    "Python source": "import os\n\n\ndef ring(bell):\n    if bell:\n        return bell.sound()\n",
    "C or C++ source": "#include <bell.h>\n\nint ring(struct bell *b)\n{\n    return b->sound;\n}\n",
    "JSON": '{\n  "name": "bells",\n  "private": true,\n  "ropes": [1, 2]\n}\n',
    "a licence": (
        "Permission is granted to anyone to ring this bell.\nThe above copyright notice shall stay.\n"
        "The bell comes without warranty of any kind.\nIn no event is the ringer liable.\n"
    ),
    "a log": "2024-01-03 10:00:01 ringing\n2024-01-03 10:00:02 rung\n2024-01-03 10:00:09 still\n",
    "package metadata": (
        "Metadata-Version: 2.1\nName: bells\nVersion: 1.0\nSummary: Rings.\nLicense: MIT\n"
        "Classifier: Topic :: Bells\nRequires-Dist: ropes\n"
    ),
    "a patch": "diff --git a/b b/b\nindex 123456f..\n--- a/b\n+++ b/b\n@@ -1 +1 @@\n-old\n+new\n",
    "a list of words": "milk\nbread\neggs\nbutter\n",
    "a list of links, without titles: 3": "".join(f"https://example.org/{n}\n" for n in range(3)),
    "an empty file": "\n \n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_named_for_what_it_is(name: str) -> None:
    found = other_kind(list(written_lines(TEXTS[name].split("\n"))))
    assert found.name == name
    assert 0.0 <= found.doubt <= 20.0


def test_nothing_speaks_against_papers_in_a_page_of_them() -> None:
    page = (
        "Bells and the Ropes that Ring Them\nIda Varga, Li Novák\n"
        "Harbour bells are rung by hand in most towns, and nobody has asked the ropes\n"
        "Tides of a Narrow Harbour\nBo Ek\nA narrow harbour has tides of its own making\n"
    )
    assert other_kind(list(written_lines(page.split("\n")))).doubt <= 2.0
