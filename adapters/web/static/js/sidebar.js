// Channels, people to speak as, light or dark; on a phone the side bar slides in.
import { $, h } from "./dom.js";

export class Sidebar {
  constructor(store) {
    this.store = store;
    $("open-sidebar").addEventListener("click", () => this.#slide(true));
    $("veil").addEventListener("click", () => this.#slide(false));
    $("sidebar").addEventListener("keydown", (event) => event.key === "Escape" && this.#slide(false));
    this.#theme();
  }

  draw() {
    $("channels").replaceChildren(...this.store.channels.map((channel) => this.#channel(channel)));
    this.#people();
    const channel = this.store.channels.find((each) => each.id === this.store.channel);
    $("channel-name").replaceChildren(h("span", { class: "hash", "aria-hidden": "true" }, channel?.private ? "🔒" : "#"), this.store.channel);
    $("channel-topic").textContent = channel?.topic ?? "";
    document.title = `#${this.store.channel} · Standfirst try-out`;
  }

  #channel(channel) {
    const here = channel.id === this.store.channel;
    const unread = this.store.unread.has(channel.id);
    const parts = [h("span", { class: "hash", "aria-hidden": "true" }, channel.private ? "🔒" : "#"), channel.id];
    if (channel.private) parts.push(h("span", { class: "visually-hidden" }, " (private)"));
    if (unread) parts.push(h("span", { class: "unread" }, h("span", { class: "visually-hidden" }, " (new messages)")));
    const go = () => {
      this.store.goTo(channel.id);
      this.#slide(false);
      $("text").focus();
    };
    return h("li", {}, h("button", { type: "button", class: "channel", "data-channel": channel.id, "aria-current": here ? "true" : null, onclick: go }, parts));
  }

  #people() {
    if ($("people").childElementCount === this.store.people.length) {
      for (const radio of $("people").querySelectorAll("input")) radio.checked = radio.value === this.store.who;
      return;
    }
    $("people").replaceChildren(...this.store.people.map((person, index) => this.#person(person, index)));
  }

  #person(person, index) {
    const radio = h("input", { type: "radio", name: "who", value: person.id, class: "visually-hidden", onchange: () => this.store.speakAs(person.id) });
    radio.checked = person.id === this.store.who;
    const initials = person.name.split(/\s+/).map((word) => word[0]).join("");
    const role = person.manages ? `${person.role}, may manage` : person.role;
    return h("label", { class: "person" }, radio, h("span", { class: `avatar avatar-${index + 1}`, "aria-hidden": "true" }, initials), h("span", { class: "person-words" }, h("b", {}, person.name), h("span", {}, role)));
  }

  #slide(open) {
    $("app").classList.toggle("sidebar-open", open);
    $("open-sidebar").setAttribute("aria-expanded", String(open));
    if (open) $("channels").querySelector("button")?.focus();
    else if ($("sidebar").contains(document.activeElement)) $("open-sidebar").focus();
  }

  #theme() {
    const select = $("theme");
    select.value = document.documentElement.dataset.theme ?? "auto";
    select.addEventListener("change", () => {
      localStorage.setItem("standfirst.theme", select.value);
      if (select.value === "auto") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = select.value;
    });
  }
}
