// The message list: keeps elements by id, draws only what changed, holds the reader's place.
import { $, h } from "./dom.js";
import { drawMessage } from "./message.js";
import { dayName, sameDay } from "./time.js";

const TOGETHER = 5 * 60 * 1000;
const NEAR_END = 120;

export class Log {
  #items = new Map();
  #channel = null;

  constructor(store, deeds) {
    this.store = store;
    this.deeds = deeds;
    this.list = $("messages");
    this.scroll = $("scroll");
    this.newer = $("newer");
    this.newer.addEventListener("click", () => this.toEnd());
    this.scroll.addEventListener("scroll", () => this.#atEnd() && (this.newer.hidden = true), { passive: true });
  }

  /** Bring the list in line with the store. */
  draw() {
    const other = this.#channel !== this.store.channel;
    if (other) this.clear();
    this.#channel = this.store.channel;
    const follow = other || this.#atEnd();
    const messages = this.store.sorted();
    this.#drop(new Set(messages.map((message) => message.id)));
    let added = false;
    let before = null;
    for (const message of messages) {
      added = this.#place(message, before) || added;
      this.#frame(message, before);
      before = message;
    }
    if (follow) this.toEnd();
    else if (added) this.newer.hidden = false;
  }

  clear() {
    this.#items.clear();
    this.#channel = null;
    this.list.replaceChildren();
    this.newer.hidden = true;
  }

  item(id) {
    return this.#items.get(id)?.element;
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
    this.newer.hidden = true;
  }

  #atEnd() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < NEAR_END;
  }

  #drop(standing) {
    for (const [id, item] of this.#items) {
      if (standing.has(id)) continue;
      const focused = item.element.contains(document.activeElement);
      item.element.remove();
      this.#items.delete(id);
      if (focused) $("text").focus();
    }
  }

  /** Draw `message` after `before` if it is new or changed; true if it is new. */
  #place(message, before) {
    const known = this.#items.get(message.id);
    if (known?.rev === message.rev) return false;
    const element = drawMessage(message, this.store, this.deeds);
    this.#items.set(message.id, { rev: message.rev, element });
    if (known) {
      if (known.element.dataset.tab) element.querySelector(`[data-name="${known.element.dataset.tab}"]`)?.click();
      const focused = known.element.contains(document.activeElement);
      known.element.replaceWith(element);
      if (focused) element.focus({ preventScroll: true });
      return false;
    }
    const after = before ? this.item(before.id).nextSibling : this.list.firstChild;
    this.list.insertBefore(element, after);
    return true;
  }

  /** What depends on the message before it: the day's line, and whether the name must show again. */
  #frame(message, before) {
    const element = this.item(message.id);
    const newDay = !before || !sameDay(before.at, message.at);
    const day = element.querySelector(".day");
    day.hidden = !newDay;
    if (newDay) day.replaceChildren(h("span", {}, dayName(message.at)));
    const same = before && before.author === message.author && before.by.id === message.by.id && message.author === "person";
    element.classList.toggle("together", Boolean(same && !newDay && new Date(message.at) - new Date(before.at) < TOGETHER));
    element.classList.toggle("answers-above", Boolean(before && message.reply_to === before.id));
  }
}
