"""What the interface knows and does about the library. No widgets: it needs no terminal."""
