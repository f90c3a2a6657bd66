/** The lines of a paste as people see them: numbered from 1, without line ends, colours and Telnet commands. */

/** ECMA-48 control sequences (colours, cursor), also where a web page has swallowed the escape character. */

const colours = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[()][A-Z0-9]|\][^\u0007]*\u0007?)/g;
const bareColours = /(?<![\w\])])\[(?:\d{1,3};)*\d{1,3}m/g;
/** Telnet (RFC 854): IAC and what it commands, read as Latin-1 or as what UTF-8 makes of it; NULs beside. */

const telnet =
  /(?:\u00ff[\u00f0-\u00ff\ufffd][\u0000-\u001f"#$&'*]?|\\xff\\x[ef][0-9a-f](?:\\x[0-9a-f]{2})?)+|[\u0000\ufeff\ufffd\u00ff]+(?=[1-6]\d\d[ -]|[A-Z]{3,4}\b)|[\u0000\ufeff\u200b\u200e\u200f]/gi;

const odd = /[\u0000\u001b\u00ff\ufeff\ufffd\u200b\u200e\u200f]|\\xff|\[\d{1,3}[m;]/i;

/** A log copied out of the source of a web page. */
const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  apos: "'",
  nbsp: ' ',
  '#34': '"',
  '#60': '<',
  '#62': '>',
};
const entity = /&(lt|gt|amp|quot|apos|nbsp|#39|#34|#60|#62);/g;

/** Takes out what a terminal, a web page or a protocol below FTP has put in. */
export function bare(line: string): string {
  const clean = odd.test(line)
    ? line.replace(colours, '').replace(bareColours, '').replace(telnet, '')
    : line;
  return clean.includes('&')
    ? clean.replace(entity, (whole, name: string) => entities[name] ?? whole)
    : clean;
}

/** Walks over the lines of a text: CR LF, LF and bare CR end one, as in a text field. */
export function* linesOf(text: string): Generator<string> {
  let start = 0;
  const { length } = text;
  // Looking for CR in a long text that has none costs a scan of all of it, so that is done once.
  let nextCr = text.indexOf('\r');
  while (start <= length) {
    const lf = text.indexOf('\n', start);
    if (nextCr >= 0 && nextCr < start) nextCr = text.indexOf('\r', start);
    let end = lf < 0 ? length : lf;
    let next = end + 1;
    if (nextCr >= 0 && nextCr < end) {
      end = nextCr;
      next = nextCr + 1;
      if (text[next] === '\n') next += 1;
    }
    yield text.slice(start, end);
    start = next;
  }
}

const numbered = /^(\s*(\d{1,6})[.):|]?(?:\s+|$))/;
/** So many lines tell whether somebody has numbered them. */
const looked = 60;

/** Takes off the numbers that a forum or an editor has put before each line; leaves all other text as it is. */
export function numberingOf(text: string): (line: string) => string {
  let next = -1;
  let inOrder = 0;
  let all = 0;
  for (const line of linesOf(text.slice(0, looked * 400))) {
    if (line.trim() === '') continue;
    all += 1;
    const found = Number(numbered.exec(line)?.[2] ?? Number.NaN);
    if (found === next) inOrder += 1;
    if (!Number.isNaN(found)) next = found + 1;
    if (all >= looked) break;
  }
  return inOrder >= 3 && inOrder / all > 0.65 ? (line) => line.replace(numbered, '') : (line) => line;
}
