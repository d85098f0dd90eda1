"""What several pages say of one badge is made once, and never for another badge."""

from dataclasses import replace

from tests.site.sample import sample_badges
from wallet.language.catalogs import load_catalog
from wallet.site.entries import BadgeEntry
from wallet.site.once import once
from wallet.site.reader import Reader


def test_it_is_made_once_for_a_badge_and_a_language() -> None:
    made = []

    @once
    def named(reader: Reader, badge: BadgeEntry) -> str:
        made.append(badge.slug)
        return f"{reader.language} {badge.slug}"

    reader, other = Reader(catalog=load_catalog("en")), Reader(catalog=load_catalog("ja"))
    badge = sample_badges()[0]
    assert [named(reader, badge), named(reader, badge), named(other, badge)] == [
        f"en {badge.slug}",
        f"en {badge.slug}",
        f"ja {badge.slug}",
    ]
    assert len(made) == 2


def test_another_badge_of_the_same_slug_is_another_badge() -> None:
    @once
    def tags(_reader: Reader, badge: BadgeEntry) -> tuple[str, ...]:
        return badge.choices.tags

    reader, badge = Reader(catalog=load_catalog("en")), sample_badges()[0]
    changed = replace(badge, choices=replace(badge.choices, tags=("new",)))
    assert (tags(reader, badge), tags(reader, changed)) == (badge.choices.tags, ("new",))
