"""The screens: the main one, and those that open over it to ask for something."""
