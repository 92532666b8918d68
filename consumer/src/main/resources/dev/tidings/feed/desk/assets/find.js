// Finds while a reader types; the arrow keys go through what is found.
import { address, page } from "./fragment.js";
import { follow } from "./stream.js";

const PAUSE_MS = 120;

customElements.define("desk-find", class extends HTMLElement {
  #timer;
  #asked = 0;

  connectedCallback() {
    const field = this.#field;
    field.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#find(), PAUSE_MS);
    });
    this.addEventListener("keydown", event => this.#move(event));
    field.focus();
    // What is found here may be withdrawn while it is on screen.
    follow(this, "reason=kill,withheld,correction", () => this.#find());
  }

  get #field() {
    return this.querySelector("#q");
  }

  async #find() {
    const mine = ++this.#asked;
    const words = this.#field.value.trim();
    const target = address({ q: words || null });
    const found = (await page(target)).querySelector("[data-found]");
    if (mine !== this.#asked) return;
    history.replaceState(null, "", target);
    this.querySelector("[data-found]").replaceWith(found);
  }

  #move(event) {
    const hits = [...this.querySelectorAll("[data-found] a")];
    const at = hits.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && at + 1 < hits.length) hits[at + 1].focus();
    else if (event.key === "ArrowUp" && at > 0) hits[at - 1].focus();
    else if (event.key === "ArrowUp" && at === 0) this.#field.focus();
    else if (event.key === "Escape" && at >= 0) this.#field.focus();
    else return;
    event.preventDefault();
  }
});
