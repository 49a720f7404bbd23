import { daysBefore, isoDay } from "./format.js";

const KEPT_FOR = 5 * 60_000;
const MOST_KEPT = 100;

/** Past days change only by what arrives late, so an answer may serve every part of the page that asks for the same. */
const kept = new Map();

/** Two at a time, so that the past never keeps the present waiting for one of the browser's connections. */
const lanes = [Promise.resolve(), Promise.resolve()];
let turn = 0;

/**
 * @typedef {{on: string, share: ?number, achieved: number, eligible: number, visitedShare: ?number}} Point how a service
 *     stood at the end of a day
 */

/** @returns {Promise<Point[]>} each day of the last weeks up to today, the oldest first */
export function history(api, area, service, weeks) {
  const today = isoDay(new Date());
  return days(api, area, service, daysBefore(today, weeks * 7), today);
}

/** @returns {Promise<Point[]>} each day from one to another, both included */
function days(api, area, service, from, to) {
  const key = `${area} ${service} ${from} ${to}`;
  const known = kept.get(key);
  if (known && known.until > Date.now()) return known.answer;
  if (kept.size > MOST_KEPT) kept.clear();
  const answer = inTurn(() => api.get("/v1/coverage/trend", { area, service, from, to, step: "day" }))
    .then(({ points }) => points.map(toPoint));
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

function toPoint(point) {
  return {
    on: point.day,
    share: point.share ?? null,
    achieved: point.achieved,
    eligible: point.eligible,
    visitedShare: point.registered ? point.visited / point.registered : null,
  };
}
