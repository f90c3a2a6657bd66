const rowsIn = (element: Element): readonly HTMLElement[] => [
  ...element.querySelectorAll<HTMLElement>('[data-words]'),
];

class ListFilter extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    const status = this.querySelector('[role=status]');
    if (!input || !status) return;
    const rows = rowsIn(this).map((row) => ({
      row,
      words: `${row.textContent} ${row.dataset['words'] ?? ''}`.toLowerCase(),
    }));
    // What is folded inside a row is no section: it has no rows, and goes with its own.
    const sections = [...this.querySelectorAll<HTMLElement>('section, details')]
      .map((section) => ({ section, own: rowsIn(section), count: section.querySelector('[data-count]') }))
      .filter(({ own }) => own.length > 0);
    const closed = [...this.querySelectorAll('details:not([open])')];
    input.addEventListener('input', () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, words: text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      for (const { section, own, count } of sections) {
        const left = own.filter((row) => !row.hidden).length;
        section.hidden = left === 0;
        if (count) count.textContent = String(left);
      }
      // What is found must be seen; without words everything is as it was.
      for (const details of closed) details.toggleAttribute('open', words.length > 0);
      status.textContent =
        words.length === 0
          ? ''
          : shown === 0
            ? 'No row holds all of these words.'
            : `${shown} of ${rows.length}`;
    });
  }
}

customElements.define('list-filter', ListFilter);
