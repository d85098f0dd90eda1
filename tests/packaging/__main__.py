"""``python -m tests.packaging DIR``: build wheel and sdist twice, compare them, and leave them in DIR."""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path

from tests.packaging.releases import build, copy_tree


def main(place: Path) -> int:
    """0 when both builds gave the same bytes; prints the digest of each file."""
    with tempfile.TemporaryDirectory() as folder:
        trees = [copy_tree(Path(folder) / name) for name in ("first", "second")]
        first = build(trees[0], place, "wheel", "sdist")
        second = build(trees[1], Path(folder) / "again", "wheel", "sdist")
    for name, content in second.items():
        print(hashlib.sha256(content).hexdigest(), name, "" if content == first[name] else "DIFFERS")  # noqa: T201
    return 0 if all(first[name] == content for name, content in second.items()) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
