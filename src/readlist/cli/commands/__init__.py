"""One file a command, loaded only when it is called.

Each has ``add_arguments(parser)`` and ``run(arguments) -> int``, the exit code.
The register below is all that `--help` needs.
"""

#: Every command's module in this package, and what it does in one line.
COMMANDS = {
    "import": ("import_", "bring in papers from files, folders or standard input (-)"),
    "imports": ("imports", "what was imported when"),
    "list": ("list_", "papers, all or those a query asks for"),
    "search": ("search", "the papers you mean, however you spell it"),
    "similar": ("search", "the papers most like one"),
    "show": ("show", "one paper, everything known of it and where from"),
    "mark": ("mark", "file papers: inbox, to-read, reading, done, skipped"),
    "star": ("star", "star papers"),
    "unstar": ("star", "take the star from papers"),
    "tag": ("tag", "add and remove tags: tag 3 4 +graphs -todo"),
    "note": ("note", "print, edit, append to or replace a paper's note"),
    "edit": ("edit", "correct a paper: edit 3 title='A better title' year=2024"),
    "undo": ("undo", "take back the last change, an import included"),
    "redo": ("undo", "do again what was undone"),
    "history": ("history", "every change, newest first"),
    "stats": ("stats", "how the library is doing, in numbers"),
    "export": ("export", "write papers and notes as Markdown, BibTeX, CSV, JSONL and more"),
    "sync": ("sync", "keep a folder of Markdown notes and the library equal, both ways"),
    "path": ("path", "where the database and the log are"),
    "demo": ("demo", "a first look, with a throw-away library of invented papers"),
}
