"""The signed file beside its page: where it is published, how to check it elsewhere, and its text inside the page."""

from __future__ import annotations

from wallet.site.cards import image_address
from wallet.site.elsewhere import is_understood_elsewhere
from wallet.site.entries import BadgeEntry, Original
from wallet.site.hosted import is_hosted
from wallet.site.model import SiteFile
from wallet.site.reader import Reader
from wallet.site.rechecking import recheck_files
from wallet.site.renditions import rendition_address
from wallet.site.sharing import verifier_links
from wallet.site.urls import absolute, badge_address, file_of, web_url
from wallet.site.views import EmbeddedView, LinkView, OriginalView, Run

__all__ = ["badge_files", "embedded_view", "original_view", "published_file", "size_text"]

# A page stays readable on a slow connection; a longer credential is linked and not embedded.
LONGEST_EMBEDDED = 48_000

JSON_TYPE = "application/vc+ld+json"
JWS_TYPE = "application/vc+jwt"
LINKED_DATA_TYPE = "application/ld+json"
PLAIN_JWS_TYPE = "application/jose"
LINK_TYPE = "text/plain"

_CREDENTIALS = ("OB 3.0", "CLR 2.0")
"""What is a Verifiable Credential, and can be given to verifiers of those."""


def _text_file(original: Original) -> tuple[str, str]:
    """The name of the published file that holds the signed text, and its text."""
    if original.text is not None:
        return ("credential.json" if _is_json(original.text) else "credential.txt"), original.text
    return original.file_name, original.content.decode("utf-8-sig", "replace")


def _is_json(text: str) -> bool:
    return text.lstrip().startswith("{")


def badge_files(entry: BadgeEntry) -> tuple[SiteFile, ...]:
    """The original byte for byte, the signed text of a picture, and the badge's picture with its smaller copies; and
    what is needed to check the badge again."""
    original = entry.original
    contents = {badge_address(entry.slug, original.file_name): original.content}
    if original.text is not None:
        contents[badge_address(entry.slug, _text_file(original)[0])] = original.text.encode()
    if entry.image is not None:
        contents.setdefault(image_address(entry, entry.image), entry.image.content)
        contents.update((rendition_address(entry.slug, one), one.content) for one in entry.image.renditions)
    name, text = _text_file(original)
    contents.update(recheck_files(entry, name, original.content if original.text is None else text.encode()))
    return tuple(
        SiteFile(path=file_of(address), content=content, badge=entry.slug) for address, content in contents.items()
    )


def published_file(entry: BadgeEntry) -> tuple[str, str]:
    """The address of the original, and the media type by which a program knows what it is."""
    address, embedded = badge_address(entry.slug, entry.original.file_name), embedded_view(entry)
    return address, embedded.media_type if embedded.address == address else entry.original.media_type


def original_view(reader: Reader, entry: BadgeEntry, base_url: str) -> OriginalView:
    """The original, its fingerprint, and the ways to check it without this page."""
    original = entry.original
    address = badge_address(entry.slug, original.file_name)
    name, text = _text_file(original)
    text_address = badge_address(entry.slug, name)
    return OriginalView(
        address=address,
        url=absolute(base_url, address),
        file_name=original.file_name,
        size=size_text(reader, len(original.content)),
        digest=original.digest,
        command=f"wallet verify {absolute(base_url, address)}",
        text_address=text_address if text_address != address else None,
        verifiers=_verifiers(reader, entry, absolute(base_url, text_address) if _is_json(text) else None),
    )


def _verifiers(reader: Reader, entry: BadgeEntry, credential_url: str | None) -> tuple[LinkView, ...]:
    """Who else can be asked: verifiers of others, or for a hosted badge the page that alone confirms it."""
    if is_hosted(entry):
        address = web_url(entry.credential.id)
        label = Run(text=reader.say("The badge’s own address"))
        return (LinkView(url=address, label=label),) if address else ()
    is_understood = is_understood_elsewhere(entry.credential, entry.securing)
    return verifier_links(reader, credential_url if is_understood else None)


def size_text(reader: Reader, count: int) -> str:
    """The size of a file as it is read."""
    if count < 1000:
        return reader.say("{number} bytes", number=reader.number(count))
    return reader.say("{number} kB", number=reader.number(round(count / 1000, 1)))


def embedded_view(entry: BadgeEntry) -> EmbeddedView:
    """The signed text for the page itself; the file beside it remains the authority.

    A hosted badge is not repeated in the page: only the issuer's page speaks for it.
    """
    name, text = _text_file(entry.original)
    short = len(text) <= LONGEST_EMBEDDED and not is_hosted(entry)
    return EmbeddedView(
        media_type=_media_type(entry, text),
        text=text if short else None,
        address=badge_address(entry.slug, name),
    )


def _media_type(entry: BadgeEntry, text: str) -> str:
    is_credential = entry.credential.specification in _CREDENTIALS
    if _is_json(text):
        return JSON_TYPE if is_credential else LINKED_DATA_TYPE
    if is_hosted(entry):
        return LINK_TYPE
    return JWS_TYPE if is_credential else PLAIN_JWS_TYPE
