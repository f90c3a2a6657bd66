/**
 * What the decode page loads before anybody touches it: it hears what the reader does and hands it to the desk, which
 * comes with the first touch.
 */
import { field, find, mostInField, status } from './field.ts';
import findingSheet from './finding.css?url';

type Desk = typeof import('./desk.ts');
let loading: Promise<Desk> | undefined;
/** Once it is there. */
let desk: Desk | undefined;
/** Counts what the reader has asked for: of what waits for the desk, the last counts. */
let asked = 0;

let styled: Promise<void> | undefined;

/** Resolves in any case: a finding without its looks is better than none. */
function style(): Promise<void> {
  styled ??= new Promise((resolve) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: findingSheet });
    for (const kind of ['load', 'error'] as const)
      link.addEventListener(kind, () => {
        resolve();
      });
    document.head.append(link);
  });
  return styled;
}

/** What fails to load is asked for again at the next touch. */
function load(): Promise<Desk> {
  loading ??= Promise.all([import('./desk.ts'), style()]).then(
    ([loaded]) => (desk = loaded),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

function prepare(): void {
  // A failure shows when something is to be read.
  void load().then(
    (loaded) => {
      loaded.prepare();
    },
    () => undefined,
  );
}

function read(start: (desk: Desk) => unknown): void {
  asked += 1;
  const own = asked;
  status.textContent = 'Reading …';
  void load().then(
    (loaded) => {
      if (own === asked) start(loaded);
    },
    () => {
      if (own === asked)
        status.textContent = 'The decoder could not be loaded. Check the connection and try again.';
    },
  );
}

const around = field.parentElement;
for (const kind of ['focusin', 'pointerdown'] as const)
  around?.addEventListener(kind, prepare, { once: true });
document.addEventListener('dragenter', prepare, { once: true });

find('decode', HTMLElement).addEventListener('click', () => {
  read(({ decode }) => {
    decode();
  });
});
find('clear', HTMLElement).addEventListener('click', () => {
  asked += 1;
  field.value = '';
  status.textContent = '';
  desk?.clear();
  field.focus();
});
field.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text.length > mostInField) {
    event.preventDefault();
    read(({ attach }) => {
      attach(new File([text], 'pasted text'));
    });
  } else if (field.value === '' && /[\r\n]/.test(text))
    // The field has it a moment later.
    setTimeout(() => {
      read(({ decode }) => {
        decode();
      });
    }, 0);
});
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  read(({ decode }) => {
    decode();
  });
});
for (const kind of ['dragover', 'dragleave', 'drop'] as const)
  around?.addEventListener(kind, (event) => {
    event.preventDefault();
    field.classList.toggle('over', kind === 'dragover');
    const found = kind === 'drop' ? event.dataTransfer?.files[0] : undefined;
    if (found) read(({ take }) => take(found));
  });
const chooser = find('file', HTMLInputElement);
chooser.addEventListener('change', () => {
  const found = chooser.files?.[0];
  if (found) read(({ take }) => take(found));
  chooser.value = '';
});
for (const session of document.querySelectorAll<HTMLAnchorElement>('[data-session]'))
  session.addEventListener('click', (event) => {
    event.preventDefault();
    read(({ open }) => open(session.href));
  });
