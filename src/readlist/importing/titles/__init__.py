"""A title for a paper that has none, derived from its abstract."""

from readlist.importing.titles.derive import derive_title

__all__ = ["derive_title"]
