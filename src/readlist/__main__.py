"""``python -m readlist``."""

from readlist.cli.main import entry

if __name__ == "__main__":
    entry()
