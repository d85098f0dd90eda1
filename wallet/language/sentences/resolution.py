"""Why something outside could not be had, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "resolution.not-a-url": N_("Could not be fetched, because {url} is not a usable web address."),
    "resolution.not-https": N_("Not fetched, because {url} is not a secure (https) address."),
    "resolution.not-public": N_("Not fetched, because {url} does not lead to a public server."),
    "resolution.unreachable": N_("Could not be fetched: {url} did not answer."),
    "resolution.http-status": N_("Could not be fetched: {url} answered with the status {status}."),
    "resolution.asked-to-wait": N_(
        "Not fetched: the server of {url} has asked to wait, and is asked again from {until} on."
    ),
    "resolution.too-large": N_("Not fetched, because {url} sent more than {limit} bytes."),
    "resolution.too-many-redirects": N_("Not fetched, because {url} leads on and on."),
    "resolution.too-many-addresses": N_(
        "Not fetched, because the file asks for more than {limit} addresses, of which {url} is one too many."
    ),
    "resolution.too-slow": N_(
        "Not fetched, because slow servers had already held up everything for {minutes} minutes: {url}."
    ),
    "resolution.not-kept": N_("What is needed for the check was not at hand: {url}."),
    "resolution.not-json": N_("Not usable: {url} is not the JSON document that was expected."),
    "resolution.index-unreadable": N_(
        "The index of resources {index} cannot be read; give a JSON file, or a folder that contains index.json."
    ),
    "multibase.unknown-prefix": N_(
        "The issuer's key is written in an encoding that is not supported (prefix {prefix})."
    ),
    "multibase.malformed": N_("A key or signature is damaged: its text cannot be decoded."),
    "key.unsupported": N_("The issuer's key is of a kind that is not supported ({kind})."),
    "key.malformed": N_("The issuer's key is damaged and cannot be used."),
    "key.weak": N_("The issuer's key of {bits} bits is too weak, or too large, to be relied on."),
    "key.private": N_("The file gives away the signer's private key, so anybody could have made the signature."),
    "did.malformed": N_("The identifier {did} is not a well-formed DID."),
    "did.unsupported-method": N_("The issuer's identifier {did} uses the DID method {method}, which is not supported."),
    "did.other-id": N_("The document of {did} says that it is about {found} instead."),
    "method.not-found": N_("The key {method} is not in the document {document}."),
    "method.no-controller": N_("The key {method} does not say who controls it."),
    "method.other-controller": N_("The key {method} belongs to {controller}, not to the issuer {issuer}."),
    "method.document-of-another": N_("The document of {issuer} says that it is about {found} instead."),
    "method.not-authorized": N_("The issuer {issuer} does not list the key {method} for signing statements."),
    "method.header-key-unbound": N_(
        "The key stands only beside the signature, and the issuer {issuer} publishes no list of keys to "
        "compare it with."
    ),
    "method.header-key-not-listed": N_(
        "The key that stands beside the signature is not among those that {url} lists for {issuer}."
    ),
}
