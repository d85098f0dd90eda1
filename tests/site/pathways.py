"""A pathway that tests vary."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.portfolio.model import Pathway, Requirement

__all__ = ["pathway", "requirement"]


def requirement(title: str, *badges: str, credits: float | None = None, needed: int | None = None) -> Requirement:
    """A requirement that asks for one badge unless it says otherwise."""
    default = 1 if credits is None else None
    return Requirement(
        title={"en": title, "ja": f"要件{title}"}, badges=badges, credits=credits, needed=needed or default
    )


def pathway(
    *requirements: Requirement,
    slug: str = "diploma",
    credits: float | None = None,
    words: Mapping[str, str] | None = None,
    title: str = "Diploma",
) -> Pathway:
    """A pathway of these requirements."""
    return Pathway(
        slug=slug,
        title={"en": title, "ja": "修了証"},
        summary={"en": "A year of evenings."},
        institution={"ja": "土佐海浜大学"},
        url="https://tosa-kaihin.example/diploma",
        credits=credits,
        requirements=requirements,
        words=words or {},
    )
