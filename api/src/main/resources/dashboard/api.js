import { language } from "./words.js";

/** What the server said no to. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem?.errors?.[0]?.message ?? problem?.detail ?? String(status));
    this.status = status;
    this.code = problem?.code ?? "";
  }
}

/** Asks the server in the name of whoever is signed in. */
export class Api {
  #session;

  constructor(session) {
    this.#session = session;
  }

  async headers() {
    return { Authorization: `Bearer ${await this.#session.token()}`, "Accept-Language": language() };
  }

  /**
   * @param {string} path
   * @param {Object} [query] parameters; those without a value are left out
   * @param {AbortSignal} [signal]
   */
  async get(path, query = {}, signal = undefined) {
    const parameters = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== null && value !== undefined));
    const address = parameters.size ? `${path}?${parameters}` : path;
    const answer = await fetch(address, { headers: await this.headers(), signal });
    if (answer.ok) return answer.json();
    const problem = await answer.json().catch(() => null);
    if (answer.status === 401) await this.#session.renew();
    throw new Refusal(answer.status, problem);
  }

  /** Sends an object; the answer's. */
  async post(path, body) {
    const headers = { ...(await this.headers()), "Content-Type": "application/json" };
    const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
    const said = await answer.json().catch(() => null);
    if (answer.status === 401) await this.#session.renew();
    if (!answer.ok) throw new Refusal(answer.status, said);
    return said;
  }

  /** Opens a stream of events; throws a {@link Refusal} where there is none. */
  async open(path, lastId, signal) {
    const headers = { ...(await this.headers()), Accept: "text/event-stream" };
    if (lastId) headers["Last-Event-ID"] = lastId;
    const answer = await fetch(path, { headers, signal, cache: "no-store" });
    if (answer.ok) return answer.body;
    if (answer.status === 401) await this.#session.renew();
    throw new Refusal(answer.status, await answer.json().catch(() => null));
  }
}
