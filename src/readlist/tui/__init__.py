"""The terminal interface: a face over :class:`~readlist.reading_list.ReadingList`."""

import os

# Textual draws no sooner than a frame after it drew last. What a key leads to comes right after
# its letter was drawn: at the usual 60 frames a second it would wait up to 17 ms for its turn.
os.environ.setdefault("TEXTUAL_FPS", "400")
