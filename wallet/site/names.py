"""The learner's name, as the learner stated it: never derived, split or turned round."""

from __future__ import annotations

from wallet.language.tags import same_language
from wallet.portfolio.model import OwnerName
from wallet.site.reader import Reader
from wallet.site.views import NameView, Run

__all__ = ["name_view", "owner_run"]


def owner_run(reader: Reader, owner: OwnerName) -> Run:
    """The name in one line: the native form on a page in Japanese, the Latin form on any other."""
    native = " ".join(part for part in (owner.family, owner.given) if part)
    if not native and not owner.latin:
        return reader.run(reader.say("Badge portfolio"))
    if same_language(reader.language, "ja"):
        return reader.own(native, "ja") if native else Run(text=owner.latin or "", language="ja-Latn")
    return Run(text=owner.latin, language="ja-Latn" if native else None) if owner.latin else reader.run(native)


def name_view(reader: Reader, owner: OwnerName) -> NameView:
    """The name for the top of the home page, with readings in Japanese and the other script's form beside it."""
    main = owner_run(reader, owner)
    native = " ".join(part for part in (owner.family, owner.given) if part)
    if main.text == native:
        parts = tuple(
            (part, reading)
            for part, reading in ((owner.family, owner.family_reading), (owner.given, owner.given_reading))
            if part
        )
        other = Run(text=owner.latin, language="ja-Latn") if owner.latin else None
        return NameView(parts=parts, language=main.language, other=other)
    return NameView(
        parts=((main.text, None),), language=main.language, other=reader.own(native, "ja") if native else None
    )
