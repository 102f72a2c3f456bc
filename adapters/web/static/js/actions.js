// The "⋯" menu of a message: what the bot can do with it, edit, delete (asked twice), copy link. Arrow keys move, Escape closes.
import { h } from "./dom.js";

export function drawActions(message, store, deeds) {
  const items = [];
  const forTheBot = message.author !== "command" && !(message.private && message.author === "bot");
  if (forTheBot) for (const each of store.entries) items.push(entry(each.label, (close) => (close(true), deeds.choose(message, each))));
  if (forTheBot && message.author === "person") for (const emoji of store.reactions) items.push(entry(`React with ${emoji}`, (close) => (close(true), deeds.react(message, emoji))));
  if (message.mine && message.author === "person") items.push(entry("Edit", (close) => (close(false), deeds.startEdit(message))));
  items.push(entry("Copy link", (close) => (close(true), deeds.copyLink(message))));
  if (message.can_delete && !(message.private && message.author === "bot")) items.push(deletion(message, deeds));

  const menu = h("div", { class: "action-menu", role: "menu", hidden: true });
  const opener = h("button", { type: "button", class: "icon-button", "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": "Message actions" }, "⋯");
  const root = h("div", { class: "actions" }, opener, menu);

  const outside = (event) => !root.contains(event.target) && close(false);
  const close = (back) => {
    menu.hidden = true;
    root.classList.remove("open");
    opener.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside);
    if (back) opener.focus();
  };
  const open = () => {
    menu.replaceChildren(...items.map((item) => item(close)));
    menu.hidden = false;
    root.classList.add("open");
    opener.setAttribute("aria-expanded", "true");
    document.addEventListener("pointerdown", outside);
    menu.firstElementChild.focus();
  };
  opener.addEventListener("click", () => (menu.hidden ? open() : close(true)));
  menu.addEventListener("keydown", (event) => move(event, menu, close));
  menu.addEventListener("focusout", (event) => event.relatedTarget && !root.contains(event.relatedTarget) && close(false));
  return root;
}

const entry = (text, run) => (close) => h("button", { type: "button", role: "menuitem", tabindex: "-1", onclick: () => run(close) }, text);

const deletion = (message, deeds) => (close) => {
  const button = h("button", { type: "button", role: "menuitem", tabindex: "-1", class: "danger" }, "Delete");
  let sure = false;
  button.addEventListener("click", () => {
    if (sure) return close(false), deeds.remove(message);
    sure = true;
    button.textContent = "Really delete?";
  });
  return button;
};

function move(event, menu, close) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    close(true);
  } else if (to !== undefined) {
    event.preventDefault();
    items[(to + items.length) % items.length].focus();
  }
}
