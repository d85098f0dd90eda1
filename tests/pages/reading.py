"""Reading the YAML files that GitHub reads, and the little of its expressions that they use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

__all__ = ["evaluated", "filled", "read_yaml"]

_EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")
_EQUAL = re.compile(r"(.+?)\s*==\s*'([^']*)'")


def read_yaml(file: Path) -> Any:
    """The file as plain values; raises where it is no YAML or a key stands twice."""
    return YAML(typ="safe", pure=True).load(file.read_text("utf-8"))


def filled(text: str, context: Mapping[str, Any]) -> str:
    """The text with the value of every expression in it."""
    return _EXPRESSION.sub(lambda found: _named(found[1], context), text)


def evaluated(condition: str, context: Mapping[str, Any]) -> bool:
    """Whether `NAME == 'value'` holds; raises for a condition of another form."""
    found = _EQUAL.fullmatch(condition)
    assert found is not None, condition
    return _named(found[1], context) == found[2]


def _named(name: str, context: Mapping[str, Any]) -> str:
    value: Any = context
    for part in name.split("."):
        value = value.get(part, "") if isinstance(value, Mapping) else ""
    return str(value).lower() if isinstance(value, bool) else str(value)
