// Narrows and orders the list of badges. Without it the page shows them all. The page brings every order as whole
// numbers and every filter as plain words; nothing is compared here but these. The address keeps what was chosen.
"use strict";
(() => {
  const box = document.querySelector(".filters");
  const list = document.querySelector("#badges");
  if (!box || !list) return;
  const cards = [...list.children];
  const choices = [...box.querySelectorAll("select")];
  const status = box.querySelector("[role=status]");
  const none = box.querySelector(".none");
  const all = box.querySelector("button");
  const fold = box.querySelector("details");
  const filters = choices.filter((choice) => choice.name !== "sort");
  const order = choices.find((choice) => choice.name === "sort");

  const has = (card, choice) => (card.dataset[choice.name] || "").split(" ").includes(choice.value);
  const chosen = () => choices.filter((choice) => choice.selectedIndex > 0);

  const show = () => {
    const active = filters.filter((choice) => choice.value);
    for (const card of cards) card.hidden = !active.every((choice) => has(card, choice));
    const rank = `${order.value}Rank`;
    list.append(...[...cards].sort((one, other) => one.dataset[rank] - other.dataset[rank]));
    const shown = cards.filter((card) => !card.hidden).length;
    status.textContent = status.dataset.told.replace("{shown}", shown);
    none.hidden = shown > 0;
    all.hidden = chosen().length === 0;
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const choice of choices) {
      const known = [...choice.options].findIndex((option) => option.value === asked.get(choice.name));
      choice.selectedIndex = Math.max(0, known);
    }
    show();
  };

  const keep = () => {
    const query = new URLSearchParams(chosen().map((choice) => [choice.name, choice.value])).toString();
    try { history.pushState(null, "", location.pathname + (query && `?${query}`)); } catch { /* a page opened as a file */ }
    show();
  };

  for (const choice of choices) choice.addEventListener("change", keep);
  all.addEventListener("click", () => {
    for (const choice of choices) choice.selectedIndex = 0;
    keep();
    // The button is gone now; whoever pressed it by keyboard goes on from here.
    fold.querySelector("summary").focus();
  });
  addEventListener("popstate", read);
  // A page that comes back from memory has its selects as the browser left them.
  addEventListener("pageshow", read);
  read();
  fold.open = matchMedia("(min-width: 40rem)").matches || chosen().length > 0;
  box.hidden = false;
})();
