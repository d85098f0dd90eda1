"""The checks, in the order of the specification, and what a report of them amounts to."""
