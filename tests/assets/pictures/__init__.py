"""The pictures of the demo badges: one family of shapes and colours for each issuer."""
