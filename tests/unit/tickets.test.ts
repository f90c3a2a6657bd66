import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFragment } from 'parse5';
import { markdownToHtml } from 'satteri';
import { compare } from '../../src/protocol/compare/compare.ts';
import { codeTicket, commandTicket, pairTicket, situationTicket } from '../../src/tickets/pages.ts';
import { ticketForms, type Ticket } from '../../src/tickets/ticket.ts';
import { textOf } from '../site/dist.ts';
import { code, codes, model, tree } from './content.ts';

const page = 'https://ftp.example.org/ftp/451/';

const every: readonly Ticket[] = [
  ...codes.map(codeTicket),
  ...tree.situations.map(({ data }) => situationTicket(data)),
  ...tree.commands.map(({ data }) => commandTicket(data)),
  ...tree.notes.map(({ data }) => pairTicket(code(data.codes[0]), code(data.codes[1]), data.answer)),
  ...codes.slice(1).map((high, index) => {
    const low = codes[index] ?? high;
    return pairTicket(low, high, compare(low, high, model).answer);
  }),
];

/** What a reader sees of HTML, with the blanks between blocks made even. */
const seen = (html: string): string =>
  textOf(parseFragment(html.replaceAll(/<\/(p|li)>/g, '$& ')))
    .replaceAll(/\s+/g, ' ')
    .trim();

test("a code's ticket has the number, the name, one sentence, what to do on either side, and the address", () => {
  assert.equal(
    ticketForms(codeTicket(code(451)), null, page).text,
    [
      'FTP 451: Local error in processing',
      'The server accepted the command, started work and hit a fault of its own, such as a full disk or a failing file system.',
      "If you are connecting: Repeat the command after a pause. If the same file fails again, send the server's operator the exact line and its time.",
      "If you run the server: Find the second of the failure in the server's log, then check space, inodes, quota and disk errors on the volume that holds the path.",
      page,
    ].join('\n\n'),
  );
});

test('a ticket for one side leaves the other out and leads to its section', () => {
  const { text, html } = ticketForms(codeTicket(code(451)), 'server', page);
  assert.doesNotMatch(text, /If you are connecting/);
  assert.match(text, /If you run the server/);
  assert.ok(text.endsWith(`\n${page}#fix-server`));
  assert.ok(html.includes(`<a href="${page}#fix-server">${page}#fix-server</a>`));
});

test('a first sentence of a word takes the second along', () => {
  assert.match(ticketForms(codeTicket(code(221)), null, page).text, /\n\nGoodbye\. .{20,}\n/);
});

test("a comparison's ticket has the answer and what to do after each", () => {
  const { text } = ticketForms(pairTicket(code(125), code(451), 'An answer.'), 'client', page);
  assert.match(
    text,
    /^FTP 125 \(.+\) vs 451 \(.+\)\n\nAn answer\.\n\nIf you are connecting:\n\n- After 125: /,
  );
  assert.match(text, /\n- After 451: Repeat the command after a pause\./);
});

test("a command's ticket has its syntax as a literal and its replies in order", () => {
  const retr = tree.commands.find(({ data }) => data.verb === 'RETR');
  assert.ok(retr);
  const { text, html } = ticketForms(commandTicket(retr.data), null, page);
  assert.match(
    text,
    /\n\nSyntax: `RETR <SP> <pathname> <CRLF>`\n\nReplies, in order:\n\n- First reply: 125, 150, /,
  );
  assert.match(text, /\n- After 150: .*226/);
  assert.ok(html.includes('<code>RETR &lt;SP&gt; &lt;pathname&gt; &lt;CRLF&gt;</code>'));
});

test('the text read as Markdown shows the same words as the rich form: nothing in it is taken for markup', () => {
  assert.ok(every.length > 350);
  for (const ticket of every) {
    const { text, html } = ticketForms(ticket, null, page);
    assert.equal(seen(markdownToHtml(text).html), seen(html), ticket.title);
  }
});

test('the rich form holds no markup but its own, whatever the words are', () => {
  const hostile = '<img src=x onerror="alert(1)"> & `<b>` "quoted"';
  const { html } = ticketForms(
    { title: hostile, blocks: [hostile, [hostile]], advice: {}, closing: hostile },
    null,
    'https://ftp.example.org/?a=1&b="2"',
  );
  assert.deepEqual(new Set(html.match(/<\w+/g)), new Set(['<p', '<strong', '<code', '<ul', '<li', '<a']));
  assert.equal(seen(html).split('onerror="alert(1)"').length, 5);
});

test('the only link has the bare address as its words, which stand once in the text', () => {
  for (const ticket of every) {
    const { text, html } = ticketForms(ticket, null, page);
    assert.deepEqual(html.match(/<a .*?<\/a>/g), [`<a href="${page}">${page}</a>`], ticket.title);
    assert.equal(text.split(page).length, 2, ticket.title);
  }
});

test('a ticket is short enough to be read where it is pasted', () => {
  for (const ticket of every) {
    const { text } = ticketForms(ticket, null, page);
    assert.ok(text.length < 2200, `${ticket.title}: ${text.length} characters`);
    assert.doesNotMatch(text, /\[(\d{3,5}|[A-Z]{3,})\]|undefined|\n{3}/, ticket.title);
  }
});
