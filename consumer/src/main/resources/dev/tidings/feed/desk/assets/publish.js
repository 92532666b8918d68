// Publishes, corrects and kills, through the gateway as any other client; and shows before that what
// the summary would become.
import "./keys.js";
import { becomes, problems } from "./outlook.js";
import { ask, token, use } from "./publisher.js";
import { filled, fill } from "./submission.js";

const JSON_TYPE = { "Content-Type": "application/json" };
const PAGE = 10;

customElements.define("desk-publish", class extends HTMLElement {
  #base = {};
  #previewed;
  #key;
  #next;

  async connectedCallback() {
    this.#at("[data-token]").addEventListener("submit", event => {
      event.preventDefault();
      use(new FormData(event.target).get("token"));
      event.target.reset();
      this.#enter();
    });
    const form = this.#form;
    form.addEventListener("input", () => this.#ready(null));
    form.addEventListener("submit", event => {
      event.preventDefault();
      this.#publish();
    });
    this.#at("[data-preview]").addEventListener("click", () => this.#preview());
    this.#at("[data-own-more]")?.addEventListener("click", () => this.#own());
    if (!this.dataset.kill) this.#knowModes();
    await this.#enter();
  }

  #at(selector) {
    return this.querySelector(selector);
  }

  get #form() {
    return this.#at("[data-form]");
  }

  get #subject() {
    return this.dataset.correct || this.dataset.kill;
  }

  /** Only whom the gateway lets in gets to see the form. */
  async #enter() {
    const who = await ask("/publisher");
    this.#at("[data-token]").hidden = who.ok;
    this.#form.hidden = !who.ok;
    if (!who.ok) {
      if (token()) this.#say(problems(who.said, this.dataset.failed));
      use(null);
      return;
    }
    this.#say();
    this.#greet(who.said);
    if (this.#subject) await this.#load();
    else if (!this.#form.elements.uri.value) this.#form.elements.uri.value = `urn:uuid:${crypto.randomUUID()}`;
    if (!this.#subject) {
      this.#at("[data-own]").hidden = false;
      await this.#own();
    }
  }

  #greet({ name, parties, kinds }) {
    const only = [...parties, ...kinds];
    const says = name ? `${this.dataset.as} ${name}` : this.dataset.anybody;
    this.#at("[data-who]").textContent = only.length ? `${says}: ${this.dataset.only} ${only.join(", ")}` : says;
    const kind = this.#form.elements.kind;
    for (const option of kind?.options ?? []) {
      option.disabled = kinds.length > 0 && !kinds.includes(option.value);
    }
    if (kind?.selectedOptions[0]?.disabled) {
      kind.value = kinds[0];
      kind.dispatchEvent(new Event("change"));
    }
  }

  /** A kind has its own modes, and a mode its own urgency and thread. */
  #knowModes() {
    const { kind, mode, occurred } = this.#form.elements;
    const offer = () => {
      for (const group of mode.querySelectorAll("optgroup")) {
        group.hidden = group.disabled = group.dataset.kind !== kind.value;
      }
      if (mode.selectedOptions[0]?.parentElement.disabled ?? true) {
        mode.value = mode.querySelector("optgroup:not([disabled]) option").value;
        mode.querySelector("optgroup:not([disabled]) option").selected = true;
      }
      this.#sayDefault(mode.selectedOptions[0]);
    };
    kind.addEventListener("change", offer);
    mode.addEventListener("change", () => this.#sayDefault(mode.selectedOptions[0]));
    this.#at("[data-day]").addEventListener("change", event => {
      occurred.value = event.target.value;
      this.#ready(null);
    });
    this.#form.addEventListener("change", () => this.#askWho());
    offer();
  }

  #sayDefault(option) {
    const place = this.#at("[data-default]");
    place.textContent = place.dataset.says
      .replace("{u}", option.dataset.urgency)
      .replace("{t}", option.dataset.thread ?? place.dataset.none);
  }

  #askWho() {
    this.#at("[data-claimed]").hidden = this.#form.elements.standing.value !== "claimed";
  }

  /** The update that is to be corrected or killed, as it stands. */
  async #load() {
    const found = await ask(`/updates/${encodeURIComponent(this.#subject)}`);
    const counting = found.ok ? found.said.relationships.map(one => one.update).filter(one => one.update) : [];
    if (!counting.length) {
      this.#form.hidden = true;
      this.#say(problems(found.ok ? { detail: this.dataset.killed } : found.said, this.dataset.failed));
      return;
    }
    this.#base = counting[0].update;
    if (this.dataset.kill) {
      this.#at("[data-subject]").textContent = this.#base.headline;
      return;
    }
    const parties = [...new Set(counting.flatMap(one => one.relationship.split("-")))].sort();
    fill(this.#form, counting.length > 1 ? { ...this.#base, parties } : this.#base);
    this.#form.elements.kind.dispatchEvent(new Event("change"));
    fill(this.#form, { mode: this.#base.mode });
    this.#askWho();
  }

  #submission() {
    if (!this.dataset.kill) return filled(this.#form, this.#base);
    const { edNote } = this.#form.elements;
    return {
      ...this.#base,
      version: (this.#base.version ?? 1) + 1,
      versionCreated: undefined,
      pubStatus: "canceled",
      edNote: edNote.value.trim() || undefined,
    };
  }

  async #preview() {
    if (!this.#form.reportValidity()) return;
    const body = JSON.stringify(this.#submission());
    const answer = await ask("/preview", { method: "POST", headers: JSON_TYPE, body });
    if (!answer.ok) {
      this.#say(problems(answer.said, this.dataset.failed));
      return;
    }
    this.#say();
    this.#at("[data-becomes]").replaceChildren(...becomes(answer.said, this.dataset));
    this.#ready(body);
  }

  /** What can be published is what was shown, and nothing else. */
  #ready(body) {
    this.#previewed = body;
    this.#key = body && crypto.randomUUID();
    this.#at("[data-do]").disabled = !body;
    this.#at("[data-previewed]").hidden = !body;
  }

  async #publish() {
    if (!this.#previewed) return;
    const answer = await this.#send();
    if (!answer.ok) {
      this.#say(problems(answer.said, this.dataset.failed));
      return;
    }
    const line = document.createElement("p");
    const link = document.createElement("a");
    link.href = `/updates/${encodeURIComponent(answer.said.published[0].uri)}`;
    link.textContent = this.dataset.open;
    line.className = "done";
    line.append(`${this.dataset.published} `, link);
    this.#say([line]);
    this.#ready(null);
    this.#form.hidden = true;
    link.focus();
  }

  #send() {
    const headers = { ...JSON_TYPE, "Idempotency-Key": this.#key };
    const path = `/updates/${encodeURIComponent(this.#subject)}`;
    if (this.dataset.kill) {
      const note = this.#form.elements.edNote.value.trim();
      return ask(`${path}?edNote=${encodeURIComponent(note)}`, {
        method: "DELETE",
        headers: { "Idempotency-Key": this.#key },
      });
    }
    return this.dataset.correct
      ? ask(path, { method: "PUT", headers, body: this.#previewed })
      : ask("/updates", { method: "POST", headers, body: this.#previewed });
  }

  #say(lines = []) {
    this.#at("[data-problems]").replaceChildren(...lines);
  }

  async #own() {
    const after = this.#next ? `&after=${encodeURIComponent(this.#next)}` : "";
    const own = await ask(`/publisher/updates?limit=${PAGE}${after}`);
    if (!own.ok) return;
    this.#next = own.said.next;
    this.#at("[data-own-more]").hidden = !this.#next;
    for (const update of own.said.updates) await this.#list(update);
  }

  async #list({ uri, version, killed }) {
    const item = this.#at("[data-own-template]").content.cloneNode(true);
    const path = encodeURIComponent(uri);
    const open = item.querySelector("[data-open]");
    open.href = `/updates/${path}`;
    open.textContent = uri;
    item.querySelector("[data-state]").textContent = killed ? this.dataset.killed : `#${version}`;
    for (const [name, act] of [["correct", "[data-correct]"], ["kill", "[data-kill]"]]) {
      const link = item.querySelector(act);
      if (killed) link.remove();
      else link.href = `/publish?${name}=${path}`;
    }
    this.#at("[data-own-list]").append(item);
    const known = await ask(`/updates/${path}`);
    const update = known.said.relationships?.find(one => one.update.update)?.update.update;
    if (update) open.textContent = update.headline;
  }
});
