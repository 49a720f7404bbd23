/**
 * Makes an element. Text goes in as text, so that no data can become markup.
 *
 * @param {string} name tag, with classes behind dots: `p.note`
 * @param {Object} [props] properties; `on…` are listeners, `aria-…`, `data-…` and `role` attributes
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function el(name, props = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  return filled(document.createElement(tag), classes, props, children);
}

/** Like {@link el}, for SVG: every property is an attribute. */
export function svg(name, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** Puts these in place of what an element holds. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.filter(isSomething));
  return parent;
}

function filled(node, classes, props, children) {
  if (classes.length) node.classList.add(...classes);
  for (const [key, value] of Object.entries(props)) set(node, key, value);
  node.append(...children.filter(isSomething));
  return node;
}

function set(node, key, value) {
  if (value === undefined || value === null) return;
  if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
  else if (/^(aria-|data-|role$|for$|scope$|colspan$)/.test(key)) node.setAttribute(key, value);
  else node[key] = value;
}

function isSomething(child) {
  return child !== null && child !== undefined && child !== false;
}
