// A country's relationships, and all relationships: live.
import { page, renew } from "./fragment.js";
import { alert, follow, isFlash, takesBack } from "./stream.js";
import "./subscribe.js";

const PAUSE_MS = 300;

customElements.define("desk-party", class extends HTMLElement {
  #timer;

  connectedCallback() {
    follow(this, this.dataset.query, news => {
      if (takesBack(news) || isFlash(news)) alert(this, news);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#load(), PAUSE_MS);
    });
  }

  async #load() {
    renew(this, (await page(location.href)).querySelector("desk-party"));
  }
});
