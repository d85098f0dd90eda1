// Remembers the language that a reader chose, and offers it at the top of the site. Everything works without this.
"use strict";
(() => {
  const key = "language";
  const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const store = (tag) => { try { localStorage.setItem(key, tag); } catch { /* private browsing */ } };
  const primary = (tag) => tag.toLowerCase().split("-")[0];

  for (const link of document.querySelectorAll(".languages a, .chooser a")) {
    link.addEventListener("click", () => store(link.hreflang));
  }
  const choices = [...document.querySelectorAll(".chooser a")];
  const offered = (tag) => choices.find((link) => primary(link.hreflang) === primary(tag));
  const remembered = stored() && offered(stored());
  if (remembered) {
    location.replace(remembered.href);
    return;
  }
  const guess = navigator.languages.map(offered).find(Boolean);
  // A short link was followed to see a badge: a language that its reader knows is not asked for once more.
  const leads = document.querySelector("[data-leads]");
  const only = choices.length === 1 ? choices[0] : undefined;
  if (leads && (guess || only)) location.replace((guess || only).href);
  else if (guess) guess.classList.add("likely");
})();
