// A Discord message drawn from the payload that the adapter would send: one embed and rows of buttons, as Discord shows them.
import { h, webAddress } from "./dom.js";

export function drawDiscord(payload) {
  return [
    h("div", { class: "dc-embeds" }, (payload.embeds ?? []).map(drawEmbed)),
    (payload.components ?? []).map((row) => h("div", { class: "dc-row" }, row.components.map(drawButton))),
  ];
}

function drawEmbed(embed) {
  const article = h("article", { class: embed.image ? "dc-embed dc-with-image" : "dc-embed" }, [
    embed.title ? h("h3", { class: "dc-title" }, title(embed)) : null,
    embed.description ? h("div", { class: "dc-description" }, drawMarkdown(embed.description)) : null,
    embed.fields ? h("div", { class: "dc-fields" }, embed.fields.map(drawField)) : null,
    embed.image ? drawImage(embed.image) : null,
    embed.footer ? h("p", { class: "dc-footer" }, embed.footer.text) : null,
  ]);
  article.style.borderInlineStartColor = `#${(embed.color ?? 0).toString(16).padStart(6, "0")}`;
  return article;
}

function title(embed) {
  const words = drawLine(embed.title);
  return embed.url ? link(embed.url, words) : words;
}

function drawField(field) {
  return h("div", {}, h("h4", {}, drawLine(field.name)), h("div", {}, drawMarkdown(field.value)));
}

function drawImage(image) {
  const picture = h("img", { class: "dc-image", src: webAddress(image.url) ?? "", alt: "", loading: "lazy", referrerpolicy: "no-referrer" });
  picture.addEventListener("error", () => picture.remove());
  return picture;
}

function drawButton(button) {
  return h("span", { class: "dc-button" }, button.label);
}

const BLOCKS = [
  [/^-# (.*)$/, "small", "dc-small"],
  [/^- (.*)$/, "li", "dc-point"],
  [/^> (.*)$/, "blockquote", "dc-quote"],
];

/** Discord's markdown, as far as the adapter writes it: small print, lists, quotes, and the marks within a line. */
export function drawMarkdown(text) {
  return text.split(/^```\n([^`]*)\n```$/m).flatMap((part, at) => (at % 2 ? [h("pre", { class: "dc-code" }, part)] : drawLines(at ? part.replace(/^\n/, "") : part)));
}

function drawLines(text) {
  return text.split("\n").map((line) => {
    if (!line) return h("div", { class: "dc-gap" });
    for (const [pattern, tag, name] of BLOCKS) {
      const found = line.match(pattern);
      if (found) return h(tag === "li" ? "div" : tag, { class: name }, drawLine(found[1]));
    }
    return h("div", {}, drawLine(line));
  });
}

const MARKS = [
  [/^\\([^\p{L}\p{N}\s])/u, (found) => found[1]],
  [/^`([^`]+)`/, (found) => h("code", {}, found[1])],
  [/^<t:(\d{1,12}):([fD])>/, (found) => drawTime(Number(found[1]), found[2])],
  [/^<(https?:\/\/[^\s<>]+)>/, (found) => link(found[1], found[1])],
  [/^\[((?:\\.|[^\]\\])+)\]\(<([^<>]+)>\)/, (found) => link(found[2], drawLine(found[1]))],
  [/^\*\*((?:\\.|[^*\\])+)\*\*/, (found) => h("strong", {}, drawLine(found[1]))],
  [/^\*((?:\\.|[^*\\])+)\*/, (found) => h("em", {}, drawLine(found[1]))],
];

/** Elements and texts of one line; what is no mark is text. */
export function drawLine(text) {
  const out = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const hit = /[\\`<[*]/.test(rest[0]) && MARKS.map(([pattern, draw]) => [rest.match(pattern), draw]).find(([found]) => found);
    if (!hit) {
      plain += text[at++];
      continue;
    }
    const [found, draw] = hit;
    out.push(plain, draw(found));
    plain = "";
    at += found[0].length;
  }
  return [...out, plain];
}

function link(href, words) {
  const address = webAddress(href);
  return address ? h("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow", tabindex: "-1" }, words) : words;
}

const FORMS = { f: { dateStyle: "long", timeStyle: "short" }, D: { dateStyle: "long" } };

function drawTime(seconds, form) {
  const at = new Date(seconds * 1000);
  const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" }).format(at);
  return h("time", { class: "dc-time", datetime: at.toISOString(), title: exact }, new Intl.DateTimeFormat(undefined, FORMS[form]).format(at));
}
