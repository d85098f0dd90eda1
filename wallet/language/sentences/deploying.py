"""What stands in the way of deploying a site or pushing a badge, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "deploy.no-git": N_("The program git was not found. Install it from https://git-scm.com/, then try again."),
    "deploy.workflow-too": N_(
        "{file} publishes the site with GitHub Pages, too, and only one way can be in use. Delete that file, or let it "
        "do the work: push your portfolio with git instead of using wallet deploy."
    ),
    "deploy.no-repository": N_(
        "{path} is no git repository, so it is not known where to push to. Give the address of your repository with "
        "--remote."
    ),
    "push.no-repository": N_(
        "{path} is no git repository yet. Push the portfolio once, as the README in it says; from then on --push is "
        "enough. To send the built site alone, run: wallet build && wallet deploy --remote ADDRESS"
    ),
    "push.no-remote": N_(
        "The git repository of {path} has no remote, so it is not known where to push to. Add one: "
        "git remote add origin ADDRESS"
    ),
    "push.several-remotes": N_(
        "The git repository of {path} has several remotes ({names}), and none is called origin. Rename the one you "
        "mean: git remote rename NAME origin"
    ),
    "push.workflow-not-in-git": N_(
        "{file} would build the site on GitHub, but git does not have it yet. Push the portfolio once, as the README "
        "in it says; from then on --push is enough. To do without the workflow, delete that file."
    ),
    "deploy.no-remote": N_(
        "The git repository of {path} has no remote. Add one with git remote add origin ADDRESS, or give the address "
        "with --remote."
    ),
    "deploy.several-remotes": N_(
        "The git repository of {path} has several remotes ({names}), and none is called origin. Choose one with "
        "--remote."
    ),
    "deploy.no-such-remote": N_(
        "There is no remote “{name}”. See the names with git remote, or give an address with --remote."
    ),
    "deploy.bad-branch": N_("“{branch}” is no name for a branch. Choose another with --branch."),
    "deploy.own-branch": N_(
        "{branch} is the branch on which your portfolio itself stands, and the built site would replace it. Choose "
        "another with --branch."
    ),
    "deploy.no-output": N_("{path} holds no built site. Run wallet build first."),
    "deploy.output-old": N_(
        "{path} still holds the badge {slug}, which is not in the portfolio any more. Run wallet build first. Nothing "
        "was pushed."
    ),
    "deploy.no-plain-file": N_(
        "{path} is a link, cannot be read, or has a name that not every computer can show. Put a plain file in its "
        "place. Nothing was pushed."
    ),
    "deploy.no-author": N_(
        "Git does not know who commits. Tell it with git config --global user.name and git config --global user.email."
    ),
    "deploy.remote-not-read": N_(
        "{url} could not be read. Check the address, your connection, and that git may sign in there without asking. "
        "Git says: {said}"
    ),
    "deploy.refused": N_("{url} refused the push to {branch}, which stays as it was. It says: {said}"),
    "deploy.moved": N_("{branch} was changed by somebody else in the meantime and stays as it is. Try again."),
    "deploy.git-failed": N_("Git could not do its part, and nothing was pushed. It says: {said}"),
    "deploy.strangers": N_(
        "{branch} holds {count} files that no deploy of yours wrote, such as {example}. Choose another branch with "
        "--branch, or replace them with --yes; they stay in the history of git. Nothing was pushed."
    ),
    "deploy.private-badge": N_(
        "{path} holds something of the badge “{name}”, which is in your wallet and not published. Take it out, or "
        "publish the badge; then run wallet build. Nothing was pushed."
    ),
    "deploy.private-collection": N_(
        "{path} holds something of your private collection “{name}”. Take it out, then run wallet build. Nothing was "
        "pushed."
    ),
    "deploy.private-key": N_(
        "{path} holds a secret key that belongs to “{name}”. Take it out, then run wallet build. Nothing was pushed."
    ),
    "push.detached": N_(
        "{path} stands on a single commit and on no branch. Go to your branch with git switch, then try again. Nothing "
        "was published."
    ),
    "push.conflicts": N_(
        "{path} is in the middle of a merge. Finish it or give it up with git merge --abort, then try again. Nothing "
        "was published."
    ),
    "push.ignored": N_(
        "A rule in .gitignore keeps {path} out of git. Take the rule out, then try again. Nothing was pushed."
    ),
    "push.moved": N_(
        "{branch} at {url} has commits that are not here. Run git pull, then git push. The badge is published and "
        "committed on this computer."
    ),
    "push.private": N_(
        "A commit that would be pushed along holds something of “{name}”, which is private, in {path}. Take it out of "
        "the history of git first. Nothing was pushed."
    ),
}
