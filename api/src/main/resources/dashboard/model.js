/**
 * An area's counts as the stream tells them.
 *
 * @typedef {Object} AreaCounts
 * @property {string} areaId
 * @property {string} name
 * @property {?string} formerCommune
 * @property {string} level
 * @property {{registered: number, declared: ?number, visited: number, lastVisitOn: ?string, paying: number, skilled: number}} households
 * @property {{hamlets: number, covered: number, active: number}} teams
 * @property {Object<string, Cell>} services
 *
 * @typedef {{eligible: number, reached: number, achieved: number, share: ?number}} Cell
 */

const NOTHING = { eligible: 0, reached: 0, achieved: 0 };

/** What is known of the area on show. */
export class Model {
  area = null;
  asOf = null;
  devicesNotSynced = 0;
  /** Ids of the children that the last event changed. */
  changed = new Set();
  #children = new Map();

  /** @returns {AreaCounts[]} in the order of lists */
  get children() {
    return [...this.#children.values()];
  }

  /** Takes an event of the stream in. */
  take(event, said) {
    this.asOf = said.asOf;
    if (event === "moment") return;
    this.devicesNotSynced = said.devicesNotSynced;
    this.area = said.area;
    const known = this.#children.size > 0;
    this.changed = new Set(known ? said.children.filter((child) => this.#differs(child)).map((child) => child.areaId) : []);
    if (event === "coverage") this.#children = new Map();
    for (const child of said.children) this.#children.set(child.areaId, child);
  }

  #differs(child) {
    return JSON.stringify(this.#children.get(child.areaId)) !== JSON.stringify(child);
  }
}

/** @returns {Cell} zero where nobody is eligible and nobody was reached */
export function cellOf(counts, service) {
  return counts?.services[service] ?? NOTHING;
}

/** How people tell two hamlets of one name apart. */
export function fullName(counts) {
  return counts.formerCommune ? `${counts.name} (${counts.formerCommune})` : counts.name;
}
