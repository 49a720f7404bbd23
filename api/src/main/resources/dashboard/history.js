import { daysBefore, isoDay } from "./format.js";

const MOST_KEPT = 500;
const KEPT_FOR = 5 * 60_000;

/** Two at a time, so that the past never keeps the present waiting for one of the browser's connections. */
const lanes = [Promise.resolve(), Promise.resolve()];
let turn = 0;

/** Past days change only by what arrives late, so an answer may serve the parts of the page that ask for the same. */
const kept = new Map();

/**
 * How a service stood at the end of each of the last weeks, the oldest first.
 *
 * @returns {Promise<{on: string, share: ?number, achieved: number, eligible: number, visitedShare: ?number}[]>}
 */
export function history(api, area, service, weeks) {
  const today = isoDay(new Date());
  const days = Array.from({ length: weeks + 1 }, (_, index) => daysBefore(today, (weeks - index) * 7));
  return Promise.all(days.map((day) => standing(api, area, service, day)));
}

/** How a service stood at the end of a day. */
export async function standing(api, area, service, day) {
  const key = `${area} ${service} ${day}`;
  const known = kept.get(key);
  if (known && known.until > Date.now()) return known.answer;
  if (kept.size > MOST_KEPT) kept.clear();
  const answer = inTurn(() => read(api, area, service, day));
  kept.set(key, { answer, until: Date.now() + KEPT_FOR });
  answer.catch(() => kept.delete(key));
  return answer;
}

function inTurn(work) {
  turn = (turn + 1) % lanes.length;
  const answer = lanes[turn].then(work);
  lanes[turn] = answer.catch(() => {});
  return answer;
}

async function read(api, area, service, day) {
  const { area: counts } = await api.get("/v1/coverage", { area, service, at: day });
  const { registered, visited } = counts.households;
  return {
    on: day,
    share: counts.share ?? null,
    achieved: counts.achieved,
    eligible: counts.eligible,
    visitedShare: registered ? visited / registered : null,
  };
}
