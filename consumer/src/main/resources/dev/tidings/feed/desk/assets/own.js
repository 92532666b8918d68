// Correction and kill, where an update is the publisher's own.
import { ask } from "./publisher.js";

customElements.define("desk-own", class extends HTMLElement {
  async connectedCallback() {
    const own = await ask(`/publisher/updates/${encodeURIComponent(this.dataset.uri)}`);
    this.hidden = !own.ok || own.said.killed;
  }
});
