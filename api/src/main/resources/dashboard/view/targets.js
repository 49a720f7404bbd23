import { el, fill } from "../dom.js";
import { number } from "../format.js";
import { nameOf, say } from "../words.js";
import { section } from "./section.js";

const MOST = 6;
const BETWEEN_READINGS = 15_000;

/** What the area is to reach, how far it is, and where it will be at today's pace. Hidden where nothing is set. */
export class Targets {
  #tools;
  #list = el("ul.campaigns");
  #area = null;
  #timer = null;

  constructor(tools) {
    this.#tools = tools;
    this.element = section("targets-part", say("targets"), this.#list);
    this.element.hidden = true;
  }

  update(model, shown) {
    const other = this.#area !== shown.area;
    this.#area = shown.area;
    if (other) this.#read();
    else this.#timer ??= setTimeout(() => this.#read(), BETWEEN_READINGS);
  }

  async #read() {
    clearTimeout(this.#timer);
    this.#timer = null;
    const area = this.#area;
    try {
      const { items } = await this.#tools.api.get("/v1/targets", { area });
      if (area !== this.#area) return;
      const told = items.filter((target) => target.progress).slice(0, MOST);
      this.element.hidden = told.length === 0;
      fill(this.#list, ...told.map((target) => this.#row(target)));
    } catch (failure) {
      this.element.hidden = true;
      console.info(`no targets: ${failure.message}`);
    }
  }

  #row({ service, period, progress, source }) {
    const known = this.#tools.context.services.find((row) => row.code === service);
    const name = known ? nameOf(known) : service;
    const { achieved, goal, paceNeeded, pace, forecast } = progress;
    const paces = paceNeeded !== undefined && pace !== undefined
      && say("targetPace", { needed: number(round(paceNeeded)), pace: number(round(pace)) });
    const range = forecast
      && say("targetForecast", { low: number(forecast.low), expected: number(forecast.expected), high: number(forecast.high) });
    return el("li", {}, el("h3", {}, name),
      el("p.state", {}, say("targetLine", { period, achieved: number(achieved), target: number(goal) })),
      el("progress", { max: goal || 1, value: Math.min(achieved, goal), "aria-label": say("campaignBar", { name }) }),
      el("p.detail", {}, [paces, range].filter(Boolean).join(" · ")), el("p.detail", {}, source.document));
  }
}

function round(pace) {
  return Math.round(pace * 10) / 10;
}
