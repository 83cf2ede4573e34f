"""The command line: one face over :class:`readlist.reading_list.ReadingList`."""
