// Copies links and texts, and hands the page to another app of the device, where a browser can. Without it every text
// is on the page to be copied by hand, and every way to share is a plain link. Nothing is sent before a press.
"use strict";
(() => {
  const section = document.querySelector(".share");
  const status = section && section.querySelector("[role=status]");
  if (!status) return;

  const tell = (text) => {
    // The same words once more are a change, too.
    status.textContent = "";
    setTimeout(() => { status.textContent = text; }, 50);
  };

  const select = (element) => {
    if (element.select) element.select();
    else getSelection().selectAllChildren(element);
  };

  const copies = [...section.querySelectorAll("button[data-copy]")];
  const copy = async (button) => {
    const from = document.getElementById(button.dataset.copy);
    for (const other of copies) delete other.dataset.done;
    try {
      await navigator.clipboard.writeText(from.localName === "textarea" ? from.value : from.textContent);
      button.dataset.done = "";
      tell(status.dataset.copied);
    } catch {
      select(from);
      tell(status.dataset.failed);
    }
  };
  if (navigator.clipboard && navigator.clipboard.writeText) {
    for (const button of copies) {
      button.addEventListener("click", () => copy(button));
      button.hidden = false;
    }
  }

  const app = section.querySelector("button[data-share]");
  const { title, text, url } = app.dataset;
  if (!navigator.share || (navigator.canShare && !navigator.canShare({ title, text, url }))) return;
  app.addEventListener("click", async () => {
    try {
      await navigator.share({ title, text, url });
    } catch (error) {
      // Whoever closes the list of apps has changed their mind; nothing failed.
      if (error.name !== "AbortError") tell(status.dataset.unshared);
    }
  });
  app.hidden = false;
})();
