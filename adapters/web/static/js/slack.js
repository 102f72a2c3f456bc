// A Slack message drawn from the payload that the adapter would send: Block Kit and mrkdwn, as Slack shows them.
import { h, webAddress } from "./dom.js";

export function drawSlack(payload) {
  return h("div", { class: "sk-blocks" }, (payload.blocks ?? []).map(drawBlock));
}

const BLOCKS = {
  header: (block) => h("h3", { class: "sk-header" }, unescaped(block.text.text)),
  section: (block) => h("div", { class: "sk-section" }, block.text ? drawText(block.text) : null, block.fields ? drawFields(block.fields) : null),
  context: (block) => h("div", { class: "sk-context" }, block.elements.map(drawText)),
  image: drawImage,
  actions: (block) => h("div", { class: "sk-actions" }, block.elements.map(drawButton)),
  divider: () => h("hr", { class: "sk-divider" }),
};

function drawBlock(block) {
  return BLOCKS[block.type]?.(block) ?? null;
}

function drawFields(fields) {
  return h("div", { class: "sk-fields" }, fields.map((field) => h("div", {}, drawText(field))));
}

function drawImage(block) {
  const picture = h("img", { class: "sk-image", src: webAddress(block.image_url) ?? "", alt: block.alt_text, loading: "lazy", referrerpolicy: "no-referrer" });
  picture.addEventListener("error", () => picture.replaceWith(h("span", { class: "sk-alt" }, block.alt_text)));
  return picture;
}

function drawButton(button) {
  return h("span", { class: button.style ? `sk-button sk-${button.style}` : "sk-button" }, unescaped(button.text.text));
}

function drawText(text) {
  return text.type === "plain_text" ? unescaped(text.text) : drawMrkdwn(text.text);
}

/** Lines, of which those that begin with `>` are quotes. */
export function drawMrkdwn(text) {
  return text.split(/^```\n([^`]*)\n```$/m).flatMap((part, at) => (at % 2 ? [h("pre", { class: "sk-code" }, unescaped(part))] : drawLines(at ? part.replace(/^\n/, "") : part)));
}

function drawLines(text) {
  return text.split("\n").map((line) => {
    if (line.startsWith(">")) return h("blockquote", { class: "sk-quote" }, drawLine(line.slice(1)));
    return line ? h("div", {}, drawLine(line)) : h("div", { class: "sk-gap" });
  });
}

const MARKS = [
  [/^<!date\^(\d{1,12})\^([^|>]*)\|([^>]*)>/, (found) => drawDate(Number(found[1]), found[2])],
  [/^<(https?:\/\/[^\s<>|]+)\|([^<>]*)>/, (found) => link(found[1], drawLine(found[2]))],
  [/^<(https?:\/\/[^\s<>|]+)>/, (found) => link(found[1], unescaped(found[1]))],
  [/^`([^`\n]+)`/, (found) => h("code", {}, unescaped(found[1]))],
  [/^\*(?![\s\u200b])([^*\n]*[^\s*\u200b])\*(?![\p{L}\p{N}])/u, (found) => h("strong", {}, drawLine(found[1]))],
  [/^_(?![\s\u200b])([^_\n]*[^\s_\u200b])_(?![\p{L}\p{N}])/u, (found) => h("em", {}, drawLine(found[1]))],
  [/^~(?![\s\u200b])([^~\n]*[^\s~\u200b])~(?![\p{L}\p{N}])/u, (found) => h("s", {}, drawLine(found[1]))],
];

/** Elements and texts of one line; a style's mark counts at the edge of a word only. */
export function drawLine(text) {
  const out = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const edge = !/[\p{L}\p{N}\u200b]/u.test(text[at - 1] ?? "") || text[at] === "<";
    const rest = text.slice(at);
    const hit = edge && /[<`*_~]/.test(rest[0]) && MARKS.map(([pattern, draw]) => [rest.match(pattern), draw]).find(([found]) => found);
    if (!hit) {
      plain += text[at++];
      continue;
    }
    const [found, draw] = hit;
    out.push(unescaped(plain), draw(found));
    plain = "";
    at += found[0].length;
  }
  return [...out, unescaped(plain)];
}

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

function unescaped(text) {
  return text.replaceAll(/&(amp|lt|gt);/g, (entity) => ENTITIES[entity]);
}

function link(href, words) {
  const address = webAddress(unescaped(href));
  return address ? h("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow", tabindex: "-1" }, words) : words;
}

/** In the reader's own time, as Slack does: today and yesterday by name, the year where it is another. */
function drawDate(seconds, form) {
  const at = new Date(seconds * 1000);
  const year = at.getFullYear() === new Date().getFullYear() ? {} : { year: "numeric" };
  const day = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric", ...year }).format(at);
  const time = form.includes("{time}") ? ` ${new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(at)}` : "";
  return h("time", { class: "sk-date", datetime: at.toISOString() }, `${named(at) ?? day}${time}`);
}

function named(at) {
  const days = Math.round((midnight(at) - midnight(new Date())) / 86400000);
  return Math.abs(days) < 2 ? ["Yesterday", "Today", "Tomorrow"][days + 1] : null;
}

const midnight = (at) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
