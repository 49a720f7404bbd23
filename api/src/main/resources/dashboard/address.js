/**
 * What the page shows, kept in the hash of its address: `#area=…&service=PAY_BILL&month=2026-11`. So a link opens the
 * same view, and Back works.
 *
 * @typedef {{area: ?string, service: string, month: ?string}} Address
 */

const DEFAULT_SERVICE = "VNEID_ACT";

/** @returns {Address} */
export function read() {
  const hash = new URLSearchParams(location.hash.slice(1));
  return {
    area: hash.get("area"),
    service: hash.get("service") ?? DEFAULT_SERVICE,
    month: hash.get("month"),
  };
}

/** The hash of the present view with some parts changed; what every link holds. */
export function href(changes) {
  const hash = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...read(), ...changes })) {
    if (value) hash.set(key, value);
  }
  return `#${hash}`;
}

/** Goes there, with an entry in the history. */
export function go(changes) {
  location.hash = href(changes);
}

/** Corrects the address without an entry in the history. */
export function settle(changes) {
  history.replaceState(null, "", href(changes));
}
