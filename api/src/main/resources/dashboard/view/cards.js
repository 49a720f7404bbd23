import { el, fill } from "../dom.js";
import { number, points, share } from "../format.js";
import { history } from "../history.js";
import { cellOf } from "../model.js";
import { nameOf, say } from "../words.js";
import { section } from "./section.js";
import { sparkline } from "./sparkline.js";

/** The headlines that coverage counts by service, beside the teams and the households visited. */
const HEADLINES = ["VNEID_ACT", "PAY_FIRST", "SKILL"];
const WEEKS = 8;

/** What a card says of households beside its persons. */
const OF_HOUSEHOLDS = { PAY_FIRST: "paying", SKILL: "skilled" };

/** The headline figures of the area, each with its last weeks. */
export class Cards {
  #tools;
  #list = el("ul.cards");
  #model = null;
  #shown = null;
  #trends = new Map();
  #area = null;

  constructor(tools) {
    this.#tools = tools;
    this.element = section("headlines", say("headlines"), this.#list);
  }

  update(model, shown) {
    this.#model = model;
    this.#shown = shown;
    this.#render();
    if (this.#area !== shown.area) {
      this.#area = shown.area;
      this.#services().forEach((service) => this.#read(service));
    }
  }

  #services() {
    return this.#tools.context.services.filter((service) => HEADLINES.includes(service.code));
  }

  async #read(service) {
    try {
      this.#trends.set(service.code, await history(this.#tools.api, this.#area, service.code, WEEKS));
    } catch (failure) {
      this.#trends.set(service.code, []);
      console.info(`no trend of ${service.code}: ${failure.message}`);
    }
    this.#render();
  }

  #render() {
    const area = this.#model.area;
    const ofServices = this.#services().map((service) => this.#card(area, service));
    fill(this.#list, this.#visited(area.households), teams(area), ...ofServices);
  }

  #visited(households) {
    const value = households.registered ? households.visited / households.registered : null;
    const line = this.#trends.get(HEADLINES[0])?.map((point) => point.visitedShare);
    const part = { part: number(households.visited), whole: number(households.registered) };
    return card(say("visited"), value, say("ofHouseholds", part), line, "visited");
  }

  #card(area, service) {
    const cell = cellOf(area, service.code);
    const words = { PERSON: "ofPersons", HOUSEHOLD: "ofHouseholds" }[service.unit] ?? "ofUnits";
    const detail = cell.eligible
      ? say(words, { part: number(cell.achieved), whole: number(cell.eligible) }) : say("noneEligible");
    const measure = OF_HOUSEHOLDS[service.code];
    const households = area.households[measure];
    const more = households === undefined ? null : say(measure, { n: number(households) });
    const line = this.#trends.get(service.code)?.map((point) => point.share);
    const title = el("a", { href: this.#tools.address.href({ service: service.code }) }, nameOf(service));
    return card(title, cell.eligible ? cell.achieved / cell.eligible : null, detail, line, service.code, more);
  }
}

/** Teams have no past, so this card has no line. */
function teams({ level, teams: count }) {
  const { hamlets, covered, active } = count;
  const state = active ? "teamActive" : covered ? "teamIdle" : "teamNone";
  const [figure, detail] = level === "HAMLET"
    ? [say(covered ? "hasTeam" : "noTeam"), say(state)]
    : [share(hamlets ? covered / hamlets : null), say("ofHamlets", { part: number(covered), whole: number(hamlets) })];
  const change = level === "HAMLET" ? null : el("p.change", {}, say("teamsActive", { n: number(active) }));
  return el("li.card", { "data-card": "teams" },
    el("h3", {}, say(level === "HAMLET" ? "team" : "teams")), el("p.figure", {}, figure), el("p.detail", {}, detail), change);
}

function card(title, value, detail, line, code, more = null) {
  const known = (line ?? []).filter((point) => point !== null && point !== undefined);
  const change = known.length > 1 && value !== null
    ? say("sinceWeeks", { points: points(value - known[0]), weeks: WEEKS }) : say(line ? "noTrend" : "loading");
  return el("li.card", { "data-card": code },
    el("h3", {}, title), el("p.figure", {}, share(value)), el("p.detail", {}, detail),
    more && el("p.detail", {}, more),
    el("p.change", {}, known.length > 1 ? sparkline([...known.slice(0, -1), value ?? known.at(-1)]) : null, change));
}
