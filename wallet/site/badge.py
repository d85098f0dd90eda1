"""The page of one badge, in the order in which a reader asks: what, from whom, how do I know, what does it say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wallet.credentials.model import Alignment, EndorsementCredential, Evidence
from wallet.language.marks import N_
from wallet.language.tags import same_language
from wallet.portfolio.model import Portfolio
from wallet.site.cards import PAGE_SIZE, picture_view, summary_run, title_view
from wallet.site.checks import check_views
from wallet.site.entries import BadgeEntry
from wallet.site.facts import badge_facts, profile_run
from wallet.site.hosted import is_hosted
from wallet.site.microcredential import descriptors
from wallet.site.names import owner_run
from wallet.site.originals import embedded_view, original_view
from wallet.site.past import past_views
from wallet.site.reader import Reader
from wallet.site.rechecking import recheck_view
from wallet.site.recipient_form import recipient_form
from wallet.site.related import edition_views
from wallet.site.results import result_views
from wallet.site.sharing import badge_share
from wallet.site.states import state_of, with_published_key
from wallet.site.urls import host_of, page_address, web_url
from wallet.site.views import (
    AlignmentView,
    BadgeView,
    ControlView,
    EndorsementView,
    EvidenceView,
    Fact,
    IssuerView,
    NoteView,
    Prose,
)
from wallet.site.words import alignment_type
from wallet.verification.report import Check, Outcome, VerificationReport

__all__ = ["badge_view", "note_view"]


# The report keeps a code for each endorsement but not the facts that its sentence may need.
_ENDORSEMENT_STATES: Mapping[Outcome, str] = {
    Outcome.PASSED: N_("Verified on its own: it was signed by the one who endorses, and it still stands."),
    Outcome.FAILED: N_("This endorsement did not stand its own check. Do not rely on it."),
    Outcome.UNDETERMINED: N_("This endorsement could not be checked."),
    Outcome.NOT_APPLICABLE: N_("This endorsement could not be checked."),
}

_HOSTED_CODE = "endorsement.hosted-verified"
_HOSTED_ENDORSEMENT = N_("Verified on its own: the one who endorses confirms it at their own address.")


def badge_view(
    reader: Reader,
    entry: BadgeEntry,
    portfolio: Portfolio,
    base_url: str,
    *,
    entries: Sequence[BadgeEntry] = (),
    control: ControlView | None = None,
) -> BadgeView:
    """Everything that the page of `entry` shows; `entries` are all badges of the site, which it may belong with."""
    credential, achievement = entry.credential, entry.credential.achievement
    title = title_view(reader, entry)
    note = note_view(reader, entry.notes, "badges", entry.slug)
    criteria = achievement.criteria
    stated, unstated = descriptors(reader, credential, has_note=note is not None)
    return BadgeView(
        slug=entry.slug,
        owner=owner_run(reader, portfolio.owner),
        title=title,
        picture=picture_view(reader, entry, PAGE_SIZE),
        issuer=_issuer(reader, entry, portfolio),
        state=state_of(reader, entry),
        signed=_signed(entry.report),
        hosted=is_hosted(entry),
        description=reader.paragraphs(achievement.description) if achievement.description else (),
        summary=summary_run(reader, entry),
        criteria=reader.prose(criteria.narrative) if criteria and criteria.narrative else None,
        criteria_url=web_url(criteria.id) if criteria else None,
        facts=badge_facts(reader, credential),
        editions=edition_views(reader, entry, entries),
        results=result_views(reader, credential.credential_subject),
        alignments=tuple(_alignment(reader, found) for found in achievement.alignment),
        tags=tuple(reader.run(tag) for tag in achievement.tag),
        own_tags=tuple(reader.run(tag) for tag in entry.choices.tags),
        evidence=tuple(_evidence(reader, found) for found in credential.evidence),
        narrative=_narrative(reader, entry),
        endorsements=tuple(_endorsements(reader, entry)),
        descriptors=stated,
        unstated=unstated,
        note=note,
        checks=check_views(reader, entry.report, hosted=is_hosted(entry)),
        checked=reader.moment(entry.report.checked_at),
        securing=reader.say("the page at the issuer’s address, without a signature")
        if is_hosted(entry)
        else entry.securing,
        original=original_view(reader, entry, base_url),
        embedded=embedded_view(entry),
        share=badge_share(reader, entry, portfolio.languages, base_url),
        checking_address=page_address(reader.language, "checking"),
        badges_address=page_address(reader.language, "badges"),
        control=control,
        recheck=recheck_view(reader, entry),
        recipient=recipient_form(reader, entry),
        past=past_views(reader, entry),
        last_look=reader.date(entry.report.checked_at),
    )


def note_view(reader: Reader, notes: Mapping[str, str], *parts: str) -> NoteView | None:
    """The learner's Markdown in the page's language, else in the first they wrote; None when they wrote nothing.

    Its relative links count from the page at `parts`, on whichever page it is shown.
    """
    seat = page_address(reader.language, *parts)
    written = {tag: text for tag, text in notes.items() if text.strip()}
    for tag, text in written.items():
        if same_language(tag, reader.language):
            return NoteView(body=Prose(source=text, seat=seat))
    for tag, text in written.items():
        return NoteView(
            body=Prose(source=text, language=tag, direction=reader.facing(tag), seat=seat),
            other_language=reader.language_name(tag),
        )
    return None


def _signed(report: VerificationReport) -> bool:
    """Whether what the file says is the issuer's word: not where anybody has the key."""
    if with_published_key(report):
        return False
    return all(report.result(check).outcome is Outcome.PASSED for check in (Check.COVERAGE, Check.PROOF, Check.ISSUER))


def _issuer(reader: Reader, entry: BadgeEntry, portfolio: Portfolio) -> IssuerView:
    issuer = entry.credential.issuer
    known = next((found for found in portfolio.known_issuers if issuer.id is not None and found.id == issuer.id), None)
    return IssuerView(
        name=profile_run(reader, issuer),
        url=web_url(issuer.url) or web_url(issuer.id),
        identifier=_identifier(reader, issuer.id),
        known=known is not None,
        known_as=reader.run(known.name) if known else None,
    )


def _identifier(reader: Reader, value: str | None) -> str | None:
    return None if value is None else reader.run(host_of(value) or value).text


def _alignment(reader: Reader, found: Alignment) -> AlignmentView:
    return AlignmentView(
        name=reader.run(found.target_name),
        url=web_url(found.target_url),
        framework=reader.run(found.target_framework) if found.target_framework else None,
        code=reader.run(found.target_code).text if found.target_code else None,
        kind=alignment_type(reader, found.target_type) if found.target_type else None,
        description=reader.run(found.target_description) if found.target_description else None,
    )


def _evidence(reader: Reader, found: Evidence) -> EvidenceView:
    url = web_url(found.id)
    about = ((reader.say("Genre"), found.genre), (reader.say("Audience"), found.audience))
    return EvidenceView(
        name=reader.run(found.name or (host_of(url) if url else None) or reader.say("Evidence without a name")),
        url=url,
        description=reader.run(found.description) if found.description else None,
        narrative=reader.prose(found.narrative) if found.narrative else None,
        about=tuple(Fact(label=label, values=(reader.run(value),)) for label, value in about if value),
    )


def _narrative(reader: Reader, entry: BadgeEntry) -> Prose | None:
    narrative = entry.credential.credential_subject.narrative
    return reader.prose(narrative) if narrative else None


def _endorsements(reader: Reader, entry: BadgeEntry) -> Iterator[EndorsementView]:
    facts = entry.report.result(Check.ENDORSEMENT).facts.get("endorsements")
    states = facts if isinstance(facts, list) else []
    for index, found in enumerate(entry.credential.endorsement):
        state = states[index] if index < len(states) else None
        yield _endorsement(reader, found, state if isinstance(state, dict) else {})


def _endorsement(reader: Reader, found: EndorsementCredential, state: Mapping[str, object]) -> EndorsementView:
    outcome = Outcome(str(state.get("outcome", Outcome.UNDETERMINED)))
    comment = found.endorsement_comment
    return EndorsementView(
        issuer=profile_run(reader, found.issuer),
        url=web_url(found.issuer.url) or web_url(found.issuer.id),
        identifier=_identifier(reader, found.issuer.id),
        comment=reader.prose(comment) if comment else None,
        date=reader.date(found.valid_from) if found.valid_from else None,
        outcome=outcome.value,
        found=reader.say(_HOSTED_ENDORSEMENT if state.get("code") == _HOSTED_CODE else _ENDORSEMENT_STATES[outcome]),
    )
