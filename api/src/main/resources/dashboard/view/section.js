import { el } from "../dom.js";

let count = 0;

/** A part of the page with its heading. */
export function section(className, title, ...children) {
  count += 1;
  const id = `part-${count}`;
  const node = el("section", { "aria-labelledby": id }, el("h2", { id }, title), ...children);
  node.className = className;
  return node;
}

/** A table that scrolls sideways by itself where the screen is narrow. */
export function table(caption, heads, rows) {
  const head = el("tr", {}, ...heads.map((text, index) => el("th", { scope: "col", className: index ? "number" : "" }, text)));
  const body = rows.map((cells) => el("tr", {}, ...cells.map((cell, index) => index
    ? el("td.number", {}, cell)
    : el("th", { scope: "row" }, cell))));
  return el("div.scroll", { tabIndex: 0, role: "region", "aria-label": caption },
    el("table", {}, el("caption", {}, caption), el("thead", {}, head), el("tbody", {}, ...body)));
}
