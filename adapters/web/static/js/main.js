// Puts the page together: the store in the middle, the line to the bot on one side, what is drawn on the other.
import { Composer } from "./composer.js";
import { $, h } from "./dom.js";
import { startEdit } from "./edit.js";
import { Jump } from "./jump.js";
import { Lanes } from "./lanes.js";
import { Log } from "./log.js";
import { Sidebar } from "./sidebar.js";
import { Store } from "./store.js";
import { Tries } from "./tries.js";
import { act, Line } from "./wire.js";

const store = new Store();
const editing = (message) => {
  const item = log.item(message.id);
  if (!item || item.querySelector(".editor")) return;
  const save = (text) => act("edit", { as: store.who, channel: message.channel, id: message.id, text });
  startEdit(item, message, save, () => composer.box.focus());
};
const deeds = {
  press: (message, button) => tell(act("press", { as: store.who, channel: message.channel, id: message.id, action: button.action, value: button.value })),
  choose: (message, entry) => tell(act("choose", { as: store.who, channel: message.channel, id: message.id, action: entry.action })),
  react: (message, emoji) => tell(act("react", { as: store.who, channel: message.channel, id: message.id, emoji })),
  remove: (message) => tell(act("delete", { as: store.who, channel: message.channel, id: message.id })),
  startEdit: editing,
  copyLink: (message) => tell(copy(`${location.origin}/#m-${message.id}`).then(() => say("Link copied"))),
};
const log = new Log(store, deeds);
const sidebar = new Sidebar(store);
const lanes = new Lanes(store);
const composer = new Composer(store, () => {
  const last = store.sorted().reverse().find((message) => message.mine && message.author === "person");
  if (last) editing(last);
  return Boolean(last);
});
const tries = new Tries(store, composer);
const jump = new Jump(store, log);
let arrived = false;

const line = new Line(store, (up) => {
  $("banner").hidden = up;
  $("banner").textContent = up ? "" : "The bot has stopped; reconnecting…";
  document.documentElement.classList.toggle("offline", !up);
});

function drawAll() {
  sidebar.draw();
  composer.draw();
  tries.draw();
  log.draw();
  drawWorking();
}

function drawWorking() {
  const busy = store.busy.has(store.channel);
  $("working").hidden = !busy;
  if (!busy) return $("working").replaceChildren();
  if ($("working").childElementCount) return undefined;
  const dots = h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
  $("working").replaceChildren(h("img", { class: "avatar", src: "/static/mark.svg", alt: "", width: "38", height: "38" }), h("span", {}, `${store.bot} is reading…`), dots);
  return $("working").scrollIntoView({ block: "nearest" });
}

/** Read new messages of this channel out to those who listen to the page. */
function announce(fresh) {
  for (const message of fresh) {
    if (message.mine || message.channel !== store.channel) continue;
    const words = message.card ? [message.card.title, ...message.card.body.map((part) => part.spans.map((span) => span.text).join(""))] : [message.text];
    say(`${message.by.name || store.bot}: ${words.filter(Boolean).join(". ").slice(0, 400)}`);
  }
}

function say(words) {
  const said = h("p", {}, words);
  $("announcer").append(said);
  setTimeout(() => said.remove(), 8000);
}

function tell(deed) {
  return deed.catch((error) => {
    $("problem").textContent = error.message;
    $("problem").hidden = false;
  });
}

function copy(text) {
  return navigator.clipboard?.writeText(text) ?? Promise.reject(new Error(`Copy it yourself: ${text}`));
}

store.addEventListener("hello", (event) => {
  drawAll();
  announce(event.detail.fresh);
  if (!arrived) {
    arrived = true;
    if (!jump.follow()) composer.box.focus({ preventScroll: true });
  }
});
store.addEventListener("messages", (event) => {
  drawAll();
  announce(event.detail.fresh);
});
store.addEventListener("working", drawWorking);
store.addEventListener("channel", drawAll);
store.addEventListener("who", () => {
  log.clear();
  line.open();
});
$("skip").addEventListener("click", (event) => {
  event.preventDefault();
  composer.box.focus();
});
lanes.draw();
line.open();
