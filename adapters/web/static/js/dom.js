// Builds elements. Text only ever goes in as text nodes: nothing here, or anywhere, parses HTML.

export const $ = (id) => document.getElementById(id);

/** h("p", {class: "x", onclick: f, hidden: false}, "text", child, null) -> element */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An http(s) address, or null: checked here again, although the server has done so. */
export function webAddress(href) {
  try {
    const url = new URL(href);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

export function outerLink(href, text, props = {}) {
  return h("a", { href, target: "_blank", rel: "noopener noreferrer nofollow", ...props }, text);
}

const LINK = /https?:\/\/[^\s<>"“”]+/g;
const TRAILING = /[.,;:!?'’»)\]}]+$/;

/** A person's text with its links made clickable. */
export function linked(text) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    const raw = match[0].replace(TRAILING, "");
    const href = webAddress(raw);
    if (!href) continue;
    parts.push(text.slice(at, match.index), outerLink(href, raw));
    at = match.index + raw.length;
  }
  parts.push(text.slice(at));
  return parts;
}
