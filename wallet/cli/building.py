"""``wallet build`` and ``wallet serve``: from the portfolio to its site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from time import perf_counter, sleep
from urllib.parse import urlsplit

import click

from wallet.cli.console import Console
from wallet.cli.inputs import moment_option, polite_network
from wallet.cli.options import json_option, portfolio_option
from wallet.errors import WalletError
from wallet.fields import JsonObject, JsonValue
from wallet.language.tags import language_name
from wallet.portfolio.model import EXAMPLE_URL
from wallet.portfolio.reading import is_site_url, read_portfolio
from wallet.resolution.fetching import Fetcher
from wallet.stages.build_record import BuildSummary, LeftOut, Untranslated
from wallet.stages.made_files import has_cards
from wallet.stages.rebuilding import rebuild
from wallet.store.home import wallet_home

__all__ = ["build_command", "left_out_line", "serve_command"]

NOT_VERIFIED = 3

MANY_BADGES = 12
"""From this number on, drawing their pictures takes longer than a reader waits without being told."""


def build_command(console: Console) -> click.Command:
    """``wallet build``."""
    text = console.gettext

    @click.command(
        "build",
        help=text("Verify the published badges and write the site. No network is used without --refresh."),
        epilog=text("Example: {command}").format(command="wallet build --output output"),
    )
    @portfolio_option(console)
    @click.option(
        "--output",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help=text("Where to write the site. Default: the folder output in the portfolio."),
    )
    @click.option("--base-url", metavar="URL", help=text("The site's address, instead of the one in portfolio.toml."))
    @click.option("--refresh", is_flag=True, help=text("Ask the issuers' servers again first."))
    @click.option("--force", is_flag=True, help=text("With --refresh, ask also for what its servers say still holds."))
    @click.option(
        "--strict-report",
        "report",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help=text(
            "Write what the learner should know about changes of their badges into FILE, and end with status 0; "
            "remove FILE when there is nothing to tell."
        ),
    )
    @click.option("--strict", is_flag=True, help=text("Exit with status 3 when any badge is not verified."))
    @moment_option(console)
    @json_option(console)
    def command(
        portfolio: Path,
        output: Path | None,
        base_url: str | None,
        refresh: bool,
        force: bool,
        report: Path | None,
        strict: bool,
        at: datetime | None,
        as_json: bool,
    ) -> int:
        place = output or portfolio / "output"
        _require_url(console, base_url)
        fetcher = _network(console, portfolio, base_url) if refresh else None
        moment = at or console.now()
        _announce(console, portfolio)
        summary = rebuild(
            portfolio,
            output=place,
            base_url=base_url,
            at=moment,
            timer=perf_counter,
            fetcher=fetcher,
            home=wallet_home(console.environment),
            force=force,
            sleep=sleep,
        )
        _warn_left_out(console, summary.left_out)
        for code in summary.unfinished:
            console.tell(console.sentence(code, {}))
        for found in summary.untranslated:
            console.tell(_untranslated_line(console, found, portfolio))
        if as_json:
            console.result_json(_summary_json(summary))
        else:
            for line in _summary_lines(console, summary, place):
                console.result(line)
        # Only an unlisted page has a folder of plain files beside it.
        if any(path.is_dir() for path in (place / "shared").glob("*")):
            console.tell(text("It holds unlisted pages. Upload it yourself, and never into a public repository."))
        if report is not None:
            # Not needed by most builds, and all of verification comes with it.
            from wallet.cli.reminding import write_reminders

            write_reminders(console, report, portfolio, moment, base_url)
        console.tell(text("To look at it, run: {command}").format(command="wallet serve"))
        # A change at an issuer is told in the report, and must not stop the site that tells it to visitors.
        return _status(summary, strict) if strict or report is None else 0

    return command


def _network(console: Console, portfolio: Path, base_url: str | None) -> Fetcher:
    url = base_url or read_portfolio(portfolio, ()).url
    return polite_network(console, None if url == EXAMPLE_URL else url)


def _untranslated_line(console: Console, found: Untranslated, portfolio: Path) -> str:
    folder = console.shown(portfolio / "content" / "languages" / found.language)
    language = language_name(found.language, console.catalog.language)
    facts = {"language": language, "number": found.number, "folder": folder, "example": found.example}
    return console.sentence("build.untranslated", facts)


def _require_url(console: Console, base_url: str | None) -> None:
    if base_url is not None and not is_site_url(base_url):
        wanted = console.gettext("Give a full address, such as https://name.github.io/portfolio/.")
        raise click.BadParameter(wanted, param_hint="--base-url")


def _warn_left_out(console: Console, left_out: tuple[LeftOut, ...]) -> None:
    for badge in left_out:
        console.warn(left_out_line(console, badge))


def left_out_line(console: Console, badge: LeftOut) -> str:
    """Which badge no page shows, and why."""
    reason = console.sentence(badge.code, {"file": badge.slug, **badge.facts})
    message = console.gettext("Left out of the site: {slug} ({verdict}). {reason}")
    return message.format(slug=badge.slug, verdict=console.sentence(f"verdict.{badge.verdict}", {}), reason=reason)


def _status(summary: BuildSummary, strict: bool) -> int:
    others = sum(count for verdict, count in summary.verdicts.items() if verdict != "verified")
    return NOT_VERIFIED if summary.left_out or (strict and others) else 0


def _summary_json(summary: BuildSummary) -> JsonObject:
    left_out: list[JsonValue] = [badge.slug for badge in summary.left_out]
    return {
        "pages": summary.pages,
        "badges": dict(summary.verdicts),
        "left_out": left_out,
        "written": summary.written,
        "unchanged": summary.unchanged,
        "removed": summary.removed,
        "seconds": {stage: round(seconds, 3) for stage, seconds in summary.seconds.items()},
    }


def _summary_lines(console: Console, summary: BuildSummary, output: Path) -> list[str]:
    built = console.gettext(
        "The site is in {output}. Pages: {pages}. Files written: {written}, unchanged: {unchanged}."
    )
    facts = {"pages": summary.pages, "written": summary.written, "unchanged": summary.unchanged}
    shown = sum(summary.verdicts.values()) - len(summary.left_out)
    badges = console.gettext("Badges on the site: {count}").format(count=shown)
    return [built.format(output=console.shown(output), **facts), badges, *_counts(console, summary)]


def _counts(console: Console, summary: BuildSummary) -> Iterator[str]:
    line = console.gettext("{verdict}: {count}")
    shown = Counter(summary.verdicts) - Counter(badge.verdict for badge in summary.left_out)
    for verdict, count in sorted(shown.items(), key=lambda one: (-one[1], one[0])):
        yield "  " + line.format(verdict=console.sentence(f"verdict.{verdict}", {}), count=count)


def serve_command(console: Console) -> click.Command:
    """``wallet serve``."""
    text = console.gettext

    @click.command(
        "serve",
        help=text("Build, show the site on this computer, and build again whenever a file changes."),
        epilog=text("Example: {command}").format(command="wallet serve --port 8000"),
    )
    @portfolio_option(console)
    @click.option("--port", type=click.IntRange(1, 65535), default=8000, help=text("The port on this computer."))
    @click.option(
        "--production",
        is_flag=True,
        help=text("Build once and serve it exactly as GitHub Pages will: no reloading, and its own headers."),
    )
    def command(portfolio: Path, port: int, production: bool) -> int:
        from wallet.preview.server import require_free_port, serve, serve_as_published

        require_free_port(port)
        read = read_portfolio(portfolio)
        path = urlsplit(read.url).path
        address = f"http://127.0.0.1:{port}{path}"

        def rebuild() -> bool:
            return _rebuild(console, portfolio)

        # What stays of an earlier build can be worked with, but is not what would be published.
        if not rebuild() and (production or not (portfolio / "output" / "index.html").is_file()):
            return 1
        console.tell(text("Your site is at {address} (stop with Ctrl-C).").format(address=address))
        if production:
            serve_as_published(output=portfolio / "output", base_path=path, port=port)
            return 0
        watched = [portfolio / "content", portfolio / "themes", wallet_home(console.environment) / "collections"]
        serve(rebuild, watched=watched, output=portfolio / "output", base_path=path, port=port)
        return 0

    return command


def _announce(console: Console, portfolio: Path) -> None:
    """Say beforehand why a build takes longer than those after it."""
    badges = portfolio / "content" / "badges"
    if badges.is_dir() and not has_cards(portfolio) and sum(1 for _ in badges.iterdir()) >= MANY_BADGES:
        console.tell(
            console.gettext(
                "The first build also draws a picture for each badge, to be shown with links elsewhere."
                " That takes a while, once."
            )
        )


def _rebuild(console: Console, portfolio: Path) -> bool:
    _announce(console, portfolio)
    try:
        summary = rebuild(
            portfolio,
            output=portfolio / "output",
            base_url=None,
            at=console.now(),
            timer=perf_counter,
            home=wallet_home(console.environment),
        )
    except WalletError as error:
        console.warn(console.error_sentence(error))
        console.warn(console.gettext("The last good site stays as it is until this is mended."))
        return False
    _warn_left_out(console, summary.left_out)
    console.tell(_summary_lines(console, summary, portfolio / "output")[0])
    return True
