"""The parts of the main screen. They show what they are given and know neither desk nor library."""
