import { el, fill } from "../dom.js";
import { date, number, share } from "../format.js";
import { say } from "../words.js";
import { section } from "./section.js";

const MOST = 5;
const BETWEEN_READINGS = 10_000;
/** What is open or under way comes first, then what has ended; drafts are their writer's business. */
const SHOWN = ["RUNNING", "LAUNCHING", "ENDING", "ENDED"];

/** The campaigns in the viewer's scope, and how far each has come. */
export class Campaigns {
  #tools;
  #list = el("ul.campaigns");
  #timer = null;
  #shown = null;

  constructor(tools) {
    this.#tools = tools;
    this.element = section("campaigns-part", say("campaigns"), this.#list);
  }

  update(model, shown) {
    const other = this.#shown?.area !== shown.area;
    this.#shown = shown;
    if (other) this.#read();
    else this.#timer ??= setTimeout(() => this.#read(), BETWEEN_READINGS);
  }

  async #read() {
    clearTimeout(this.#timer);
    this.#timer = null;
    try {
      const { items } = await this.#tools.api.get("/v1/campaigns", { limit: 50 });
      const told = items.filter((campaign) => SHOWN.includes(campaign.state))
        .sort((a, b) => SHOWN.indexOf(a.state) - SHOWN.indexOf(b.state) || b.to.localeCompare(a.to)).slice(0, MOST);
      const whole = await Promise.all(told.map(({ id }) => this.#tools.api.get(`/v1/campaigns/${id}`)));
      fill(this.#list, ...(whole.length ? whole.map(row) : [el("li.note", {}, say("noCampaigns"))]));
    } catch (failure) {
      this.element.hidden = failure.status === 403 || failure.status === 404;
      fill(this.#list, el("li.note", {}, say("failed", { why: failure.message })));
    }
  }
}

function row(campaign) {
  const tasks = campaign.progress?.tasks ?? {};
  const all = Object.entries(tasks).reduce((sum, [state, many]) => (state === "CANCELLED" ? sum : sum + many), 0);
  const done = tasks.DONE ?? 0;
  const dates = say("window", { from: date(campaign.from), to: date(campaign.to) });
  return el("li", {}, el("h3", {}, campaign.name), el("p.state", {}, `${say(campaign.state)} · ${dates}`),
    el("progress", { max: all || 1, value: done, "aria-label": say("campaignBar", { name: campaign.name }) }),
    el("p.detail", {}, say("campaignDone", { done: number(done), all: number(all) }),
      ` · ${share(campaign.progress?.share ?? null)}`));
}
