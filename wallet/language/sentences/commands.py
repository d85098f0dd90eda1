"""What the command line says of inputs, verdicts and checks."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "input.folder": N_("{file} is a folder. Choose a badge file in it."),
    "input.missing": N_("{file} was not found. Check the name and the folder."),
    "input.not-readable": N_("{file} cannot be read. Check that you have permission to open it."),
    "serve.port-taken": N_("Port {port} is in use by another program. Choose another: wallet serve --port 8001"),
    "add.added": N_("Added “{name}” as {handle}."),
    "add.renewed": N_("“{name}” ({handle}) was replaced by this copy."),
    "add.beside": N_(
        "“{name}” was added as {handle}, beside another copy: neither could be confirmed, so both are kept."
    ),
    "add.unchanged": N_("“{name}” ({handle}) was already in the wallet; it was checked again."),
    "add.older": N_("“{name}” ({handle}): the wallet already holds a newer copy, which stays."),
    "add.refused": N_(
        "“{name}” ({handle}): this copy could not be confirmed, so the one in the wallet stays as it is."
    ),
    "resolution.given-not-https": N_(
        "Not fetched, because {url} is not a secure (https) address. Try it with https://, or ask the issuer "
        "for the file."
    ),
    "resolution.given-no-answer": N_(
        "{url} did not answer. Check the address and your connection, and try again later."
    ),
    "verdict.verified": N_("verified"),
    "verdict.expired": N_("genuine, but expired"),
    "verdict.not_yet_valid": N_("genuine, but not yet valid"),
    "verdict.revoked": N_("revoked by the issuer"),
    "verdict.suspended": N_("suspended by the issuer"),
    "verdict.invalid": N_("did not stand up to verification"),
    "verdict.undetermined": N_("could not be checked completely"),
    "verdict.unsupported": N_("not supported; nothing was verified"),
    "verdict.unreadable": N_("not readable as a badge"),
    "outcome.passed": N_("passed"),
    "outcome.failed": N_("failed"),
    "outcome.undetermined": N_("could not be checked"),
    "outcome.not_applicable": N_("not applicable"),
    "outcome.not-known": N_("not known"),
    "check.conformance": N_("Conformance"),
    "check.coverage": N_("Coverage"),
    "check.proof": N_("Signature"),
    "check.issuer": N_("Issuer's key"),
    "check.status": N_("Status"),
    "check.validity": N_("Dates"),
    "check.recipient": N_("Recipient"),
    "check.endorsement": N_("Endorsements"),
    "check.trust": N_("Known issuer"),
}
