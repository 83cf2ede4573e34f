"""A folder of Markdown notes and the library kept equal, whoever changed what.

``folder`` finds the notes, ``document`` and what it stands on read one and write
it anew without touching what is a person's own, ``three_way`` merges what file
and library say, ``meeting`` and ``run`` do it for a paper and for the folder.
"""
