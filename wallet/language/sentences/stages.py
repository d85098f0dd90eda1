"""What publishing reveals or refuses, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "build.example-address": N_(
        "content/portfolio.toml: the address is still the example. Write your own before you publish the site."
    ),
    "build.no-name": N_("content/portfolio.toml: there is no name yet. Write your own under [owner]."),
    "publish.several-in-one-file": N_(
        "The file holds {count} credentials and cannot be published: it would reveal all of them. Ask the issuer "
        "for each badge as its own file."
    ),
    "publish.not-supported": N_(
        "This kind of badge ({specification}) cannot be published yet. It stays in your wallet."
    ),
    "publish.endorsement-alone": N_(
        "“{name}” is an endorsement on its own. It is issued to nobody, and there is no page for it. It stays in "
        "your wallet."
    ),
    "publish.has-another-slug": N_(
        "“{name}” is published already, as {slug}, and would stand on your page twice. To change its address, take it "
        "out first: wallet unpublish {slug}"
    ),
    "credential.status-list": N_(
        "{file} is a list on which an issuer marks withdrawn badges, and is no badge itself. Choose a badge that the "
        "issuer gave you."
    ),
    "publish.invalid": N_(
        "“{name}” does not stand up to verification and is not published. See why with: wallet show {handle}"
    ),
    "publish.slug-taken": N_("Another published badge has the name “{slug}”. Choose another with --as."),
    "disclosure.credential-name": N_("It contains the name “{name}”, which may be yours."),
    "disclosure.email-plain": N_("It contains your e-mail address in plain text: {value}."),
    "disclosure.email-salted": N_(
        "It contains a hash of your e-mail address with a salt. Whoever knows or guesses the address can confirm that "
        "the badge is yours."
    ),
    "disclosure.email-unsalted": N_(
        "It contains a hash of your e-mail address without a salt. The address can be found by trying lists of "
        "addresses."
    ),
    "disclosure.name-plain": N_("It contains a name in plain text: {value}."),
    "disclosure.name-salted": N_(
        "It contains a hash of your name with a salt. Whoever knows or guesses the name can confirm that the badge is "
        "yours."
    ),
    "disclosure.name-unsalted": N_(
        "It contains a hash of your name without a salt. The name can be found by trying lists of names."
    ),
    "disclosure.identity-plain": N_("It names you in plain text: {value} ({type})."),
    "disclosure.identity-salted": N_(
        "It contains a hash of an identifier of yours ({type}) with a salt. Whoever knows or guesses the identifier "
        "can confirm that the badge is yours."
    ),
    "disclosure.identity-unsalted": N_(
        "It contains a hash of an identifier of yours ({type}) without a salt. It can be found by trying likely values."
    ),
    "disclosure.subject-id": N_(
        "It names you by the identifier {id}, by which your badges can be linked to one another."
    ),
    "disclosure.address-in-text": N_("It contains the e-mail address {address}."),
    "disclosure.license-number": N_("It contains the registration number {number}."),
    "disclosure.results": N_("It contains your results or grades ({count})."),
    "disclosure.evidence": N_("It links to evidence of your work ({count})."),
    "disclosure.nothing-found": N_(
        "Nothing in it was recognised as personal. Look at the file yourself if you are not sure."
    ),
}
