// What pages gain with scripts: moving in maps, keys to walk a list, the sign of being live. Reading needs none of it.
// It runs before htmx, so that it hears of a connection however soon that is made.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  function movable(svg) {
    if (!window.d3 || svg.dataset.moves) return;
    svg.dataset.moves = "yes";
    const inner = d3.select(svg).select("g.moves");
    const keep = (k) => inner.selectAll("[data-keep]").attr("transform", function () {
      return `translate(${this.dataset.x} ${this.dataset.y}) scale(${1 / k})`;
    });
    const zoom = d3.zoom().scaleExtent([1, 12])
      .translateExtent([[0, 0], [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]])
      .filter((event) => event.type !== "wheel" || event.ctrlKey || event.metaKey)
      .on("zoom", (event) => { inner.attr("transform", event.transform); keep(event.transform.k); svg.querySelector(".scale")?.toggleAttribute("hidden", event.transform.k !== 1); });
    d3.select(svg).call(zoom);
    const buttons = svg.closest("figure")?.querySelector(".zoom");
    if (!buttons) return;
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => {
      const by = event.target.closest("button")?.dataset.by;
      if (by === "all") d3.select(svg).call(zoom.transform, d3.zoomIdentity);
      else if (by) d3.select(svg).call(zoom.scaleBy, Number(by));
    });
  }

  const steps = [[60, "second"], [60, "minute"], [24, "hour"], [7, "day"], [1e9, "week"]];
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  function ago(element) {
    let past = (Date.parse(element.dateTime) - Date.now()) / 1000;
    if (!Number.isFinite(past) || Math.abs(past) > 14 * 86400) return;
    element.title ||= element.textContent;
    for (const [size, unit] of steps) {
      if (Math.abs(past) < size || unit === "week") { element.textContent = words.format(Math.round(past), unit); return; }
      past /= size;
    }
  }

  function refresh(root = document) {
    all("svg[data-map]", root).forEach(movable);
    all("time.ago", root).forEach(ago);
  }

  function openTarget() {
    let at = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "/") { event.preventDefault(); document.querySelector("#words")?.focus(); return; }
    const move = { j: 1, k: -1 }[event.key];
    if (!move) return;
    const links = all(".event .headline a, .fact > summary");
    const here = links.indexOf(document.activeElement);
    links[Math.max(0, Math.min(links.length - 1, here < 0 ? 0 : here + move))]?.focus();
  });

  const live = document.querySelector("#live");
  live?.addEventListener("htmx:sse:after:connection", () => { live.classList.add("on"); live.lastElementChild.textContent = "live"; });
  live?.addEventListener("htmx:sse:close", () => { live.classList.remove("on"); live.lastElementChild.textContent = "not live"; });
  document.addEventListener("htmx:after:swap", () => refresh());
  window.addEventListener("hashchange", openTarget);
  setInterval(() => all("time.ago").forEach(ago), 30000);
  document.addEventListener("DOMContentLoaded", () => { refresh(); openTarget(); });
})();
