// "/" goes to the search field, wherever nothing is being written.
addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector('[type="search"][aria-keyshortcuts="/"]');
  if (field) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});
