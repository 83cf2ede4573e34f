"""The readers: one file for each shape of dump, and their register.

A new shape is one new file here that holds a `READER` (see
:class:`~readlist.importing.readers.reader.Reader`), and one line in ``READERS``.
"""

from readlist.importing.readers import abstracts, arxiv_mailing, author_lines, papers_page
from readlist.importing.readers.reader import Reader

READERS: tuple[Reader, ...] = (
    abstracts.READER,
    papers_page.READER,
    author_lines.READER,
    arxiv_mailing.READER,
)
