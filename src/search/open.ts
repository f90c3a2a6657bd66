/** The few bytes every page pays for search: what opens the dialog. The rest comes with the first use. */

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

async function open(): Promise<void> {
  const { openSearch } = await import('./dialog.ts');
  openSearch();
}

document.addEventListener('keydown', (event) => {
  const slash =
    event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
  const combination = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!slash && !combination) return;
  event.preventDefault();
  void open();
});

for (const opener of document.querySelectorAll<HTMLElement>('[data-search-open]'))
  opener.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // the reader wants the search page in a tab
    event.preventDefault();
    void open();
  });
