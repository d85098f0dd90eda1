"""Checking again in the browser: what is signed passes, and every forgery fails at its own step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.assets.assertions import pem
from tests.assets.keys import RsaKey, SigningKey, ed25519_key, p256_key, p384_key, rsa_key
from tests.assets.samples import (
    CREATED,
    VCDM_1_CONTEXT,
    badge_json,
    badge_jws,
    badge_png,
    badge_svg,
    did_key,
    method_of,
    sample_credential,
)
from tests.assets.signing import sign_data_integrity
from tests.assets.status_lists import bitstring_entry
from tests.browser.looking import visiting
from tests.browser.rechecking import (
    BADGE,
    HOST,
    LIST,
    WEB,
    Badge,
    Server,
    Step,
    built,
    document_with,
    file_of,
    forged,
    plain_badge,
    plain_list,
    press,
    pressed,
    signed_list,
    status_badge,
)
from tests.browser.serving import served
from tests.browser.site import REPOSITORY
from tests.browser.tools import checker
from wallet.fields import JsonObject, JsonValue

P256, P384, RSA = p256_key("browser"), p384_key("browser"), rsa_key("academy")
FILE, COVERED, SIGNATURE, KEY = "The original file", "What the signature covers", "Signature", "Issuer’s key"
REVOCATION, PERIOD, PAGE = "Revocation", "Period of validity", "What this page says"


def _embedded(suite: str, key: SigningKey) -> Badge:
    issuer: JsonObject = {"id": did_key(key), "type": ["Profile"], "name": "Sample Issuer"}
    return Badge(content=badge_json(suite=suite, key=key, method=method_of(key), issuer=issuer))


def _token(key: SigningKey, data_model: str = "2.0") -> Badge:
    issuer: JsonObject = {"id": did_key(key), "type": ["Profile"], "name": "Sample Issuer"}
    content = badge_jws(key=key, kid=method_of(key), issuer=issuer, data_model=data_model)
    return Badge(content=content, file_name="credential.jws")


def _ending(suite: str, member: str) -> Badge:
    """A badge whose proof ends, by this member of it."""
    credential = sample_credential("2.0", issuer={"id": did_key(ED), "type": ["Profile"], "name": "Sample Issuer"})
    until = {member: "2027-03-31T00:00:00Z"}
    proven = sign_data_integrity(credential, ED, method_of(ED), "2025-04-01T00:00:00Z", suite=suite, **until)
    return Badge(content=json.dumps(proven).encode())


def _older_contexts(credential: JsonObject) -> None:
    """A context that numbers the word for an achievement."""
    credential["@context"] = [VCDM_1_CONTEXT, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"]


ED = ed25519_key("sample issuer")
SUITES = {
    "eddsa-rdfc": _embedded("eddsa-rdfc-2022", ED),
    "eddsa-jcs": _embedded("eddsa-jcs-2022", ED),
    "ed25519-2020": _embedded("Ed25519Signature2020", ED),
    "ecdsa-rdfc-256": _embedded("ecdsa-rdfc-2019", P256),
    "ecdsa-rdfc-384": _embedded("ecdsa-rdfc-2019", P384),
    "ecdsa-jcs-256": _embedded("ecdsa-jcs-2019", P256),
    "ecdsa-jcs-384": _embedded("ecdsa-jcs-2019", P384),
    "token-eddsa": _token(ED),
    "token-es256": _token(P256),
    "token-es384": _token(P384),
    "token-rs256": _token(RSA),
    "token-rs256-1-1": _token(RSA, "1.1"),
}
PSS = RsaKey(RSA.private, "PS256")
BADGES = {
    **SUITES,
    "key-in-pem": Badge(
        content=badge_jws(key=PSS, kid=WEB.method, issuer=WEB.profile, validUntil="2099-01-01T00:00:00Z"),
        file_name="credential.jws",
    ),
    "png": Badge(content=badge_png(), file_name="credential.png"),
    "svg": Badge(content=badge_svg(), file_name="credential.svg"),
    "dated": Badge(content=badge_json(validUntil="2027-03-31T23:59:59+09:00")),
    "ending-rdfc": _ending("eddsa-rdfc-2022", "expires"),
    "ending-jcs": _ending("eddsa-jcs-2022", "expiration"),
    "web": Badge(
        content=badge_json(key=WEB.key, method=WEB.method, issuer=WEB.profile),
        evidence=WEB.evidence,
    ),
    "older-words": Badge(content=badge_json(suite="Ed25519Signature2020", data_model="1.1", before=_older_contexts)),
    "key-in-header": Badge(
        content=badge_jws(key=WEB.key, kid=None, header={"jwk": WEB.key.jwk}, issuer=WEB.profile),
        file_name="credential.jws",
        evidence=WEB.evidence,
    ),
    "selective": Badge(content=(REPOSITORY / "tests" / "fixtures" / "badges" / "ecdsa-sd-2023.json").read_bytes()),
    "prying": Badge(content=badge_json(credentialStatus=bitstring_entry("https://router.local/list", 7))),
    "plain": plain_badge(),
    "listed-revoked": status_badge("eddsa-jcs-2022", [7]),
    "listed-jwt": status_badge("jwt"),
    "listed-jcs": status_badge("eddsa-jcs-2022"),
    "listed-rdf": status_badge("eddsa-rdfc-2022"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("check-again"), BADGES)


@pytest.fixture(scope="module")
def place(folder: Path) -> Iterator[str]:
    with served(folder, "/portfolio/") as url:
        yield url


def outcomes(steps: dict[str, Step]) -> dict[str, str]:
    return {name: step.outcome for name, step in steps.items()}


@pytest.mark.parametrize("slug", [*SUITES, "png", "svg", "dated", "older-words"])
def test_a_good_badge_passes_every_step(browser: Browser, place: str, slug: str) -> None:
    with pressed(browser, place, slug) as (visit, steps):
        wanted = dict.fromkeys((FILE, COVERED, SIGNATURE, KEY, REVOCATION, PERIOD, PAGE), "passed")
        assert outcomes(steps) == {**wanted, REVOCATION: "not_applicable"}, steps
        assert visit.page.get_attribute(".recheck", "data-outcome") == "passed"
        assert visit.faults == []


@pytest.mark.parametrize("slug", ["listed-jwt", "listed-jcs", "listed-rdf"])
def test_the_issuers_servers_are_asked_and_believed(browser: Browser, place: str, slug: str) -> None:
    server = Server.of(*BADGES[slug].evidence)
    with pressed(browser, place, slug, server) as (_, steps):
        assert set(outcomes(steps).values()) == {"passed"}, steps
        assert "read just now from issuer.example" in steps[KEY].words
        assert "read just now from issuer.example" in steps[REVOCATION].words
    assert {one["url"] for one in server.asked} == {LIST, f"{HOST}/.well-known/did.json"}
    assert [one for one in server.asked if "referer" in one or "cookie" in one] == []


@pytest.mark.parametrize("slug", ["listed-jwt", "listed-rdf"])
def test_without_the_issuers_servers_the_kept_answers_are_used_and_named(
    browser: Browser, place: str, slug: str
) -> None:
    with pressed(browser, place, slug) as (_, steps):
        assert outcomes(steps) == {
            FILE: "passed",
            COVERED: "passed",
            SIGNATURE: "passed",
            KEY: "undetermined",
            REVOCATION: "undetermined",
            PERIOD: "passed",
            PAGE: "passed",
        }, steps
        for name in (KEY, REVOCATION):
            assert "issuer.example gave this page no answer" in steps[name].words
            assert ("16" if name == KEY else "17") + " November 2026" in steps[name].words


def test_the_signed_statements_are_shown_as_they_were_signed(browser: Browser, folder: Path, place: str) -> None:
    with pressed(browser, place, "dated") as (visit, _):
        rows = visit.page.locator(".signed > .scroll tr").all_inner_texts()
        told = {row.split("\t")[0].strip(): row.split("\t", 1)[1] for row in rows}
        assert told["Badge name"].strip() == "Sample badge"
        assert told["Issuer"].strip() == "Sample Issuer"
        assert did_key(ED) in told["Identified as"]
        assert "2027-03-31T23:59:59+09:00" in told["Valid until"]
        assert visit.page.locator(".signed h4").inner_text() == "What the issuer signed"
        signed = file_of(folder, "dated", "statements.nq").splitlines()
        assert visit.page.locator(".signed details tr").count() == len(signed)


def renamed(content: bytes) -> bytes:
    return content.replace(b"Sample badge", b"Better badge")


@pytest.mark.parametrize("slug", ["eddsa-rdfc", "ed25519-2020", "ecdsa-rdfc-256", "ecdsa-rdfc-384"])
def test_a_changed_statement_breaks_the_signature(browser: Browser, folder: Path, place: str, slug: str) -> None:
    with pressed(browser, place, slug, forged=forged(folder, slug, "statements.nq", renamed)) as (visit, steps):
        assert (steps[SIGNATURE].outcome, steps[COVERED].outcome, steps[FILE].outcome) == ("failed", "failed", "passed")
        assert steps[KEY].outcome == "undetermined"
        assert visit.page.locator(".signed h4").inner_text() == "What the file says, without a confirmed signature"
    with pressed(browser, place, slug, forged=forged(folder, slug, "statements.nq", renamed, told=False)) as (_, steps):
        assert "statements.nq is not the file" in steps[SIGNATURE].words
        assert steps[SIGNATURE].outcome == "failed"


@pytest.mark.parametrize("slug", ["eddsa-rdfc", "ecdsa-rdfc-384"])
def test_a_changed_configuration_breaks_the_signature(browser: Browser, folder: Path, place: str, slug: str) -> None:
    changed = forged(folder, slug, "proof.nq", lambda text: text.replace(b"2025-04-01", b"2026-04-01"))
    with pressed(browser, place, slug, forged=changed) as (_, steps):
        assert steps[SIGNATURE].outcome == "failed"


@pytest.mark.parametrize("slug", ["eddsa-rdfc", "ecdsa-rdfc-256"])
def test_an_original_that_says_something_else_than_what_was_signed_is_caught(
    browser: Browser, folder: Path, place: str, slug: str
) -> None:
    with pressed(browser, place, slug, forged=forged(folder, slug, "credential.json", renamed)) as (_, steps):
        assert outcomes(steps)[COVERED] == "failed"
        assert "Better badge" in steps[COVERED].words
    with pressed(browser, place, slug, forged=forged(folder, slug, "credential.json", renamed, told=False)) as (
        _,
        steps,
    ):
        assert (steps[FILE].outcome, steps[COVERED].outcome) == ("failed", "failed")


def test_a_member_taken_out_of_the_original_is_caught(browser: Browser, folder: Path, place: str) -> None:
    def without_end(content: bytes) -> bytes:
        return json.dumps({k: v for k, v in json.loads(content).items() if k != "validUntil"}).encode()

    with pressed(browser, place, "dated", forged=forged(folder, "dated", "credential.json", without_end)) as (_, steps):
        assert outcomes(steps)[COVERED] == "failed"


@pytest.mark.parametrize("slug", ["eddsa-jcs", "ecdsa-jcs-256", "ecdsa-jcs-384"])
def test_a_changed_original_breaks_a_signature_over_json(browser: Browser, folder: Path, place: str, slug: str) -> None:
    with pressed(browser, place, slug, forged=forged(folder, slug, "credential.json", renamed)) as (_, steps):
        assert (steps[FILE].outcome, steps[SIGNATURE].outcome) == ("passed", "failed")


@pytest.mark.parametrize("slug", ["token-eddsa", "token-es256", "token-es384", "token-rs256"])
def test_a_changed_token_breaks_its_signature(browser: Browser, folder: Path, place: str, slug: str) -> None:
    keys: dict[str, SigningKey] = {"token-eddsa": ED, "token-es256": P256, "token-es384": P384, "token-rs256": RSA}
    key = keys[slug]

    def other(content: bytes) -> bytes:
        claims = badge_jws(key=key, kid=method_of(key), issuer=did_key(key)).split(b".")[1]
        header, _, signature = content.strip().split(b".")
        return b".".join((header, claims, signature))

    with pressed(browser, place, slug, forged=forged(folder, slug, "credential.txt", other)) as (_, steps):
        assert (steps[FILE].outcome, steps[SIGNATURE].outcome) == ("passed", "failed")


@pytest.mark.parametrize("slug", ["eddsa-rdfc", "eddsa-jcs"])
def test_a_stripped_proof_is_no_signature(browser: Browser, folder: Path, place: str, slug: str) -> None:
    def stripped(content: bytes) -> bytes:
        return json.dumps({k: v for k, v in json.loads(content).items() if k != "proof"}).encode()

    with pressed(browser, place, slug, forged=forged(folder, slug, "credential.json", stripped)) as (visit, steps):
        assert steps[SIGNATURE] == Step("failed", "The file carries no signature.")
        assert visit.page.get_attribute(".recheck", "data-outcome") == "failed"


def test_another_key_in_the_issuers_document_does_not_fit(browser: Browser, place: str) -> None:
    server = Server({f"{HOST}/.well-known/did.json": document_with(ed25519_key("somebody else"))})
    with pressed(browser, place, "web", server) as (_, steps):
        assert (steps[SIGNATURE].outcome, steps[KEY].outcome) == ("failed", "undetermined")


def test_a_key_that_the_issuer_does_not_list_fails(browser: Browser, place: str) -> None:
    document = {**WEB.controller_document, "assertionMethod": []}
    server = Server({f"{HOST}/.well-known/did.json": json.dumps(document).encode()})
    with pressed(browser, place, "web", server) as (_, steps):
        assert (steps[SIGNATURE].outcome, steps[KEY].outcome) == ("passed", "failed")
        assert "does not list this key" in steps[KEY].words


def test_a_document_of_somebody_else_fails(browser: Browser, place: str) -> None:
    document = json.dumps(WEB.controller_document).replace("did:web:issuer.example", "did:web:other.example")
    with pressed(browser, place, "web", Server({f"{HOST}/.well-known/did.json": document.encode()})) as (_, steps):
        assert steps[KEY].outcome == "failed"


@pytest.mark.parametrize("live", [b"{}", b'{"error": "maintenance"}', b"[]"])
def test_what_is_no_document_of_an_issuer_is_no_answer(browser: Browser, place: str, live: bytes) -> None:
    with pressed(browser, place, "web", Server({f"{HOST}/.well-known/did.json": live})) as (_, steps):
        assert (steps[SIGNATURE].outcome, steps[KEY].outcome) == ("passed", "undetermined"), steps
        assert "16 November 2026" in steps[KEY].words


def _limited(**limits: JsonValue) -> Server:
    """The issuer's server, whose document limits the key in time."""
    document = json.loads(json.dumps(WEB.controller_document))
    document["verificationMethod"][0].update(limits)
    return Server({f"{HOST}/.well-known/did.json": json.dumps(document).encode()})


@pytest.mark.parametrize(
    ("slug", "server", "outcome"),
    [
        ("web", _limited(expires="2025-12-31T00:00:00Z"), "passed"),
        ("web", _limited(expires=CREATED), "passed"),
        ("web", _limited(expires="2025-03-31T00:00:00Z"), "failed"),
        ("web", _limited(expires="soon"), "failed"),
        ("web", _limited(expires=None, revoked=None), "passed"),
        ("web", _limited(revoked="2025-12-31T00:00:00Z"), "failed"),
        ("key-in-header", _limited(expires="2025-12-31T00:00:00Z"), "failed"),
    ],
)
def test_a_key_may_end_after_it_has_signed(
    browser: Browser, place: str, slug: str, server: Server, outcome: str
) -> None:
    with pressed(browser, place, slug, server) as (_, steps):
        assert (steps[SIGNATURE].outcome, steps[KEY].outcome) == ("passed", outcome), steps


def test_when_it_signed_is_what_was_signed(browser: Browser, folder: Path, place: str) -> None:
    def backdated(content: bytes) -> bytes:
        return content.replace(f'"created": "{CREATED}"'.encode(), b'"created": "2025-03-01T00:00:00Z"')

    files = forged(folder, "web", "credential.json", backdated)
    with pressed(browser, place, "web", _limited(expires="2025-03-15T00:00:00Z"), forged=files) as (_, steps):
        assert (steps[SIGNATURE].outcome, steps[KEY].outcome) == ("passed", "failed"), steps


@pytest.mark.parametrize("slug", ["ending-rdfc", "ending-jcs"])
def test_a_proof_ends_when_it_says_so(browser: Browser, place: str, slug: str) -> None:
    for at, outcome in (("2027-03-30T00:00:00Z", "passed"), ("2027-04-02T00:00:00Z", "failed")):
        with pressed(browser, place, slug, at=at) as (_, steps):
            assert steps[SIGNATURE].outcome == outcome, steps


def test_a_proof_ends_when_it_was_signed_to_end(browser: Browser, folder: Path, place: str) -> None:
    files = forged(folder, "ending-rdfc", "credential.json", lambda text: text.replace(b"2027-03-31", b"2037-03-31"))
    with pressed(browser, place, "ending-rdfc", forged=files, at="2027-04-02T00:00:00Z") as (_, steps):
        assert steps[SIGNATURE].outcome == "failed", steps


def _in_pem(text: str, **members: str) -> Server:
    method = {"id": WEB.method, "type": "Key", "controller": WEB.id, "publicKeyPem": text, **members}
    document = {**WEB.controller_document, "verificationMethod": [method]}
    return Server({f"{HOST}/.well-known/did.json": json.dumps(document).encode()})


def test_a_key_in_pem_fits_what_it_signed_and_nothing_else(browser: Browser, folder: Path, place: str) -> None:
    def other(content: bytes) -> bytes:
        header, _, signature = content.strip().split(b".")
        return b".".join((header, badge_jws(issuer=WEB.profile, validUntil=None).split(b".")[1], signature))

    with pressed(browser, place, "key-in-pem", _in_pem(pem(RSA))) as (_, steps):
        assert (steps[SIGNATURE].outcome, steps[KEY].outcome) == ("passed", "passed"), steps
    changed = forged(folder, "key-in-pem", "credential.txt", other)
    with pressed(browser, place, "key-in-pem", _in_pem(pem(RSA)), changed) as (_, steps):
        assert (steps[FILE].outcome, steps[SIGNATURE].outcome) == ("passed", "failed"), steps


@pytest.mark.parametrize(
    ("server", "outcome"),
    [
        (_in_pem(pem(P256)), "failed"),
        (_in_pem(pem(RSA)[:200]), "undetermined"),
        (_in_pem(pem(RSA), publicKeyMultibase=ED.multikey), "undetermined"),
    ],
)
def test_another_key_half_a_key_and_two_keys_fit_nothing(
    browser: Browser, place: str, server: Server, outcome: str
) -> None:
    with pressed(browser, place, "key-in-pem", server) as (_, steps):
        assert steps[SIGNATURE].outcome == outcome, steps


@pytest.mark.parametrize("form", ["jwt", "eddsa-jcs-2022", "eddsa-rdfc-2022"])
def test_a_revoked_badge_fails_at_revocation(browser: Browser, place: str, form: str) -> None:
    server = Server.of(*WEB.evidence)
    server.answers[LIST] = signed_list(form, [7])
    with pressed(browser, place, "listed-rdf", server) as (_, steps):
        assert steps[REVOCATION].outcome == "failed"
        assert "marks it as revoked" in steps[REVOCATION].words
        # A list that is signed as RDF and is not the kept one cannot be checked here, and is not said to be.
        assert ("could not be checked here" in steps[REVOCATION].words) is (form == "eddsa-rdfc-2022")


def test_a_newer_list_in_rdf_is_read_and_not_called_checked(browser: Browser, place: str) -> None:
    server = Server.of(*WEB.evidence)
    server.answers[LIST] = signed_list("eddsa-rdfc-2022", [8])
    with pressed(browser, place, "listed-rdf", server) as (_, steps):
        assert steps[REVOCATION].outcome == "undetermined"
        assert "could not be checked here" in steps[REVOCATION].words
        assert "2026 was checked" in steps[REVOCATION].words


@pytest.mark.parametrize("slug", ["listed-jwt", "listed-jcs"])
def test_a_list_whose_bits_were_changed_is_not_believed(browser: Browser, place: str, slug: str) -> None:
    server = Server.of(*WEB.evidence)
    other = ed25519_key("somebody else")
    good = signed_list("eddsa-jcs-2022", [8])
    changed = json.loads(good)
    changed["credentialSubject"]["encodedList"] = json.loads(signed_list("eddsa-jcs-2022"))["credentialSubject"][
        "encodedList"
    ]
    assert other.multikey not in good.decode()
    server.answers[LIST] = json.dumps(changed).encode()
    with pressed(browser, place, slug, server) as (_, steps):
        assert steps[REVOCATION].outcome == "undetermined"
        assert "could not be checked here" in steps[REVOCATION].words


@pytest.mark.parametrize(
    ("slug", "live", "outcome", "words"),
    [
        ("listed-revoked", b"{}", "failed", "list of 17 November 2026, which this site keeps, marks it as revoked"),
        ("listed-revoked", signed_list("jwt", issuer="did:web:other.example"), "failed", "marks it as revoked"),
        ("listed-revoked", signed_list("jwt"), "passed", "read just now"),
        ("listed-jcs", b'{"error": "maintenance"}', "undetermined", "signed list of 17 November 2026"),
    ],
)
def test_what_was_signed_and_kept_counts_where_no_list_comes(
    browser: Browser, place: str, slug: str, live: bytes, outcome: str, words: str
) -> None:
    server = Server({**Server.of(*WEB.evidence).answers, LIST: live})
    with pressed(browser, place, slug, server) as (_, steps):
        assert (steps[REVOCATION].outcome, words in steps[REVOCATION].words) == (outcome, True), steps


def _kept(folder: Path, slug: str, url: str) -> str:
    kept = json.loads(file_of(folder, slug, "check.json"))["kept"]
    return str(next(one["file"] for one in kept if one["url"] == url))


@pytest.mark.parametrize(
    ("live", "outcome", "words"),
    [
        (plain_list(), "passed", "does not name it"),
        (plain_list(BADGE), "failed", "marks it as revoked"),
        (b"{}", "undetermined", "The list of 17 November 2026"),
        (b"[]", "undetermined", "The list of 17 November 2026"),
        (b'{"error": "maintenance"}', "undetermined", "The list of 17 November 2026"),
        (plain_list(issuer="did:web:other.example"), "undetermined", "is not the issuer’s own"),
    ],
)
def test_a_list_without_a_signature_is_read_only_where_it_is_one(
    browser: Browser, place: str, live: bytes, outcome: str, words: str
) -> None:
    server = Server.of(*WEB.evidence)
    server.answers[LIST] = live
    with pressed(browser, place, "plain", server) as (_, steps):
        assert (steps[REVOCATION].outcome, words in steps[REVOCATION].words) == (outcome, True), steps


def test_a_badge_without_an_id_is_on_no_list(browser: Browser, folder: Path, place: str) -> None:
    files = forged(folder, "plain", "credential.json", lambda _: plain_badge(named=False).content)
    server = Server({**Server.of(*WEB.evidence).answers, LIST: plain_list()})
    with pressed(browser, place, "plain", server, forged=files) as (_, steps):
        assert (steps[SIGNATURE].outcome, steps[REVOCATION].outcome) == ("passed", "undetermined"), steps
        assert "no identifier" in steps[REVOCATION].words


@pytest.mark.parametrize("told", [True, False])
def test_a_swapped_copy_of_the_list_is_caught(browser: Browser, folder: Path, place: str, told: bool) -> None:
    name = _kept(folder, "listed-jcs", LIST)
    other = json.dumps({**json.loads(signed_list("eddsa-jcs-2022")), "validFrom": "2026-01-01T00:00:00Z"}).encode()
    files = forged(folder, "listed-jcs", name, lambda _: other, told=told)
    with pressed(browser, place, "listed-jcs", forged=files) as (_, steps):
        assert steps[REVOCATION].outcome == "failed"


@pytest.mark.parametrize("told", [True, False])
def test_a_swapped_copy_of_the_issuers_document_is_caught(
    browser: Browser, folder: Path, place: str, told: bool
) -> None:
    name = _kept(folder, "web", f"{HOST}/.well-known/did.json")
    files = forged(folder, "web", name, lambda _: document_with(ed25519_key("somebody else")), told=told)
    with pressed(browser, place, "web", forged=files) as (visit, steps):
        assert steps[SIGNATURE if told else KEY].outcome == "failed"
        assert visit.page.get_attribute(".recheck", "data-outcome") == "failed"


def test_a_key_in_the_header_counts_once_the_issuer_lists_it(browser: Browser, place: str) -> None:
    with pressed(browser, place, "key-in-header", Server.of(*WEB.evidence)) as (_, steps):
        assert (steps[SIGNATURE].outcome, steps[KEY].outcome) == ("passed", "passed")
    other = Server({f"{HOST}/.well-known/did.json": document_with(ed25519_key("somebody else"))})
    with pressed(browser, place, "key-in-header", other) as (_, steps):
        assert (steps[SIGNATURE].outcome, steps[KEY].outcome) == ("undetermined", "failed")


def test_what_the_script_does_not_know_is_not_called_checked(browser: Browser, place: str) -> None:
    with pressed(browser, place, "selective") as (visit, steps):
        assert steps[SIGNATURE].outcome == "undetermined"
        assert "Not checked by this script" in steps[SIGNATURE].words
        assert visit.page.get_attribute(".recheck", "data-outcome") == "undetermined"


def test_no_machine_in_the_visitors_network_is_asked(browser: Browser, place: str) -> None:
    server = Server({"https://router.local/list": signed_list("jwt")})
    with pressed(browser, place, "prying", server) as (_, steps):
        assert steps[REVOCATION].outcome == "undetermined"
    assert server.asked == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_is_shown(
    browser: Browser, folder: Path, place: str, scheme: Literal["light", "dark"]
) -> None:
    source = checker("axe-core", "axe.min.js").read_text("utf-8")
    page = (folder / "en" / "badges" / "dated" / "index.html").read_text("utf-8")
    changed = {"en/badges/dated/": page.replace('data-claim="name">', 'data-claim="name">Best ').encode()}
    with pressed(browser, place, "dated", forged=changed) as (visit, _):
        visit.page.emulate_media(color_scheme=scheme)
        visit.page.locator(".signed summary").click()
        visit.page.set_viewport_size({"width": 320, "height": 900})
        assert visit.page.evaluate("document.documentElement.scrollWidth") == 320
        visit.page.evaluate(source)
        found = visit.page.evaluate("async () => (await axe.run()).violations")
        assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] == []


def test_an_expired_badge_fails_by_the_visitors_clock(browser: Browser, place: str) -> None:
    with visiting(browser, place) as visit:
        visit.page.clock.set_fixed_time("2027-04-02T00:00:00Z")
        visit.open("en/badges/dated/")
        steps = press(visit.page)
        assert (steps[SIGNATURE].outcome, steps[PERIOD].outcome) == ("passed", "failed")
        assert "31 March 2027" in steps[PERIOD].words
        assert "Its period of validity is over." in visit.page.locator(".recheck [role=status]").inner_text()


@pytest.mark.parametrize(
    ("what", "old", "new"),
    [
        ("Badge name", 'data-claim="name">Sample badge', 'data-claim="name">Sample master badge'),
        ("Issuer", 'data-claim="issuer-name">Sample Issuer', 'data-claim="issuer-name">Sample University'),
        ("Valid until", "31 March 2027", "31 March 2037"),
        ("Valid until", '2027-03-31T23:59:59+09:00">', '2037-03-31T23:59:59+09:00">'),
        ("Issued", "1 April 2025", "1 April 2015"),
        ("Issued to", "decentralized identifier did:key:z6Mk", "decentralized identifier did:key:z6MkX"),
        ("Badge name", 'data-claim="name"', 'data-other="name"'),
    ],
)
def test_a_page_that_was_edited_by_hand_is_caught(
    browser: Browser, folder: Path, place: str, what: str, old: str, new: str
) -> None:
    page = (folder / "en" / "badges" / "dated" / "index.html").read_text("utf-8")
    assert old in page
    changed = {"en/badges/dated/": page.replace(old, new).encode()}
    with pressed(browser, place, "dated", forged=changed) as (visit, steps):
        assert steps[SIGNATURE].outcome == "passed"
        assert steps[PAGE].outcome == ("undetermined" if "data-other" in new else "failed"), steps
        assert steps[PAGE].words.startswith(f"{what}: ")
        if steps[PAGE].outcome == "failed":
            red = visit.page.evaluate("getComputedStyle(document.querySelector('.claim-differs')).color")
            assert red == "rgb(168, 22, 58)"


def test_an_end_that_was_not_signed_is_caught(browser: Browser, folder: Path, place: str) -> None:
    page = (folder / "en" / "badges" / "web" / "index.html").read_text("utf-8")
    end = 'data-claim="valid-until">no expiry date'
    assert end in page
    changed = {"en/badges/web/": page.replace(end, 'data-claim="valid-until">2099').encode()}
    with pressed(browser, place, "web", forged=changed) as (_, steps):
        assert steps[PAGE].words.startswith("Valid until: this page says “2099”")


def test_nothing_is_asked_before_the_button_is_pressed(browser: Browser, place: str) -> None:
    server = Server.of(*BADGES["listed-jwt"].evidence)
    with visiting(browser, place) as visit:
        visit.page.route("https://**/*", server.answer)
        visit.open("en/badges/listed-jwt/")
        visit.page.wait_for_timeout(300)
        assert visit.page.locator(".recheck button").is_visible()
        assert (server.asked, [url for url in visit.requested if "/badges/listed-jwt/check.json" in url]) == ([], [])


def test_without_scripts_no_button_is_shown_and_other_ways_are_named(browser: Browser, place: str) -> None:
    with visiting(browser, place, scripts=False) as visit:
        visit.open("en/badges/dated/")
        assert not visit.page.locator(".recheck").is_visible()
        assert visit.page.get_by_text("Check it without this page").is_visible()
        assert visit.page.get_by_text("wallet verify").first.is_visible()


def test_a_changed_script_is_not_run(browser: Browser, folder: Path, place: str) -> None:
    script = (folder / "static" / "check.js").read_bytes() + b"\n"
    with visiting(browser, place) as visit:
        visit.page.route("**/static/check.js", lambda route: route.fulfill(status=200, body=script))
        visit.open("en/badges/dated/")
        visit.page.wait_for_timeout(300)
        assert not visit.page.locator(".recheck").is_visible()
        assert any("integrity" in fault for fault in visit.faults)


def test_it_speaks_the_language_of_its_page_and_stays_off_paper(browser: Browser, place: str) -> None:
    with pressed(browser, place, "dated", language="ja") as (visit, steps):
        assert steps["署名"].outcome == "passed"
        assert "2027年3月31日" in steps["有効期間"].words
        visit.page.emulate_media(media="print")
        assert not visit.page.locator(".recheck").is_visible()


def test_it_can_be_pressed_again(browser: Browser, place: str) -> None:
    with pressed(browser, place, "dated") as (visit, steps):
        assert visit.page.locator(".recheck button").inner_text() == "Check again"
        assert press(visit.page) == steps
        assert visit.page.locator(".recheck .check").count() == len(steps)
