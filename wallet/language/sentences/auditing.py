"""What was found of a page that shows a badge, and of a site that is checked from outside, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "page.too-large": N_("{file} is a web page of more than {limit} MB. Give the address of the badge file itself."),
    "page.empty": N_("{file} is a web page without any content. Check the address."),
    "page.no-badge": N_(
        "{url} is a web page that offers no badge for checking. Give the address of the badge’s own page, or of its "
        "file."
    ),
    "page.badge-elsewhere": N_(
        "{url} offers a badge only at another server ({other}), which was not asked: a page must not send you to "
        "servers that you did not name. If you trust that address, check it by itself."
    ),
    "audit.no-site": N_(
        "{url} is no site that can be checked as a whole: neither index.json nor sitemap.xml names its pages. To check "
        "one badge, run: wallet verify PAGE"
    ),
    "audit.no-index": N_("{file} is no index of badges."),
    "audit.no-badges": N_("{url} shows no badge that could be checked. Check the address."),
    "audit.no-base": N_("{file} does not say at which address it is published. Give the address with --base-url."),
    "audit.name-differs": N_("{page} calls the badge “{shown}”; its issuer named it “{signed}”."),
    "audit.title-differs": N_(
        "{page} has the heading “{shown}” and another title, “{title}”: one of them was changed."
    ),
    "audit.issuer-differs": N_("{page} names “{shown}” as the issuer; the badge names “{signed}”."),
    "audit.issued-differs": N_("{page} says “{shown}” for the day of issue; the badge says {signed}."),
    "audit.valid-from-differs": N_("{page} says “{shown}” for the beginning of validity; the badge says {signed}."),
    "audit.valid-until-differs": N_("{page} says “{shown}” for the end of validity; the badge says {signed}."),
    "audit.date-not-understood": N_(
        "{page} writes a date as “{shown}”, which could not be compared in words; the badge says {signed}."
    ),
    "audit.recipient-differs": N_("{page} says of the recipient “{shown}”; from the badge follows “{signed}”."),
    "audit.state-differs": N_("{page} shows the state “{shown_verdict}”; checked now, the badge is: {found_verdict}."),
    "audit.state-contradicts": N_("{page} shows the state “{shown}” in words, but is marked as {state}."),
    "audit.state-not-understood": N_("{page} shows “{shown}” where the state of the badge belongs."),
    "audit.published-key-hidden": N_(
        "{page} shows the state “{shown}” and leaves out that the badge is signed with a key published for tests."
    ),
    "audit.not-marked": N_("{page} does not mark its statement “{claim}”, so that it could not be compared."),
    "audit.nothing-marked": N_(
        "{page} is headed “{shown}” and nowhere named like the badge that it offers, “{signed}”. What else it says "
        "could not be compared."
    ),
    "audit.file-absent": N_("{page}: the badge’s file is not there."),
    "audit.file-not-read": N_("{page}: the badge’s file could not be fetched."),
    "audit.file-no-badge": N_("{page}: the file holds no badge that can be read."),
    "audit.badge-invalid": N_("{page}: the badge does not stand up to verification."),
    "audit.badge-not-checked": N_("{page}: the result of the check is: {found_verdict}."),
    "audit.other-file": N_("{page} links to another file as the original than {file}, which the index lists."),
    "audit.digest-differs": N_("{page} gives another SHA-256 than that of the file {file}: one of them was changed."),
    "audit.text-differs": N_("{page} offers another badge as text than the one in the file {file}."),
    "audit.index-not-understood": N_("{page} is no index of badges that can be read."),
    "audit.index-elsewhere": N_("{page} lists {url}, which lies outside the site and was not looked at."),
    "audit.not-in-index": N_("{page} shows the badge in {file}, which the index does not list."),
    "audit.page-absent": N_("{page} is named by the site’s own lists and is not there."),
    "audit.page-not-read": N_("{page} could not be read as a page."),
    "audit.link-broken": N_("{page} links to {url}, which is not there."),
    "audit.link-not-followed": N_("{page} links to {url}, which could not be fetched."),
    "audit.too-many-addresses": N_("{page} has more than {limit} addresses; the others were not looked at."),
}
