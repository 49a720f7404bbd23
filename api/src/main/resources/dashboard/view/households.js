import { el, fill } from "../dom.js";
import { number } from "../format.js";
import { say } from "../words.js";
import { section } from "./section.js";

/** Who works in the hamlets sees the doors; staff above see how many there are. */
const AT_THE_DOOR = ["TEAM_MEMBER", "COMMUNE_LEADER"];
const AT_A_TIME = 20;

/** In a hamlet: the households that nobody visited and where the service is still to be done. */
export class Households {
  #tools;
  #note = el("p.note");
  #list = el("ul.doors");
  #more = el("button", { hidden: true, onclick: () => this.#read(this.#next) });
  #next = null;
  #asked = "";
  #shown = null;

  constructor(tools) {
    this.#tools = tools;
    this.#more.textContent = say("more");
    this.element = section("to-visit", say("toVisit"), this.#note, this.#list, this.#more);
  }

  update(model, shown) {
    this.#shown = shown;
    this.element.hidden = model.area.level !== "HAMLET";
    if (this.element.hidden) return;
    const { registered, visited } = model.area.households;
    if (!AT_THE_DOOR.includes(this.#tools.context.me.member.role)) {
      this.#note.textContent = say("toVisitCount", { n: number(registered - visited) });
      return;
    }
    this.#note.textContent = say("toVisitNote");
    const asked = `${shown.area} ${shown.service} ${visited} ${registered}`;
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#read(null);
    }
  }

  async #read(after) {
    const { area, service } = this.#shown;
    try {
      const query = { hamlet: area, unvisited: true, eligibleFor: service, limit: AT_A_TIME, after };
      const { items, next } = await this.#tools.api.get("/v1/households", query);
      if (area !== this.#shown.area || service !== this.#shown.service) return;
      const doors = items.map(door);
      if (after) this.#list.append(...doors);
      else fill(this.#list, ...(doors.length ? doors : [el("li.note", {}, say("noneToVisit"))]));
      this.#next = next;
      this.#more.hidden = !next;
    } catch (failure) {
      fill(this.#list, el("li.note", {}, say("failed", { why: failure.message })));
    }
  }
}

function door(household) {
  const living = household.residents.filter((resident) => !resident.leftOn).length;
  return el("li", {}, el("strong", {}, household.headName),
    el("span", {}, household.addressNote ?? say("noAddress")), el("span", {}, say("residents", { n: number(living) })));
}
