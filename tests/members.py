"""Members whose names cannot be written as keyword arguments."""

from __future__ import annotations

from typing import Any

__all__ = ["member"]


def member(name: str, value: Any) -> dict[str, Any]:
    """One member, to be unpacked into a call."""
    return {name: value}
