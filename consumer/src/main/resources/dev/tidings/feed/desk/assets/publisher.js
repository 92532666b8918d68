// Who publishes: a token, kept for as long as the window is open, and what the gateway lets it do.
const KEPT = "tidings-token";

export function token() {
  return sessionStorage.getItem(KEPT);
}

export function use(given) {
  if (given) sessionStorage.setItem(KEPT, given);
  else sessionStorage.removeItem(KEPT);
}

/** Asks the gateway, as whoever holds the token. */
export async function ask(path, options = {}) {
  const headers = new Headers({ Accept: "application/json", ...options.headers });
  if (token()) headers.set("Authorization", `Bearer ${token()}`);
  const answer = await fetch(path, { ...options, headers });
  const text = await answer.text();
  return { status: answer.status, ok: answer.ok, said: text ? JSON.parse(text) : {} };
}
