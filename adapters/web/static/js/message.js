// One message as a list item: a person's words, a command, or the bot's card with its two previews.
import { drawCard } from "./card.js";
import { h, linked } from "./dom.js";
import { drawActions } from "./actions.js";
import { drawPreview, PLATFORMS } from "./previews.js";
import { relativeTime } from "./time.js";

const LONG = 700;
const LONG_LINES = 9;

/** `deeds`: {press, choose, react, remove, startEdit, copyLink} */
export function drawMessage(message, store, deeds) {
  const bot = message.author === "bot";
  const item = h("li", { class: `turn turn-${message.author}`, id: `m-${message.id}`, tabindex: "-1" });
  const body = h("div", { class: "bubble" }, [
    drawHead(message, store),
    drawContext(message, store),
    message.private ? drawPrivacy(message, deeds) : null,
    bot ? drawBot(message, deeds) : drawWords(message),
    message.reactions.length ? drawReactions(message, deeds) : null,
  ]);
  const chat = h("div", { class: "chat-cell", "data-panel": "card" }, drawAvatar(message, store), body, drawActions(message, store, deeds));
  item.append(h("p", { class: "day", hidden: true }));
  if (!bot) {
    item.append(h("div", { class: "row" }, chat));
    return item;
  }
  item.dataset.tab = "card";
  const tabs = drawTabs(item, message);
  item.append(tabs, h("div", { class: "row" }, chat, Object.keys(PLATFORMS).map((name) => drawPreview(name, message, store.bot))));
  return item;
}

function drawAvatar(message, store) {
  if (message.author === "bot") return h("img", { class: "avatar", src: "/static/mark.svg", alt: "", width: "38", height: "38" });
  const initials = message.by.name.split(/\s+/).map((word) => word[0]).slice(0, 2).join("");
  const index = store.people.findIndex((person) => person.id === message.by.id);
  return h("span", { class: `avatar avatar-${index + 1}`, "aria-hidden": "true" }, initials);
}

function drawHead(message, store) {
  const bot = message.author === "bot";
  return h("p", { class: "head" }, [
    h("b", {}, bot ? store.bot : message.by.name),
    bot ? h("span", { class: "badge" }, "Bot") : null,
    relativeTime(message.at),
    message.edited ? h("span", { class: "edited" }, bot ? "updated" : "edited") : null,
  ]);
}

function drawContext(message, store) {
  if (message.note) return h("p", { class: "context" }, message.note);
  const asked = message.reply_to && store.room(message.channel).get(message.reply_to);
  if (!asked) return null;
  const words = asked.text || asked.card?.title || "";
  const short = words.length > 70 ? `${words.slice(0, 69)}…` : words;
  return h("p", { class: "context context-reply" }, "↪ ", h("a", { class: "to-message", href: `#m-${asked.id}` }, h("b", {}, asked.by.name || store.bot), " ", short));
}

function drawPrivacy(message, deeds) {
  if (message.author === "command") return null;
  const dismiss = h("button", { type: "button", class: "link-button", onclick: () => deeds.remove(message) }, "Dismiss");
  return h("p", { class: "privacy" }, h("span", {}, "Only you can see this"), " · ", dismiss);
}

function drawWords(message) {
  if (message.author === "command") return h("p", { class: "words words-command" }, h("code", {}, message.text));
  const words = h("p", { class: "words" }, linked(message.text));
  if (message.text.length <= LONG && message.text.split("\n").length <= LONG_LINES) return words;
  words.classList.add("clamped");
  const size = message.text.length.toLocaleString();
  const more = h("button", { type: "button", class: "link-button", "aria-expanded": "false" }, `Show all ${size} characters`);
  more.addEventListener("click", () => {
    const open = words.classList.toggle("clamped") === false;
    more.setAttribute("aria-expanded", String(open));
    more.textContent = open ? "Show less" : `Show all ${size} characters`;
  });
  return [words, more];
}

function drawBot(message, deeds) {
  return drawCard(message.card, { press: (button) => deeds.press(message, button) });
}

function drawReactions(message, deeds) {
  const each = ({ emoji, count, mine }) => {
    const label = `${emoji}, ${count}${mine ? ", yours: take it away" : ": react as well"}`;
    return h("button", { type: "button", class: "reaction", "aria-pressed": String(mine), "aria-label": label, onclick: () => deeds.react(message, emoji) }, emoji, " ", h("span", {}, String(count)));
  };
  return h("p", { class: "reactions" }, message.reactions.map(each));
}

/** Narrow screens show one of three panels; the style sheet hides the tabs where there is room for all. */
function drawTabs(item, message) {
  const names = { card: "Card", ...PLATFORMS };
  const choose = (name, focus) => {
    item.dataset.tab = name;
    for (const tab of tabs.children) {
      const on = tab.dataset.name === name;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      if (on && focus) tab.focus();
    }
  };
  const tabs = h("div", { class: "tabs", role: "tablist", "aria-label": "Where it shows" });
  for (const [name, text] of Object.entries(names)) {
    const tab = h("button", { type: "button", role: "tab", "data-name": name, id: `tab-${name}-${message.id}` }, text);
    tab.addEventListener("click", () => choose(name, false));
    tabs.append(tab);
  }
  tabs.addEventListener("keydown", (event) => {
    const order = Object.keys(names);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    choose(order[(order.indexOf(item.dataset.tab) + step + order.length) % order.length], true);
  });
  choose("card", false);
  return tabs;
}
