"""Text out: papers as documents in the formats other programs read.

``writers`` holds one file per format, pure functions from papers to text;
``export`` puts that text into folders, files and streams without ever losing
what somebody else wrote there.
"""
