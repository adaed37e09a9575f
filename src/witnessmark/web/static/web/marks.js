/* Words selected in the text go to the form for a claim that was missed; the form works without. */
"use strict";
(() => {
  /* Where the chosen claim stands under the text and not beside it, it is brought into sight. */
  document.addEventListener("htmx:afterSettle", () => {
    const beside = document.getElementById("beside");
    if (beside && beside.getBoundingClientRect().top > innerHeight) beside.scrollIntoView();
  });

  const text = document.getElementById("text");
  const form = document.getElementById("add");
  if (!text || !form) return;

  /* Signs of the document before a place in the page: code points, as the program counts them. */
  const place = (node, offset) => {
    const zone = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!zone) return null;
    const before = document.createRange();
    before.setStart(zone, 0);
    before.setEnd(node, offset);
    return Number(zone.dataset.start) + [...before.toString()].length;
  };

  const selected = () => {
    const chosen = document.getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    return text.contains(range.commonAncestorContainer) ? range : null;
  };

  /* Only once the selection is done: what opens above the text would move it under the hand. */
  const take = () => {
    const range = selected();
    if (!range) return;
    const start = place(range.startContainer, range.startOffset);
    const end = place(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return;
    form.querySelector("[name=start]").value = start;
    form.querySelector("[name=end]").value = end;
    form.querySelector("[name=quote]").value = "";
    form.querySelector("output").textContent = range.toString();
    form.open = true;
  };
  /* On a link no selection begins, and most words that are missed stand beside or inside a claim that is
     marked: while the mouse is pressed on one it leads nowhere. */
  let held = null;
  text.addEventListener("pointerdown", (event) => {
    const link = event.pointerType === "mouse" && event.button === 0 ? event.target.closest("a.claim") : null;
    held = { link, to: link?.getAttribute("href") };
    link?.removeAttribute("href");
  });
  const letGo = () => {
    held?.link?.setAttribute("href", held.to);
    if (held) setTimeout(take);
    held = null;
  };
  for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, letGo);
  document.addEventListener("selectionchange", () => { if (!held) take(); });

  /* Words of a marked claim can be selected too: letting go of them is no click on it. */
  text.addEventListener("click", (event) => {
    if (selected()) { event.preventDefault(); event.stopPropagation(); }
  }, true);

  /* What was selected is shown again where the form comes back with its place. */
  const spot = ["start", "end"].map((name) => form.querySelector(`[name=${name}]`).value);
  if (spot.every(Boolean)) {
    const [start, end] = spot.map(Number);
    form.querySelector("output").textContent = [...text.querySelectorAll("[data-start]")].map((zone) => {
      const before = Number(zone.dataset.start);
      return [...zone.textContent].slice(Math.max(start - before, 0), Math.max(end - before, 0)).join("");
    }).join("");
  }

  /* Typed words are looked for anew. */
  form.querySelector("[name=quote]").addEventListener("input", () => {
    form.querySelector("[name=start]").value = form.querySelector("[name=end]").value = "";
    form.querySelector("output").textContent = "";
  });
})();
