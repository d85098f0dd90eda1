// Tells a visitor that nobody has checked the page for long: a site whose weekly look has stopped cannot say so itself.
"use strict";
(() => {
  const longest = 45 * 86_400_000;
  for (const notice of document.querySelectorAll(".stale[data-checked]")) {
    notice.hidden = !(Date.now() - Date.parse(notice.dataset.checked) > longest);
  }
})();
