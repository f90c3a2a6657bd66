/** The search dialog's element. A script makes it, for without one it cannot open; its looks are in SearchDialog.astro. */
const inner = `<input class="field" type="text" role="combobox" aria-label="Search codes, comparisons and commands"
  aria-expanded="false" aria-controls="quick-hits" aria-autocomplete="list" autocomplete="off" spellcheck="false"
  placeholder="550, 125 vs 451, RETR, quota …" maxlength="10000">
<ul id="quick-hits" role="listbox" aria-label="Results"></ul>
<p class="status" role="status"></p>
<div class="foot"><p class="keys"><kbd>↑</kbd> <kbd>↓</kbd> choose · <kbd>Enter</kbd> open · <kbd>Esc</kbd> close</p>
<form method="dialog"><button>Close</button></form></div>`;

/** Puts it into the page, closed. */
export function makeBox(): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'search-dialog';
  dialog.ariaLabel = 'Search';
  dialog.innerHTML = inner;
  document.body.append(dialog);
  return dialog;
}
