// The fields of the form as an update's JSON, and back.

const LISTS = ["parties", "concerning"];
const NESTED = ["attributedTo", "thread", "responds"];
const NOT_OURS = ["version", "versionCreated", "pubStatus"];

/** What the form says, on top of what of an earlier version it does not know. */
export function filled(form, base) {
  const update = { ...base };
  for (const name of [...NOT_OURS, ...LISTS, ...NESTED]) delete update[name];
  for (const element of form.elements) {
    const { name } = element;
    if (!name || (element.type === "radio" && !element.checked)) continue;
    put(update, name, element.value.trim());
  }
  if (update.standing !== "claimed") delete update.attributedTo;
  if (update.parties) {
    delete update.actor;
    delete update.counterpart;
    delete update.actorSector;
    delete update.counterpartSector;
  }
  sources(update, form, base);
  return update;
}

function put(update, name, value) {
  const [field, part] = name.split(".");
  if (field === "source") return;
  if (part) {
    if (value) update[field] = { ...update[field], [part]: value };
  } else if (!value) {
    delete update[field];
  } else if (LISTS.includes(field)) {
    update[field] = value.split(/[\s,]+/).filter(Boolean);
  } else if (field === "urgency") {
    update[field] = Number(value);
  } else if (field === "embargoedUntil") {
    update[field] = new Date(`${value}Z`).toISOString();
  } else {
    update[field] = value;
  }
}

/** The form has the first source; an earlier version may have more. */
function sources(update, form, base) {
  const name = form.elements["source.name"].value.trim();
  const uri = form.elements["source.uri"].value.trim();
  const others = (base.sources ?? []).slice(1);
  const first = name ? [{ ...(base.sources ?? [])[0], name, uri: uri || undefined }] : [];
  update.sources = [...first, ...others];
  if (!update.sources.length) delete update.sources;
}

/** Fills the form with what an update says. */
export function fill(form, update) {
  for (const [name, value] of Object.entries(update)) {
    if (NESTED.includes(name)) {
      for (const [part, text] of Object.entries(value)) set(form, `${name}.${part}`, text);
    } else if (name === "sources") {
      set(form, "source.name", value[0]?.name ?? "");
      set(form, "source.uri", value[0]?.uri ?? "");
    } else if (name === "embargoedUntil") {
      set(form, name, value.slice(0, 16));
    } else {
      set(form, name, Array.isArray(value) ? value.join(",") : value);
    }
  }
}

function set(form, name, value) {
  const field = form.elements[name];
  if (!field) return;
  if (name === "mode") {
    const group = form.querySelector(`optgroup[data-kind="${form.elements.kind.value}"]`);
    const option = [...group.querySelectorAll("option")].find(one => one.value === value);
    if (option) option.selected = true;
  } else {
    addMissingOption(field, value);
    field.value = value;
  }
}

/** A word that this page does not know stays in the form, so that a correction does not lose it. */
function addMissingOption(field, value) {
  const known = !field.options || [...field.options].some(one => one.value === value);
  if (!known) field.add(new Option(value));
}
