// The message box: Enter sends, Shift+Enter breaks the line, ↑ edits the last own message, / opens the commands.
import { $ } from "./dom.js";
import { grow } from "./edit.js";
import { Menu } from "./menu.js";
import { act, hints } from "./wire.js";

const KEYS = "Enter sends · Shift+Enter for a new line · ↑ edits your last message · / for commands";
const PAUSE = 80;

export class Composer {
  #drafts = new Map();
  #room = "";
  #asked = 0;
  #hinted = null; // the text that the menu is for
  #timer = null;

  constructor(store, editLast) {
    this.store = store;
    this.editLast = editLast;
    this.box = $("text");
    this.menu = new Menu(this.box, (choice) => this.#choose(choice));
    this.box.addEventListener("input", () => this.#changed());
    this.box.addEventListener("keydown", (event) => this.#key(event));
    this.box.addEventListener("blur", () => this.#leave());
    $("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.#changed();
  }

  /** Follow the store to another channel or person; an unsent text waits where it was written. */
  draw() {
    const room = `${this.store.who}/${this.store.channel}`;
    if (this.#room && room !== this.#room) {
      this.#drafts.set(this.#room, this.box.value);
      this.put(this.#drafts.get(room) ?? "", false);
    }
    this.#room = room;
    const name = this.store.me?.name.split(" ")[0] ?? "";
    this.box.placeholder = `Paste a link or write in #${this.store.channel} as ${name}`;
  }

  put(text, focus = true) {
    this.box.value = text;
    this.#changed();
    if (focus) this.box.focus();
  }

  /** Send what is in the box, or `text`. What could not be sent stays in the box. */
  async send(text = this.box.value) {
    if (!text.trim()) return;
    this.#leave();
    const channel = this.store.channel;
    try {
      await act("post", { as: this.store.who, channel, text });
    } catch (error) {
      if (!this.box.value) this.put(text);
      this.#problem(error.message);
      return;
    }
    if (this.box.value === text) this.put("");
    this.#problem("");
  }

  #changed() {
    grow(this.box);
    $("send").disabled = !this.box.value.trim();
    const length = this.box.value.length;
    const over = length > this.store.longest;
    const near = length > this.store.longest * 0.8;
    $("hint").textContent = near ? `${length.toLocaleString()} of ${this.store.longest.toLocaleString()} characters` : KEYS;
    $("hint").classList.toggle("over", over);
    this.#problem("");
    this.#offer();
  }

  #problem(text) {
    $("problem").textContent = text;
    $("problem").hidden = !text;
  }

  #offer() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const text = this.box.value;
    if (/^\/[^\n]{0,300}$/.test(text)) this.#timer = setTimeout(() => this.#hint(text), this.menu.open ? PAUSE : 0);
    else this.menu.close();
  }

  async #hint(text) {
    const turn = this.#asked;
    const found = await hints({ as: this.store.who, channel: this.store.channel, text });
    if (turn !== this.#asked || text !== this.box.value) return;
    this.#hinted = text;
    this.menu.show(found.map((hint) => asChoice(hint, text)));
  }

  /** A command that wants no more is ready to be sent; else the next hints follow. */
  #choose(choice) {
    this.menu.close();
    this.put(choice.insert);
  }

  #leave() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.menu.close();
  }

  #key(event) {
    if (event.isComposing) return;
    if (this.menu.open && this.#menuKey(event)) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "ArrowUp" && !this.box.value) {
      if (this.editLast()) event.preventDefault();
    }
  }

  /** Whether Enter takes `choice`: it completes a word that was begun, or was gone to. Else the text is sent as it stands. */
  #means(choice) {
    const begun = choice.typed && this.box.value.trim() !== choice.insert.trim();
    return this.#hinted === this.box.value && (begun || this.menu.moved);
  }

  /** True where the key was meant for the menu. A command typed in full is sent by Enter, as it stands. */
  #menuKey(event) {
    const choice = this.menu.active;
    if (event.key === "ArrowDown") this.menu.move(1);
    else if (event.key === "ArrowUp") this.menu.move(-1);
    else if (event.key === "Escape") this.#leave();
    else if (event.key === "Tab" && !event.shiftKey) this.#choose(choice);
    else if (event.key === "Enter" && this.#means(choice)) this.#choose(choice);
    else return false;
    return true;
  }
}

const asChoice = (hint, text) => ({ label: hint.label, help: hint.help, typed: text.slice(hint.start).trim(), insert: text.slice(0, hint.start) + hint.text });
