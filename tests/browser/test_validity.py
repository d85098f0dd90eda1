from __future__ import annotations

import json
import shutil
import subprocess

from tests.browser.site import Site
from tests.browser.tools import checker, missing


def test_the_validator_finds_nothing_in_pages_style_and_pictures(site: Site) -> None:
    jar = checker("vnu-jar", "build", "dist", "vnu.jar")
    java = shutil.which("java") or missing("Java is not on this machine: the HTML validator needs it")
    # Badge pictures are the issuers' files: the site's own files are judged. They are read from a disk, where no file
    # is of the same origin as another, so that every style sheet would seem barred by the page's policy.
    folders = [
        str(site.folder / name)
        for name in ("ja", "en", "static/style.css", "static/icon.svg", "index.html", "404.html")
    ]
    options = [
        "--format",
        "json",
        "--stdout",
        "--skip-non-html",
        "--also-check-css",
        "--also-check-svg",
        "--filterpattern",
        ".*Content Security Policy.*",
    ]
    command = [java, "-Xss4m", "-jar", str(jar), *options, *folders]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(answer.stdout)["messages"]
    assert [f"{one.get('url')}:{one.get('lastLine')}: {one['message']}" for one in messages] == []
    assert answer.returncode == 0
