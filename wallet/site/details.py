"""What stands behind one sentence of a check: each of several lists, proofs and registries, and of a newer version.

The command line tells an issuer every path that departs from the model; a page leaves those out, because a visitor can
do nothing about them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wallet.fields import JsonValue, as_sequence
from wallet.language import dates
from wallet.language.marks import N_
from wallet.site.reader import Reader
from wallet.verification.report import CheckResult, Outcome

__all__ = ["details_of"]

_LISTS = ("entries", "notes", "registries")
"""The members of a result's facts whose every item a visitor is told."""

_FOR_VISITORS: Mapping[str, str] = {
    "refresh.newer-stands": N_(
        "The issuer has a newer version of this badge (as of {date}), which was verified too. "
        "Shown here is the one that the learner published."
    ),
}
"""What would otherwise tell a visitor to do what only the learner can."""


def details_of(reader: Reader, result: CheckResult) -> tuple[str, ...]:
    """One sentence for each part of what a check found, in the order of the report; none that says the same twice."""
    found = [*_proofs(reader, result), *(_sentence(reader, item) for name in _LISTS for item in _items(result, name))]
    own = reader.found(result)
    return tuple(sentence for sentence in dict.fromkeys([*found, *_schemas(reader, result)]) if sentence != own)


def _items(result: CheckResult, name: str) -> Iterator[Mapping[str, JsonValue]]:
    for item in as_sequence(result.facts.get(name)):
        if isinstance(item, dict) and isinstance(item.get("code"), str):
            yield item


def _proofs(reader: Reader, result: CheckResult) -> Iterator[str]:
    """Each of several proofs; where a right signature is not by the issuer's key, both are told in one breath."""
    for item in _items(result, "proofs"):
        signature = reader.sentence(str(item["code"]), _facts(item, "facts"))
        if item.get("proof") != Outcome.PASSED or item.get("issuer") == Outcome.PASSED:
            yield signature
            continue
        key = reader.sentence(str(item["issuer_code"]), _facts(item, "issuer_facts"))
        yield reader.say("{first} {second}", first=signature, second=key)


def _facts(item: Mapping[str, JsonValue], name: str) -> Mapping[str, JsonValue]:
    facts = item.get(name)
    return facts if isinstance(facts, dict) else {}


def _sentence(reader: Reader, item: Mapping[str, JsonValue]) -> str:
    code = str(item["code"])
    if code in _FOR_VISITORS:
        return reader.say(_FOR_VISITORS[code], date=_date(reader, item))
    return reader.sentence(code, item)


def _date(reader: Reader, item: Mapping[str, JsonValue]) -> str:
    moment = dates.parse_moment(str(item.get("confirmed_at")))
    return reader.date(moment).text if moment else "–"


def _schemas(reader: Reader, result: CheckResult) -> Iterator[str]:
    """Only the schemas that were not met or not checked: that the others were is what the check itself says."""
    for item in _items(result, "schemas"):
        if item.get("outcome") != Outcome.PASSED:
            yield _sentence(reader, item)
