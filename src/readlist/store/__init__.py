"""The only rooms that speak SQL: one SQLite file, opened, migrated, read and changed."""
