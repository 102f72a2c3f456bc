// The message box: Enter sends, Shift+Enter breaks the line, ↑ edits the last own message, / opens the commands.
import { $ } from "./dom.js";
import { grow } from "./edit.js";
import { Menu } from "./menu.js";
import { act, suggest } from "./wire.js";

const KEYS = "Enter sends · Shift+Enter for a new line · ↑ edits your last message · / for commands";
const PAUSE = 150;

export class Composer {
  #drafts = new Map();
  #room = "";
  #asked = 0;
  #timer = null;

  constructor(store, editLast) {
    this.store = store;
    this.editLast = editLast;
    this.box = $("text");
    this.menu = new Menu(this.box, (choice) => this.#choose(choice));
    this.box.addEventListener("input", () => this.#changed());
    this.box.addEventListener("keydown", (event) => this.#key(event));
    this.box.addEventListener("blur", () => this.menu.close());
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
    this.menu.close();
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
    const text = this.box.value;
    const naming = /^\/([a-z0-9_-]*)$/i.exec(text);
    if (naming) {
      const prefix = naming[1].toLowerCase();
      const found = this.store.commands.filter((command) => command.name.startsWith(prefix));
      return this.menu.show(found.map(asChoice));
    }
    const called = /^\/([a-z0-9_-]+)\s+([^\n]{0,80})$/i.exec(text);
    const command = called && this.store.commands.find((each) => each.name === called[1].toLowerCase());
    const option = command?.options.find((each) => each.suggests);
    this.menu.close();
    if (option) this.#timer = setTimeout(() => this.#suggest(command, option, called[2]), PAUSE);
  }

  async #suggest(command, option, prefix) {
    const turn = ++this.#asked;
    const text = this.box.value;
    const found = await suggest({ as: this.store.who, channel: this.store.channel, command: command.name, option: option.name, prefix });
    if (turn !== this.#asked || text !== this.box.value) return;
    this.menu.show(found.map((value) => ({ label: value, help: "", insert: `/${command.name} ${value}` })));
  }

  #choose(choice) {
    this.menu.close();
    this.put(choice.insert);
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

  /** True where the key was meant for the menu. A command typed in full is sent by Enter, as it stands. */
  #menuKey(event) {
    const choice = this.menu.active;
    if (event.key === "ArrowDown") this.menu.move(1);
    else if (event.key === "ArrowUp") this.menu.move(-1);
    else if (event.key === "Escape") this.menu.close();
    else if (event.key === "Tab" && !event.shiftKey) this.#choose(choice);
    else if (event.key === "Enter" && this.box.value.trim() !== choice.insert.trim()) this.#choose(choice);
    else return false;
    return true;
  }
}

const asChoice = (command) => ({ label: command.usage, help: command.help, insert: `/${command.name}${command.options.length ? " " : ""}` });
