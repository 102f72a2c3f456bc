// The core's neutral card as elements. One structure; the style sheets give it the page's, Discord's and Slack's look.
import { h, outerLink, webAddress } from "./dom.js";
import { localTime } from "./time.js";

const TAGS = { strong: "strong", emphasis: "em", muted: "small", code: "code" };

/** `press(button)` makes the buttons work; without it (previews) they and the links leave the Tab order. */
export function drawCard(card, { press = null } = {}) {
  const tabindex = press ? null : "-1";
  const embed = h("div", { class: "card-embed" }, [
    drawSource(card, tabindex),
    card.title ? h("h3", { class: "card-title" }, address(card.url, card.title, tabindex)) : null,
    drawBody(card, tabindex),
    card.fields.length ? drawFields(card.fields, tabindex) : null,
    card.image ? drawImage(card.image) : null,
    card.file ? drawFile(card.file, press) : null,
    card.footer.length ? h("p", { class: "card-footer" }, drawSpans(card.footer, tabindex)) : null,
  ]);
  return h("div", { class: `card card-${card.tone}` }, embed, drawButtons(card.buttons, press));
}

function drawSource(card, tabindex) {
  return card.source.length ? h("p", { class: "card-source" }, drawSpans(card.source, tabindex)) : null;
}

const BLOCK_TAGS = { quote: "blockquote", code: "pre" };

function drawBody(card, tabindex) {
  const out = [];
  let list = null;
  for (const part of card.body) {
    const spans = drawSpans(part.spans, tabindex);
    if (part.kind === "point") {
      if (!list) out.push((list = h("ul", { class: "card-points" })));
      list.append(h("li", {}, spans));
      continue;
    }
    list = null;
    out.push(h(BLOCK_TAGS[part.kind] ?? "p", { class: `card-${part.kind}` }, spans));
  }
  return out.length ? h("div", { class: "card-body" }, out) : null;
}

function drawFields(fields, tabindex) {
  const rows = fields.map((field) => h("div", {}, h("dt", {}, field.name), h("dd", {}, drawSpans(field.value.spans, tabindex))));
  return h("dl", { class: "card-fields" }, rows);
}

function drawImage(image) {
  const src = webAddress(image.url);
  if (!src) return null;
  const figure = h("figure", { class: "card-image" });
  const picture = h("img", { src, alt: image.alt, loading: "lazy", decoding: "async", referrerpolicy: "no-referrer" });
  picture.addEventListener("error", () => figure.remove());
  figure.append(picture);
  if (image.credit) figure.append(h("figcaption", {}, image.credit));
  return figure;
}

/** A text to keep: it is made into a file only when someone asks for it. */
function drawFile(file, press) {
  if (!press) return h("p", { class: "card-file" }, file.name);
  const save = () => {
    const href = URL.createObjectURL(new Blob([file.text], { type: "text/plain" }));
    h("a", { href, download: file.name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  };
  return h("p", { class: "card-file" }, h("button", { type: "button", class: "card-button", onclick: save }, `⬇ ${file.name}`));
}

function drawButtons(buttons, press) {
  if (!buttons.length) return null;
  const each = (button) =>
    press ? h("button", { type: "button", class: "card-button", onclick: () => press(button) }, button.label) : h("span", { class: "card-button" }, button.label);
  return h("div", { class: "card-buttons" }, buttons.map(each));
}

export function drawSpans(spans, tabindex = null) {
  return spans.map((span) => {
    const inner = span.instant ? localTime(span.instant, span.text) : span.text;
    const tag = TAGS[span.style];
    const styled = tag ? h(tag, {}, inner) : inner;
    if (span.message) return h("a", { class: "to-message", href: `#m-${encodeURIComponent(span.message.id)}`, tabindex }, styled);
    return span.href ? address(span.href, styled, tabindex) : styled;
  });
}

function address(url, content, tabindex) {
  const href = url ? webAddress(url) : null;
  return href ? outerLink(href, content, { tabindex }) : content;
}
