"""The private wallet on disk, and evidence as it is kept beside a badge."""
