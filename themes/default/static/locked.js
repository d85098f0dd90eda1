// Opens a locked collection in the visitor's browser: AES-256-GCM with the key behind the # of the link, or with one
// that PBKDF2 makes from a passphrase. Nothing but the encrypted file is asked for. What was decrypted is put on the page
// as text and as the few elements named here, never as markup.
"use strict";
(() => {
  const box = document.querySelector(".locked");
  if (!box || box.hidden) return;
  const find = (selector, within = box) => within.querySelector(selector);
  const status = find("[role=status]");
  const form = find("form");
  const say = (name) => { status.textContent = name ? status.dataset[name] : ""; };
  const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const utf8 = (text) => new TextEncoder().encode(text);

  find(".without-script").hidden = true;
  if (!globalThis.crypto?.subtle) {
    say("insecure");
    return;
  }

  // The key

  const keyOfLink = () => {
    const text = location.hash.slice(1).replaceAll("-", "+").replaceAll("_", "/");
    return /^[A-Za-z0-9+/]{43}$/.test(text) ? bytes(`${text}=`) : null;
  };

  const keyOfPassphrase = async (passphrase, { salt, iterations }) => {
    const material = await crypto.subtle.importKey("raw", utf8(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveBits"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations };
    return crypto.subtle.deriveBits(how, material, 256);
  };

  const decrypted = async (file, raw) => {
    const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
    const sealed = bytes(file.sealed);
    const { format, address, until, iterations, salt } = file;
    const additionalData = utf8([format, address, until ?? "", iterations ?? "", salt ?? ""].join("\n"));
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.subarray(0, 12), additionalData }, key, sealed.subarray(12));
    return JSON.parse(new TextDecoder().decode(plain));
  };

  // The page

  const put = (element, run) => {
    element.textContent = run.text;
    if (run.phrases?.length > 1) {
      // A heading breaks between phrases.
      const whole = document.createElement("span");
      whole.className = "phrases";
      whole.append(...run.phrases.flatMap((phrase) => [document.createElement("wbr"), phrase]).slice(1));
      element.replaceChildren(whole);
    }
    if (run.language) element.lang = run.language;
    if (run.direction) element.dir = run.direction;
  };
  const putOrRemove = (element, run, place = element) => { if (run) put(place, run); else element.remove(); };
  const made = (name, run) => {
    const element = document.createElement(name);
    put(element, run);
    return element;
  };
  const time = (date) => {
    const element = made("time", date);
    element.dateTime = date.exact;
    return element;
  };

  const PROSE = new Set("p br hr pre code em strong del sub sup blockquote ul ol li dl dt dd h2 h3 h4 h5 h6 ruby rb rt rp table thead tbody tr th td a".split(" "));
  const grown = (node) => {
    if (typeof node === "string") return document.createTextNode(node);
    const [name, target, children] = node;
    const element = PROSE.has(name) ? document.createElement(name) : document.createDocumentFragment();
    if (name === "a" && /^(https?:\/\/|mailto:)/.test(target ?? "")) {
      element.href = target;
      element.rel = "nofollow noopener";
    }
    element.append(...children.map(grown));
    return element;
  };

  const shape = (kind) => find(`.shape-${kind}`, find("template.shapes").content)?.cloneNode(true) ?? "";
  const stillInForce = (kind) => kind === "verified" || kind === "verified_dated";
  const putState = (article, badge, words) => {
    const over = badge.expires && Date.parse(badge.expires) < Date.now() && stillInForce(badge.state.kind);
    const kind = over ? "expired" : badge.state.kind;
    const line = find(".state", article);
    line.classList.add(`state-${kind}`);
    line.prepend(shape(kind));
    find(".label-of-state", line).textContent = over ? words.expired : badge.state.label;
    // What could not be checked was not checked "on" a day: it was so as of that day.
    const unchecked = kind === "undetermined" || kind === "unsupported";
    find(unchecked ? ".checked-on" : ".as-of", line).remove();
    find(".date", line).replaceWith(time(badge.checked));
    find(".found", article).textContent = over ? words.expiredSentence : badge.state.sentence;
    putOrRemove(find(".reason", article), badge.state.reason && { text: badge.state.reason });
  };

  const putTitle = (article, title) => {
    find(".title", article).replaceWith(made("h3", title.main));
    const translated = find(".translated-name", article);
    const divided = find(".divided-name", article);
    putOrRemove(translated, title.translated ? title.original : null, find(".name", translated));
    if (title.divided.length) find(".name", divided).append(...title.divided.map((part) => made("span", part)));
    else divided.remove();
  };

  const putPicture = (article, picture, files) => {
    const file = picture && files[picture.address];
    if (!file?.type.startsWith("image/")) return;
    // A picture in an img runs no script, whatever its format.
    const image = new Image();
    image.src = `data:${file.type};base64,${file.content}`;
    image.width = picture.width;
    image.height = picture.height;
    image.alt = picture.alt.text;
    if (picture.alt.language) image.lang = picture.alt.language;
    article.prepend(image);
  };

  const putOriginal = (article, original, files) => {
    // Of no type that a browser would show as a page of this site.
    const blob = new Blob([bytes(files[original.address].content)], { type: "application/octet-stream" });
    const link = find(".original", article);
    link.href = URL.createObjectURL(blob);
    link.download = original.name;
    find(".original-size", article).textContent = `${original.name} · ${original.size}`;
    find("code", article).textContent = original.digest;
  };

  const fact = ({ label, values, date }) => {
    const row = document.createElement("div");
    row.append(made("dt", { text: label }));
    if (date) {
      const value = document.createElement("dd");
      value.append(time(date));
      row.append(value);
    }
    row.append(...values.map((value) => made("dd", value)));
    return row;
  };

  const article = (badge, files) => {
    const template = find(".badge-template");
    const element = template.content.firstElementChild.cloneNode(true);
    putTitle(element, badge.title);
    put(find(".issuer .name", element), badge.issuer);
    putOrRemove(find(".issuer-at", element), badge.issuer_at && { text: badge.issuer_at });
    putState(element, badge, template.dataset);
    putPicture(element, badge.picture, files);
    find(".description", element).append(...badge.description.map((run) => made("p", run)));
    find(".facts", element).append(...badge.facts.map(fact));
    putOriginal(element, badge.original, files);
    return element;
  };

  const show = ({ pages, files }) => {
    const page = pages[document.documentElement.lang] ?? Object.values(pages)[0];
    const title = made("h1", page.title);
    title.className = "opened-title";
    title.tabIndex = -1;
    find(".opened-title").replaceWith(title);
    document.title = page.title.text;
    const letter = find(".letter");
    putOrRemove(find(".summary"), page.letter ? null : page.summary);
    if (page.letter) {
      letter.append(...page.letter.nodes.map(grown));
      if (page.letter.language) letter.lang = page.letter.language;
    } else letter.remove();
    find(".chosen").append(...page.badges.map((badge) => article(badge, files)));
    find(".lock").remove();
    find(".opened").hidden = false;
    // What had the focus is gone; a reader goes on from the top of what came in its place.
    title.focus();
  };

  // The way in

  let loading;
  const load = async () => {
    const answer = await fetch(box.dataset.content, { credentials: "omit" });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };

  const open = async (keyFor) => {
    say("opening");
    let file;
    try {
      file = await (loading ??= load());
    } catch {
      loading = undefined;
      say("unreachable");
      return;
    }
    let content;
    try {
      content = await decrypted(file, await keyFor(file));
    } catch {
      say("wrong");
      return;
    }
    // The end may have come in the meantime.
    if (!box.hidden && find(".lock")) show(content);
  };

  const openByLink = () => {
    const key = keyOfLink();
    if (key) open(() => key);
    else say("missing");
  };

  if (form) {
    const field = find("#passphrase");
    const button = find("button");
    find("#reveal").addEventListener("change", (event) => { field.type = event.target.checked ? "text" : "password"; });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      button.disabled = true;
      await open((file) => keyOfPassphrase(field.value, file));
      button.disabled = false;
      if (field.isConnected) field.focus();
    });
    form.hidden = false;
  } else {
    // The key goes with the reader from one language to the other, and not to the server.
    for (const link of document.querySelectorAll(".languages a")) link.hash = location.hash;
    openByLink();
    addEventListener("hashchange", () => { if (find(".lock")) openByLink(); });
  }
})();
