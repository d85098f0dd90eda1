"""What stands in the way of a site on GitHub Pages, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "pages.bad-repository": N_(
        "“{found}” is no name of a repository on GitHub. Write OWNER/NAME, for example hanako/portfolio"
    ),
    "pages.bad-domain": N_("“{found}” is no domain. Write its name alone, for example www.hanako.example"),
    "pages.domain-of-pages": N_("{found} belongs to GitHub. Leave the domain out, and give your repository instead."),
    "pages.bad-language": N_(
        "The pages cannot be written in “{found}” yet. Begin with some of these: {known}. The README of the program "
        "says how to add another language."
    ),
    "pages.inside-content": N_(
        "This folder lies in the content of another portfolio, {path}. Nobody finds a portfolio in there; make it "
        "beside that one."
    ),
    "pages.others-files": N_(
        "Other things lie in this folder already: {names}. Pushing the folder makes them public with your portfolio."
    ),
    "pages.program-nowhere": N_(
        "GitHub will look for “{requirement}” where Python packages are published. Where it is not to be had there, "
        "write into requirements.txt where it is, such as git+https://github.com/OWNER/REPOSITORY@COMMIT."
    ),
    "pages.files-left": N_("These files were there before and stay as they are: {names}"),
    "pages.other-address": N_(
        "content/portfolio.toml: the address is {url}, but GitHub Pages shows the repository {repository} at "
        "{expected}. Write that address, or push to the repository that belongs to yours."
    ),
    "pages.other-path": N_(
        "content/portfolio.toml: the address {url} has another path than GitHub Pages gives it. Write {expected}"
    ),
    "pages.domain-with-path": N_(
        "content/portfolio.toml: a domain of your own leads to the site itself, without a path. Write {expected}"
    ),
    "pages.not-https": N_("content/portfolio.toml: the address begins with http. Write {expected}"),
    "pages.other-cname": N_(
        "{file} names the domain {found}, but content/portfolio.toml the host {host}. Make them the same, or remove "
        "the file."
    ),
    "pages.case-collision": N_(
        "{first} and {second} differ in capitals only. On many computers one replaces the other; rename one."
    ),
    "pages.site-too-large": N_(
        "The site in {file} has {size} MB. GitHub Pages takes 1,000 MB; make pictures smaller or take some out."
    ),
    "pages.file-too-large": N_("{file} has {size} MB. GitHub takes no file above 100 MB; make it smaller."),
    "pages.no-workflow": N_(
        "A push to this repository publishes nothing: there is no workflow for GitHub Pages in .github/workflows. "
        "Publish with wallet deploy, or make a new portfolio elsewhere with wallet init, and copy its folder .github "
        "and its requirements.txt here."
    ),
    "pages.hidden-left-out": N_(
        "{file}, line {line}: the folder .well-known would be missing on the site. Below this line, under “with:”, add "
        "“include-hidden-files: true”."
    ),
    "pages.schedule-in-workflow": N_(
        "{file}, line {line}: GitHub disables the whole file after 60 days without a commit, pushes included. Put the "
        "schedule into a file of its own that calls this one."
    ),
    "pages.output-in-git": N_(
        "{file} is committed, though every build makes it anew. Take the folder out with: git rm -r --cached {folder}"
    ),
    "pages.wallet-in-repository": N_(
        "Your private wallet lies inside the repository, in {folder}, and a push could make it public. Move it "
        "elsewhere, and set WALLET_HOME to its new place."
    ),
    "pages.private-in-git": N_(
        "{file} is your badge “{name}”, which you have not published, and it is committed. Take it out with: git rm "
        "--cached {file}"
    ),
}
