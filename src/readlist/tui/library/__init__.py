"""What the interface knows of the library, without widgets: it can be tested without a terminal."""
