"""When two JSON values are one and the same to a schema (JSON Schema draft 2020-12, core, section 4.2.2)."""

from __future__ import annotations

from typing import Any

__all__ = ["comparable"]


def comparable(value: Any) -> Any:
    """The value in the form in which equal ones look alike: 1.0 is the number 1."""
    if isinstance(value, dict):
        return {name: comparable(part) for name, part in value.items()}
    if isinstance(value, list):
        return [comparable(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
