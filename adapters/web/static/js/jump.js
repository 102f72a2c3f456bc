// Links to messages: "#m-<id>" goes to its channel, scrolls there and lights it up.

const LIT = 2400;

export class Jump {
  constructor(store, log) {
    this.store = store;
    this.log = log;
    addEventListener("hashchange", () => this.follow());
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a.to-message");
      if (!link) return;
      event.preventDefault();
      if (location.hash === link.hash) this.follow();
      else location.hash = link.hash;
    });
  }

  /** Go where the address says; false if it names no message that is known here. */
  follow() {
    const id = decodeURIComponent(location.hash.replace(/^#m-/, ""));
    const channel = location.hash.startsWith("#m-") ? this.store.channelOf(id) : undefined;
    if (!channel) return false;
    if (channel !== this.store.channel) this.store.goTo(channel);
    const item = this.log.item(id);
    if (!item) return false;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    item.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    item.classList.remove("lit");
    void item.offsetWidth; // starts the animation again
    item.classList.add("lit");
    item.focus({ preventScroll: true });
    setTimeout(() => item.classList.remove("lit"), LIT);
    return true;
  }
}
