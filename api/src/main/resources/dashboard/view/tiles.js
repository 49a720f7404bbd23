import { el, fill } from "../dom.js";
import { date, number, share } from "../format.js";
import { cellOf, fullName } from "../model.js";
import { say } from "../words.js";
import { section, table } from "./section.js";
import { squarify } from "./treemap.js";

const STEPS = [0.2, 0.4, 0.6, 0.8];
const LEAST_TILE = 0.35;

/** The class of colour and pattern of a share. */
export function shade(value) {
  if (value === null || value === undefined) return "none";
  return `s${STEPS.filter((step) => value >= step).length}`;
}

/** The areas right below as a map of tiles: size by households, colour and pattern by share; each opens its area. */
export class Tiles {
  #tools;
  #box = el("ul.tiles");
  #table = el("details.figures");
  #model = null;
  #shown = null;

  constructor(tools) {
    this.#tools = tools;
    this.element = section("map", say("map"), el("p.note", {}, say("mapNote")), legend(), this.#box, this.#table);
    new ResizeObserver(() => this.#lay()).observe(this.#box);
  }

  update(model, shown) {
    this.#model = model;
    this.#shown = shown;
    this.element.hidden = model.children.length === 0;
    this.#lay();
    this.#list();
  }

  #lay() {
    if (!this.#model?.children.length || !this.#box.clientWidth) return;
    const kept = document.activeElement?.dataset?.area;
    const children = [...this.#model.children].sort((a, b) => b.households.registered - a.households.registered);
    const width = this.#box.clientWidth;
    const height = Math.max(280, Math.min(innerHeight * 0.6, 0.62 * width), (children.length * 9000) / width);
    const sizes = leastOf(children.map((child) => child.households.registered));
    const places = squarify(sizes, width, height);
    this.#box.style.height = `${height}px`;
    fill(this.#box, ...children.map((child, index) => this.#tile(child, places[index])));
    if (kept) this.#box.querySelector(`[data-area="${kept}"]`)?.focus();
  }

  #tile(child, place) {
    const value = cellOf(child, this.#shown.service).share;
    const said = { name: fullName(child), share: share(value), households: number(child.households.registered) };
    const link = el("a", {
      href: this.#tools.address.href({ area: child.areaId }), title: say("tile", said), "data-area": child.areaId,
      "data-share": shade(value), "aria-label": say("tile", said),
    }, el("span.name", {}, child.name), child.formerCommune && el("span.former", {}, child.formerCommune),
    el("span.share", {}, share(value)));
    if (this.#model.changed.has(child.areaId)) link.classList.add("changed");
    const item = el("li", {}, link);
    Object.assign(item.style, {
      left: `${place.x}px`, top: `${place.y}px`, width: `${place.width}px`, height: `${place.height}px`,
    });
    return item;
  }

  #list() {
    const open = this.#table.open;
    const rows = this.#model.children.map((child) => {
      const cell = cellOf(child, this.#shown.service);
      const link = el("a", { href: this.#tools.address.href({ area: child.areaId }) }, fullName(child));
      return [link, share(cell.share), number(cell.achieved), number(cell.eligible),
        `${number(child.households.visited)} / ${number(child.households.registered)}`, date(child.households.lastVisitOn)];
    });
    const heads = ["area", "share", "achieved", "eligible", "visitedShort", "lastVisit"].map((key) => say(key));
    fill(this.#table, el("summary", {}, say("asTable")), table(say("map"), heads, rows));
    this.#table.open = open;
  }
}

/** A place without households yet is still there to be opened. */
function leastOf(sizes) {
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length || 1;
  return sizes.map((size) => Math.max(size, mean * LEAST_TILE));
}

function legend() {
  const steps = ["< 20%", "20–40%", "40–60%", "60–80%", "≥ 80%"];
  const items = steps.map((text, index) => el("li", {}, el("span.swatch", { "data-share": `s${index}` }), text));
  items.push(el("li", {}, el("span.swatch", { "data-share": "none" }), say("noShare")));
  return el("ul.legend", { "aria-label": say("legend") }, ...items);
}
