// What a summary would become, and what is wrong with an update, as elements.

function element(name, text, kind) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

/** What POST /preview says, for each relationship. */
export function becomes({ relationships }, texts) {
  return relationships.map(({ relationship, before, after, text }) => {
    const part = element("article");
    part.append(element("h3", relationship));
    const list = element("dl");
    list.append(element("dt", texts.before), element("dd", before?.headline ?? texts.unknown));
    list.append(element("dt", texts.after), element("dd", after?.headline ?? texts.unknown, "headline"));
    part.append(list);
    const changes = element("ul");
    for (const { sentence } of text) changes.append(element("li", sentence));
    part.append(text.length ? changes : element("p", texts.nothing));
    if (after) part.append(element("p", after.text.map(one => one.sentence).join(" "), "text"));
    return part;
  });
}

/** Everything that is wrong, each in a line of its own. */
export function problems({ detail, title, errors }, failed) {
  const said = errors?.length ? errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)) : [detail ?? title];
  return [element("p", failed, "problem"), ...said.map(line => element("p", line, "problem"))];
}
