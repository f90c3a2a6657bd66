/** A field of one line drops the line ends of what is pasted into it, and with them what tells a log from a sentence. */

/**
 * Calls back with the whole text when several lines are pasted; the field shows them joined by spaces.
 * Shorter pastes go their usual way.
 */
export function whenPasted(input: HTMLInputElement, found: (text: string) => void): void {
  input.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain').trim() ?? '';
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    input.value = text.replace(/\s+/g, ' ').slice(0, 2000);
    found(text);
  });
}
