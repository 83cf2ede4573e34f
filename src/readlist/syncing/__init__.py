"""A folder of Markdown notes and the library kept equal, whoever changed what.

``scan`` finds what has changed in the folder, ``plan`` sets it beside the library,
``reconcile`` brings a note and its paper together in the library, and ``apply`` writes the files.
A file is read and rewritten by ``note_file`` and ``front_matter``; ``merge`` brings
two sides' changes together, those that git could not merge among them.
"""
