// What this tab knows: who speaks, the channels, and every message it may see. Knows nothing of the page.

const remembered = (name, fallback) => sessionStorage.getItem(`standfirst.${name}`) ?? localStorage.getItem(`standfirst.${name}`) ?? fallback;

export class Store extends EventTarget {
  #settled = false; // the first messages of a session are no news

  constructor() {
    super();
    this.who = remembered("who", "jonas");
    this.channel = remembered("channel", "newsroom");
    this.forget();
  }

  forget() {
    Object.assign(this, { rev: 0, people: [], channels: [], entries: [], reactions: [], examples: [], previews: [], longest: 50000, bot: "Standfirst" });
    this.rooms = new Map();
    this.busy = new Set();
    this.unread = new Set();
    this.#settled = false;
  }

  hello(frame) {
    const first = this.rev === 0;
    for (const name of ["people", "channels", "entries", "reactions", "examples", "previews", "longest", "bot"]) this[name] = frame[name];
    this.busy = new Set(frame.channels.filter((channel) => channel.working).map((channel) => channel.id));
    for (const channel of frame.channels) {
      const standing = new Set(channel.ids);
      const room = this.room(channel.id);
      for (const id of [...room.keys()]) if (!standing.has(id)) room.delete(id);
    }
    if (!this.channels.some((channel) => channel.id === this.channel)) this.channel = this.channels[0].id;
    const fresh = this.#take(frame.messages);
    this.#say("hello", { fresh: first ? [] : fresh });
  }

  messages(list) {
    this.#say("messages", { fresh: this.#take(list) });
  }

  gone(channel, id) {
    this.room(channel).delete(id);
    this.#say("messages", { fresh: [] });
  }

  working(channel, on) {
    if (on) this.busy.add(channel);
    else this.busy.delete(channel);
    this.#say("working");
  }

  speakAs(who) {
    this.who = who;
    this.#remember("who", who);
    this.forget();
    this.#say("who");
  }

  goTo(channel) {
    if (!this.channels.some((each) => each.id === channel)) return;
    this.channel = channel;
    this.unread.delete(channel);
    this.#remember("channel", channel);
    this.#say("channel");
  }

  room(channel) {
    if (!this.rooms.has(channel)) this.rooms.set(channel, new Map());
    return this.rooms.get(channel);
  }

  /** The channel's messages, oldest first. */
  sorted(channel = this.channel) {
    return [...this.room(channel).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The channel a message stands in, or undefined. */
  channelOf(id) {
    return [...this.rooms.keys()].find((channel) => this.room(channel).has(id));
  }

  get me() {
    return this.people.find((person) => person.id === this.who);
  }

  #take(list) {
    const fresh = [];
    for (const message of list) {
      const room = this.room(message.channel);
      const known = room.get(message.id);
      if (known && known.rev >= message.rev) continue;
      if (!known) fresh.push(message);
      room.set(message.id, message);
      this.rev = Math.max(this.rev, message.rev);
      if (!known && !message.mine && message.channel !== this.channel && this.#settled) this.unread.add(message.channel);
    }
    this.#settled = true;
    return fresh;
  }

  #remember(name, value) {
    sessionStorage.setItem(`standfirst.${name}`, value);
    localStorage.setItem(`standfirst.${name}`, value);
  }

  #say(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
