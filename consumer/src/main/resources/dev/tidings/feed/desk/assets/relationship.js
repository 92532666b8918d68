// How two parties stand: live while a reader looks at now, and movable in time.
import { address, page, query, renew } from "./fragment.js";
import { alert, follow, isFlash, takesBack } from "./stream.js";
import "./climate.js";
import "./subscribe.js";

const DAY_MS = 86_400_000;
const PAUSE_MS = 150;

customElements.define("desk-relationship", class extends HTMLElement {
  #timer;
  #asked = 0;

  connectedCallback() {
    const form = this.#form;
    form.addEventListener("submit", event => {
      event.preventDefault();
      this.#go();
    });
    form.addEventListener("change", event => {
      if (event.target.name) this.#go();
    });
    this.addEventListener("desk-day", event => {
      form.elements.asOf.value = event.detail;
      this.#slideTo(event.detail);
      this.#go();
    });
    addEventListener("popstate", () => this.#load(location.href).then(fresh => this.#fill(fresh)));
    this.#startSlider();
    follow(this, this.dataset.query, news => this.#hear(news));
  }

  get #form() {
    return this.querySelector("[data-time]");
  }

  get #slider() {
    return this.querySelector("#t-slide");
  }

  #hear(news) {
    if (takesBack(news) || isFlash(news)) alert(this, news);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(location.href), this.#isPast() && !takesBack(news) ? PAUSE_MS * 10 : 0);
  }

  #isPast() {
    return this.dataset.now !== "true";
  }

  #startSlider() {
    const slider = this.#slider;
    if (!slider) return;
    const first = Date.parse(slider.dataset.first);
    const today = Date.parse(slider.dataset.today);
    slider.min = 0;
    slider.max = Math.max(1, Math.round((today - first) / DAY_MS));
    this.#slideTo(this.#form.elements.asOf.value);
    slider.addEventListener("input", () => {
      const day = new Date(first + Number(slider.value) * DAY_MS).toISOString().slice(0, 10);
      this.#form.elements.asOf.value = day;
      slider.setAttribute("aria-valuetext", day);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#go(), PAUSE_MS);
    });
    slider.closest("[data-slide]").hidden = false;
  }

  #slideTo(day) {
    const slider = this.#slider;
    if (!slider || !day) return;
    slider.value = Math.round((Date.parse(day) - Date.parse(slider.dataset.first)) / DAY_MS);
    slider.setAttribute("aria-valuetext", day);
  }

  /** To the day and instant that the form says; today and now are left out of the address. */
  #go() {
    const asked = query(this.#form);
    const today = this.#slider?.dataset.today;
    const target = address({
      asOf: asked.get("asOf") === today ? null : asked.get("asOf"),
      knownAt: asked.get("knownAt"),
      since: asked.get("since"),
      after: null,
    });
    history.pushState(null, "", target);
    this.#load(target);
  }

  async #load(target) {
    const mine = ++this.#asked;
    this.setAttribute("aria-busy", "true");
    try {
      const fresh = (await page(target)).querySelector("desk-relationship");
      // Whoever slides asks faster than the server answers: only the last answer counts.
      if (mine !== this.#asked) return fresh;
      this.dataset.now = fresh.dataset.now;
      renew(this, fresh, (there, newer) => this.#keepsChart(there, newer));
      return fresh;
    } finally {
      if (mine === this.#asked) this.removeAttribute("aria-busy");
    }
  }

  #keepsChart(there, newer) {
    if (there.id !== "climate") return false;
    const chart = there.querySelector("desk-climate");
    const wanted = newer.querySelector("desk-climate");
    chart.dataset.to = wanted.dataset.to;
    if (wanted.dataset.known) chart.dataset.known = wanted.dataset.known;
    else delete chart.dataset.known;
    const figures = there.querySelector("details");
    for (const part of newer.querySelectorAll("[data-part]")) {
      if (part.matches("details")) part.open = figures.open;
      there.querySelector(`[data-part="${part.dataset.part}"]`).replaceWith(part);
    }
    chart.load();
    return true;
  }

  #fill(fresh) {
    const filled = fresh?.querySelector("[data-time]");
    if (!filled) return;
    for (const name of ["asOf", "knownAt", "since"]) {
      this.#form.elements[name].value = filled.elements[name].value;
    }
    this.#slideTo(this.#form.elements.asOf.value);
  }
});
