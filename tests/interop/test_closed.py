"""The program that asks the JavaScript stack reaches no network, whatever a credential names."""

from __future__ import annotations

import subprocess

from tests.assets.samples import badge_json
from tests.interop.asking import STACK, ask, node
from tests.interop.samples import sample
from wallet.fields import JsonValue

CONNECT = """
import './closed.mjs';
import net from 'node:net';
try {
  net.connect(9, '127.0.0.1');
  process.stdout.write('connected');
} catch(error) {
  process.stdout.write(error.message);
}
"""


def test_no_socket_opens() -> None:
    arguments = [node(), "--input-type=module", "--eval", CONNECT]
    done = subprocess.run(arguments, cwd=STACK, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "the network is closed"


def test_an_issuer_on_the_web_that_no_question_brings_along_is_not_found() -> None:
    profile: JsonValue = {"id": "did:web:issuer.example", "type": ["Profile"], "name": "Issuer"}
    badge = badge_json(issuer=profile, method="did:web:issuer.example#key-1")
    one = sample("nowhere", badge)
    answers = ask([one.question(), one.question("verifier-core credential")])
    assert {answer.answer for answer in answers.values()} == {"failed"}
    assert "404" in answers["credential: nowhere"].why
