"""JSON Schema, applied to a credential: the library, the drafts, and the limits of what a foreign schema may cost.

A schema is as hostile as any imported text. Its references go through the `Fetcher`, never through the library; it is
itself checked against its metaschema; each keyword that is applied is counted; its regular expressions are matched
without backtracking. `format` is an annotation (draft 2020-12, validation, section 7.2.1) and asserts nothing.

The library leaves a validator class of ours for one of its own wherever a schema names its dialect, and what is not
counted has no limit. Therefore no schema that reaches it names one: all of one credential's schema have one dialect.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from wallet.documents.json_text import parse_json
from wallet.errors import ResolutionError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Fetcher
from wallet.resolution.json_documents import read_json_object
from wallet.verification.budget import Budget, weight_of
from wallet.verification.json_equality import comparable
from wallet.verification.patterns import compile_pattern

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

__all__ = ["MAX_SCHEMAS", "MAX_SCHEMA_BYTES", "MAX_STEPS", "SchemaFault", "SchemaReader"]

MAX_SCHEMA_BYTES = 500_000
"""The largest schema that 1EdTech publishes has 163 kB."""

MAX_SCHEMAS = 10
"""Documents that one credential's schemas may bring in by reference; the published ones need one each."""

MAX_STEPS = 600_000
"""Keywords applied and characters matched. To check a schema takes about a step for each of its bytes, to apply the
largest published one to a full badge some 5,000; this many take a second or two."""

MAX_FAULTS = 50
"""More faults help nobody, and a schema could find one for each character."""

LONGEST_FACT = 160
"""As much of a foreign path or rule as a sentence can carry."""

_DIALECTS = {
    "http://json-schema.org/draft-04/schema": "Draft4Validator",
    "http://json-schema.org/draft-06/schema": "Draft6Validator",
    "http://json-schema.org/draft-07/schema": "Draft7Validator",
    "https://json-schema.org/draft/2019-09/schema": "Draft201909Validator",
    "https://json-schema.org/draft/2020-12/schema": "Draft202012Validator",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaFault:
    """One place where the credential does not meet its schema: the JSON path and the rule that is not met."""

    path: str
    rule: str


class SchemaReader:
    """Fetches schemas and applies them; the limits hold for all schemas of one credential together."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._documents: dict[str, JsonObject] = {}
        self._contents: dict[str, bytes] = {}
        self._names: set[str] = set()
        self._budget = Budget(MAX_STEPS, "schema.too-costly")

    def faults(self, url: str, members: JsonObject, *, dialect: str | None) -> tuple[SchemaFault, ...]:
        """Where `members` do not meet the schema at `url`; `dialect` is that of a schema which names none.

        Raises ResolutionError when the schema cannot be had, is none, or costs more than the limits allow.
        """
        try:
            return self._apply(url, members, dialect)
        except ResolutionError:
            raise
        except Exception as error:
            # The library raises whatever a malformed schema provokes, too deep a recursion included. That the schema
            # could not be applied is all that can be said; what its reference ran into says more.
            cause = next((found for found in _causes(error) if isinstance(found, ResolutionError)), None)
            raise cause or ResolutionError("schema.broken", url=url) from None

    def content(self, url: str) -> bytes:
        """What stands at `url`, which was applied before."""
        return self._contents[url.partition("#")[0]]

    def _apply(self, url: str, members: JsonObject, dialect: str | None) -> tuple[SchemaFault, ...]:
        name = _dialect_of(self._document(url), dialect)

        def retrieve(uri: str) -> Any:
            document = self._document(uri)
            if _dialect_of(document, name) != name:
                raise ResolutionError("schema.unknown-dialect", dialect=_quoted(document.get("$schema")))
            return _sound(self.content(uri), name, uri)

        from referencing import Registry

        reached: Registry[Any] = Registry(retrieve=retrieve)  # type: ignore[call-arg]
        registry = _metaschemas().combine(reached)
        errors = _bounded(name, self._budget.spend)({"$ref": url}, registry=registry).iter_errors(members)
        return tuple(_fault(error) for error in itertools.islice(errors, MAX_FAULTS))

    def _document(self, url: str) -> JsonObject:
        url = url.partition("#")[0]
        if url not in self._documents:
            if len(self._documents) >= MAX_SCHEMAS:
                raise ResolutionError("schema.too-many", limit=MAX_SCHEMAS)
            resource = self._fetcher.fetch(url)
            if resource.status != 200:
                raise ResolutionError("resolution.http-status", url=url, status=resource.status)
            if len(resource.content) > MAX_SCHEMA_BYTES:
                raise ResolutionError("schema.too-large", url=url, limit=MAX_SCHEMA_BYTES)
            self._documents[url] = self._admitted(read_json_object(resource))
            self._contents[url] = resource.content
        return self._documents[url]

    def _admitted(self, document: JsonObject) -> JsonObject:
        # To learn what is left over, the library searches with expressions of the schema in a way that has no limit.
        self._names.update(_names(document))
        if self._names >= {"patternProperties", "unevaluatedProperties"}:
            raise ResolutionError("schema.pattern-refused", pattern="patternProperties, unevaluatedProperties")
        return document


@lru_cache(maxsize=8)
def _sound(content: bytes, dialect: str, url: str) -> Any:
    """The library's form of a schema that its metaschema accepts; raises ResolutionError for another.

    Kept, because the badges of one issuer name one schema, and to check it costs more than to apply it.
    """
    document = parse_json(content)
    budget = Budget(MAX_STEPS, "schema.too-costly")
    validator = _bounded(dialect, budget.spend)
    metaschema = _without_dialect(validator.META_SCHEMA)
    if next(validator(metaschema, registry=_metaschemas()).iter_errors(document), None) is not None:
        raise ResolutionError("schema.broken", url=url)
    return _resource(_without_dialect(document), dialect)


def _names(value: JsonValue) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _names(inner)


def _dialect_of(document: JsonObject, otherwise: str | None) -> str:
    found = document.get("$schema", otherwise)
    name = found.rstrip("#") if isinstance(found, str) else ""
    if name not in _DIALECTS:
        raise ResolutionError("schema.unknown-dialect", dialect=_quoted(found))
    return name


def _quoted(value: object) -> str:
    return str(value)[:80]


def _without_dialect(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_dialect(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _without_dialect(part)
        for name, part in value.items()
        if not (name == "$schema" and isinstance(part, str))
    }


@lru_cache(maxsize=1)
def _metaschemas() -> Any:
    """The metaschemas without their dialect: the library adds its own copies of those that are not there."""
    from jsonschema_specifications import REGISTRY
    from referencing import Registry

    originals = ((uri, REGISTRY.contents(uri)) for uri in REGISTRY)
    found = ((uri, _resource(_without_dialect(one), one["$schema"])) for uri, one in originals)
    empty: Registry[Any] = Registry()
    return empty.with_resources(found).crawl()


def _resource(document: JsonObject, dialect: str) -> Any:
    from referencing.jsonschema import specification_with

    return specification_with(dialect.rstrip("#")).create_resource(document)


def _bounded(dialect: str, spend: Callable[[int], None]) -> Any:
    """The validator class of a dialect whose every keyword is counted, and whose expressions are matched by ours."""
    import jsonschema
    from jsonschema import validators

    base = getattr(jsonschema, _DIALECTS[dialect])
    keywords = {name: _counted(name, _OWN.get(name, apply), spend) for name, apply in base.VALIDATORS.items()}
    extend: Callable[..., Any] = validators.extend
    return extend(base, keywords)


def _counted(name: str, apply: Callable[..., Any], spend: Callable[[int], None]) -> Callable[..., Iterator[Any]]:
    def counted(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[Any]:
        spend(_cost(name, value, instance))
        own = name in _OWN
        found = apply(validator, value, instance, schema, spend) if own else apply(validator, value, instance, schema)
        for error in found or ():
            # The library writes all of what it found into the message of each new error.
            if not isinstance(error.validator, str):
                spend(weight_of(instance))
            yield error

    return counted


def _cost(name: str, value: Any, instance: Any) -> int:
    size = len(value) if isinstance(value, (list, dict)) else 1
    if name in ("const", "enum"):
        return 1 + (weight_of(value) if isinstance(instance, (list, dict)) else size)
    if name == "uniqueItems":
        return 1 + weight_of(instance)
    if name.startswith("unevaluated") and isinstance(instance, (list, dict)):
        return 1 + size + len(instance) * 10
    return 1 + size


def _pattern(validator: Any, value: Any, instance: Any, schema: Any, spend: Callable[[int], None]) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    if isinstance(instance, str) and not compile_pattern(value).found_in(instance, spend):
        yield ValidationError("")


def _pattern_properties(
    validator: Any, value: Any, instance: Any, schema: Any, spend: Callable[[int], None]
) -> Iterator[Any]:
    for pattern, subschema in value.items() if isinstance(instance, dict) else ():
        for name, member in instance.items():
            if compile_pattern(pattern).found_in(name, spend):
                yield from validator.descend(member, subschema, path=name, schema_path=pattern)


def _additional(validator: Any, value: Any, instance: Any, schema: Any, spend: Callable[[int], None]) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    if not isinstance(instance, dict):
        return
    patterns = [compile_pattern(pattern) for pattern in schema.get("patternProperties", {})]
    for name in sorted(instance.keys() - schema.get("properties", {}).keys()):
        if any(pattern.found_in(name, spend) for pattern in patterns):
            continue
        if isinstance(value, dict):
            yield from validator.descend(instance[name], value, path=name)
        elif value is False:
            yield ValidationError("", path=(name,))


def _unique(validator: Any, value: Any, instance: Any, schema: Any, spend: Callable[[int], None]) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    # The library compares each with each where it cannot sort them.
    if value is True and isinstance(instance, list):
        seen = {json.dumps(comparable(item), sort_keys=True) for item in instance}
        if len(seen) < len(instance):
            yield ValidationError("")


_OWN: Mapping[str, Callable[..., Iterator[Any]]] = {
    "pattern": _pattern,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional,
    "uniqueItems": _unique,
}
"""Keywords whose cost in the library has no limit that can be counted."""


def _fault(error: ValidationError) -> SchemaFault:
    from jsonschema.exceptions import best_match

    # Of alternatives none of which is met, the one that comes nearest says what is wrong.
    leaf = best_match([error]) or error
    path = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in leaf.absolute_path)
    rule = json.dumps({str(leaf.validator): leaf.validator_value}, ensure_ascii=False, default=str)
    return SchemaFault(path=path[:LONGEST_FACT], rule=rule[:LONGEST_FACT])


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
