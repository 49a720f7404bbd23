import { el, fill } from "../dom.js";
import { date, daysBefore, isoDay, month, number, points, share } from "../format.js";
import { days } from "../history.js";
import { nameOf, say } from "../words.js";
import { section, table } from "./section.js";

const SHOWN = ["VNEID_ACT", "PAY_FIRST", "SKILL"];
const MONTHS = 12;

/** A month of the area, service by service: how it ended, and what it added. */
export class Months {
  #tools;
  #select;
  #body = el("div");
  #asked = "";

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
    const asked = `${shown.area} ${shown.service} ${chosen}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#read(shown, chosen, asked);
  }

  async #read({ area, service }, chosen, asked) {
    try {
      const wanted = [...new Set([service, ...SHOWN])];
      const services = this.#tools.context.services.filter((row) => wanted.includes(row.code));
      const rows = await Promise.all(services.map((row) => this.#row(area, row, chosen)));
      if (asked !== this.#asked) return;
      const heads = ["service", "share", "achieved", "eligible", "gained"].map((key) => say(key));
      fill(this.#body, table(say("monthOf", { day: date(lastDayOf(chosen)) }), heads, rows));
    } catch (failure) {
      fill(this.#body, el("p.note", {}, say("failed", { why: failure.message })));
    }
  }

  async #row(area, service, chosen) {
    const standings = await days(this.#tools.api, area, service.code, daysBefore(`${chosen}-01`, 1), lastDayOf(chosen));
    const [before, after] = [standings[0], standings.at(-1)];
    const gained = after.achieved - before.achieved;
    const rise = after.share === null || before.share === null ? "" : ` (${points(after.share - before.share)})`;
    return [nameOf(service), share(after.share), number(after.achieved), number(after.eligible),
      `${gained >= 0 ? "+" : ""}${number(gained)}${rise}`];
  }
}

/** The last day of a month, or today in the present one. */
function lastDayOf(chosen) {
  const [year, at] = chosen.split("-").map(Number);
  const last = new Date(Date.UTC(year, at, 0, 12)).toISOString().slice(0, 10);
  const today = isoDay(new Date());
  return last < today ? last : today;
}

function latestMonths() {
  const [year, at] = isoDay(new Date()).split("-").map(Number);
  return Array.from({ length: MONTHS }, (_, index) => new Date(Date.UTC(year, at - 1 - index, 1)).toISOString().slice(0, 7));
}
