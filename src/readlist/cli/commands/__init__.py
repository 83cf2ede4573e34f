"""One file a command, loaded only when it is called.

Each has ``add_arguments(parser)`` and ``run(arguments) -> int``, the exit code.
The table below is all that `--help` needs.
"""

#: The module of each command in this package, and what the command does, in one line.
COMMANDS = {
    "import": ("import_", "import papers from files, folders or standard input (-)"),
    "imports": ("imports", "list what was imported, and when"),
    "list": ("list_", "list papers: all of them, or those that match a query"),
    "search": ("search", "find the papers you mean, even with typos"),
    "similar": ("search", "find the papers most similar to one"),
    "show": ("show", "show everything known about a paper, and where it came from"),
    "mark": ("mark", "set the status of papers: inbox, to-read, reading, done, skipped"),
    "star": ("star", "star papers"),
    "unstar": ("star", "remove the star from papers"),
    "tag": ("tag", "add and remove tags: tag 3 4 +graphs -todo"),
    "note": ("note", "print, edit, append to or replace the note on a paper"),
    "edit": ("edit", "correct a paper: edit 3 title='A better title' year=2024"),
    "undo": ("undo", "undo the last change, imports included"),
    "redo": ("undo", "redo what was undone last"),
    "history": ("history", "list every change, newest first"),
    "stats": ("stats", "show statistics of the library"),
    "export": ("export", "export papers and notes as Markdown, BibTeX, CSV, JSONL and more"),
    "sync": ("sync", "keep a folder of Markdown notes and the library in sync, both ways"),
    "path": ("path", "show where the database, the settings and the log are"),
    "demo": ("demo", "try readlist with a temporary library of invented papers"),
}
