// The slash-command menu over the message box: a listbox that the box itself steers with the arrow keys.
import { $, h } from "./dom.js";

export class Menu {
  #choices = [];
  #active = 0;

  /** `choose(choice)` is called with one of what `show` was given. */
  constructor(box, choose) {
    this.box = box;
    this.choose = choose;
    this.list = $("menu");
  }

  get open() {
    return !this.list.hidden;
  }

  get active() {
    return this.open ? this.#choices[this.#active] : undefined;
  }

  /** Each choice is {label, help, insert}. None closes the menu. */
  show(choices) {
    this.moved = false; // whether the arrow keys went to another choice
    this.#choices = choices;
    this.#active = 0;
    this.list.hidden = choices.length === 0;
    this.box.setAttribute("aria-expanded", String(this.open));
    this.list.replaceChildren(...choices.map((choice, index) => this.#row(choice, index)));
    this.#mark();
  }

  close() {
    this.show([]);
  }

  move(step) {
    this.moved = true;
    this.#active = (this.#active + step + this.#choices.length) % this.#choices.length;
    this.#mark();
  }

  #row(choice, index) {
    const row = h("div", { role: "option", id: `choice-${index}`, class: "choice" }, h("code", {}, choice.label), h("span", {}, choice.help));
    row.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.choose(choice);
    });
    return row;
  }

  #mark() {
    [...this.list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === this.#active)));
    if (this.open) this.box.setAttribute("aria-activedescendant", `choice-${this.#active}`);
    else this.box.removeAttribute("aria-activedescendant");
    this.list.children[this.#active]?.scrollIntoView({ block: "nearest" });
  }
}
