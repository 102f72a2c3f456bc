// The line to the bot: what people do goes out by POST, what happens comes in by WebSocket, which mends itself.

const FIRST = 400;
const LONGEST = 4000;

/** Send one deed. Resolves to the answer, throws an Error whose message is for the reader. */
export async function act(deed, values) {
  let response;
  try {
    const body = JSON.stringify(values);
    response = await fetch(`/api/${deed}`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  } catch {
    throw new Error("The bot does not answer. Your text is kept; send it again when the bot is back.");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? "That did not work. Please try again.");
  return answer;
}

/** How a command that is being typed may go on: a list of {start, text, label, help}. */
export async function hints(values) {
  const response = await fetch(`/api/hints?${new URLSearchParams(values)}`);
  return response.ok ? (await response.json()).hints : [];
}

/** Keeps a socket open for whoever the store says; `onState(true|false)` tells whether it is. */
export class Line {
  #socket = null;
  #pause = FIRST;
  #timer = null;

  constructor(store, onState) {
    this.store = store;
    this.onState = onState;
    addEventListener("online", () => this.open());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && !this.#socket) this.open();
    });
  }

  open() {
    clearTimeout(this.#timer);
    this.#drop();
    const query = new URLSearchParams({ as: this.store.who, since: this.store.rev });
    const socket = new WebSocket(`ws://${location.host}/api/live?${query}`);
    this.#socket = socket;
    socket.addEventListener("message", (event) => this.#hear(JSON.parse(event.data)));
    socket.addEventListener("close", () => {
      if (socket === this.#socket) this.#retry();
    });
  }

  #hear(frame) {
    if (frame.type === "hello") {
      this.#pause = FIRST;
      this.store.hello(frame);
      this.onState(true);
    } else if (frame.type === "messages") this.store.messages(frame.messages);
    else if (frame.type === "gone") this.store.gone(frame.channel, frame.id);
    else if (frame.type === "working") this.store.working(frame.channel, frame.on);
  }

  #drop() {
    const old = this.#socket;
    this.#socket = null;
    old?.close();
  }

  #retry() {
    this.#socket = null;
    this.onState(false);
    this.#timer = setTimeout(() => this.open(), this.#pause);
    this.#pause = Math.min(this.#pause * 1.6, LONGEST);
  }
}
