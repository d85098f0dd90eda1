// Takes a shared page away at its end, by the visitor's clock, where the site was not built again since. Whoever read
// it may have kept it: this is a courtesy to the one who shared, and no protection.
"use strict";
(() => {
  const page = document.querySelector(".while-open[data-end]");
  const ended = document.querySelector(".when-ended");
  if (!page || !ended) return;
  const left = () => Date.parse(page.dataset.end) - Date.now();

  const look = () => {
    if (left() > 0) {
      // A browser counts no further than 24 days; once a day is often enough.
      setTimeout(look, Math.min(left() + 1, 86_400_000));
      return;
    }
    page.replaceChildren();
    page.hidden = true;
    ended.hidden = false;
  };
  look();
  // A page that comes back from memory was asleep.
  addEventListener("pageshow", (event) => { if (event.persisted) look(); });
})();
