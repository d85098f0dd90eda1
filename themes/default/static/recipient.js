// Issued to whom? Compares what a visitor types with the digests that the page carries, by the same rules as
// `wallet verify --recipient`: exactly as typed first, then in other spellings, which confirm nothing. Nothing leaves the
// page. Without a browser that can hash the form stays hidden; the page is complete without it.
"use strict";
(() => {
  const form = document.querySelector("form.recipient");
  if (!form || !globalThis.crypto || !crypto.subtle) return;
  const kind = form.querySelector("select");
  const value = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const keys = JSON.parse(form.dataset.keys).map(([kind, means, algorithm, digest, salt]) => ({ kind, means, algorithm, digest, salt }));
  const algorithms = { sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" };
  const edges = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

  const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const fits = async (key, text) => {
    const bytes = new TextEncoder().encode(text + key.salt);
    return hex(await crypto.subtle.digest(algorithms[key.algorithm], bytes)) === key.digest;
  };
  const some = async (chosen, texts) => {
    for (const key of chosen) for (const text of texts) if (await fits(key, text)) return true;
    return false;
  };

  // The width of letters and the spaces around count for every kind, the case of letters for an e-mail address only.
  const plain = (text) => text.normalize("NFKC").replace(edges, "");
  const spellings = (text, isEmail) => {
    const one = plain(text);
    if (!isEmail) return [one];
    const at = one.lastIndexOf("@");
    return [one, one.toLowerCase(), `${one.slice(0, Math.max(0, at))}@${one.slice(at + 1).toLowerCase()}`];
  };

  const answer = async (asked, text) => {
    const named = keys.filter((key) => key.kind === asked && key.digest);
    const means = (...words) => named.filter((key) => words.includes(key.means));
    const isEmail = asked === "emailAddress";
    if (await some(means("same", "same hash"), [text])) return "same";
    if (await some(means("same hash"), spellings(text, isEmail))) return "spelling";
    if (await some(means("spelling"), [isEmail ? plain(text).toLowerCase() : plain(text)])) return "spelling";
    if (await some(means("flag"), [text])) return "flag";
    return means("same", "same hash").length ? "other" : "weak";
  };

  let turn = 0;
  const clear = () => { turn += 1; status.replaceChildren(); };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clear();
    const own = turn;
    const found = await answer(kind.value, value.value);
    if (own === turn) status.append(form.querySelector(`template[data-answer=${found}]`).content.cloneNode(true));
  });
  form.addEventListener("input", clear);
  form.hidden = false;
})();
