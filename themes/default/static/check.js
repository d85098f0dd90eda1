// Checks a badge again in the visitor's browser: the signature, whose key it is, revocation, dates, and whether this page
// says what was signed. Nothing is fetched before the button is pressed, and nothing is decided by check.json: it only
// says where things stand. What this script does not implement "could not be checked" and never passes. All words come
// from the page. The rules: VC Data Integrity 1.0, vc-di-eddsa, vc-di-ecdsa, VC-JOSE-COSE, Controlled Identifiers 1.0,
// Bitstring Status List 1.0, Open Badges 2.0.
"use strict";
(() => {
  const panel = document.querySelector(".recheck");
  if (!panel || !window.crypto?.subtle || !window.DecompressionStream) return;
  const LONGEST = 20_000_000;
  const LONGEST_WAIT = 15_000;
  const TOLERANCE = 60_000;
  const [PASSED, FAILED, UNDETERMINED, NOTHING] = ["passed", "failed", "undetermined", "not_applicable"];

  // What a step finds: an outcome and the sentences that say why, each a name in the page's template and its places.
  const result = (outcome, code, places = {}, claim = null) => ({ outcome, sentences: [{ code, places, claim }] });
  class Found extends Error { constructor(outcome, code, places) { super(code); this.found = result(outcome, code, places); } }
  const fail = (code, places) => { throw new Found(FAILED, code, places); };
  const unknown = (code, places) => { throw new Found(UNDETERMINED, code, places); };
  const RANK = [FAILED, UNDETERMINED, PASSED, NOTHING];
  const together = (results) => ({
    outcome: RANK.find((outcome) => results.some((one) => one.outcome === outcome)),
    sentences: results.flatMap((one) => one.sentences),
  });

  // ---- Octets and texts
  const encode = (text) => new TextEncoder().encode(text);
  const decode = (octets) => new TextDecoder("utf-8", { fatal: true }).decode(octets);
  const joined = (...parts) => new Uint8Array(parts.flatMap((part) => [...part]));
  const hex = (octets) => [...octets].map((octet) => octet.toString(16).padStart(2, "0")).join("");
  const hashed = async (name, octets) => new Uint8Array(await crypto.subtle.digest(name, octets));
  const list = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  const base64 = (text) => {
    const plain = text.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
    return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
  };
  const base64url = (octets) =>
    btoa(String.fromCharCode(...octets)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  const base58 = (text) => {
    let number = 0n;
    for (const character of text) {
      const digit = BASE58.indexOf(character);
      if (digit < 0) throw new Error("no base58");
      number = number * 58n + BigInt(digit);
    }
    return joined(new Uint8Array(/^1*/.exec(text)[0].length), number ? octetsOf(number) : []);
  };
  const octetsOf = (number, length = 0) => {
    const digits = number.toString(16);
    const even = digits.padStart(Math.max(length * 2, digits.length + (digits.length % 2)), "0");
    return Uint8Array.from(even.match(/../g), (pair) => parseInt(pair, 16));
  };
  const multibase = (text) => {
    if (text[0] === "z") return base58(text.slice(1));
    if (text[0] === "u") return base64(text.slice(1));
    throw new Error("no multibase");
  };
  const inflated = async (octets) => {
    const reader = new Blob([octets]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
    return collected(reader);
  };
  const collected = async (reader) => {
    const parts = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > LONGEST) { reader.cancel().catch(() => {}); throw new Error("too long"); }
      parts.push(value);
    }
    const whole = new Uint8Array(length);
    let place = 0;
    for (const part of parts) { whole.set(part, place); place += part.length; }
    return whole;
  };

  // ---- Fetching: the page's own files, and what stands at the issuer's, else the copy that this site keeps of it
  const fetched = async (address) => {
    const stop = new AbortController();
    const clock = setTimeout(() => stop.abort(), LONGEST_WAIT);
    try {
      const answer = await fetch(address, {
        credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", signal: stop.signal,
      });
      const secure = new URL(address, location.href).protocol !== "https:" || answer.url.startsWith("https:");
      if (!answer.ok || !secure || !answer.body) throw new Error("no answer");
      return await collected(answer.body.getReader());
    } finally {
      clearTimeout(clock);
    }
  };
  const base = new URL(panel.dataset.check, location.href);
  const own = async (file, code = "file.changed") => {
    let octets;
    try { octets = await fetched(new URL(file.file, base)); } catch { unknown("file.unread", { file: file.file }); }
    if (hex(await hashed("SHA-256", octets)) !== file.sha256) fail(code, { file: file.file });
    return octets;
  };
  const host = (url) => (URL.canParse(url) && new URL(url).host) || url;
  // A badge must not make its reader's browser knock at the machines around it.
  const isPublic = (url) =>
    URL.canParse(url) && new URL(url).protocol === "https:" && /\.[a-z][a-z0-9-]*$/.test(new URL(url).hostname) && !/\.(localhost|local|internal)$/.test(new URL(url).hostname);

  /* Where something was read: "inherent" in an identifier, "live" at its host just now, or "kept" here since a date. */
  class Answers {
    constructor(kept) { this.kept = list(kept); this.seen = new Map(); }
    keptOf(url) { return this.kept.find((one) => one.url === url); }
    async keptAnswer(url) {
      const kept = this.keptOf(url);
      return kept ? { octets: await own(kept, "kept.changed"), read: "kept", date: kept.retrieved, host: host(url), kept } : null;
    }
    ask(url) {
      if (!this.seen.has(url)) this.seen.set(url, this.asked(url));
      return this.seen.get(url);
    }
    async asked(url) {
      try {
        if (!isPublic(url)) throw new Error("no public host");
        const octets = await fetched(url);
        // A page in place of an answer is none.
        if (!/^\s*([{[]|[\w-]+\.[\w-]+\.[\w-]+\s*$)/.test(decode(octets))) throw new Error("no document");
        return { octets, read: "live", host: host(url), kept: this.keptOf(url) };
      } catch {
        return (await this.keptAnswer(url)) ?? unknown("unread", { host: host(url) });
      }
    }
  }

  // ---- Keys
  const CURVES = {
    "P-256": { prime: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n, length: 32,
      b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn },
    "P-384": { prime: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n, length: 48,
      b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn },
  };
  const power = (number, exponent, modulus) => {
    let product = 1n;
    for (let left = number % modulus; exponent > 0n; exponent >>= 1n, left = (left * left) % modulus) {
      if (exponent & 1n) product = (product * left) % modulus;
    }
    return product;
  };
  // A point is written by its x and the parity of its y; both primes leave 3 when divided by 4.
  const point = (curve, octets) => {
    const { prime, length, b } = CURVES[curve];
    if (octets.length !== length + 1 || (octets[0] !== 2 && octets[0] !== 3)) throw new Error("no point");
    const x = BigInt(`0x${hex(octets.slice(1))}`);
    const square = (((x * x * x - 3n * x + b) % prime) + prime) % prime;
    const root = power(square, (prime + 1n) / 4n, prime);
    if ((root * root) % prime !== square) throw new Error("not on the curve");
    const y = (root & 1n) === BigInt(octets[0] & 1) ? root : prime - root;
    return { kty: "EC", crv: curve, x: base64url(octets.slice(1)), y: base64url(octetsOf(y, length)) };
  };
  // The content of one value of DER (X.690), and what follows it.
  const der = (octets, tag) => {
    const count = octets[1] > 0x80 ? octets[1] & 0x7f : 0;
    const start = 2 + count;
    const end = start + (count ? octets.slice(2, start).reduce((sum, octet) => sum * 256 + octet, 0) : octets[1]);
    if (octets[0] !== tag || !(end <= octets.length)) throw new Error("another form of key");
    return [octets.slice(start, end), octets.slice(end)];
  };
  // RSAPublicKey of RFC 8017, as did:key carries it.
  const rsa = (octets) => {
    const number = (digits) => base64url(digits[0] === 0 ? digits.slice(1) : digits);
    const [modulus, rest] = der(der(octets, 0x30)[0], 2);
    return { kty: "RSA", n: number(modulus), e: number(der(rest, 2)[0]) };
  };
  const edwards = (octets) => ({ kty: "OKP", crv: "Ed25519", x: base64url(octets) });
  const MULTICODECS = {
    ed01: edwards,
    8024: (octets) => point("P-256", octets),
    8124: (octets) => point("P-384", octets),
    8524: rsa,
  };
  const multikey = (text) => {
    const octets = multibase(text);
    const read = MULTICODECS[hex(octets.slice(0, 2))];
    if (!read) throw new Error("another kind of key");
    return read(octets.slice(2));
  };
  // SubjectPublicKeyInfo of RFC 5280: by the kind of key, of an elliptic curve by the name of the curve.
  const wholePoint = (curve) => (octets) => {
    const { length } = CURVES[curve];
    if (octets[0] !== 4 || octets.length !== 2 * length + 1) return point(curve, octets);
    return { kty: "EC", crv: curve, x: base64url(octets.slice(1, length + 1)), y: base64url(octets.slice(length + 1)) };
  };
  const KINDS = {
    "2a864886f70d010101": rsa, "2b6570": edwards,
    "2a8648ce3d0201/2a8648ce3d030107": wholePoint("P-256"), "2a8648ce3d0201/2b81040022": wholePoint("P-384"),
  };
  const spki = (octets) => {
    const [algorithm, key] = der(der(octets, 0x30)[0], 0x30);
    const [kind, parameters] = der(algorithm, 6);
    const name = hex(kind) + (parameters[0] === 6 ? `/${hex(der(parameters, 6)[0])}` : "");
    if (!KINDS[name]) throw new Error("another kind of key");
    return KINDS[name](der(key, 3)[0].slice(1));
  };
  const pem = (text) => {
    const found = /^\s*-----BEGIN (RSA )?PUBLIC KEY-----([\w+/=\s]+)-----END (RSA )?PUBLIC KEY-----\s*$/.exec(text);
    if (!found) throw new Error("no key");
    return (found[1] ? rsa : spki)(base64(found[2].replace(/\s/g, "")));
  };
  const FORMS = ["publicKeyMultibase", "publicKeyJwk", "publicKeyBase58", "publicKeyPem"];
  const jwkOf = (method) => {
    // Which of two keys signed would be a guess.
    if (FORMS.filter((form) => (method[form] ?? null) !== null).length > 1) throw new Error("two keys");
    if (typeof method.publicKeyMultibase === "string") return multikey(method.publicKeyMultibase);
    if (isObject(method.publicKeyJwk)) return method.publicKeyJwk;
    if (typeof method.publicKeyBase58 === "string") return edwards(base58(method.publicKeyBase58));
    if (typeof method.publicKeyPem === "string") return pem(method.publicKeyPem);
    throw new Error("no key");
  };
  const kindOf = (jwk) => (jwk.kty === "RSA" ? "RSA" : jwk.crv);
  const sameKey = (one, other) => ["kty", "crv", "x", "y", "n", "e"].every((name) => one[name] === other[name]);

  const ALGORITHMS = {
    EdDSA: { kind: "Ed25519", name: { name: "Ed25519" }, length: 64 },
    ES256: { kind: "P-256", name: { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" }, length: 64 },
    ES384: { kind: "P-384", name: { name: "ECDSA", namedCurve: "P-384", hash: "SHA-384" }, length: 96 },
    RS256: { kind: "RSA", name: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, length: null },
    RS384: { kind: "RSA", name: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-384" }, length: null },
    RS512: { kind: "RSA", name: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-512" }, length: null },
    // RFC 7518 section 3.5: the salt is as long as the hash.
    PS256: { kind: "RSA", name: { name: "RSA-PSS", hash: "SHA-256", saltLength: 32 }, length: null },
  };
  ALGORITHMS.Ed25519 = ALGORITHMS.EdDSA;
  const fits = async (jwk, algorithm, signature, octets) => {
    const { kind, name, length } = ALGORITHMS[algorithm];
    const weak = kind === "RSA" && base64(jwk.n ?? "").length < 256;
    const use = (jwk.use ?? "sig") === "sig" && list(jwk.key_ops ?? "verify").includes("verify");
    if (kindOf(jwk) !== kind || weak || !use || "d" in jwk) return false;
    if (length !== null && signature.length !== length) return false;
    const plain = Object.fromEntries(["kty", "crv", "x", "y", "n", "e"].filter((part) => part in jwk).map((part) => [part, jwk[part]]));
    let key;
    try {
      key = await crypto.subtle.importKey("jwk", plain, name, false, ["verify"]);
    } catch (error) {
      if (error.name === "NotSupportedError") unknown("proof.no-crypto", { algorithm });
      return false;
    }
    return crypto.subtle.verify(name, key, signature, octets);
  };

  // ---- From a verification method to its key, and whether the issuer lists it
  const RELATIONS = ["verificationMethod", "assertionMethod", "authentication", "capabilityInvocation", "capabilityDelegation", "publicKey"];
  const documentOf = async (id, answers) => {
    if (id.startsWith("did:key:")) return { read: "inherent", json: ofOneKey(id, id.slice(8), { publicKeyMultibase: id.slice(8) }) };
    if (id.startsWith("did:jwk:")) {
      return { read: "inherent", json: ofOneKey(id, "0", { publicKeyJwk: JSON.parse(decode(base64(id.slice(8)))) }) };
    }
    const url = id.startsWith("did:web:") ? addressOf(id) : id;
    if (!url.startsWith("https://")) unknown("issuer.other-method", { method: id });
    const answer = await answers.ask(url);
    const document = readDocument(answer) ?? (answer.read === "live" ? readDocument(await answers.keptAnswer(url)) : null);
    return document ?? unknown("unread", { host: host(url) });
  };
  // A server that is being repaired says so in JSON too: such a note is no document of anybody's.
  const OF_DOCUMENTS = ["id", "@context", "keys", "kty", "publicKeyPem", "name"];
  const readDocument = (answer) => {
    let json = null;
    try { json = JSON.parse(decode(answer.octets)); } catch { /* none */ }
    return isObject(json) && OF_DOCUMENTS.some((name) => name in json) ? { ...answer, json } : null;
  };
  const ofOneKey = (id, fragment, key) => {
    const method = { id: `${id}#${fragment}`, controller: id, ...key };
    return { id, verificationMethod: [method], assertionMethod: [method.id] };
  };
  const addressOf = (did) => {
    const [name, ...path] = did.slice("did:web:".length).split(":");
    const server = decodeURIComponent(name);
    if (!/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d+)?$/.test(server) || path.some((part) => !/^[\w.~%-]+$/.test(part) || /^\.+$|%2f|%5c|%2e/i.test(part))) {
      fail("issuer.other", { found: did });
    }
    return `https://${server}/${path.length ? path.join("/") : ".well-known"}/did.json`;
  };
  const methods = (json) => RELATIONS.flatMap((relation) => list(json[relation])).filter(isObject);
  const isMethod = (id, url, of) => typeof id === "string" && (id === url || (id.startsWith("#") && of + id === url));

  const methodOf = async (url, answers) => {
    const [of, fragment = ""] = url.split("#");
    const document = await documentOf(of, answers);
    const { json } = document;
    const set = Array.isArray(json.keys) ? json.keys : "kty" in json ? [json] : null;
    if (set) {
      const jwk = set.find((one) => isObject(one) && (one.kid === fragment || one.kid === url || (!fragment && set[0] === json)));
      return jwk ? { url, jwk, controller: null, document } : fail("issuer.not-listed", { method: url });
    }
    const found = methods(json).find((one) => isMethod(one.id, url, of)) ?? (json.id === url ? json : null);
    if (!found) fail("issuer.not-listed", { method: url });
    const controller = found.controller ?? found.owner;
    if (typeof controller !== "string" || (found !== json && json.id !== of)) fail("issuer.other", { found: String(json.id) });
    let jwk;
    try { jwk = jwkOf(found); } catch { unknown("proof.no-key", { method: url }); }
    return { url, jwk, controller, document, expires: found.expires, revoked: found.revoked };
  };

  // A key beside a signature proves nothing until the issuer's own document, or the key set of its host, holds it too.
  const methodOfHeader = async (jwk, issuer, answers) => {
    if (issuer.startsWith("did:")) {
      const document = await documentOf(issuer, answers);
      const found = methods(document.json).find((one) => { try { return sameKey(jwkOf(one), jwk); } catch { return false; } });
      if (!found) fail("issuer.not-listed", { method: issuer });
      const { id, controller, expires, revoked } = found;
      return { url: id.startsWith("#") ? issuer + id : id, jwk, controller, document, expires, revoked };
    }
    const url = `${new URL(issuer).origin}/.well-known/jwks.json`;
    const document = await documentOf(url, answers);
    const found = list(document.json.keys).find((one) => isObject(one) && one.iss === issuer && sameKey(one, jwk));
    return found ? { url, jwk, controller: issuer, document, vouched: true } : fail("issuer.not-listed", { method: url });
  };

  // A key may have signed before its time was over. Whoever holds a withdrawn key can write any date.
  const hasEnded = ({ expires, revoked }, made) => {
    if ((revoked ?? null) !== null && !(Date.parse(revoked) > Date.now())) return true;
    return (expires ?? null) !== null && !(Date.parse(expires) >= ((made ?? null) === null ? Date.now() : Date.parse(made)));
  };
  const ownership = async (method, issuer, answers, made) => {
    if (method.controller !== null && method.controller !== issuer) fail("issuer.other", { found: method.controller });
    if (hasEnded(method, made)) fail("issuer.key-ended", { method: method.url });
    if (method.vouched) return said(method.document);
    const document = await documentOf(issuer, answers);
    if (document.json.id !== issuer) fail("issuer.other", { found: String(document.json.id) });
    const listed = list(document.json.assertionMethod).some((one) => isMethod(isObject(one) ? one.id : one, method.url, issuer));
    if (!listed) fail("issuer.not-listed", { method: method.url });
    return said([method.document, document].find((one) => one.read === "kept") ?? document);
  };
  const said = ({ read, date, host: from }) => {
    if (read === "kept") return result(UNDETERMINED, "issuer.kept", { host: from, date: day(date) });
    return result(PASSED, read === "live" ? "issuer.live" : "issuer.inherent", { host: from });
  };

  // ---- What is signed: as N-Quads, or as JSON
  const CREDENTIALS = "https://www.w3.org/2018/credentials#";
  const SECURITY = "https://w3id.org/security#";
  const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  const QUAD = /^(<[^<>"\s]*>|_:\w+) <([^<>"\s]*)> (?:(<[^<>"\s]*>|_:\w+)|"((?:[^"\\]|\\.)*)"(?:\^\^<([^<>"\s]*)>|@([\w-]+))?)(?: (<[^<>"\s]*>|_:\w+))? \.$/u;
  const ESCAPES = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  const unescaped = (text) =>
    text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gu, (_, short, long, one) =>
      short || long ? String.fromCodePoint(parseInt(short ?? long, 16)) : (ESCAPES[one] ?? one));
  const node = (text) => (text.startsWith("<") ? text.slice(1, -1) : text);
  const local = (iri) => /[^#/]*$/.exec(iri)[0] || iri;

  const quadsOf = (text) => {
    if (!text.endsWith("\n")) throw new Error("no N-Quads");
    return text.slice(0, -1).split("\n").map((line) => {
      const found = QUAD.exec(line);
      if (!found) throw new Error("no N-Quads");
      const [, subject, predicate, object, literal, datatype, language, graph] = found;
      return {
        subject: node(subject), predicate, graph: graph ?? null, isNode: object !== undefined,
        value: object === undefined ? unescaped(literal) : node(object), datatype, language,
      };
    });
  };
  class Statements {
    constructor(quads) { this.quads = quads.filter((quad) => quad.graph === null); }
    of(subject, ...predicates) { return this.quads.filter((quad) => quad.subject === subject && predicates.includes(quad.predicate)); }
    one(subject, ...predicates) { return this.of(subject, ...predicates)[0]?.value ?? null; }
    // The badge itself, and not an endorsement within it.
    root() {
      const endorsed = new Set(this.quads.filter((quad) => local(quad.predicate) === "endorsement").map((quad) => quad.value));
      const found = this.quads.filter((quad) => quad.predicate === TYPE && quad.value === `${CREDENTIALS}VerifiableCredential`);
      const roots = [...new Set(found.map((quad) => quad.subject))].filter((subject) => !endorsed.has(subject));
      if (roots.length !== 1) throw new Error("not one credential");
      return roots[0];
    }
    all(subject, name) { return this.quads.filter((quad) => quad.subject === subject && local(quad.predicate).replace(/-\d+$/, "").toLowerCase() === name.toLowerCase()); }
    named(subject, name) { return this.all(subject, name)[0]?.value ?? null; }
    types(subject) { return this.of(subject, TYPE).map((quad) => local(quad.value)); }
  }
  const texts = (quads) => quads.map(({ value, language }) => ({ text: value, language }));
  const identifier = (subject) => (subject && !subject.startsWith("_:") ? subject : null);

  // By the last part of a word's address: the contexts of Open Badges have moved and numbered their words.
  const claimsOfStatements = (quads) => {
    const graph = new Statements(quads);
    const root = graph.root();
    const issuer = graph.one(root, `${CREDENTIALS}issuer`);
    const subject = graph.one(root, `${CREDENTIALS}credentialSubject`);
    const achievement = graph.named(subject, "achievement");
    const criteria = graph.named(achievement, "criteria");
    return {
      id: identifier(root), issuer, subject: identifier(subject),
      issuerName: texts(graph.all(issuer, "name")), issuerUrl: graph.named(issuer, "url"),
      name: texts(graph.all(achievement, "name")), description: texts(graph.all(achievement, "description")),
      criteria: texts(graph.all(criteria, "narrative")),
      awarded: graph.named(root, "awardedDate"),
      validFrom: graph.one(root, `${CREDENTIALS}validFrom`, `${CREDENTIALS}issuanceDate`),
      starts: graph.of(root, `${CREDENTIALS}validFrom`, `${CREDENTIALS}issuanceDate`).map((quad) => quad.value),
      validUntil: graph.one(root, `${CREDENTIALS}validUntil`, `${CREDENTIALS}expirationDate`),
      identities: graph.all(subject, "identifier").map((quad) => ({
        kind: graph.named(quad.value, "identityType"), hash: graph.named(quad.value, "identityHash"),
        hashed: graph.named(quad.value, "hashed") === "true",
      })),
      status: graph.of(root, `${CREDENTIALS}credentialStatus`).map(({ value: entry }) => ({
        id: identifier(entry), types: graph.types(entry), purpose: graph.named(entry, "statusPurpose"),
        list: graph.named(entry, "statusListCredential"), index: graph.named(entry, "statusListIndex"), size: graph.named(entry, "statusSize"),
      })),
    };
  };
  const jsonTexts = (value) => list(value).flatMap((one) => {
    if (typeof one === "string") return [{ text: one }];
    if (!isObject(one)) return [];
    return "@value" in one ? [{ text: String(one["@value"]), language: one["@language"]?.toLowerCase() }]
      : Object.entries(one).map(([language, text]) => ({ text: String(text), language: language.toLowerCase() }));
  });
  const idOf = (value) => (isObject(value) ? (value.id ?? null) : (value ?? null));
  const claimsOfJson = (members) => {
    const issuer = isObject(members.issuer) ? members.issuer : { id: members.issuer };
    const subject = list(members.credentialSubject)[0] ?? {};
    const achievement = list(subject.achievement)[0] ?? {};
    return {
      id: members.id ?? null, issuer: issuer.id ?? null, subject: subject.id ?? null,
      issuerName: jsonTexts(issuer.name), issuerUrl: issuer.url ?? null,
      name: jsonTexts(achievement.name), description: jsonTexts(achievement.description), criteria: jsonTexts(achievement.criteria?.narrative),
      awarded: members.awardedDate ?? null,
      validFrom: members.validFrom ?? members.issuanceDate ?? null,
      starts: [members.validFrom, members.issuanceDate].filter((date) => date !== undefined),
      validUntil: members.validUntil ?? members.expirationDate ?? null,
      identities: list(subject.identifier).filter(isObject).map((one) => ({ kind: one.identityType, hash: one.identityHash, hashed: one.hashed === true })),
      status: list(members.credentialStatus).filter(isObject).map((entry) => ({
        id: entry.id ?? null, types: list(entry.type), purpose: entry.statusPurpose ?? null, list: entry.statusListCredential ?? null,
        index: entry.statusListIndex ?? null, size: entry.statusSize ?? null,
      })),
    };
  };
  // Every text and number of a JSON document; its contexts and types are names for things, and no statements.
  const leaves = (value, found = []) => {
    if (Array.isArray(value)) value.forEach((one) => leaves(one, found));
    else if (isObject(value)) {
      for (const [name, one] of Object.entries(value)) if (!["@context", "type", "@type", "@language", "@direction"].includes(name)) leaves(one, found);
    } else if (value !== null) found.push(value);
    return found;
  };
  // Nothing was put into the file, or left out of it, after the statements were signed.
  const difference = (members, quads) => {
    const values = new Set(quads.flatMap((quad) => [quad.value, quad.subject]));
    const names = new Set([...values].map(local));
    const numbers = new Set([...values].map(Number));
    const { proof, ...unsecured } = members;
    const signed = (leaf) => (typeof leaf === "number" ? numbers.has(leaf) : values.has(String(leaf)) || names.has(String(leaf)));
    const added = leaves(unsecured).find((leaf) => !signed(leaf));
    if (added !== undefined) return String(added);
    const written = leaves(members);
    const inFile = new Set(written.map(String));
    const numbersInFile = new Set(written.filter((leaf) => typeof leaf === "number"));
    const lost = quads.find(({ predicate, isNode, value }) => {
      if (predicate === TYPE || value.startsWith("_:") || inFile.has(value)) return false;
      return isNode ? !inFile.has(local(value)) && local(value) !== "nil" : !numbersInFile.has(Number(value));
    });
    if (lost) return lost.value;
    const [one, other] = [claimsOfJson(members), claimsOfStatements(quads)];
    const sorted = (values_) => values_.map(({ text }) => text).sort().join("\n");
    const changed = ["id", "issuer", "validFrom", "validUntil", "awarded"].find((name) => one[name] !== other[name]);
    if (changed) return String(one[changed] ?? other[changed]);
    return ["name", "issuerName"].find((name) => sorted(one[name]) !== sorted(other[name])) ? sorted(one.name) : null;
  };

  // RFC 8785. JSON.stringify writes numbers and strings as it wants them, and sort() orders by UTF-16 code units.
  const canonical = (value) => {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (!isObject(value)) return JSON.stringify(value);
    return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
  };

  // ---- Signatures: each examiner tells which statements the signature covers and by which key it has to be
  const SUITES = {
    "eddsa-rdfc-2022": "Ed25519", "eddsa-2022": "Ed25519", "eddsa-jcs-2022": "Ed25519", Ed25519Signature2020: "Ed25519",
    "ecdsa-rdfc-2019": "P-256 P-384", "ecdsa-jcs-2019": "P-256 P-384",
  };
  const BY_KIND = { Ed25519: ["EdDSA", "SHA-256"], "P-256": ["ES256", "SHA-256"], "P-384": ["ES384", "SHA-384"] };
  const suiteOf = (proof) => (proof.type === "DataIntegrityProof" ? proof.cryptosuite : proof.type);

  const jwsOf = (text) => {
    const [header, payload, signature] = text.trim().split(".");
    const claims = JSON.parse(decode(base64(payload)));
    const members = isObject(claims.vc) ? claims.vc : claims;
    return { header: JSON.parse(decode(base64(header))), claims, members, signature: base64(signature), signed: encode(`${header}.${payload}`) };
  };
  const proofOfJws = (text, answers) => {
    let jws;
    try { jws = jwsOf(text); } catch { fail("proof.malformed"); }
    const { header, claims, members } = jws;
    if (!ALGORITHMS[header.alg] || header.crit !== undefined) unknown("proof.not-here", { securing: `JWT ${header.alg}` });
    if (isAssertion(members)) return proofOfAssertion(jws, answers);
    if (!list(members.type).includes("VerifiableCredential")) unknown("proof.not-here", { securing: list(members.type).join(", ") || "JWT" });
    const signed = claimsOfJson(members);
    for (const [claim, value] of [["iss", signed.issuer], ["jti", signed.id], ["sub", signed.subject]]) {
      if (claims[claim] !== undefined && claims[claim] !== value) fail("proof.contradiction", { claim });
    }
    const method = (issuer, answers) => {
      if (typeof header.kid === "string" && header.kid) return methodOf(header.kid.includes(":") ? header.kid : `${issuer}#${header.kid.replace(/^#/, "")}`, answers);
      return isObject(header.jwk) ? methodOfHeader(header.jwk, issuer, answers) : fail("proof.malformed");
    };
    const ends = typeof claims.exp === "number" ? new Date(claims.exp * 1000).toISOString() : undefined;
    return { members, claims: signed, quads: null, ends, method, fits: (jwk) => fits(jwk, header.alg, jws.signature, jws.signed) };
  };

  // ---- Open Badges 2: an assertion names its badge class, that its issuer, and the issuer its keys. What stands at an
  // address counts, and not what somebody wrote beside it.
  const isAssertion = (members) =>
    list(members.type).includes("Assertion") && list(members["@context"]).includes("https://w3id.org/openbadges/v2");
  const linked = async (value, answers) => {
    const url = String(idOf(value));
    if (isObject(value) && !/^https?:/.test(url)) return { read: "inherent", json: value };
    const there = async (address) => {
      const document = await documentOf(address, answers);
      return { ...document, json: { id: address, ...document.json } };
    };
    const document = await there(url);
    if (document.json.id === url) return document;
    // It may name another address as its own, which then has to name itself.
    const named = await there(String(document.json.id));
    return named.json.id === document.json.id ? named : unknown("linked.other", { url, found: String(named.json.id) });
  };
  const translationsOf = (badge, issuer, answers) => Promise.all(
    list(badge.related).filter((one) => isObject(one) && "@language" in one).slice(0, 5).map(async (one) => {
      const found = await linked(one.id, answers).catch(() => null);
      return found && idOf(found.json.issuer) === issuer ? { ...found.json, "@language": one["@language"] } : {};
    }),
  );
  const claimsOfAssertion = (members, issuer, badges) => {
    const of = (name) => badges.flatMap((one) => (typeof one[name] === "string" ? [{ text: one[name], language: one["@language"] }] : []));
    const recipient = isObject(members.recipient) ? members.recipient : {};
    return {
      id: members.id ?? null, issuer: issuer.id ?? null, subject: null,
      issuerName: jsonTexts(issuer.name), issuerUrl: issuer.url ?? null,
      name: of("name"), description: of("description"), criteria: jsonTexts(badges[0].criteria?.narrative),
      awarded: null, validFrom: members.issuedOn ?? null, starts: list(members.issuedOn), validUntil: members.expires ?? null,
      identities: [{ kind: recipient.type, hash: String(recipient.identity), hashed: recipient.hashed === true }],
      status: typeof issuer.revocationList !== "string" ? [] : [
        { id: issuer.revocationList, types: ["revocationList"], names: [members.id, members.uid].filter((name) => typeof name === "string") },
      ],
    };
  };
  const keyOfIssuer = async (entry, issuer, answers) => {
    const url = String(idOf(entry));
    let document = issuer;
    let json = entry;
    if (typeof json?.publicKeyPem !== "string") {
      document = await documentOf(url.split("#")[0], answers);
      json = [document.json, ...list(document.json.publicKey)].find((one) => isObject(one) && one.id === url);
      if (!json) fail("issuer.other", { found: String(document.json.id) });
    }
    let jwk;
    try { jwk = pem(json.publicKeyPem); } catch { unknown("proof.no-key", { method: url }); }
    const controller = list(json.owner).includes(issuer.json.id) ? issuer.json.id : String(json.owner);
    return { url, jwk, controller, vouched: true, document: issuer.read === "kept" ? issuer : document };
  };
  const keyOfAssertion = async (members, issuer, answers, isRight) => {
    const creator = idOf((members.verification ?? members.verify).creator);
    const listed = list(issuer.json.publicKey).filter((entry) => creator === null || idOf(entry) === creator);
    // Whoever signs can write any profile beside the signature, with any key in it.
    if (issuer.read === "inherent") unknown("issuer.other-method", { method: String(issuer.json.id) });
    if (!listed.length) fail("issuer.not-listed", { method: creator ?? issuer.json.id });
    const keys = await Promise.all(listed.slice(0, 10).map((entry) => attempt(() => keyOfIssuer(entry, issuer, answers))));
    for (const key of keys) if (key.jwk && (await isRight(key.jwk))) return key;
    // A key that could not be had may be the one that signed.
    const first = keys.find((key) => key.outcome === UNDETERMINED) ?? keys[0];
    return first.jwk ? first : throwing(first);
  };
  const throwing = ({ outcome, sentences: [{ code, places }] }) => { throw new Found(outcome, code, places); };
  const proofOfAssertion = async ({ header, members, signature, signed }, answers) => {
    const how = members.verification ?? members.verify;
    if (!list(how?.type).some((kind) => kind === "SignedBadge" || kind === "signed")) fail("proof.none");
    const badge = await linked(members.badge, answers);
    const issuer = await linked(badge.json.issuer, answers);
    const badges = [badge.json, ...(await translationsOf(badge.json, issuer.json.id, answers))];
    const isRight = (jwk) => fits(jwk, header.alg, signature, signed);
    return {
      members, claims: claimsOfAssertion(members, issuer.json, badges), quads: null, pointed: [badge, issuer],
      method: () => keyOfAssertion(members, issuer, answers, isRight), fits: isRight,
    };
  };

  const shapeOf = (proof) => {
    const suite = suiteOf(proof);
    if (!SUITES[suite] || proof.previousProof !== undefined) unknown("proof.not-here", { securing: String(suite) });
    if (list(proof.proofPurpose).join() !== "assertionMethod" || typeof proof.verificationMethod !== "string" || !/^z/.test(proof.proofValue)) fail("proof.malformed");
    return suite;
  };
  const embedded = (proof, of) => ({
    made: proof.created, ...of, ends: [...list(of.ends), ...list(proof.expires), ...list(proof.expiration)], method: (_, answers) => methodOf(proof.verificationMethod, answers),
    fits: async (jwk) => {
      if (!SUITES[suiteOf(proof)].split(" ").includes(kindOf(jwk))) return false;
      const [algorithm, hash] = BY_KIND[kindOf(jwk)];
      let signature;
      try { signature = base58(proof.proofValue.slice(1)); } catch { return false; }
      return fits(jwk, algorithm, signature, joined(await hashed(hash, of.configuration), await hashed(hash, of.document)));
    },
  });
  const proofOfJson = (members, proof) => {
    const { proof: _, ...document } = members;
    const { proofValue, ...configuration } = proof;
    if (proof["@context"] !== undefined) {
      const [ours, theirs] = [list(proof["@context"]), list(members["@context"])];
      if (canonical(theirs.slice(0, ours.length)) !== canonical(ours)) fail("proof.malformed");
      document["@context"] = proof["@context"];
    }
    return embedded(proof, {
      members, claims: claimsOfJson(members), quads: null,
      configuration: encode(canonical(configuration)), document: encode(canonical(document)),
    });
  };
  // The configuration is signed too: it must be that of this proof and of no other.
  const proofOfStatements = (members, proof, files) => {
    let quads, claims, configuration;
    try {
      quads = quadsOf(decode(files.statements));
      configuration = new Statements(quadsOf(decode(files.configuration)));
      claims = claimsOfStatements(quads);
    } catch { fail("proof.malformed"); }
    const told = (name) => configuration.quads.find((quad) => quad.predicate === SECURITY + name)?.value;
    const dates = (predicate) => configuration.quads.filter((quad) => quad.predicate === predicate).map((quad) => quad.value);
    const suites = configuration.quads.filter((quad) => quad.predicate === TYPE).map((quad) => local(quad.value));
    const same = told("verificationMethod") === proof.verificationMethod && told("proofPurpose") === `${SECURITY}assertionMethod`
      && suites.includes(proof.type) && told("cryptosuite") === proof.cryptosuite;
    if (!same) fail("proof.other-configuration");
    return embedded(proof, {
      members, claims, quads, configuration: files.configuration, document: files.statements,
      made: dates("http://purl.org/dc/terms/created")[0], ends: dates(`${SECURITY}expiration`),
    });
  };

  const readProof = async (text, place, files, answers) => {
    if (!/^\s*\{/.test(text)) return proofOfJws(text, answers);
    let members;
    try { members = JSON.parse(text); } catch { fail("proof.malformed"); }
    if (!list(members.type).includes("VerifiableCredential")) unknown("proof.not-here", { securing: list(members.type).join(", ") || "JSON" });
    const proof = list(members.proof)[place];
    if (!isObject(proof)) fail("proof.none");
    const suite = shapeOf(proof);
    if (suite.includes("-jcs-")) return proofOfJson(members, proof);
    const read = await files();
    return read ? proofOfStatements(members, proof, read) : unknown("proof.no-statements");
  };
  const filesOf = (told) => async () =>
    told?.statements && told.configuration ? { statements: await own(told.statements), configuration: await own(told.configuration) } : null;

  // Whether a credential is its issuer's: two results, for the signature and for the key.
  const judged = async (read, issuer, answers) => {
    let method;
    try {
      method = await read.method(issuer, answers);
    } catch (error) {
      if (!(error instanceof Found)) throw error;
      const { code, places } = error.found.sentences[0];
      return { proof: result(UNDETERMINED, "proof.no-key", { method: places.method ?? issuer }), issuer: result(error.found.outcome, code, places) };
    }
    const proof = await attempt(async () => {
      if (!(await read.fits(method.jwk))) fail("proof.wrong", { method: method.url });
      for (const end of list(read.ends)) if (!(Date.parse(end) > Date.now())) fail("proof.ended", { date: day(end) });
      return result(PASSED, "proof.right", { method: method.url });
    });
    if (proof.outcome !== PASSED) return { proof, issuer: result(UNDETERMINED, "issuer.not-asked") };
    return { proof, issuer: await attempt(() => ownership(method, issuer, answers, read.made)), jwk: method.jwk };
  };
  const attempt = async (step) => {
    try { return await step(); } catch (error) {
      if (error instanceof Found) return error.found;
      // Whatever else goes wrong is a gap in this check and says nothing about the badge.
      return result(UNDETERMINED, "broken", { reason: String(error.message ?? error) });
    }
  };

  // ---- Revocation
  const LISTS = { BitstringStatusListEntry: true, StatusList2021Entry: false };
  const SHORTEST_LIST = 100_000;
  const WITHDRAWN = { revocation: "revoked", suspension: "suspended" };
  const bitAt = (bits, index, size) => {
    let value = 0;
    for (let place = index * size; place < (index + 1) * size; place += 1) value = value * 2 + ((bits[place >> 3] >> (7 - (place & 7))) & 1);
    return value;
  };
  const subjectOfList = (read) => {
    if (!read.quads) {
      const subject = list(read.members.credentialSubject)[0] ?? {};
      return { encoded: subject.encodedList, purposes: list(subject.statusPurpose) };
    }
    const graph = new Statements(read.quads);
    const subject = graph.one(graph.root(), `${CREDENTIALS}credentialSubject`);
    return { encoded: graph.named(subject, "encodedList"), purposes: graph.all(subject, "statusPurpose").map((quad) => quad.value) };
  };
  const valueIn = async ({ encoded, purposes }, entry, url) => {
    const from = { host: host(url) };
    const size = Number(entry.size ?? 1);
    if (!purposes.includes(entry.purpose) || !/^\d{1,12}$/.test(entry.index) || !(size >= 1 && size <= 32)) unknown("status.bad-list", from);
    const multi = LISTS[entry.types.find((type) => type in LISTS)];
    let bits;
    try {
      if (multi && encoded[0] !== "u") throw new Error("no multibase");
      bits = await inflated(base64(multi ? encoded.slice(1) : encoded));
    } catch { unknown("status.bad-list", from); }
    if (bits.length * 8 / size < SHORTEST_LIST || (Number(entry.index) + 1) * size > bits.length * 8) unknown("status.bad-list", from);
    return bitAt(bits, Number(entry.index), size);
  };
  // A list that is signed as RDF can be checked where its canonical form is kept, and says the same.
  const listIn = async (answer, owner, answers) => {
    const text = decode(answer.octets);
    const read = await readProof(text, 0, filesOf(answer.kept), answers).catch(() => null);
    if (!read) return null;
    if (read.quads) {
      const told = list(read.members.credentialSubject)[0] ?? {};
      const signed = subjectOfList(read);
      if (told.encodedList !== signed.encoded || list(told.statusPurpose).join() !== signed.purposes.join() || difference(read.members, read.quads) !== null) return null;
    }
    if (read.claims.validUntil !== null && !(Date.parse(read.claims.validUntil) > Date.now())) unknown("status.list-ended", { host: answer.host });
    const { proof, issuer, jwk } = await judged(read, read.claims.issuer, answers);
    if (proof.outcome !== PASSED || issuer.outcome === FAILED) return null;
    // Issuers do publish one list for two of their identifiers: the key tells that it is theirs.
    const isTheirs = read.claims.issuer === owner.issuer || (owner.jwk && sameKey(owner.jwk, jwk));
    return isTheirs ? subjectOfList(read) : unknown("status.list-of-another", { host: answer.host });
  };
  // Where a server gives no list, what was kept counts as if there had been no answer. What was kept against a badge
  // counts whatever else stands there that cannot be relied on.
  const orKept = async (live, url, answers, examine) => {
    if (live.outcome !== UNDETERMINED) return live;
    const kept = await attempt(async () => examine((await answers.keptAnswer(url)) ?? unknown("unread", { host: host(url) })));
    const [said, before] = [live, kept].map((one) => one.sentences[0].code);
    const isWithdrawn = /^status\.kept-(revoked|suspended)$/.test(before);
    if (isWithdrawn || (said === "status.bad-list" && /^status\.(plain-)?kept$/.test(before))) return kept;
    return said === "status.unsigned" && before === "status.kept" ? result(UNDETERMINED, "status.unsigned-kept", kept.sentences[0].places) : live;
  };
  const placesOf = (answer) => ({ host: answer.host, date: answer.date ? day(answer.date) : "" });
  const keptList = async (answer, entry, owner, answers) => {
    const signed = await listIn(answer, owner, answers);
    if (!signed) fail("status.kept-unsigned", placesOf(answer));
    const marked = await valueIn(signed, entry, entry.list);
    return marked ? result(FAILED, `status.kept-${WITHDRAWN[entry.purpose]}`, placesOf(answer)) : result(UNDETERMINED, "status.kept", placesOf(answer));
  };
  // What the issuer's server says now counts against a badge without a signature, and never for it.
  const liveList = async (answer, entry, owner, answers) => {
    const signed = await listIn(answer, owner, answers);
    let read = signed;
    if (!signed) {
      try { read = subjectOfList({ members: membersOf(decode(answer.octets)), quads: null }); } catch { unknown("status.bad-list", placesOf(answer)); }
    }
    const marked = await valueIn(read, entry, entry.list);
    if (marked) return result(FAILED, `status.${signed ? "" : "unsigned-"}${WITHDRAWN[entry.purpose]}`, placesOf(answer));
    return signed ? result(PASSED, "status.clear", placesOf(answer)) : result(UNDETERMINED, "status.unsigned", placesOf(answer));
  };
  const examineList = async (entry, owner, answers) => {
    if (["refresh", "message"].includes(entry.purpose)) return result(NOTHING, "status.other-purpose", { purpose: entry.purpose });
    if (!(entry.purpose in WITHDRAWN)) unknown("status.other-kind", { kind: String(entry.purpose) });
    const answer = await answers.ask(entry.list);
    const kept = (from) => keptList(from, entry, owner, answers);
    return answer.read === "live" ? orKept(await attempt(() => liveList(answer, entry, owner, answers)), entry.list, answers, kept) : kept(answer);
  };
  const membersOf = (text) => (/^\s*\{/.test(text) ? JSON.parse(text) : jwsOf(text).members);
  // A 1EdTech Revocation List is not signed: what its server says is all there is.
  const revocationsIn = (answer, entry, issuer, names) => {
    const places = placesOf(answer);
    let found = null;
    try { found = JSON.parse(decode(answer.octets)); } catch { /* no list */ }
    const listed = isObject(found) ? (entry.names ? found.revokedAssertions : found.revokedCredential) : undefined;
    if (listed === undefined || !(entry.names || Array.isArray(listed))) unknown("status.bad-list", places);
    if ((found.issuer ?? null) !== null && idOf(found.issuer) !== issuer) unknown("status.list-of-another", places);
    const revoked = list(listed).some((one) => [idOf(one), one?.uid].some((name) => names.includes(name)) && one?.revoked !== false);
    if (answer.read === "live") return revoked ? result(FAILED, "status.revoked", places) : result(PASSED, "status.plain-clear", places);
    return revoked ? result(FAILED, "status.kept-revoked", places) : result(UNDETERMINED, "status.plain-kept", places);
  };
  const examineRevocations = async (entry, claims, answers) => {
    const names = entry.names ?? list(claims.id);
    if (!names.length) unknown("status.no-id");
    const examine = (answer) => revocationsIn(answer, entry, claims.issuer, names);
    const answer = await answers.ask(entry.id);
    const found = await attempt(() => examine(answer));
    return answer.read === "live" ? orKept(found, entry.id, answers, examine) : found;
  };
  const examineStatus = async (claims, jwk, answers) => {
    if (!claims.status.length) return result(NOTHING, "status.none");
    return together(await Promise.all(claims.status.map((entry) => attempt(() => {
      if (entry.types.some((type) => type in LISTS) && entry.list) return examineList(entry, { issuer: claims.issuer, jwk }, answers);
      if ((entry.names || entry.types.includes("1EdTechRevocationList")) && entry.id) return examineRevocations(entry, claims, answers);
      return unknown("status.other-kind", { kind: entry.types.join(", ") });
    }))));
  };

  // ---- Dates, and what this page says
  const LANGUAGE = panel.dataset.locale;
  // The calendar date as it was written, in the offset of whoever wrote it, which is how the page shows it.
  const day = (text) => {
    const moment = new Date(`${String(text).slice(0, 10)}T12:00:00Z`);
    return Number.isNaN(moment.getTime()) ? String(text) : moment.toLocaleDateString(LANGUAGE, { dateStyle: "long", timeZone: "UTC" });
  };
  const examineDates = ({ validFrom, validUntil }) => {
    const now = Date.now();
    const [from, until] = [validFrom, validUntil].map((text) => (text === null ? null : Date.parse(text)));
    if (Number.isNaN(from) || Number.isNaN(until)) return result(UNDETERMINED, "validity.malformed");
    if (from !== null && from > now + TOLERANCE) return result(FAILED, "validity.not-yet", { date: day(validFrom) });
    if (until !== null && until < now) return result(FAILED, "validity.over", { date: day(validUntil) });
    return until === null ? result(PASSED, "validity.no-end") : result(PASSED, "validity.within", { date: day(validUntil) });
  };
  const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
  const shown = (text) => text.replaceAll("\r\n", "\n").replace(HIDDEN, (one) => `⟨U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const places = (claim) => [...document.querySelectorAll(`[data-claim="${claim}"]`)];
  const differs = (claim, element, signed) => {
    element.classList.add("claim-differs");
    return result(FAILED, "page.other", { page: plain(element.textContent), signed }, claim);
  };
  // A place that nobody can see says nothing, and words that are not there are no statement either.
  const compareText = (claim, accepted) => {
    const wanted = accepted.filter(Boolean).map((text) => plain(shown(text)));
    if (!wanted.length) return [];
    if (!places(claim).length) return [result(UNDETERMINED, "page.missing", {}, claim)];
    return places(claim).filter((element) => !wanted.includes(plain(element.textContent))).map((element) => differs(claim, element, wanted.join(" / ")));
  };
  const monthNames = (moment, month) => [
    ...["long", "short"].map((form) => moment.toLocaleDateString(LANGUAGE, { month: form, timeZone: "UTC" })),
    new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long", timeZone: "UTC" }).formatToParts(moment).find((part) => part.type === "month")?.value,
    month,
  ];
  const compareDate = (claim, signed, required) => {
    const elements = places(claim);
    if (!elements.length) return required ? [result(UNDETERMINED, "page.missing", {}, claim)] : [];
    return elements.filter((element) => !saysDate(element, signed)).map((element) => differs(claim, element, signed ? day(signed) : "—"));
  };
  const saysDate = (element, signed) => {
    const time = element.querySelector("time");
    if (!time || signed === null) return !time && signed === null && plain(element.textContent) === plain(say("no-end"));
    const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(time.dateTime) ?? [];
    if (!year || Date.parse(time.dateTime) !== Date.parse(signed)) return false;
    // In the offset that the issuer wrote, which is how a page shows it.
    if (!signed.startsWith(`${year}-${month}-${date}`)) return false;
    const words = plain(time.textContent);
    const numbers = words.match(/\d+/g)?.map(Number);
    if (!numbers) return true;
    const named = monthNames(new Date(`${year}-${month}-${date}T12:00:00Z`), String(Number(month)));
    return numbers.includes(Number(year)) && numbers.includes(Number(date)) && named.some((name) => name && words.toLowerCase().includes(name.toLowerCase()));
  };
  const compareRecipient = ({ subject, identities }) => {
    const elements = places("recipient");
    if (!elements.length) return [];
    const open = identities.filter((one) => !one.hashed && one.kind === "name" && !one.hash.includes("@")).map((one) => one.hash);
    const wanted = [...(subject && !subject.includes("@") ? [subject] : []), ...open].map((text) => plain(shown(text)));
    const said_ = elements.map((element) => plain(element.textContent));
    const missing = wanted.filter((text) => !said_.some((one) => one.includes(text)));
    const expected = Math.max(1, identities.length + (subject ? 1 : 0));
    if (!missing.length && said_.length === expected) return [];
    return [differs("recipient", elements[0], wanted.join(" / ") || "—")];
  };
  const examinePage = (claims) => {
    for (const element of document.querySelectorAll(".claim-differs")) element.classList.remove("claim-differs");
    // Which of the signed dates is shown depends on the version of the standard; a day of award goes before them all.
    const starts = [claims.awarded, ...claims.starts].filter((date) => date !== null);
    const issued = starts.find((date) => places("issued").some((element) => saysDate(element, date))) ?? starts[0] ?? null;
    const ids = [claims.issuer, ...(/^https?:/.test(claims.issuer ?? "") ? [host(claims.issuer)] : [])];
    const names = claims.issuerName.map((one) => one.text).filter((text) => text.trim());
    const found = [
      ...compareText("name", claims.name.map((one) => one.text).filter((text) => text.trim())),
      ...compareText("issuer-name", names.length ? names : [claims.issuerUrl, claims.issuer]),
      ...(places("issuer-id").length ? compareText("issuer-id", ids) : []),
      ...compareDate("issued", issued, issued !== null),
      ...(places("valid-from").length ? compareDate("valid-from", claims.validFrom, false) : []),
      ...compareDate("valid-until", claims.validUntil, true),
      ...compareRecipient(claims),
    ];
    return found.length ? together(found) : result(PASSED, "page.same");
  };

  // ---- Showing it
  const words = panel.querySelector("template").content;
  const say = (code, values = {}) => {
    const sentence = words.querySelector(`[data-say="${code}"]`)?.textContent ?? code;
    return sentence.replace(/\{(\w+)\}/g, (place, name) => (name in values ? shown(String(values[name])) : place));
  };
  const make = (name, text, ...classes) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    element.classList.add(...classes);
    return element;
  };
  const steps = panel.querySelector(".checks");
  const summary = panel.querySelector("[role=status]");
  const table = panel.querySelector(".signed");
  const button = panel.querySelector("button");

  const begin = (name) => {
    const step = make("li", "", "check", "check-pending");
    const outcome = make("p", say("pending"), "outcome");
    step.append(make("h4", say(`step.${name}`)), outcome);
    steps.append(step);
    return step;
  };
  const end = (step, found) => {
    step.className = `check check-${found.outcome}`;
    const outcome = step.querySelector(".outcome");
    outcome.replaceChildren(words.querySelector(`[data-outcome="${found.outcome}"]`).cloneNode(true));
    const sentences = found.sentences.map(({ code, places: values, claim }) => (claim ? `${say(`claim.${claim}`)}: ` : "") + say(code, values));
    for (const sentence of new Set(sentences)) step.append(make("p", sentence, "found"));
  };
  const row = (body, label, values) => {
    if (!values.length) return;
    const line = document.createElement("tr");
    const cell = document.createElement("td");
    const heading = make("th", label);
    heading.scope = "row";
    for (const { text, language } of values) {
      const part = make("p", shown(text));
      if (language) part.lang = language;
      part.dir = "auto";
      cell.append(part);
    }
    line.append(heading, cell);
    body.append(line);
  };
  const one = (text) => (text === null || text === undefined ? [] : [{ text: String(text) }]);
  const showStatements = (read, confirmed) => {
    const body = table.querySelector("tbody");
    body.replaceChildren();
    const { claims } = read;
    table.querySelector("h4")?.remove();
    const title = say(confirmed ? "signed.confirmed" : "signed.unconfirmed");
    table.prepend(make("h4", title));
    const dated = (text) => (text === null ? [] : [{ text: `${day(text)} (${text})` }]);
    const rows = [
      ["name", claims.name], ["issuer-name", claims.issuerName], ["issuer-id", one(claims.issuer)],
      ["issued", dated(claims.awarded ?? claims.validFrom)], ["valid-from", claims.awarded ? dated(claims.validFrom) : []],
      ["valid-until", claims.validUntil ? dated(claims.validUntil) : one(say("no-end"))],
      ["recipient", [...one(claims.subject), ...claims.identities.map(({ kind, hash }) => ({ text: `${kind}: ${hash}` }))]],
      ["description", claims.description], ["criteria", claims.criteria], ["id", one(claims.id)],
      ["status", claims.status.map((entry) => ({ text: [entry.purpose, entry.list ?? entry.id, entry.index].filter(Boolean).join(" · ") }))],
    ];
    for (const [name, values] of rows) row(body, say(`claim.${name}`), values);
    showAll(read);
    table.hidden = false;
  };
  const MOST_ROWS = 1000;
  const showAll = ({ quads, members }) => {
    const all = table.querySelector("details tbody");
    if (quads) {
      quads.slice(0, MOST_ROWS).forEach((quad) => row(all, `${local(quad.predicate)}`, [{ text: quad.subject }, { text: quad.value, language: quad.language }]));
      return;
    }
    const walk = (value, path) => {
      if (all.children.length >= MOST_ROWS) return;
      if (typeof value === "object" && value !== null) Object.entries(value).forEach(([name, inner]) => walk(inner, path ? `${path}.${name}` : name));
      else row(all, path, one(value));
    };
    walk(members, "");
  };

  // ---- The steps, in order
  const examineFile = async (told) => {
    const original = await own(told.original);
    const found = hex(await hashed("SHA-256", original));
    const digest = document.querySelector(".digest")?.textContent.trim();
    if (found !== digest) fail("file.other", { found });
    const text = told.credential.file === told.original.file ? original : await own(told.credential);
    if (text !== original && !(await holds(original, decode(text)))) fail("file.text-other", { file: told.original.file });
    return { text: decode(text).replace(/^\ufeff/, ""), found: result(PASSED, "file.same") };
  };
  // The text as it stands inside a picture: as it is in an SVG, perhaps compressed in a PNG.
  const holds = async (picture, text) => {
    if (picture[0] !== 0x89) {
      const drawing = new DOMParser().parseFromString(decode(picture), "image/svg+xml");
      return [...drawing.getElementsByTagNameNS("*", "credential"), ...drawing.getElementsByTagNameNS("*", "assertion")].some((element) => element.textContent.trim() === text.trim() || element.getAttribute("verify") === text.trim());
    }
    const view = new DataView(picture.buffer);
    for (let place = 8; place + 12 <= picture.length; place += 12 + view.getUint32(place)) {
      const kind = String.fromCharCode(...picture.slice(place + 4, place + 8));
      const content = picture.slice(place + 8, place + 8 + view.getUint32(place));
      const keyword = content.indexOf(0);
      if (!["iTXt", "tEXt", "zTXt"].includes(kind) || !/^openbadge/.test(String.fromCharCode(...content.slice(0, keyword)))) continue;
      return decode(await textOf(kind, content, keyword)).trim() === text.trim();
    }
    return false;
  };
  const textOf = async (kind, content, keyword) => {
    const after = kind === "iTXt" ? content.indexOf(0, content.indexOf(0, keyword + 3) + 1) : kind === "zTXt" ? keyword + 1 : keyword;
    const text = content.slice(after + 1);
    const packed = kind === "zTXt" || (kind === "iTXt" && content[keyword + 1] === 1);
    return packed ? collected(new Blob([text]).stream().pipeThrough(new DecompressionStream("deflate")).getReader()) : text;
  };
  // The name of such a badge is not signed: it is the word of whoever answers at the address that is.
  const coverageOfPointed = (documents) => {
    const { read, date, host: from } = documents.find((one) => one.read === "kept") ?? documents[0];
    if (read === "inherent") return result(PASSED, "covered.text");
    return read === "kept" ? result(UNDETERMINED, "covered.kept", { host: from, date: day(date) }) : result(PASSED, "covered.live", { host: from });
  };
  const examineCoverage = (read) => {
    if (read.pointed) return coverageOfPointed(read.pointed);
    if (!read.quads) return result(PASSED, "covered.text");
    const found = difference(read.members, read.quads);
    return found === null ? result(PASSED, "covered.same") : result(FAILED, "covered.other", { found: found.slice(0, 200) });
  };

  const check = async () => {
    const results = [];
    const step = async (name, work) => {
      const line = begin(name);
      const found = await attempt(work);
      results.push(found);
      end(line, found);
      return found;
    };
    let told, text, read;
    await step("file", async () => {
      try { told = JSON.parse(decode(await fetched(base))); } catch { unknown("file.unread", { file: "check.json" }); }
      const file = await examineFile(told);
      text = file.text;
      return file.found;
    });
    const answers = new Answers(told?.kept);
    if (told && text === undefined) {
      // A changed file is examined as well: the next steps tell what it is now.
      try { text = decode(await fetched(new URL(told.credential.file, base))).replace(/^\ufeff/, ""); } catch { /* said above */ }
    }
    const unreadable = await attempt(async () => {
      if (!text) unknown("proof.no-file");
      if (told.form === "none") unknown("proof.not-here", { securing: told.securing });
      read = await readProof(text, told.proof ?? 0, filesOf(told), answers);
      return null;
    });
    if (unreadable) {
      await step("proof", () => unreadable);
      return finish(results);
    }
    await step("covered", () => examineCoverage(read));
    const verdict = await attempt(() => judged(read, read.claims.issuer, answers));
    const { proof, issuer } = verdict.proof ? verdict : { proof: verdict, issuer: result(UNDETERMINED, "issuer.not-asked") };
    await step("proof", () => proof);
    await step("issuer", () => issuer);
    await step("status", () => examineStatus(read.claims, verdict.jwk, answers));
    await step("validity", () => examineDates(read.claims));
    await step("page", () => examinePage(read.claims));
    showStatements(read, proof.outcome === PASSED);
    return finish(results);
  };
  const finish = (results) => {
    const worst = together(results).outcome;
    const failures = results.filter((one) => one.outcome === FAILED).flatMap((one) => one.sentences);
    const onlyOver = failures.length && failures.every((one) => one.code === "validity.over");
    panel.dataset.outcome = worst;
    summary.textContent = say(onlyOver ? "summary.over" : `summary.${worst}`);
  };

  button.addEventListener("click", async () => {
    button.disabled = true;
    steps.replaceChildren();
    table.hidden = true;
    for (const body of table.querySelectorAll("tbody")) body.replaceChildren();
    summary.textContent = say("pending");
    delete panel.dataset.outcome;
    try { await check(); } finally {
      button.disabled = false;
      button.textContent = say("again");
      button.focus({ preventScroll: true });
    }
  });
  panel.hidden = false;
})();
