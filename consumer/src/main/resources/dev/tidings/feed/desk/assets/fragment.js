// Pages come from the server whole; a module takes out of them what is new. Nothing is built from
// text here, so nothing that an update says can become markup.
import "./keys.js";

// The one place where text becomes a document, and an inert one: no script in it ever runs.
const policy = globalThis.trustedTypes
  ? trustedTypes.createPolicy("desk", { createHTML: html => html })
  : { createHTML: html => html };

/** The page at an address, as a document of its own. */
export async function page(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new DOMParser().parseFromString(policy.createHTML(text), "text/html");
}

/** Puts the sections of a newer page in the place of those of an older one, where they differ. */
export function renew(old, fresh, keep = () => false) {
  let last = null;
  const left = new Set(old.querySelectorAll(":scope > section[id]"));
  for (const section of [...fresh.querySelectorAll(":scope > section[id]")]) {
    const there = old.querySelector(`:scope > #${CSS.escape(section.id)}`);
    left.delete(there);
    if (there && keep(there, section)) {
      last = there;
    } else if (there && there.outerHTML === section.outerHTML) {
      last = there;
    } else if (there) {
      reopen(there, section);
      there.replaceWith(section);
      last = section;
    } else {
      last ? last.after(section) : old.append(section);
      last = section;
    }
  }
  left.forEach(section => section.remove());
}

/** What a reader has opened stays open. */
function reopen(old, fresh) {
  const summaries = [...old.querySelectorAll("details[open] > summary")].map(s => s.textContent);
  for (const details of fresh.querySelectorAll("details")) {
    if (summaries.includes(details.querySelector("summary")?.textContent)) details.open = true;
  }
}

/** A form's fields that are filled in, as a query. */
export function query(form) {
  const filled = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value.trim()) filled.append(name, value.trim());
  }
  return filled;
}

/** The same address with other values of some parameters; null takes one away. */
export function address(values, from = location.href) {
  const url = new URL(from);
  for (const [name, value] of Object.entries(values)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.pathname + url.search;
}
