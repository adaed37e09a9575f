/* Keys of the room; every page works without them. */
"use strict";
(() => {
  const typing = (target) => target.closest("input, select, textarea, [contenteditable], dialog");
  const open = document.getElementById("keys-open"), keys = document.getElementById("keys");
  const items = () => [...document.querySelectorAll("[data-item]")];
  const keyed = (key, within = document) => within.querySelector(`[data-key="${CSS.escape(key)}"]`);

  /* A key that is held, or a second one while a form is on its way, decides nothing that nobody has read. */
  const PATIENCE = 5000;
  let sent = -PATIENCE;
  document.addEventListener("submit", () => { sent = performance.now(); });

  /* j and k go through what a page lists, Enter opens it; a key named in data-key presses that button. */
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const listed = items();
    const at = listed.indexOf(document.activeElement.closest("[data-item]"));
    if (event.key === "j" || event.key === "k") {
      const next = listed[event.key === "j" ? at + 1 : Math.max(at - 1, 0)];
      if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); event.preventDefault(); }
      return;
    }
    if (event.key === "Enter" && document.activeElement.matches("[data-item]")) {
      document.activeElement.querySelector("a")?.click();
      return;
    }
    const pressed = (at >= 0 && keyed(event.key, listed[at])) || keyed(event.key);
    if (!pressed) return;
    event.preventDefault();
    if (!event.repeat && performance.now() - sent > PATIENCE) pressed.click();
  });

  /* An incident has another name once its claims are others: the address that people keep names some of them. */
  const of = document.querySelector("[data-of]")?.dataset.of;
  if (of && !location.search) history.replaceState(null, "", `?of=${encodeURIComponent(of)}${location.hash}`);

  /* The list of a page's keys is what the page has: buttons and links with a key, and whether it lists anything. */
  const words = (element) => {
    const bare = element.cloneNode(true);
    bare.querySelectorAll("kbd").forEach((key) => key.remove());
    return (element.getAttribute("aria-label") || bare.textContent).trim();
  };
  const row = (key, told) => {
    const term = document.createElement("dt"), name = document.createElement("kbd"), said = document.createElement("dd");
    name.textContent = key;
    said.textContent = told;
    term.append(name);
    return [term, said];
  };
  const list = () => {
    const found = new Map();
    if (items().length) {
      found.set("j", open.dataset.next).set("k", open.dataset.back);
      if (items().some((item) => item.querySelector("a"))) found.set("Enter", open.dataset.enter);
    }
    for (const element of document.querySelectorAll("[data-key]")) {
      if (element !== open && !found.has(element.dataset.key)) found.set(element.dataset.key, words(element));
    }
    return [...found].flatMap(([key, told]) => row(key, told));
  };
  open.hidden = !list().length;
  open.addEventListener("click", () => { keys.querySelector("dl").replaceChildren(...list()); keys.showModal(); });
})();
