/** The decoder as a whole: logs with their truths, the site's own exchanges, examples, and any text at all. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Decoder } from '../../src/decode/decode.ts';
import { Recollection } from '../../src/decode/recall.ts';
import { Reporter } from '../../src/decode/report.ts';
import { neededRows, ticketOf } from '../../src/decode/ticket.ts';
import type { Turn } from '../../src/decode/turn.ts';
import { parseWire, turnsOf } from '../../src/protocol/exchange.ts';
import { knowledge } from '../decode/knowledge.ts';
import { judge, readLogs } from '../decode/logs.ts';
import { dice, pick } from '../dice.ts';
import { tree } from './content.ts';

const recollection = new Recollection(knowledge);
const decoder = new Decoder(recollection);
const logs = readLogs('logs');

const spelt = (turns: readonly Turn[]): readonly string[] =>
  turns.flatMap((turn) =>
    turn.kind === 'note' ? [] : [turn.kind === 'command' ? `> ${turn.verb}` : `< ${turn.code}`],
  );
const shownBy = (
  log: string,
): { readonly rows: string; readonly ticket: string; readonly report: string } => {
  const reporter = new Reporter(decoder.decode(log), recollection);
  const report = reporter.report();
  const rows = neededRows(report).flatMap((index) => reporter.rows(index, index + 1));
  const { markdown, plain } = ticketOf(report, rows, (path) => `https://example.org${path}`);
  return {
    rows: JSON.stringify(reporter.rows(0, report.counts.rows)),
    ticket: `${markdown}\n${plain}`,
    report: JSON.stringify(report),
  };
};

test('the logs read as their truths say, within the floors of npm run decode:eval', () => {
  const judged = logs.map((log) => judge(log, decoder.decode(log.text)));
  const share = (aspect: 'turns' | 'failure' | 'finding') =>
    (100 * judged.filter((one) => one[aspect]).length) / judged.length;
  assert.ok(logs.length >= 80);
  assert.ok(share('turns') >= 97, `turns ${share('turns')} %`);
  assert.ok(share('failure') >= 95, `failing reply ${share('failure')} %`);
  assert.ok(share('finding') >= 90, `finding ${share('finding')} %`);
});

test('no password of any log is shown, neither in the rows nor in the finding nor in a ticket', () => {
  const secrets = logs.flatMap(({ name, text, secrets: own }) =>
    own.map((secret) => ({ name, text, secret })),
  );
  assert.ok(secrets.length > 50);
  for (const { name, text, secret } of secrets) {
    const { rows, ticket, report } = shownBy(text);
    // What stands in JSON is escaped there.
    const escaped = JSON.stringify(secret).slice(1, -1);
    assert.ok(!rows.includes(escaped), `${name} shows ${secret}`);
    assert.ok(!report.includes(escaped), `the finding of ${name} shows ${secret}`);
    assert.ok(!ticket.includes(secret), `the ticket of ${name} shows ${secret}`);
  }
});

test('each example of the page has the finding it promises', () => {
  assert.ok(tree.sessions.length >= 8);
  for (const { id, data } of tree.sessions)
    assert.equal(decoder.decode(data.log).diagnosis.id, data.finding, id);
});

test("every exchange on the site's own pages reads back", () => {
  const fences = [...tree.codes, ...tree.notes, ...tree.situations].flatMap(({ file, body }) =>
    [...body.matchAll(/^```ftp.*\n([^]*?)\n```$/gm)].map(([, source = '']) => ({ file, source })),
  );
  assert.ok(fences.length > 100);
  for (const { file, source } of fences) {
    const { lines } = parseWire(source);
    const wire = lines.filter(({ by }) => by === 'client' || by === 'server');
    const raw = wire.map(({ text }) => text).join('\n');
    const { turns } = turnsOf(wire);
    const wanted = turns.flatMap((turn) =>
      turn.kind === 'event' ? [] : [turn.kind === 'command' ? `> ${turn.verb}` : `< ${turn.code}`],
    );
    assert.deepEqual(spelt(decoder.decode(raw).turns), wanted, `${file}\n${raw}`);
    const marked = wire.map(({ by, text }) => `${by === 'client' ? '>' : '<'} ${text}`).join('\r\n');
    assert.deepEqual(spelt(decoder.decode(marked).turns), wanted, `${file}, marked as curl does`);
  }
});

test('every finding that a rule can give has its words in content', () => {
  const known = new Set([...knowledge.situations, ...knowledge.findings].map(({ id }) => id));
  const folder = new URL('../../src/decode/findings/', import.meta.url);
  const ids = readdirSync(folder).flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\bid: '([a-z-]+)'/g)].map(([, id = '']) => id),
  );
  assert.ok(ids.length > 60);
  assert.deepEqual(
    ids.filter((id) => !known.has(id)),
    [],
  );
  for (const id of [
    'looks-like-http',
    'looks-like-ssh',
    'looks-like-smtp',
    'not-text',
    'empty',
    'none',
    'no-replies',
  ])
    assert.ok(known.has(id), id);
});

test('any text gives a finding and rows, and throws nothing', () => {
  const roll = dice(1);
  const lines = logs.flatMap(({ text }) => text.split('\n'));
  const alphabet = Array.from(
    'abcXYZ 0123456789-:[](){}<>"\'`\\|,.;=*#$&%\t\r\n\u0000\u00ff\u00fc\u4e2d\ud83d\ude00\ufeff\u001b',
  );
  for (let round = 0; round < 1500; round += 1) {
    const text =
      round % 3 === 0
        ? Array.from({ length: Math.floor(roll() * 400) }, () => pick(roll, alphabet)).join('')
        : Array.from({ length: Math.floor(roll() * 30) }, () => {
            const line = pick(roll, lines);
            return roll() < 0.3 ? line.slice(Math.floor(roll() * line.length)) : line;
          }).join(pick(roll, ['\n', '\r\n', '\r', ' ', '']));
    const { rows, ticket } = shownBy(text);
    assert.ok(rows.startsWith('[') && ticket.length > 0, JSON.stringify(text));
  }
});

test('a password is hidden in every form of log, whatever it is made of', () => {
  const roll = dice(7);
  const letters = Array.from(
    'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!#$%&()*+,-./:;=?@[]^_{|}~\u00e4\u00f6\u00df\u4e2d"\'\\',
  );
  const python = (text: string) => text.replace(/[\\']/g, '\\$&');
  const json = (text: string) => JSON.stringify(text).slice(1, -1);
  const forms: readonly ((password: string) => string)[] = [
    (password) => `USER anna\n331 ok\nPASS ${password}\n530 Login incorrect.`,
    (password) => `> PASS ${password}\n< 530 no`,
    (password) => `Command:\tPASS ${password}\nResponse:\t230 in`,
    (password) => `Befehl:  PASS ${password}`,
    (password) => `---> PASS ${password}`,
    (password) => `10:00:01\tCommand:\tPASS ${password}`,
    (password) => `> 2026-11-21 10:00:00.001 PASS ${password}`,
    (password) => `*cmd* 'PASS ${python(password)}'`,
    (password) => `[connection] > 'PASS ${python(password)}'`,
    (password) => `{"level":20,"msg":"> PASS ${json(password)}"}`,
    (password) => `(000012)21.11.2026 10:00:00 - (not logged in) (192.0.2.7)> PASS ${password}`,
    (password) =>
      `Sat Nov 21 10:00:00 2026 [pid 2] [anna] FTP command: Client "192.0.2.7", "PASS ${password}"`,
    (password) => `10:00:00.1 IP a.5000 > b.21: Flags [P.], length 20: FTP: PASS ${password}`,
    (password) => `12 0.4 192.0.2.7 192.0.2.1 FTP 86 Request: PASS ${password}`,
    (password) => `2026-11-21T10:00:00Z ftp-1  | > PASS ${password}\n530 the password ${password} is wrong`,
    (password) => `USER anna\nPASS ${password}\n500 'PASS ${password}': command not understood`,
  ];
  for (let round = 0; round < 1600; round += 1) {
    const length = 6 + Math.floor(roll() * 14);
    const password = `q${Array.from({ length }, () => pick(roll, letters)).join('')}z`;
    const log = pick(roll, forms)(password);
    const { rows, ticket, report } = shownBy(log);
    const escaped = JSON.stringify(password).slice(1, -1);
    assert.ok(
      !rows.includes(escaped) && !report.includes(escaped),
      `${password} in the rows of\n${log}\n${rows}`,
    );
    assert.ok(!ticket.includes(password), `${password} in the ticket of\n${log}\n${ticket}`);
  }
});
