import * as address from "./address.js";
import { el, fill } from "./dom.js";
import { Model } from "./model.js";
import { Stream } from "./stream.js";
import { language, say, setLanguage } from "./words.js";
import { Campaigns } from "./view/campaigns.js";
import { Cards } from "./view/cards.js";
import { Header } from "./view/header.js";
import { Households } from "./view/households.js";
import { Laggards } from "./view/laggards.js";
import { Months } from "./view/months.js";
import { Targets } from "./view/targets.js";
import { Tiles } from "./view/tiles.js";
import { Trend } from "./view/trend.js";

/** The page of one area: its parts, and what keeps them up to date. */
export class Page {
  #root;
  #api;
  #session;
  #stream = null;
  #model = new Model();
  #shown = null;
  #parts = [];
  #header = null;
  #context = { me: null, services: [], place: null };

  constructor(root, api, session) {
    this.#root = root;
    this.#api = api;
    this.#session = session;
  }

  async open() {
    const [me, services] = await Promise.all([this.#api.get("/v1/me"), this.#api.get("/v1/services")]);
    this.#context.me = me;
    this.#context.services = services.items.filter((service) => service.active);
    addEventListener("hashchange", () => this.#follow());
    document.addEventListener("visibilitychange", () => this.#rest());
    await this.#follow();
  }

  /** Shows what the address says. */
  async #follow() {
    const wanted = address.read();
    const home = this.#context.me.areas[0]?.id;
    if (!wanted.area && home) {
      address.settle({ area: home });
      return this.#follow();
    }
    if (!wanted.area) return void fill(this.#root, el("main.people", { id: "main" }, el("p", {}, say("noHome"))));
    if (wanted.area === this.#shown?.area) {
      this.#shown = wanted;
      return this.#update("address");
    }
    this.#shown = wanted;
    this.#stream?.close();
    this.#model = new Model();
    this.#context.place = null;
    this.#build();
    this.#update("address");
    this.#listen(wanted.area);
    await this.#readPlace(wanted.area);
  }

  /** A page that nobody sees gives its connection back: a browser keeps six to a server, for all its tabs together. */
  #rest() {
    if (document.hidden) this.#stream?.close();
    else if (this.#shown?.area) this.#listen(this.#shown.area, this.#stream?.lastId);
  }

  async #readPlace(area) {
    try {
      this.#context.place = await this.#api.get(`/v1/areas/${area}`);
      this.#update("place");
    } catch (failure) {
      // The stream tells why an area cannot be shown; without its path the page is still of use.
      console.info(`no path of the area: ${failure.message}`);
    }
  }

  #listen(area, lastId = null) {
    this.#stream?.close();
    this.#stream = new Stream(this.#api, area, lastId, {
      event: (name, said) => {
        this.#model.take(name, said);
        this.#update(name);
      },
      state: (state, failure) => this.#connection(state, failure),
    });
  }

  #connection(state, failure) {
    if (state === "refused") {
      const back = el("a", { href: address.href({ area: this.#context.me.areas[0]?.id }) }, say("home"));
      const why = failure.status === 404 ? say("notFound") : failure.message;
      fill(document.getElementById("main"), el("p.refused", { role: "alert" }, why), back);
    }
    this.#header.connection(state, this.#model.asOf);
  }

  #build() {
    const tools = { api: this.#api, context: this.#context, address };
    this.#header = new Header(tools, { leave: () => this.#session.leave(), translate: () => this.#translate() });
    this.#parts = [Cards, Tiles, Laggards, Households, Trend, Campaigns, Targets, Months].map((Part) => new Part(tools));
    const main = el("main", { id: "main", tabIndex: -1 }, ...this.#parts.map((part) => part.element));
    fill(this.#root, this.#header.element, main);
    document.getElementById("skip").textContent = say("skip");
    document.title = say("title");
  }

  #translate() {
    setLanguage(language() === "vi" ? "en" : "vi");
    this.#build();
    this.#update("place");
    this.#update("coverage");
    this.#header.connection("live", this.#model.asOf);
    this.#header.focusLanguage();
  }

  /** @param {string} why `address`, `place`, or the name of an event */
  #update(why) {
    this.#header.update(this.#model, this.#shown);
    if (!this.#model.area || why === "moment") return;
    document.title = `${this.#model.area.name} – ${say("title")}`;
    for (const part of this.#parts) part.update(this.#model, this.#shown, why);
    if (!performance.getEntriesByName("useful").length) requestAnimationFrame(() => performance.mark("useful"));
  }
}
