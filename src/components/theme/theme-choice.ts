const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** Storage may be refused (private windows, policies); the choice then lasts as long as the page. */
function stored(): Theme {
  try {
    const value = localStorage.getItem('theme');
    return isTheme(value) ? value : 'system';
  } catch {
    return 'system';
  }
}

function keep(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Nothing to do: the page already shows the choice.
  }
}

class ThemeChoice extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select) return;
    select.value = stored();
    select.addEventListener('change', () => {
      const theme = isTheme(select.value) ? select.value : 'system';
      if (theme === 'system') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
      keep(theme);
    });
  }
}

customElements.define('theme-choice', ThemeChoice);
