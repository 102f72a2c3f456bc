// The lessons: in an empty channel as three large steps, later as a quiet row over the message box.
import { $, h } from "./dom.js";

const NUMBER = ["1", "2", "3"];

export class Tries {
  constructor(store, composer) {
    this.store = store;
    this.composer = composer;
  }

  draw() {
    const empty = this.store.sorted().length === 0;
    $("empty").hidden = !empty;
    $("empty").replaceChildren(...(empty ? this.#lesson() : []));
    $("tries").hidden = empty || !this.store.examples.length;
    $("tries").replaceChildren(h("span", {}, "Try"), ...this.store.examples.map((each) => this.#chip(each)));
  }

  #lesson() {
    const examples = this.store.examples;
    const steps = examples.slice(0, 3).map((each, index) => this.#step(each, NUMBER[index]));
    const rest = examples.slice(3).map((each) => h("button", { type: "button", class: "link-button", onclick: () => this.#use(each) }, each.label));
    return [
      h("p", { class: "empty-kicker" }, `#${this.store.channel} is empty`),
      h("h2", { id: "empty-title" }, "Paste a link, get the story in five lines."),
      h("p", { class: "empty-lead" }, "Nothing leaves this machine: the example below is a small news site of our own. Links from the real web work just as well."),
      h("ol", { class: "steps" }, steps),
      rest.length ? h("p", { class: "empty-rest" }, "Or: ", rest) : null,
    ].filter(Boolean);
  }

  #step(each, number) {
    const shown = each.long ? `${each.text.slice(0, 90).replace(/\s+/g, " ")}…` : each.text;
    const button = h("button", { type: "button", class: "step", onclick: () => this.#use(each) }, [
      h("span", { class: "step-number", "aria-hidden": "true" }, number),
      h("span", { class: "step-words" }, h("b", {}, each.label), h("span", {}, each.hint), h("code", {}, shown)),
      h("span", { class: "step-do", "aria-hidden": "true" }, each.long ? "Put in the box" : "Send"),
    ]);
    return h("li", {}, button);
  }

  #chip(each) {
    return h("button", { type: "button", class: "chip", title: each.hint, onclick: () => this.#use(each) }, each.label);
  }

  #use(each) {
    if (each.long) this.composer.put(each.text);
    else {
      this.composer.send(each.text);
      this.composer.box.focus();
    }
  }
}
