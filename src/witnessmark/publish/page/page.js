// Comfort only: the page says everything without it.
"use strict";
const cards = [...document.querySelectorAll("#incidents .card")];
const find = document.getElementById("find");
const kind = document.getElementById("kind");
const found = document.getElementById("found");
const open = document.getElementById("open");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = new Map(cards.map((card) => [card, plain(card.textContent)]));

function filter() {
  const words = plain(find.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const card of cards) {
    const fits = (!kind.value || card.dataset.kind === kind.value) && words.every((w) => texts.get(card).includes(w));
    card.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  for (const heading of document.querySelectorAll("#incidents .kind")) {
    let next = heading.nextElementSibling, any = false;
    for (; next && next.matches(".card"); next = next.nextElementSibling) any = any || !next.hidden;
    heading.hidden = !any;
  }
  const setting = document.getElementById("setting");
  if (setting) {
    const fits = [...setting.querySelectorAll(".card")].some((card) => !card.hidden);
    setting.hidden = !fits;
    if (shown < cards.length && fits) setting.open = true;
  }
  found.textContent = shown === cards.length ? "" : `${shown} of ${cards.length} shown`;
}

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (const lit of document.querySelectorAll("mark.lit")) lit.classList.remove("lit");
  if (!target) return;
  for (let box = target.parentElement; box; box = box.parentElement) {
    if (box.tagName === "DETAILS") box.open = true;
  }
  const card = target.closest("#incidents .card");
  if (card && card.hidden) {
    find.value = kind.value = "";
    filter();
  }
  for (const mark of document.querySelectorAll("mark[data-c]")) {
    if (mark.dataset.c.split(" ").includes(target.id)) mark.classList.add("lit");
  }
  target.scrollIntoView({ block: target.classList.contains("start") ? "center" : "start" });
}

if (cards.length) {
  document.querySelector(".tools").hidden = false;
  document.querySelector(".tools").addEventListener("submit", (event) => event.preventDefault());
  find.addEventListener("input", filter);
  kind.addEventListener("change", filter);
  open.addEventListener("click", () => {
    const closed = open.textContent === "Open all";
    for (const box of document.querySelectorAll("#incidents details")) box.open = closed;
    open.textContent = closed ? "Close all" : "Open all";
  });
}
addEventListener("hashchange", reveal);
addEventListener("beforeprint", () => {
  for (const box of document.querySelectorAll("#incidents details")) box.open = true;
});
if (location.hash) reveal();
