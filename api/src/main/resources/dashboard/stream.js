import { Refusal } from "./api.js";

const SILENCE = 40_000;
const PAUSES = [300, 1000, 2000, 4000, 5000];

/**
 * Follows the coverage of an area. `EventSource` cannot send a token, so this reads the stream itself: it comes back by
 * itself with the last id, also after a silence that is longer than two heartbeats.
 */
export class Stream {
  #api;
  #area;
  #listener;
  #stop = new AbortController();
  #lastId = null;
  #failures = 0;

  /**
   * @param {?string} lastId the last event that is known already
   * @param {{event: function(string, Object), state: function("live"|"lost"|"refused", ?Error)}} listener
   */
  constructor(api, area, lastId, listener) {
    this.#api = api;
    this.#area = area;
    this.#lastId = lastId;
    this.#listener = listener;
    this.#run();
  }

  /** What to go on from, with another stream of the same area. */
  get lastId() {
    return this.#lastId;
  }

  close() {
    this.#stop.abort();
  }

  async #run() {
    while (!this.#stop.signal.aborted) {
      try {
        await this.#listen();
      } catch (failure) {
        if (this.#stop.signal.aborted) return;
        if (failure instanceof Refusal && [403, 404].includes(failure.status)) {
          this.#listener.state("refused", failure);
          return;
        }
      }
      if (this.#stop.signal.aborted) return;
      this.#listener.state("lost");
      await this.#pause();
    }
  }

  async #listen() {
    const cut = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, cut.signal]);
    let alarm = setTimeout(() => cut.abort(), SILENCE);
    try {
      const body = await this.#api.open(`/v1/coverage/stream?area=${this.#area}`, this.#lastId, signal);
      const reader = body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        clearTimeout(alarm);
        alarm = setTimeout(() => cut.abort(), SILENCE);
        this.#failures = 0;
        this.#listener.state("live");
        const blocks = (rest + piece.value).split("\n\n");
        rest = blocks.pop();
        blocks.forEach((block) => this.#tell(block));
      }
    } finally {
      clearTimeout(alarm);
    }
  }

  #tell(block) {
    const fields = {};
    for (const line of block.split("\n")) {
      const [, name, value] = line.match(/^(\w+): (.*)$/) ?? [];
      if (name) fields[name] = value;
    }
    if (fields.id) this.#lastId = fields.id;
    if (fields.data) this.#listener.event(fields.event, JSON.parse(fields.data));
  }

  #pause() {
    const longest = PAUSES[Math.min(this.#failures, PAUSES.length - 1)];
    this.#failures += 1;
    // Spread out, so that a restarted server does not meet everybody at once.
    const pause = longest * (0.5 + Math.random() / 2);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.#stop.signal.addEventListener("abort", () => { clearTimeout(timer); resolve(); }, { once: true });
      addEventListener("online", resolve, { once: true });
    });
  }
}
