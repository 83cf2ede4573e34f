"""The terminal interface: a face over :class:`~readlist.reading_list.ReadingList`."""
