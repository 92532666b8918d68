// What just changed: new entries wait behind a button, so that nothing jumps under a reader's eyes;
// what takes something back is shown at once, wherever what it takes back is on screen.
import { address, page, query } from "./fragment.js";
import { alert, follow, isFlash, key, takesBack } from "./stream.js";
import "./subscribe.js";

customElements.define("desk-now", class extends HTMLElement {
  #waiting = [];
  #background = 0;
  #head;

  connectedCallback() {
    this.#head = this.dataset.head;
    this.#button?.addEventListener("click", () => this.#show());
    document.querySelector("[data-filter]").addEventListener("submit", event => {
      event.preventDefault();
      const asked = query(event.target).toString();
      location.href = asked ? `/?${asked}` : "/";
    });
    follow(this, this.dataset.query, news => this.#hear(news));
  }

  get #button() {
    return this.querySelector("[data-pending]");
  }

  get #list() {
    return this.querySelector("[data-news]");
  }

  #hear(news) {
    if (takesBack(news)) {
      this.#waiting = this.#waiting.filter(waiting => key(waiting) !== key(news));
      this.#renew(key(news));
    }
    if (takesBack(news) || isFlash(news)) alert(this, news);
    if (news.urgency === 9 && !takesBack(news)) this.#background++;
    else this.#waiting.push(news);
    this.#count();
  }

  #count() {
    const button = this.#button;
    if (!button) return;
    const newest = this.#waiting.at(-1);
    button.querySelector("[data-count]").textContent = newest
      ? this.#waiting.length
      : `${this.#background} ${button.dataset.background}`;
    button.querySelector("[data-newest]").textContent = newest ? newest.headline : "";
    button.hidden = !newest && !this.#background;
  }

  async #show() {
    const fresh = await page(address({ after: this.#head, before: null }));
    const at = fresh.querySelector("desk-now");
    const items = [...at.querySelectorAll("[data-news] > li")];
    if (fresh.querySelector('main a[rel="next"]')) {
      location.reload();
      return;
    }
    this.#head = at.dataset.head;
    this.#waiting = this.#waiting.filter(news => news.seq > Number(this.#head));
    this.#background = 0;
    this.#list.prepend(...items);
    this.querySelector("[data-empty]")?.remove();
    this.#count();
    const first = items[0]?.querySelector("a, summary");
    first?.focus();
  }

  /** Shows again whatever was told of one update, as it may be seen now. */
  async #renew(about) {
    for (const item of this.querySelectorAll("li[data-key]")) {
      if (item.dataset.key !== about) continue;
      const seq = Number(item.dataset.seq);
      const fresh = await page(`/?after=${seq - 1}&before=${seq + 1}${this.#language}`);
      const same = fresh.querySelector(`#${CSS.escape(item.id)}`);
      if (same) item.replaceWith(same);
    }
  }

  get #language() {
    const language = new URLSearchParams(location.search).get("lang");
    return language ? `&lang=${encodeURIComponent(language)}` : "";
  }
});
