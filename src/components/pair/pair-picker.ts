/** Leads from the picker to the comparison, also where the codes came in the address (`?a=125&b=451`). */
const form = document.querySelector<HTMLFormElement>('form.picker');

function target(known: ReadonlySet<string>, a: string, b: string, example: string): string | null {
  if (!known.has(a) || !known.has(b) || a === b) return null;
  const [low, high] = Number(a) < Number(b) ? [a, b] : [b, a];
  return example.replace('1-vs-2', `${low}-vs-${high}`);
}

if (form) {
  const { codes = '', pair = '' } = form.dataset;
  const known = new Set(codes.split(' '));
  const message = form.querySelector('.message');
  const field = (name: string) => form.querySelector<HTMLInputElement>(`input[name=${name}]`);
  const [a, b] = [field('a'), field('b')];

  const query = new URLSearchParams(location.search);
  const [first, second] = [query.get('a')?.trim() ?? '', query.get('b')?.trim() ?? ''];
  const asked = target(known, first, second, pair);
  if (asked) location.replace(asked);
  else if (a && b && (first || second)) {
    a.value = first.slice(0, 5);
    b.value = second.slice(0, 5);
    if (message)
      message.textContent =
        first === second ? 'Pick two different codes.' : 'One of these is not a known code.';
  }

  form.addEventListener('submit', (event) => {
    const url = target(known, a?.value.trim() ?? '', b?.value.trim() ?? '', pair);
    event.preventDefault();
    if (url) location.assign(url);
    else if (message) message.textContent = 'Pick two different codes.';
  });
}
