import { svg } from "../dom.js";

const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 3;

/** A trend in a word's height; what it shows is said beside it, so readers of the screen skip it. */
export function sparkline(values) {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const step = (WIDTH - 2 * EDGE) / Math.max(values.length - 1, 1);
  const points = values.map((value, index) => [
    EDGE + index * step,
    HEIGHT - EDGE - ((value - low) / span) * (HEIGHT - 2 * EDGE),
  ]);
  const [x, y] = points[points.length - 1];
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "spark", "aria-hidden": "true", focusable: "false" },
    svg("polyline", { points: points.map((point) => point.join(",")).join(" ") }),
    svg("circle", { cx: x, cy: y, r: 3 }));
}
