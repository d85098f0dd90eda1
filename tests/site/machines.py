"""The files of a made site that programs read, for the tests of each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.site.sample import sample_site_input
from wallet.site import Page, Site, SiteInput, assemble

__all__ = ["file_of_site", "json_of_site", "nodes_of", "site_of"]


def site_of(site_input: SiteInput | None = None) -> Site:
    """The sample site, or that of another input."""
    return assemble(site_input or sample_site_input())


def file_of_site(site: Site, path: str) -> bytes:
    """One file; StopIteration where the site has none at this path."""
    return next(file.content for file in site.files if file.path == path)


def json_of_site(site: Site, path: str) -> Any:
    """One file, parsed."""
    return json.loads(file_of_site(site, path))


def nodes_of(site: Site, address: str) -> Mapping[str, Any]:
    """What a page says in the words of schema.org, by type."""
    page: Page = next(page for page in site.pages if page.address == address)
    return {node["@type"]: node for node in json.loads(page.structured)["@graph"]}
