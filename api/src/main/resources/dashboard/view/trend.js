import { el, fill } from "../dom.js";
import { date, dayAndMonth, number, share } from "../format.js";
import { history } from "../history.js";
import { cellOf } from "../model.js";
import { script } from "../session.js";
import { nameOf, say } from "../words.js";
import { section, table } from "./section.js";

const WEEKS = 12;

/** The chosen service over the last weeks. The chart's library loads when the rest of the page is there. */
export class Trend {
  #tools;
  #canvas = el("canvas", { role: "img", "aria-label": say("trend") });
  #figures = el("details.figures", { hidden: true });
  #asked = "";
  #chart = null;

  constructor(tools) {
    this.#tools = tools;
    this.element = section("trend", say("trend"), el("div.chart", {}, this.#canvas), this.#figures);
  }

  update(model, shown) {
    const asked = `${shown.area} ${shown.service}`;
    if (asked === this.#asked) return this.#move(cellOf(model.area, shown.service).share ?? null);
    this.#asked = asked;
    this.#read(model.area.name, shown, asked);
  }

  async #read(area, { area: id, service }, asked) {
    try {
      const [points] = await Promise.all([history(this.#tools.api, id, service, WEEKS), library()]);
      if (asked !== this.#asked) return;
      const known = this.#tools.context.services.find((row) => row.code === service);
      this.#canvas.setAttribute("aria-label", say("trendOf", { service: known ? nameOf(known) : service, area }));
      this.#draw(points);
      this.#list(points);
    } catch (failure) {
      fill(this.#figures, el("summary", {}, say("failed", { why: failure.message })));
      this.#figures.hidden = false;
    }
  }

  #draw(points) {
    this.#chart?.destroy();
    const { fontFamily, fontSize } = getComputedStyle(document.body);
    Object.assign(globalThis.Chart.defaults.font, { family: fontFamily, size: parseFloat(fontSize) * 0.78 });
    const line = { data: points.map((point) => point.share), borderColor: "#1f6f8b", backgroundColor: "#1f6f8b22", fill: true, pointRadius: 0, pointHitRadius: 8, borderWidth: 2.5 };
    this.#chart = new globalThis.Chart(this.#canvas, {
      type: "line",
      data: { labels: points.map((point) => dayAndMonth(point.on)), datasets: [line] },
      options: {
        animation: false,
        maintainAspectRatio: false,
        plugins: {
          legend: { display: false },
          tooltip: { displayColors: false, callbacks: { label: (item) => share(item.parsed.y) } },
        },
        scales: {
          y: { beginAtZero: true, suggestedMax: 0.1, ticks: { callback: (value) => share(value), maxTicksLimit: 6 } },
          x: { grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 12 } },
        },
      },
    });
  }

  /** Today's end of the line follows the stream. */
  #move(now) {
    const line = this.#chart?.data.datasets[0].data;
    if (!line || line.at(-1) === now) return;
    line[line.length - 1] = now;
    this.#chart.update();
  }

  #list(points) {
    const weekly = points.filter((point, index) => (points.length - 1 - index) % 7 === 0);
    const rows = weekly.map((point) => [date(point.on), share(point.share), number(point.achieved), number(point.eligible)]);
    const heads = ["day", "share", "achieved", "eligible"].map((key) => say(key));
    fill(this.#figures, el("summary", {}, say("asTable")), table(say("trendTable"), heads, rows));
    this.#figures.hidden = false;
  }
}

let loading = null;

function library() {
  loading ??= script("/dashboard/lib/chart.js");
  return loading;
}
