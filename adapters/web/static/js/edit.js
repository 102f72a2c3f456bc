// Editing one's own message where it stands: Enter saves, Escape leaves it as it was.
import { h } from "./dom.js";

/** `save(text)` resolves when the bot has it, or rejects with an Error for the reader. */
export function startEdit(item, message, save, done) {
  const bubble = item.querySelector(".bubble");
  const shown = [...bubble.querySelectorAll(".words, .words ~ .link-button")];
  const box = h("textarea", { rows: "1", "aria-label": "Edit message" });
  const problem = h("p", { class: "problem", role: "alert", hidden: true });
  const keys = h("p", { class: "hint" }, "Enter saves · Esc cancels");
  const editor = h("div", { class: "editor" }, box, problem, keys);
  const leave = () => {
    editor.remove();
    for (const part of shown) part.hidden = false;
    done();
  };
  box.value = message.text;
  box.addEventListener("input", () => grow(box));
  box.addEventListener("keydown", async (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      leave();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      try {
        await save(box.value);
        leave();
      } catch (error) {
        problem.textContent = error.message;
        problem.hidden = false;
      }
    }
  });
  for (const part of shown) part.hidden = true;
  bubble.append(editor);
  grow(box);
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

/** Let a text box be as high as its text, within what the style sheet allows. */
export function grow(box) {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 2}px`;
}
