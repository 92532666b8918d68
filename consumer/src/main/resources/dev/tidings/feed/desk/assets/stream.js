// Follows the feed from where a page stands, for as long as it is open, and says how that goes.

const AGAIN_MS = [500, 1000, 2000, 5000];

/**
 * Follows the feed.
 *
 * @param at the element with data-log and data-head: the feed and the cursor that the page stands at
 * @param query what of it, as in party=IRN
 * @param onNews gets each notification
 */
export function follow(at, query, onNews) {
  const sign = at.querySelector("[data-stream]");
  let cursor = at.dataset.head;
  let failures = 0;
  let wasLost = false;
  let source;
  let again;

  const say = state => {
    if (!sign) return;
    sign.dataset.state = state;
    sign.textContent = sign.dataset[state];
  };

  const open = () => {
    const asked = new URLSearchParams(query);
    asked.set("feed", at.dataset.log);
    asked.set("after", cursor);
    source = new EventSource(`/notifications/stream?${asked}`);
    source.addEventListener("hello", () => {
      failures = 0;
      say(wasLost ? "resumed" : "live");
    });
    source.addEventListener("reset", () => {
      source.close();
      say("reset");
      at.dispatchEvent(new CustomEvent("feed-reset"));
    });
    source.onmessage = event => {
      cursor = event.lastEventId;
      onNews(JSON.parse(event.data));
    };
    source.onerror = () => {
      if (sign?.dataset.state === "reset") return;
      wasLost = true;
      say("lost");
      // A browser tries again by itself, unless it was answered with an error.
      if (source.readyState === EventSource.CLOSED) {
        again = setTimeout(open, AGAIN_MS[Math.min(failures++, AGAIN_MS.length - 1)]);
      }
    };
  };

  // A browser has six connections to a server, over all its windows: one that nobody looks at gives
  // its own back, and goes on where it was when somebody does.
  document.addEventListener("visibilitychange", () => {
    if (sign?.dataset.state === "reset") return;
    source?.close();
    clearTimeout(again);
    if (document.hidden) {
      wasLost = true;
      say("paused");
    } else {
      open();
    }
  });

  say("connecting");
  if (!document.hidden) open();
}

/** Tells of what a reader must not miss, with a way to it. */
export function alert(at, notification) {
  const place = at.querySelector("[data-alerts]");
  if (!place) return;
  const line = document.createElement("p");
  const link = document.createElement("a");
  // What an earlier line said of the same update may be what is taken back.
  for (const earlier of [...place.children]) {
    if (earlier.dataset.key === key(notification)) earlier.remove();
  }
  line.dataset.key = key(notification);
  line.className = takesBack(notification) ? "revision" : "flash";
  link.href = `/updates/${encodeURIComponent(notification.update.uri)}`;
  link.textContent = notification.headline;
  link.dir = "auto";
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = place.dataset.close;
  close.addEventListener("click", () => line.remove());
  line.append(link, close);
  place.prepend(line);
  while (place.children.length > 3) place.lastChild.remove();
}

/** Which update, in which relationship. */
export function key({ relationship, update }) {
  return `${relationship} ${update.uri}`;
}

/** Whether something that readers were told is not so. */
export function takesBack(notification) {
  return ["correction", "kill", "withheld", "conflict"].includes(notification.reason);
}

export function isFlash(notification) {
  return notification.urgency <= 2;
}
