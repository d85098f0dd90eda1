"""The learner's name, as the learner stated it: never derived, split or turned round."""

from __future__ import annotations

from dataclasses import replace

from wallet.language.controls import visible
from wallet.language.tags import same_language
from wallet.portfolio.model import OwnerName
from wallet.site.reader import Reader
from wallet.site.views import NameView, Run

__all__ = ["is_named", "name_view", "owner_run"]


def owner_run(reader: Reader, owner: OwnerName) -> Run:
    """The name in one line: the form for the page's language, the native one on a page in that, else the Latin one."""
    native = _native(owner)
    form = next((form for tag, form in owner.forms.items() if same_language(tag, reader.language)), None)
    if form:
        return reader.own(form, reader.language)
    if not native and not owner.latin:
        return reader.run(reader.say("Badge portfolio"))
    if same_language(reader.language, owner.language):
        return reader.own(native, owner.language) if native else _latin(owner)
    if not owner.latin:
        return reader.run(native)
    return _latin(owner) if native else replace(_latin(owner), language=None)


def name_view(reader: Reader, owner: OwnerName) -> NameView:
    """The name for the top of the home page, with readings in Japanese and the other script's form beside it."""
    main, native = owner_run(reader, owner), _native(owner)
    if main.text == native:
        parts = tuple(
            (visible(part), visible(reading) if reading else reading)
            for part, reading in ((owner.family, owner.family_reading), (owner.given, owner.given_reading))
            if part
        )
        other = _latin(owner) if owner.latin else None
        return NameView(parts=parts, language=main.language, other=other)
    other = reader.own(native, owner.language) if native else None
    return NameView(parts=((main.text, None),), language=main.language, other=other)


def is_named(reader: Reader, owner: OwnerName) -> bool:
    """Whether the learner stated a name that this reader's pages show."""
    forms = any(form and same_language(tag, reader.language) for tag, form in owner.forms.items())
    return forms or bool(_native(owner) or owner.latin)


def _native(owner: OwnerName) -> str:
    return visible(" ".join(part for part in (owner.family, owner.given) if part))


def _latin(owner: OwnerName) -> Run:
    return Run(text=visible(owner.latin or ""), language=f"{owner.language.split('-')[0]}-Latn")
