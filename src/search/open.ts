/** The few bytes every page pays for search: what opens the dialog. The rest comes with the first use. */
import { makeBox } from './box.ts';
import { knownFile } from './known-file.ts';

let dialog: HTMLDialogElement | undefined;

/** The field of a dialog that has just closed keeps the focus until the next frame. */
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  !target.closest('dialog:not([open])') &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

async function answer(asking: HTMLDialogElement): Promise<void> {
  // Nearly every search needs it, so it travels beside the scripts; find() says if it is missing.
  void knownFile().catch(() => undefined);
  const status = asking.querySelector('[role=status]');
  try {
    const { answerIn } = await import('./dialog.ts');
    answerIn(asking);
  } catch {
    if (status)
      status.textContent = 'The search could not be loaded. Check the connection and open it again.';
  }
}

/** At once, so that nothing is lost of what is typed while the scripts are on their way. */
function open(): void {
  dialog ??= makeBox();
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector('input')?.select();
  void answer(dialog);
}

document.addEventListener('keydown', (event) => {
  const slash =
    event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
  const combination = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!slash && !combination) return;
  event.preventDefault();
  open();
});

for (const opener of document.querySelectorAll<HTMLElement>('[data-search-open]'))
  opener.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // the reader wants the search page in a tab
    event.preventDefault();
    open();
  });
