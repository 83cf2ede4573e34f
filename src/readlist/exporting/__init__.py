"""Text out: papers as documents in the formats other programs read."""
