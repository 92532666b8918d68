// The ways to go on reading elsewhere: lines to copy, and a webhook to set up.

/** A query as the fields of a subscription: what may be several is a list. */
function filters(query) {
  const read = { minUrgency: Number, background: value => value === "true" };
  const fields = [...new URLSearchParams(query)];
  return Object.fromEntries(fields.map(([name, value]) => [name, read[name]?.(value) ?? value.split(",")]));
}

customElements.define("desk-subscribe", class extends HTMLElement {
  connectedCallback() {
    for (const origin of this.querySelectorAll("[data-origin]")) origin.textContent = location.origin;
    for (const line of this.querySelectorAll("[data-copy]")) {
      line.addEventListener("click", () => this.#copy(line));
    }
    this.querySelector("[data-webhook]").addEventListener("submit", event => {
      event.preventDefault();
      this.#subscribe(event.target);
    });
  }

  async #copy(line) {
    if (!navigator.clipboard || !getSelection().isCollapsed) return;
    await navigator.clipboard.writeText(line.textContent);
    line.dataset.copied = this.dataset.copied;
  }

  async #subscribe(form) {
    const place = form.querySelector("[data-webhook-answer]");
    const fields = new FormData(form);
    const headers = { "Content-Type": "application/json" };
    if (fields.get("token")) headers.Authorization = `Bearer ${fields.get("token")}`;
    const answer = await fetch("/subscriptions", {
      method: "POST",
      headers,
      body: JSON.stringify({ url: fields.get("url"), filters: filters(this.dataset.query) }),
    });
    const said = await answer.json();
    place.replaceChildren();
    const line = document.createElement("p");
    line.textContent = answer.ok ? this.dataset.done : said.detail;
    line.className = answer.ok ? "done" : "problem";
    place.append(line);
    if (answer.ok) {
      const secret = document.createElement("code");
      secret.textContent = said.secret;
      place.append(secret);
    }
  }
});
