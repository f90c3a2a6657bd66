class ListFilter extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    const status = this.querySelector('[role=status]');
    if (!input || !status) return;
    const rows = [...this.querySelectorAll<HTMLElement>('[data-words]')].map((row) => ({
      row,
      words: `${row.textContent} ${row.dataset['words'] ?? ''}`.toLowerCase(),
    }));
    const sections = [...this.querySelectorAll<HTMLElement>('section, details')];
    const closed = [...this.querySelectorAll('details:not([open])')];
    input.addEventListener('input', () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, words: text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      for (const section of sections) section.hidden = !section.querySelector('[data-words]:not([hidden])');
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
