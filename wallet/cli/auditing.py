"""``wallet audit``: check a whole published portfolio from outside, and believe nothing that it says of itself."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wallet.cli.audit_reports import audit_json, audit_lines, next_step
from wallet.cli.completing import file_paths
from wallet.cli.console import Console
from wallet.cli.inputs import choose_fetcher, is_url, moment_option
from wallet.cli.options import json_option, resources_option
from wallet.errors import DocumentError, ResolutionError
from wallet.resolution.fetching import Fetcher
from wallet.resolution.memory import RememberingFetcher

if TYPE_CHECKING:
    from wallet.stages.auditing import Audit

__all__ = ["audit_command"]


def audit_command(console: Console) -> click.Command:
    """The command, with its help in the reader's language."""
    text = console.gettext

    @click.command(
        "audit",
        help=text("Check a whole published portfolio from outside: every badge, what pages say of it, every link."),
        epilog=text("Example: {command}").format(command="wallet audit https://name.github.io/portfolio/")
        + "\n\n"
        + text("Before publishing: {command}").format(command="wallet audit output"),
    )
    @click.argument("site", metavar="URL|DIR", shell_complete=file_paths)
    @json_option(console)
    @moment_option(console)
    @resources_option(console)
    @click.option(
        "--base-url",
        metavar="URL",
        help=text("The address at which a folder is or will be published, where its pages do not say it."),
    )
    def command(site: str, as_json: bool, at: datetime | None, resources: Path | None, base_url: str | None) -> int:
        moment = at or console.now()
        found = _audit(console, site, base_url, RememberingFetcher(choose_fetcher(console, resources)), moment)
        if as_json:
            console.result_json(audit_json(console, found, moment))
        else:
            for line in audit_lines(console, found):
                console.result(line)
        console.tell(next_step(console, found))
        return _status(found)

    return command


def _audit(console: Console, site: str, base_url: str | None, fetcher: Fetcher, at: datetime) -> Audit:
    from wallet.stages.auditing import audit
    from wallet.stages.visited_site import visit_site
    from wallet.verification.verifier import RunMemory, verify

    address, fetcher = _given(console, site, base_url, fetcher)
    check = partial(verify, at=at, fetcher=fetcher, memory=RunMemory())
    try:
        visited = visit_site(address, fetcher)
    except ResolutionError as error:
        if error.code == "resolution.unreachable":
            raise ResolutionError("resolution.given-no-answer", url=address) from error
        raise
    return audit(visited, check)


def _given(console: Console, site: str, base_url: str | None, fetcher: Fetcher) -> tuple[str, Fetcher]:
    """The address to begin at, and who answers for it."""
    if base_url is not None and not is_url(base_url):
        wanted = console.gettext("Give a full address, such as https://name.github.io/portfolio/.")
        raise click.BadParameter(wanted, param_hint="--base-url")
    if is_url(site):
        if site.startswith("http://"):
            raise ResolutionError("resolution.given-not-https", url=site)
        return site, fetcher
    folder = Path(site)
    if not folder.is_dir():
        wanted = console.gettext("Give the address of a site, or the folder of a built one.")
        raise click.BadParameter(wanted, param_hint="URL|DIR")
    return _served(console, folder, base_url, fetcher)


def _served(console: Console, folder: Path, base_url: str | None, fetcher: Fetcher) -> tuple[str, Fetcher]:
    from wallet.documents.web_pages import read_web_page
    from wallet.resolution.site_folder import SiteFolderFetcher

    try:
        canonical = base_url or read_web_page((folder / "index.html").read_bytes()).canonical
    except (OSError, DocumentError):
        canonical = None
    if canonical is None or not is_url(canonical):
        raise DocumentError("audit.no-base", file=console.shown(folder))
    address = canonical if canonical.endswith("/") else f"{canonical}/"
    return address, SiteFolderFetcher(folder, address, fetcher, console.now())


def _status(found: Audit) -> int:
    from wallet.verification.page_findings import Weight

    if found.count(Weight.FALSE):
        return 3
    return 4 if found.count(Weight.OPEN) else 0
