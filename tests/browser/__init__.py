"""The built demo portfolio in a real browser."""
