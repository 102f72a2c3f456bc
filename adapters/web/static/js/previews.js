// The same card in a frame like Discord's and like Slack's. Says openly what is theirs and what is ours.
import { drawCard } from "./card.js";
import { drawDiscord } from "./discord.js";
import { h } from "./dom.js";
import { drawSlack } from "./slack.js";

export const PLATFORMS = { discord: "Discord", slack: "Slack" };

/** Where there is one, an adapter's payload is drawn as its platform draws it. */
const DRAWERS = { discord: drawDiscord, slack: drawSlack };

/** `own`: that platform's adapter has given its real payload. */
export function label(platform, own) {
  const name = PLATFORMS[platform];
  if (own && DRAWERS[platform]) return `Preview: what ${name} gets, drawn as ${name} draws it`;
  return own ? `Preview: the card, and the payload of ${name}’s adapter` : `Preview: neutral card; ${name}’s own rendering comes with its adapter`;
}

export function drawPreview(platform, message, bot) {
  const payload = message.previews?.[platform];
  const own = Boolean(payload && Object.keys(payload).length);
  const time = new Date(message.at).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
  return h(
    "div",
    { class: `preview preview-${platform}`, role: "group", "aria-label": `${PLATFORMS[platform]} preview`, "data-panel": platform },
    h(
      "div",
      { class: "preview-frame" },
      h("img", { class: "preview-avatar", src: "/static/mark.svg", alt: "", width: "36", height: "36" }),
      h("p", { class: "preview-author" }, h("b", {}, bot), h("span", { class: "preview-app" }, "APP"), h("span", { class: "preview-time" }, time)),
      h("div", { class: "preview-card" }, own && DRAWERS[platform] ? DRAWERS[platform](payload) : drawCard(message.card)),
      own ? drawPayload(payload) : null,
    ),
    h("p", { class: "preview-label" }, label(platform, own)),
  );
}

function drawPayload(payload) {
  return h("details", { class: "preview-payload" }, h("summary", {}, "Payload"), h("pre", {}, JSON.stringify(payload, null, 2)));
}
