import type { TicketForms } from './ticket.ts';

/** What is copied; without a rich form only the text. */
export type Copy = Pick<TicketForms, 'text'> & Partial<TicketForms>;

/** False where the browser refuses, or has no clipboard to offer, as on http origins. */
export async function toClipboard({ text, html }: Copy): Promise<boolean> {
  try {
    if (html === undefined || !('ClipboardItem' in globalThis)) await navigator.clipboard.writeText(text);
    else
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text], { type: 'text/plain' }),
          'text/html': new Blob([html], { type: 'text/html' }),
        }),
      ]);
    return true;
  } catch {
    return false;
  }
}

/**
 * A field that holds the text selected, for the reader's own copy command, which no browser refuses. It takes the
 * rich form along if the whole text is copied. Escape and copying end it, by a call of `end`.
 */
export function fieldToCopyFrom({ text, html }: Copy, end: (copied: boolean) => void): HTMLElement {
  const label = document.createElement('label');
  const field = document.createElement('textarea');
  field.className = 'field';
  field.readOnly = true;
  field.value = text;
  field.rows = Math.min(10, text.split('\n').length + 2);
  label.append(
    'The browser does not let this page copy. Press Ctrl+C, or ⌘C on a Mac, to copy the text:',
    field,
  );
  field.addEventListener('copy', (event) => {
    const whole = field.selectionEnd - field.selectionStart === text.length;
    if (whole && html !== undefined && event.clipboardData) {
      event.clipboardData.setData('text/plain', text);
      event.clipboardData.setData('text/html', html);
      event.preventDefault();
    }
    // The browser takes the text after this event.
    setTimeout(end, 0, true);
  });
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') end(false);
  });
  return label;
}
