/* The map of a filter: what the server says is drawn, as areas. The table of places tells the same without it. */
"use strict";
(() => {
  /* Under each other, what was found comes before what may be asked for. */
  const filter = document.getElementById("filter");
  if (filter && matchMedia("(max-width: 60rem)").matches && !filter.querySelector("[role=alert]")) filter.open = false;

  const place = document.getElementById("map");
  if (!place || !window.L || !window.topojson) return;
  const said = document.getElementById("map-said");
  const told = place.dataset;
  const KM = 1000, DISTRICT = 18, SLOW = 250, DEEPEST = 11;
  place.hidden = false;
  const map = L.map(place, {
    zoomControl: false, attributionControl: false, minZoom: 1, maxZoom: DEEPEST, worldCopyJump: true,
    fadeAnimation: false, zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  }).setView([20, 20], 2);
  place.setAttribute("role", "region");
  place.setAttribute("aria-label", told.title);
  L.control.zoom({ zoomInTitle: told.in, zoomOutTitle: told.out }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  map.createPane("land").style.zIndex = 200;
  const land = L.svg({ pane: "land" }), drawn = L.layerGroup().addTo(map);

  fetch(told.world).then((answer) => answer.json()).then((world) => {
    const shape = topojson.feature(world, world.objects.land); // coasts: no map of the room draws a border
    L.geoJSON(shape, { pane: "land", renderer: land, interactive: false, style: { className: "land", color: null, fillColor: null, weight: 1, fillOpacity: 1 } }).addTo(map);
  }).catch(() => { said.textContent = told.failed; });

  /* What was asked for, at another place. */
  const open = (there) => {
    const query = new URL(told.areas, location.href).searchParams;
    for (const name of ["place", "country", "admin1", "bbox", "unplaced"]) query.delete(name);
    for (const [name, value] of Object.entries(there)) if (value) query.set(name, value);
    location.href = `${told.explore}?${query}`;
  };
  const words = (item) => {
    const box = document.createElement("div");
    box.dir = document.documentElement.dir;
    if (item.name) {
      const name = document.createElement("b");
      name.dir = "auto";
      name.textContent = item.name;
      box.append(name, document.createElement("br"));
    }
    box.append(item.words);
    return box;
  };
  const add = (layer, item) => {
    layer.bindTooltip(words(item), { sticky: true }).addTo(drawn);
    if (item.place) layer.on("click", () => open(item.place));
    return layer;
  };
  const draw = (found) => {
    drawn.clearLayers();
    const most = Math.max(1, ...found.squares.map(([, , n]) => n));
    for (const [south, west, n] of found.squares) {
      const bounds = [[south, west], [south + found.size, west + found.size]];
      const edges = [Math.max(west, -180), Math.max(south, -90), Math.min(bounds[1][1], 180), Math.min(bounds[1][0], 90)];
      const square = { words: found.words[n], place: { bbox: edges.map((edge) => edge.toFixed(4)).join(",") } };
      const fillOpacity = 0.2 + 0.6 * Math.sqrt(n / most);
      add(L.rectangle(bounds, { className: "square", color: null, fillColor: null, weight: 0.5, fillOpacity }), square);
    }
    for (const area of found.areas) {
      const vague = area.km >= DISTRICT ? " vague" : "";
      add(L.circle(area.at, { radius: area.km * KM, className: `ring${vague}`, color: null, fillColor: null }), area);
    }
  };

  let asking, first = true, waiting;
  const ask = () => {
    asking?.abort();
    asking = new AbortController();
    const url = new URL(told.areas, location.href);
    if (!first) {
      const frame = map.getBounds();
      const edge = (value, most) => Math.max(-most, Math.min(most, value)).toFixed(2);
      url.searchParams.set("zoom", map.getZoom());
      url.searchParams.set("frame", [edge(frame.getWest(), 180), edge(frame.getSouth(), 90), edge(frame.getEast(), 180), edge(frame.getNorth(), 90)].join(","));
    }
    fetch(url, { signal: asking.signal, headers: { Accept: "application/json" } })
      .then((answer) => { if (!answer.ok) throw new Error(answer.status); return answer.json(); })
      .then((found) => {
        said.textContent = found.said;
        draw(found);
        if (first && found.extent) map.fitBounds(found.extent, { maxZoom: 8, animate: false, padding: [12, 12] });
        first = false;
      })
      .catch((error) => { if (error.name !== "AbortError") said.textContent = told.failed; });
  };
  map.on("moveend", () => { if (!first) { clearTimeout(waiting); waiting = setTimeout(ask, SLOW); } });

  const only = L.control({ position: "topright" });
  only.onAdd = () => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "frame";
    button.textContent = told.frame;
    L.DomEvent.disableClickPropagation(button);
    button.addEventListener("click", () => {
      const frame = map.getBounds();
      const edges = [Math.max(-180, frame.getWest()), Math.max(-90, frame.getSouth()), Math.min(180, frame.getEast()), Math.min(90, frame.getNorth())];
      open({ bbox: edges.map((edge) => edge.toFixed(1)).join(",") });
    });
    return button;
  };
  only.addTo(map);
  ask();
})();
