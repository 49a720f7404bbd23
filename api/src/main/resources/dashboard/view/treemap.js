/**
 * Lays rectangles of given sizes into a box, as square as may be (Bruls, Huizing, van Wijk, "Squarified Treemaps", 2000).
 *
 * @param {number[]} sizes each above 0, the largest first
 * @returns {{x: number, y: number, width: number, height: number}[]} in the order of the sizes
 */
export function squarify(sizes, width, height) {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const areas = sizes.map((size) => (size * width * height) / total);
  const box = { x: 0, y: 0, width, height };
  const placed = [];
  let row = [];
  for (const area of areas) {
    const side = Math.min(box.width, box.height);
    if (row.length && worst([...row, area], side) > worst(row, side)) {
      placed.push(...lay(row, box));
      row = [];
    }
    row.push(area);
  }
  placed.push(...lay(row, box));
  return placed;
}

function worst(row, side) {
  const sum = row.reduce((total, area) => total + area, 0);
  const square = (side * side) / (sum * sum);
  return Math.max(square * Math.max(...row), 1 / (square * Math.min(...row)));
}

/** Puts a row along the shorter side of the box, which becomes smaller by it. */
function lay(row, box) {
  const sum = row.reduce((total, area) => total + area, 0);
  const upright = box.width >= box.height;
  const thick = sum / (upright ? box.height : box.width);
  let at = 0;
  const placed = row.map((area) => {
    const long = area / thick;
    const place = upright
      ? { x: box.x, y: box.y + at, width: thick, height: long }
      : { x: box.x + at, y: box.y, width: long, height: thick };
    at += long;
    return place;
  });
  if (upright) Object.assign(box, { x: box.x + thick, width: box.width - thick });
  else Object.assign(box, { y: box.y + thick, height: box.height - thick });
  return placed;
}
