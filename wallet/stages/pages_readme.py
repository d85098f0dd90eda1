"""The README of a new portfolio, in each of its languages: what to do next, what happens then, and what is public."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wallet.language.catalogs import Catalog

__all__ = ["ReadmeFacts", "readme"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadmeFacts:
    """What the instructions depend on; `repository` is OWNER/NAME."""

    url: str
    repository: str | None
    domain: str | None
    workflow: bool


def readme(catalogs: Sequence[Catalog], facts: ReadmeFacts) -> str:
    """The text, in Markdown, one language after the other."""
    return "\n---\n\n".join("\n".join((*_lines(catalog, facts), "")) for catalog in catalogs)


def _lines(catalog: Catalog, facts: ReadmeFacts) -> Iterator[str]:
    say = catalog.gettext
    yield "# " + say("My badge portfolio") + "\n"
    if facts.workflow:
        yield say("GitHub makes a site from what lies in {folder} and shows it at {url}").format(
            folder="`content/`", url=f"<{facts.url}>"
        )
        yield from _first(catalog, facts)
        yield from _later(catalog)
    else:
        yield say("The command {command} makes a site from what lies in {folder}.").format(
            command="`wallet build`", folder="`content/`"
        )
        yield from _by_hand(catalog, facts)
    yield from _public(catalog)


def _by_hand(catalog: Catalog, facts: ReadmeFacts) -> Iterator[str]:
    say, repository = catalog.gettext, facts.repository or "OWNER/NAME"
    yield "\n## " + say("Put it online") + "\n"
    steps = [
        say("On GitHub, make an empty public repository with this name: {name}").format(name=f"`{repository}`"),
        say("See beforehand what becomes public: {command}").format(command=_deploy(repository, " --dry-run")),
        say("Push the finished site, and nothing else, to the branch gh-pages: {command}").format(
            command=_deploy(repository)
        ),
        say(
            "On GitHub, once, under Settings → Pages → Build and deployment, choose “Deploy from a branch” as the "
            "source, then gh-pages and / (root)."
        ),
        *_domain_steps(catalog, facts, repository),
    ]
    yield from (f"{number}. {step}" for number, step in enumerate(steps, 1))
    yield "\n" + say("On another web server, put the files of {output} at {url}").format(
        output="`output/`", url=f"<{facts.url}>"
    )


def _deploy(repository: str, option: str = "") -> str:
    return f"`wallet deploy --remote https://github.com/{repository}.git{option}`"


def _first(catalog: Catalog, facts: ReadmeFacts) -> Iterator[str]:
    say, repository = catalog.gettext, facts.repository or "OWNER/NAME"
    yield "\n## " + say("Once, at the beginning") + "\n"
    steps = [
        say("On GitHub, make an empty public repository with this name: {name}").format(name=f"`{repository}`"),
        say("There, under Settings → Pages → Build and deployment, choose “GitHub Actions” as the source."),
        *_domain_steps(catalog, facts, repository),
        say("Push this folder:"),
    ]
    yield from (f"{number}. {step}" for number, step in enumerate(steps, 1))
    yield ""
    yield from (f"       {line}" for line in _commands(say("My portfolio"), repository))
    yield ""
    yield f"{len(steps) + 1}. " + say(
        "After some minutes the site is there. The Actions page of the repository shows how far it is. If its first "
        "run failed because the source was not chosen yet, choose it, then start it again: Actions → Portfolio → Run "
        "workflow."
    )


def _domain_steps(catalog: Catalog, facts: ReadmeFacts, repository: str) -> Iterator[str]:
    if facts.domain is None:
        return
    say = catalog.gettext
    host = f"{repository.partition('/')[0].lower()}.github.io"
    yield say("On the same page, enter {domain} as the custom domain.").format(domain=f"`{facts.domain}`")
    yield say("Where the domain is registered, add a CNAME record that points to {host}").format(host=f"`{host}`")


def _commands(message: str, repository: str) -> Sequence[str]:
    return (
        "git init --initial-branch main",
        "git add .",
        f'git commit --message "{message}"',
        f"git remote add origin https://github.com/{repository}.git",
        "git push --set-upstream origin main",
    )


def _later(catalog: Catalog) -> Iterator[str]:
    say = catalog.gettext
    yield "\n## " + say("From then on") + "\n"
    yield "- " + say("Show a further badge: {commands}").format(commands="`wallet add FILE` → `wallet publish NAME`")
    yield "- " + say("Put every change online with: {commands}").format(
        commands="`git pull` → `git add .` → `git commit` → `git push`"
    )
    yield "- " + say(
        "Once a week GitHub asks the issuers again and commits what they answered, so that the site stays true while "
        "you do nothing. If a badge was withdrawn, expires or can no longer be confirmed, you find an issue in your "
        "repository that says what to do."
    )
    yield "- " + say(
        "GitHub ends the weekly run after 60 days without a commit. Each record of the badges is a commit, so this "
        "happens only to a portfolio without badges. To begin again, open Actions → Weekly and enable it."
    )
    yield "- " + say(
        "There is a way without a workflow, on which only the finished site goes to GitHub, from this computer: "
        "{commands}. Only one of the two ways can be in use. For this one, delete the folder {folder}."
    ).format(commands="`wallet build` → `wallet deploy`", folder="`.github/workflows/`")
    yield "- " + say("The version of the program stands in {file} and nowhere else.").format(file="`requirements.txt`")


def _public(catalog: Catalog) -> Iterator[str]:
    say = catalog.gettext
    yield "\n## " + say("What is public") + "\n"
    yield "- " + say(
        "Everything that you push from this folder is public, and stays in the history of the repository for ever, "
        "also what you take out again later."
    )
    yield "- " + say("Before a badge is published, {command} tells you what its file reveals about you.").format(
        command="`wallet publish`"
    )
    yield "- " + say(
        "Your wallet, with all other badges, is not in this folder. Keep it so: {command} shows where it is."
    ).format(command="`wallet status`")
