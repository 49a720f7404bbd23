import { el, fill } from "../dom.js";
import { number, share } from "../format.js";
import { fullName } from "../model.js";
import { say } from "../words.js";
import { section } from "./section.js";
import { shade } from "./tiles.js";

const MOST = 8;
const BETWEEN_READINGS = 3000;

/** The hamlets of the area that lag behind, the last of them first. */
export class Laggards {
  #tools;
  #list = el("ol.laggards");
  #shown = null;
  #asked = "";
  #timer = null;

  constructor(tools) {
    this.#tools = tools;
    this.element = section("behind", say("laggards"), el("p.note", {}, say("laggardsNote")), this.#list);
  }

  update(model, shown) {
    this.#shown = shown;
    this.element.hidden = model.area.level === "HAMLET";
    if (this.element.hidden) return;
    const asked = `${shown.area} ${shown.service}`;
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#read();
    } else {
      // An evening of pushes moves the ranking many times a second; nobody reads it that fast.
      this.#timer ??= setTimeout(() => this.#read(), BETWEEN_READINGS);
    }
  }

  async #read() {
    clearTimeout(this.#timer);
    this.#timer = null;
    const { area, service } = this.#shown;
    try {
      const { items } = await this.#tools.api.get("/v1/coverage/hamlets", { area, service, limit: MOST });
      if (area === this.#shown.area && service === this.#shown.service) this.#render(items);
    } catch (failure) {
      fill(this.#list, el("li.note", {}, say("failed", { why: failure.message })));
    }
  }

  #render(items) {
    const ranked = items.filter((item) => item.eligible > 0);
    fill(this.#list, ...(ranked.length ? ranked.map((item) => this.#row(item)) : [el("li.note", {}, say("noLaggards"))]));
  }

  #row(item) {
    const bar = el("span.bar-of", { "aria-hidden": "true" }, el("span", { "data-share": shade(item.share) }));
    bar.firstChild.style.width = `${(item.share ?? 0) * 100}%`;
    const detail = say("ofUnits", { part: number(item.achieved), whole: number(item.eligible) });
    return el("li", {}, el("a", { href: this.#tools.address.href({ area: item.areaId }) }, fullName(item)),
      el("span.share", {}, share(item.share ?? null)), bar, el("span.detail", {}, detail));
  }
}
