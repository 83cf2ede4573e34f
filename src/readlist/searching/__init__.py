"""From what a person types to the papers they mean."""
