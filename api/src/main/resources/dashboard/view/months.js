import { el, fill } from "../dom.js";
import { isoDay, moment, month, number, share } from "../format.js";
import { nameOf, say } from "../words.js";
import { section, table } from "./section.js";

const MONTHS = 12;
const BETWEEN_READINGS = 15_000;

/** What a month brought to the area: as it was frozen, with what arrived later apart. */
export class Months {
  #tools;
  #select;
  #body = el("div");
  #asked = "";
  #timer = null;

  constructor(tools) {
    this.#tools = tools;
    this.#select = el("select", { id: "month", onchange: () => tools.address.go({ month: this.#select.value }) });
    for (const iso of latestMonths()) this.#select.append(el("option", { value: iso }, month(iso)));
    this.element = section("months-part", say("months"),
      el("div.field", {}, el("label", { htmlFor: "month" }, say("month")), this.#select), this.#body);
  }

  update(model, shown) {
    const chosen = shown.month ?? isoDay(new Date()).slice(0, 7);
    this.#select.value = chosen;
    const asked = `${shown.area} ${chosen}`;
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#read(shown.area, chosen, asked);
    } else {
      this.#timer ??= setTimeout(() => this.#read(shown.area, chosen, asked), BETWEEN_READINGS);
    }
  }

  async #read(area, chosen, asked) {
    clearTimeout(this.#timer);
    this.#timer = null;
    if (asked !== this.#asked) return;
    try {
      const answer = await this.#tools.api.get(`/v1/months/${chosen}`, { area });
      if (asked === this.#asked) this.#render(answer);
    } catch (failure) {
      const why = failure.status === 404 || failure.status === 422 ? say("noMonth") : say("failed", { why: failure.message });
      fill(this.#body, el("p.note", {}, why));
    }
  }

  #render({ area, frozenAt }) {
    const names = new Map(this.#tools.context.services.map((service) => [service.code, nameOf(service)]));
    const rows = area.services.filter((row) => names.has(row.service)).map((row) => [
      names.get(row.service), number(row.achieved), share(row.eligible ? row.achieved / row.eligible : null),
      signed(row.gained), corrected(row.late.achieved), corrected(row.carried.achieved),
    ]);
    const heads = ["service", "achieved", "share", "gained", "corrections", "carried"].map((key) => say(key));
    const state = frozenAt ? say("frozen", { at: moment(frozenAt) })
      : area.frozenHamlets ? say("partlyFrozen", { part: number(area.frozenHamlets), whole: number(area.hamlets) })
        : say("notFrozen");
    fill(this.#body, el("p.note", {}, state), rows.length ? table(say("monthNote"), heads, rows) : el("p.note", {}, say("noMonth")));
  }
}

function signed(count) {
  return `${count > 0 ? "+" : ""}${number(count)}`;
}

function corrected(count) {
  return count === 0 ? "–" : signed(count);
}

function latestMonths() {
  const [year, at] = isoDay(new Date()).split("-").map(Number);
  return Array.from({ length: MONTHS }, (_, index) => new Date(Date.UTC(year, at - 1 - index, 1)).toISOString().slice(0, 7));
}
