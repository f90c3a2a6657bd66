/** What a search engine or a chat program shows below a title. */

/** Search engines cut behind some 160 to 200 characters; below the least there is room for half a sentence more. */
const most = 200;
const least = 100;

/** Sentences with the space in front of them; a full stop inside a word ("3.0.5", ".NET") ends none. */
const sentencesOf = (text: string): readonly string[] => text.match(/[^]+?(?:[.?!](?=\s|$)|$)/g) ?? [];

/** At most so many characters, with an ellipsis behind the last clause that fits, or behind the last word. */
function cut(text: string, room: number): string {
  const start = text.slice(0, room - 2);
  const clause = Math.max(...[', ', '; ', ': '].map((mark) => start.lastIndexOf(mark)));
  const end = clause > room / 2 ? clause : start.lastIndexOf(' ');
  return `${start.slice(0, end)} …`;
}

/** As many whole sentences as fit into 200 characters; if those are few words, the start of the next one too. */
export function descriptionOf(text: string): string {
  let taken = '';
  for (const sentence of sentencesOf(text)) {
    if (taken.length + sentence.length <= most) taken += sentence;
    else return taken.length >= least ? taken.trim() : cut(taken + sentence, most).trim();
  }
  return taken.trim();
}
