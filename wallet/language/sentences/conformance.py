"""How a badge departs from the Open Badges data model, member by member: what is there and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "field.not-a-uri": N_(
        "{path} must be a complete URI, such as https://… or urn:uuid:…, without spaces; found: {found}"
    ),
    "field.not-a-date": N_("{path} must be a date such as 2026-04-01; found: {found}"),
    "field.not-a-language": N_("{path} must be a language tag such as ja or en-GB; found: {found}"),
    "field.not-a-direction": N_("{path} must be ltr or rtl; found: {found}"),
    "field.several-values": N_(
        "{path} has several texts without a language. Write one, or give each its language with @value and @language."
    ),
    "field.number-for-text": N_(
        '{path} is the number {found}, where text is expected. Write "{found}" in quotation marks.'
    ),
    "field.not-an-email": N_("{path} is not an e-mail address: {found}"),
    "field.not-a-country-code": N_(
        "{path} must be a country code of two capital letters (ISO 3166-1), such as JP; found: {found}"
    ),
    "field.no-such-place": N_(
        "{path} is {found}; a latitude lies between -90 and 90 degrees, a longitude between -180 and 180."
    ),
    "field.extra-member": N_(
        "{path} has the member {found}, which the specification does not provide there. Leave it out."
    ),
    "field.achievement-type": N_(
        "{path} is “{found}”. Write a word of the specification's list, such as Badge, Certificate, Course or "
        "MicroCredential, or a word of your own that begins with ext:"
    ),
    "field.target-type": N_(
        "{path} is “{found}”. Write a word of the specification's list, such as CFItem, CTDL or ceasn:Competency, or a "
        "word of your own that begins with ext:"
    ),
    "field.identifier-type": N_(
        "{path} is “{found}”. Write a word of the specification's list, such as emailAddress, userName or systemId, or "
        "a word of your own that begins with ext:"
    ),
    "field.result-type": N_(
        "{path} is “{found}”. Write a word of the specification's list, such as LetterGrade, Percent, RawScore or "
        "Status, or a word of your own that begins with ext:"
    ),
    "field.result-status": N_(
        "{path} is “{found}”. Write one of Completed, Enrolled, Failed, InProgress, OnHold, Provisional, Withdrew."
    ),
    "field.hashed-contradicts": N_(
        "{path} is {found}, which does not fit the value beside it: a hash is written as its algorithm, $ and "
        "hexadecimal digits, such as sha256$0a1b…"
    ),
    "credential.resource-twice": N_("{path} names {found} a second time; each related resource is named once."),
    "recipient.other-spelling": N_(
        "Not confirmed: the {type} in the file is that of the person that was given only in another spelling (capital "
        "or full-width letters, spaces). Ask with the exact spelling."
    ),
    "recipient.hashed-is-wrong": N_(
        "Not confirmed: the {type} in the file is that of the person that was given only if its member hashed is not "
        "believed. The issuer has to correct it."
    ),
    "credential.nobody-named": N_(
        "{path} names nobody: give the recipient an id or an identifier, as the specification demands."
    ),
    "credential.name-of-earlier-version": N_(
        "{path} belongs to version 1.1 of Verifiable Credentials; this file follows version 2.0. Write validFrom and "
        "validUntil."
    ),
    "credential.name-of-later-version": N_(
        "{path} was not taken into account: it belongs to version 2.0 of Verifiable Credentials, and this file follows "
        "version 1.1. Write issuanceDate and expirationDate."
    ),
    "credential.activity-ends-before-it-begins": N_("{path} lies before the beginning of the activity."),
    "credential.second-context": N_(
        "{path} must be the context of Open Badges 3.0, as the second of all; found: {found}"
    ),
    "result.description-missing": N_(
        "{path} points at {found}, which is none of the achievement's result descriptions."
    ),
    "result.level-missing": N_("{path} points at {found}, which is none of the levels of its result description."),
    "result.status-missing": N_("{path} is missing; the result description demands a status."),
    "result.value-not-allowed": N_(
        "{path} is “{found}”, which is none of the values that the result description allows."
    ),
    "result.value-out-of-range": N_("{path} is {found}, which lies outside the result description's own range."),
    "result.required-level-missing": N_("{path} points at {found}, which is none of the levels beside it."),
    "result.scale-upside-down": N_("{path} is {found}, which is less than the smallest value."),
}
