"""Whom a badge was issued to, in words: what the file says, without repeating an e-mail address, a hash or a number."""

from __future__ import annotations

from wallet.credentials.model import AchievementSubject, IdentityObject
from wallet.site.reader import Reader
from wallet.site.views import Run
from wallet.site.words import identity_type

__all__ = ["recipient_runs"]


def recipient_runs(reader: Reader, subject: AchievementSubject) -> tuple[Run, ...]:
    """One statement for the subject's id and one for each identifier; one that says so when there is neither."""
    runs = tuple(_identity(reader, identity) for identity in subject.identifier)
    if subject.id is not None:
        runs = (_subject_id(reader, subject.id), *runs)
    return runs or (Run(text=reader.say("The file does not say whom it was issued to.")),)


def _subject_id(reader: Reader, value: str) -> Run:
    if "@" in value:
        return Run(text=reader.say("Named by an e-mail address, which is not repeated here."))
    if value.startswith("did:"):
        return Run(text=reader.say("Named by the decentralized identifier {id}", id=reader.run(value).text))
    return Run(text=reader.say("Named by the identifier {id}", id=reader.run(value).text))


def _identity(reader: Reader, identity: IdentityObject) -> Run:
    kind = identity_type(reader, identity.identity_type)
    if identity.hashed and identity.salt:
        text = reader.say("Named by a salted hash of {kind}.", kind=kind)
    elif identity.hashed:
        text = reader.say("Named by a hash of {kind} without a salt.", kind=kind)
    elif identity.identity_type == "name" and "@" not in identity.identity_hash:
        text = reader.say("Named as “{name}”", name=reader.run(identity.identity_hash).text)
    else:
        text = reader.say("Named by {kind}, which is not repeated here.", kind=kind)
    return Run(text=text)
