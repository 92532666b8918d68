// One update: what is told of it is shown at once, and a kill takes its text away.
import { page } from "./fragment.js";
import { alert, follow, takesBack } from "./stream.js";
import "./own.js";

customElements.define("desk-update", class extends HTMLElement {
  connectedCallback() {
    const pairs = [...this.querySelectorAll("section[id^='in-']")].map(s => s.id.slice(3));
    follow(this, `pair=${pairs.join(",")}`, news => this.#hear(news));
  }

  async #hear(news) {
    const fresh = (await page(location.href)).querySelector("desk-update");
    this.replaceChildren(...fresh.childNodes);
    if (news.update.uri === this.dataset.uri && takesBack(news)) alert(this, news);
  }
});
