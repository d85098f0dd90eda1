from __future__ import annotations

import base64
import hashlib
import re

import pytest

from tests.site.sample import sample_site_input
from wallet.errors import ThemeError
from wallet.render import load_theme, render
from wallet.render.integrity import integrity_of
from wallet.site import assemble


def _pages() -> dict[str, str]:
    files = render(assemble(sample_site_input("https://shiomi.example/portfolio/")), load_theme("default"))
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


def test_the_script_is_named_with_the_digest_of_the_file_that_is_published() -> None:
    script = load_theme("default").static["check.js"]
    digest = base64.b64encode(hashlib.sha384(script).digest()).decode()
    page = _pages()["ja/badges/ds-literacy/index.html"]
    assert f'<script src="../../../static/check.js" integrity="sha384-{digest}" defer></script>' in page


def test_only_pages_that_can_check_again_may_ask_other_hosts() -> None:
    asking = {path for path, page in _pages().items() if "connect-src 'self' https:;" in page}
    assert asking == {f"{language}/badges/ds-literacy/index.html" for language in ("ja", "en")}
    for path, page in _pages().items():
        assert ("check.js" in page) is (path in asking)
        assert ('class="recheck' in page) is (path in asking)


def test_no_sentence_that_the_script_asks_for_is_missing() -> None:
    script = load_theme("default").static["check.js"].decode()
    page = _pages()["en/badges/ds-literacy/index.html"]
    held = set(re.findall(r'data-say="([\w.-]+)"', page))
    asked = set(re.findall(r'(?:fail|unknown)\("([\w.-]+)"', script))
    asked |= set(re.findall(r'result\([A-Z]+, "([\w.-]+)"', script)) | set(re.findall(r'say\("([\w.-]+)"', script))
    asked |= {f"step.{name}" for name in re.findall(r'step\("(\w+)"', script)}
    asked |= {f"status.{kind}{word}" for kind in ("", "kept-", "unsigned-") for word in ("revoked", "suspended")}
    assert len(asked) > 40
    assert asked - held == set()


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(ThemeError) as caught:
        integrity_of(load_theme("default"))("gone.js")
    assert (caught.value.code, caught.value.facts["file"]) == ("theme.static-missing", "gone.js")
