// What stands beside the chat: both previews, one of them, or none.
import { $, h } from "./dom.js";
import { PLATFORMS } from "./previews.js";

export class Lanes {
  constructor(store) {
    this.store = store;
    const app = $("app");
    app.dataset.lane = localStorage.getItem("standfirst.lane") ?? "discord";
    app.dataset.previews = localStorage.getItem("standfirst.previews") ?? "on";
    for (const button of document.querySelectorAll("[data-lane][type=button]")) button.addEventListener("click", () => this.#set("lane", button.dataset.lane));
    $("toggle-previews").addEventListener("click", () => this.#set("previews", app.dataset.previews === "on" ? "off" : "on"));
    this.draw();
  }

  draw() {
    const app = $("app");
    for (const button of document.querySelectorAll("[data-lane][type=button]")) button.setAttribute("aria-pressed", String(button.dataset.lane === app.dataset.lane));
    $("toggle-previews").setAttribute("aria-pressed", String(app.dataset.previews === "on"));
    const names = Object.entries(PLATFORMS).map(([id, name]) => h("p", { class: `lane-name lane-${id}` }, h("b", {}, `In ${name}`)));
    $("lanes").replaceChildren(h("p", { class: "lane-name lane-chat" }, h("b", {}, "Here")), ...names);
  }

  #set(name, value) {
    $("app").dataset[name] = value;
    localStorage.setItem(`standfirst.${name}`, value);
    this.draw();
  }
}
