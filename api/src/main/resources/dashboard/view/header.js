import { el, fill } from "../dom.js";
import { moment, number } from "../format.js";
import { language, nameOf, say } from "../words.js";

/** Where one is, which service is shown, how fresh the figures are. */
export class Header {
  #tools;
  #path = el("ol");
  #service;
  #freshness = el("p.freshness");
  #banner = el("p.banner", { role: "status", hidden: true });
  #language;
  #state = "connecting";
  #model = null;

  constructor(tools, actions) {
    this.#tools = tools;
    this.#service = el("select", { id: "service", onchange: () => tools.address.go({ service: this.#service.value }) });
    for (const service of tools.context.services) {
      this.#service.append(el("option", { value: service.code }, nameOf(service)));
    }
    this.#language = el("button.plain", {
      id: "language", onclick: actions.translate, lang: language() === "vi" ? "en" : "vi", "aria-label": say("languageLabel"),
    }, say("language"));
    this.element = el("header", {},
      el("div.bar", {},
        el("nav", { "aria-label": say("path") }, this.#path),
        el("div.tools", {}, this.#language, el("button.plain", { onclick: actions.leave }, say("signOut")))),
      el("div.bar", {},
        el("div.field", {}, el("label", { htmlFor: "service" }, say("service")), this.#service),
        this.#freshness),
      this.#banner);
  }

  focusLanguage() {
    this.#language.focus();
  }

  update(model, shown) {
    this.#service.value = shown.service;
    fill(this.#path, ...this.#steps(model));
    this.#model = model;
    this.#told();
  }

  /** @param {"live"|"lost"|"refused"} state */
  connection(state, asOf) {
    if (state === this.#state) return;
    this.#state = state;
    this.#banner.hidden = state !== "lost";
    if (state === "lost") {
      this.#banner.textContent = asOf ? say("offline", { at: moment(asOf) }) : say("neverLoaded");
    }
    this.element.classList.toggle("offline", state === "lost");
    if (this.#model) this.#told();
  }

  #told() {
    const model = this.#model;
    const notSynced = model.devicesNotSynced > 0
      ? el("span.warning", {}, say("notSynced", { n: number(model.devicesNotSynced) })) : null;
    const live = el("span", { className: `link ${this.#state}` }, this.#state === "live" ? say("live") : say("connecting"));
    fill(this.#freshness, live, model.asOf ? el("time", { dateTime: model.asOf }, say("asOf", { at: moment(model.asOf) })) : null, notSynced);
  }

  /** Links from the viewer's own area down; what lies above it is named, but not theirs to open. */
  #steps(model) {
    const { place, me } = this.#tools.context;
    const homes = new Set(me.areas.map((area) => area.id));
    const above = [...(place?.path ?? [])].reverse();
    const first = above.findIndex((area) => homes.has(area.id));
    const steps = above.map((area, index) => el("li", {}, first >= 0 && index >= first
      ? el("a", { href: this.#tools.address.href({ area: area.id }) }, area.fullName)
      : el("span", {}, area.fullName)));
    const name = model.area?.name ?? place?.fullName ?? say("loading");
    return [...steps, el("li", {}, el("h1", { "aria-current": "page" }, name))];
  }
}
