"""Which identifiers and language tags RDF can hold, and how one is known that had no scheme of its own."""

from __future__ import annotations

import re

__all__ = ["IRI", "LANGUAGE_TAG", "PLAIN_IRI", "RELATIVE_SCHEME"]

RELATIVE_SCHEME = "x-relative:"
"""Everything that had no scheme of its own ends up with this one."""

IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*")
"""An absolute IRI, as loosely as processors take it."""

PLAIN_IRI = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20<>"{}|\\^`]*""")
"""An absolute IRI without a character that some reader could take for something else (RFC 3987)."""

LANGUAGE_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
"""The form of a BCP 47 tag."""
