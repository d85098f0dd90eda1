"""The programs that the steps of a workflow find: this interpreter, this wallet, and a GitHub to talk to."""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["ROOT", "write_programs"]

ROOT = Path(__file__).resolve().parents[2]

_WALLET = """\
#!/usr/bin/env bash
# WALLET_REPORT is what the report of changes says; WALLET_FAULT breaks every build that asks the issuers.
if [ -n "$WALLET_FAULT" ] && [[ " $* " == *" --refresh "* ]]; then
  echo "changed by a build that broke" > content/badges/first/verification.json
  exit 1
fi
arguments=()
while [ $# -gt 0 ]; do
  if [ "$1" = --strict-report ] && [ -n "$WALLET_REPORT" ]; then
    if [ -s "$WALLET_REPORT" ]; then cp "$WALLET_REPORT" "$2"; fi
    shift 2
    continue
  fi
  arguments+=("$1")
  shift
done
run_wallet() { PYTHONPATH="@root@" exec "@python@" -m wallet "${arguments[@]}"; }
if [ -n "$WALLET_REPORT" ] && [[ "${arguments[*]}" == "build --help" ]]; then echo "--strict-report FILE"; fi
run_wallet
"""

_GITHUB = """\
#!@python@
# One repository's issues, kept as JSON in GH_STATE; everything that was asked is in its member "asked".
import json, os, pathlib, sys
place = pathlib.Path(os.environ["GH_STATE"])
state = json.loads(place.read_text()) if place.exists() else {"issues": [], "asked": []}
words = sys.argv[1:]
state["asked"].append(words)
option = lambda name: words[words.index(name) + 1] if name in words else None
body = lambda: pathlib.Path(option("--body-file")).read_text() if option("--body-file") else option("--body")
find = lambda: next(each for each in state["issues"] if str(each["number"]) == words[2])
said = words[:2]
if said == ["issue", "list"]:
    wanted = [str(each["number"]) for each in state["issues"] if each["open"] == (option("--state") == "open")]
    print("\\n".join(wanted[::-1][:int(option("--limit"))]))
elif said == ["issue", "create"]:
    number = len(state["issues"]) + 1
    issue = {"number": number, "open": True, "title": option("--title"), "body": body(), "comments": []}
    state["issues"].append(issue)
elif said == ["issue", "view"]:
    print(find()["body"].replace("\\n", "\\r\\n"))
elif said == ["issue", "edit"]:
    find().update(title=option("--title"), body=body())
elif said == ["issue", "comment"]:
    find()["comments"].append(body())
elif said == ["issue", "close"]:
    find()["open"] = False
    find()["comments"].append(option("--comment"))
elif said == ["label", "create"] and os.environ.get("GH_WITHOUT_ISSUES"):
    sys.exit("issues are disabled")
elif said not in (["label", "create"], ["auth", "setup-git"]):
    sys.exit(f"unknown: {words}")
place.write_text(json.dumps(state))
"""

_PYTHON = '#!/usr/bin/env bash\nexec "@python@" "$@"\n'


def write_programs(folder: Path) -> None:
    """Put ``wallet``, ``gh`` and ``python`` into `folder`."""
    folder.mkdir(parents=True)
    for name, text in (("wallet", _WALLET), ("gh", _GITHUB), ("python", _PYTHON)):
        file = folder / name
        file.write_text(text.replace("@python@", sys.executable).replace("@root@", str(ROOT)), "utf-8")
        file.chmod(0o755)
