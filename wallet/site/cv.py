"""The CV: who this is, and the badges that an employer may rely on, as is the custom where the page's language is."""

from __future__ import annotations

from collections.abc import Sequence

from wallet.language.conventions import cv_layout, is_katakana
from wallet.portfolio.model import OwnerName
from wallet.site.badge import note_view
from wallet.site.cv_rows import cv_rows, is_genuine
from wallet.site.entries import BadgeEntry, SiteInput
from wallet.site.home import headline_run, last_checked, link_views
from wallet.site.machine_links import resume_address
from wallet.site.names import name_view
from wallet.site.qr_codes import qr_view
from wallet.site.reader import Reader
from wallet.site.skills import is_verified, skills_view, top_skills
from wallet.site.urls import absolute, page_address
from wallet.site.views import CvView, Fact

__all__ = ["chosen_for_cv", "cv_address", "cv_qr_address", "cv_view"]


def cv_address(language: str) -> str:
    """The address of the CV's page."""
    return page_address(language, "cv")


def cv_qr_address(language: str) -> str:
    """Where the QR code of the home page is published, beside the CV."""
    return f"{cv_address(language)}qr.svg"


def cv_view(reader: Reader, site_input: SiteInput) -> CvView:
    """Everything that the CV shows, on paper and in its files."""
    portfolio, entries, language = site_input.portfolio, site_input.badges, reader.language
    genuine = tuple(entry for entry in entries if is_genuine(entry))
    chosen = chosen_for_cv(entries)
    skills = top_skills(skills_view(reader, tuple(entry for entry in chosen if is_verified(entry))))
    layout, file = cv_layout(language), cv_address(language).rstrip("/")
    return CvView(
        layout=layout,
        name=name_view(reader, portfolio.owner),
        reading=_reading(reader, portfolio.owner),
        headline=headline_run(reader, portfolio),
        introduction=note_view(reader, portfolio.profile),
        rows=cv_rows(reader, chosen, site_input.base_url, newest_first=layout != "form"),
        not_genuine=len(entries) - len(genuine),
        not_chosen=len(genuine) - len(chosen),
        skills=tuple(skill.name for skill in skills),
        links=link_views(reader, portfolio),
        last_checked=last_checked(reader, chosen),
        qr=qr_view(reader, cv_qr_address(language), absolute(site_input.base_url, page_address(language))),
        text_address=f"{file}.txt",
        csv_address=f"{file}.csv",
        resume_address=resume_address(language),
        badges_address=page_address(language, "badges"),
        checking_address=page_address(language, "checking"),
    )


def chosen_for_cv(entries: Sequence[BadgeEntry]) -> tuple[BadgeEntry, ...]:
    """The badges that an employer may rely on and that the learner did not leave out."""
    return tuple(entry for entry in entries if entry.choices.cv and is_genuine(entry))


def _reading(reader: Reader, owner: OwnerName) -> Fact | None:
    reading = " ".join(part for part in (owner.family_reading, owner.given_reading) if part)
    if not reading:
        return None
    label = reader.say("Reading in katakana") if is_katakana(reading) else reader.say("Reading")
    return Fact(label=label, values=(reader.own(reading, owner.language),))
