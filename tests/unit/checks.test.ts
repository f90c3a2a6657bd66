/** Every rule is shown a content tree with one fault in it: it must name the file, the line and the cure. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { asText, judge, rules } from '../../src/checks/check.ts';
import { refuseFindings } from '../../src/build/content-gate.ts';

let root = '';
let content = '';

before(() => {
  root = mkdtempSync(join(tmpdir(), 'ftp-codes-checks-'));
  content = join(root, 'content');
  cpSync('content', content, { recursive: true });
});
after(() => {
  rmSync(root, { recursive: true });
});

/** The findings after one edit; the file is put back afterwards. */
function findings(file: string, edit: (text: string) => string): readonly string[] {
  const path = join(content, file);
  const original = readFileSync(path, 'utf8');
  const edited = edit(original);
  assert.notEqual(edited, original, `the edit of ${file} changes nothing`);
  writeFileSync(path, edited);
  try {
    return judge(content).findings.map(asText);
  } finally {
    writeFileSync(path, original);
  }
}

/** The findings with a file more. */
function findingsWith(file: string, text: string): readonly string[] {
  const path = join(content, file);
  writeFileSync(path, text);
  try {
    return judge(content).findings.map(asText);
  } finally {
    rmSync(path);
  }
}

const some = (found: readonly string[], pattern: RegExp) => {
  assert.ok(
    found.some((text) => pattern.test(text)),
    `expected a finding like ${String(pattern)}, got:\n${found.join('\n') || 'none'}`,
  );
};

const page = (name: string) => readFileSync(join(content, name), 'utf8');

test('the content itself is in order', () => {
  assert.deepEqual(judge(content).findings.map(asText), []);
});

test('fields: a missing field', () => {
  some(
    findings('ftp/451.mdx', (text) => text.replace(/^says: .*\n/m, '')),
    /^content\/ftp\/451\.mdx:\d+ {2}says: found nothing\..*\[fields\]$/,
  );
});

test('fields: a misspelt field', () => {
  some(
    findings('ftp/451.mdx', (text) => text.replace('summary:', 'sumary:')),
    /^content\/ftp\/451\.mdx:\d+ {2}sumary: no such field\./,
  );
});

test('fields: a value of the wrong kind', () => {
  some(
    findings('ftp/451.mdx', (text) => text.replace('status: standard', 'status: normal')),
    /451\.mdx:6 {2}status: found "normal"\..*standard/,
  );
});

test('fields: clauses and sentences have the form their place needs', () => {
  some(
    findings('ftp/451.mdx', (text) => text.replace(/^says: the/m, 'says: That the')),
    /says: found "That the.*expected a lower-case start/,
  );
  some(
    findings('ftp/451.mdx', (text) => text.replace(/^send: .*/m, 'send: when a fault occurs')),
    /send: .*does not start with "that", "when" or "if"/,
  );
  some(
    findings('ftp/451.mdx', (text) => text.replace(/^when: .*/m, 'when: a transfer has begun')),
    /when: .*whole sentences/,
  );
});

test('fields: text that is no YAML', () => {
  some(
    findings('ftp/451.mdx', (text) => text.replace('code: 451', 'code: [451')),
    /^content\/ftp\/451\.mdx:\d+ {2}this is not YAML/,
  );
});

test('fields: an alias of no anchor, with its line', () => {
  const edit = (text: string) => text.replace(/^name: .*/m, 'name: *nothing');
  const line =
    readFileSync('content/ftp/451.mdx', 'utf8')
      .split('\n')
      .findIndex((one) => one.startsWith('name: ')) + 1;
  some(
    findings('ftp/451.mdx', edit),
    new RegExp(`^content/ftp/451\\.mdx:${line} {2}this is not YAML: .*alias`, 'i'),
  );
});

test('fields: a control character', () => {
  some(
    findings('ftp/451.mdx', (text) => text.replace('## When you see it', '## When you see it\u0000')),
    /451\.mdx:\d+ {2}found the character U\+0000\. Expected text in UTF-8/,
  );
});

test('fields: a body that is no MDX, and code in one', () => {
  const edit = (text: string) =>
    findings('ftp/451.mdx', (page) =>
      page.replace('## When you see it\n', `## When you see it\n\n${text}\n`),
    );
  some(edit('Braces { alone'), /451\.mdx:\d+ {2}this is not MDX: .*backticks/);
  some(edit('<p>A tag that nobody closes'), /451\.mdx:\d+ {2}this is not MDX/);
  some(edit('A value {undefined.x} in it'), /451\.mdx:\d+ {2}found code of MDX/);
  some(edit('<Missing />'), /451\.mdx:\d+ {2}found code of MDX/);
});

test('fields: a file that nobody reads', () => {
  some(findingsWith('ftp/notes.txt', 'x'), /content\/ftp\/notes\.txt {2}this file is read by nobody/);
  some(findingsWith('ftp/readme.mdx', page('ftp/451.mdx')), /found the name "readme"/);
});

test('names: a number described twice, and a file named otherwise', () => {
  const found = findingsWith('ftp/558.mdx', page('ftp/451.mdx'));
  some(found, /content\/ftp\/558\.mdx:2 {2}code: found 451 in a file named 558\. .*\[names\]$/);
  some(found, /code: 451 is already described in content\/ftp\/451\.mdx/);
});

test('names: a number that is no code', () => {
  some(
    findingsWith('ftp/999.mdx', page('ftp/451.mdx').replace('code: 451', 'code: 999')),
    /code: found 999\. Expected a reply code/,
  );
});

test('names: a pair with the higher code first', () => {
  some(
    findings('ftp/450-vs-550.mdx', (text) => text.replace('codes: [450, 550]', 'codes: [550, 450]')),
    /450-vs-550\.mdx:2 {2}codes: found 550, 450.*lower code first/,
  );
});

test('names: a command in a file of another name', () => {
  some(
    findings('commands/retr.yaml', (text) => text.replace('verb: RETR', 'verb: RETS')),
    /retr\.yaml:1 {2}verb: found RETS/,
  );
});

test('headings: missing, unknown, out of place, empty', () => {
  const edit = (from: string, to: string) => findings('ftp/451.mdx', (text) => text.replace(from, to));
  some(edit('## When you see it', '## When it comes'), /heading "## When it comes" is none of this page's/);
  some(edit('## When you see it', '## When it comes'), /heading "## When you see it" is missing/);
  some(
    edit('## What it means', '## On the wire\n\nx\n\n## What it means'),
    /451\.mdx:\d+ {2}heading "## What it means" is out of place/,
  );
  some(
    edit('## Where practice differs', '## What it carries\n\n## Where practice differs'),
    /heading "## What it carries" has nothing under it/,
  );
});

test('references: unknown related codes, links and commands', () => {
  some(
    findings('ftp/451.mdx', (text) => text.replace('related: [450', 'related: [415')),
    /451\.mdx:\d+ {2}related: 415 is not a code\..*nearest: /,
  );
  some(
    findings('ftp/451.mdx', (text) => text.replace('related: [450', 'related: [451')),
    /related: 451 is the code itself/,
  );
  some(
    findings('ftp/451.mdx', (text) => text.replace('[125]', '[126]')),
    /451\.mdx:\d+ {2}\[126\]: 126 is not a code/,
  );
  some(
    findings('commands/retr.yaml', (text) => text.replace('[PASV]', '[PASSV]')),
    /\[PASSV\] is not a command/,
  );
  some(
    findings('commands/retr.yaml', (text) => text.replace('then: [125,', 'then: [126,')),
    /retr\.yaml:\d+ {2}sequence: 126 is not a code/,
  );
  some(
    findings('commands/user.yaml', (text) => text.replace('thenCommand: [PASS]', 'thenCommand: [PASSWORD]')),
    /sequence: PASSWORD is not a command/,
  );
  some(
    findings('ftp/450-vs-550.mdx', (text) => text.replace('codes: [450, 550]', 'codes: [449, 550]')),
    /450-vs-550\.mdx:2 {2}codes: 449 is not a code/,
  );
});

test('citations: an unknown RFC, a citation without its section, a link without its source', () => {
  some(
    findings('ftp/451.mdx', (text) => text.replace('(RFC 959 §4.2)', '(RFC 9959 §4.2)')),
    /RFC 9959 is not among the documents/,
  );
  some(
    findings('ftp/451.mdx', (text) => text.replace('(RFC 959 §4.2)', '(RFC 959)')),
    /451\.mdx:\d+ {2}RFC 959 is cited without a section/,
  );
  some(
    findings('ftp/451.mdx', (text) => text.replace('RFC 2389 §4]', 'RFC 2389]')),
    /RFC 2389 is cited without a section/,
  );
  some(
    findings('ftp/451.mdx', (text) => text.replace(/^definedBy: .*/m, 'definedBy: []')),
    /definedBy: found nothing/,
  );
  some(
    findings('ftp/451.mdx', (text) =>
      text.replace(/\]\(https:[^)]*mod_xfer.html\)/, '](https://example.org/x)'),
    ),
    /example\.org\/x is linked and not among the sources/,
  );
});

test('exchanges: one that the sequences forbid, and a marker that is not needed', () => {
  const edit = (from: string, to: string) => findings('ftp/451.mdx', (text) => text.replace(from, to));
  some(
    edit('S: 150 Ok to send data.', 'S: 331 Ok to send data.'),
    /451\.mdx:\d+ {2}331 is no first reply to STOR; expected one of .*practice=/,
  );
  some(edit('```ftp', '```ftp practice="a server does this"'), /the exchange obeys the reply sequences/);
  some(edit('S: 451 Failure', 'S: 426 Failure'), /no exchange shows 451/);
  some(edit('C: STOR', 'STOR'), /starts with none of/);
});

test('attributes: an override that equals its default, and what a status requires', () => {
  const edit = (from: string | RegExp, to: string) =>
    findings('ftp/451.mdx', (text) => text.replace(from, to));
  some(
    edit('data: partial', 'data: none-moved'),
    /451\.mdx:\d+ {2}data: "none-moved" is what 4xx implies anyway/,
  );
  some(edit(/^send: .*\n/m, ''), /expected either "send" or "never"/);
  some(edit('status: standard', 'status: client-side'), /status: found client-side for 451/);
  some(edit(/^send: .*/m, 'never: It is obsolete.'), /never: found on a standard code/);
});

test('wording: doubled words, filler, and words shared by two codes', () => {
  const edit = (from: string | RegExp, to: string) =>
    findings('ftp/451.mdx', (text) => text.replace(from, to));
  some(edit('Part of the file', 'Part of the the file'), /"the the" is doubled/);
  some(edit('Part of the file', 'It is important to note that part of the file'), /filler/);
  some(edit(/^gloss: .*/m, 'gloss: file busy'), /gloss: "file busy" is also that of/);
});

test('changes: an id that another has, and a newer one below an older', () => {
  const file = 'changes.yaml';
  some(swap(file, /id: evidence\n/, 'id: first\n'), /changes\.yaml:\d+ {2}id: "first" stands there twice/);
  some(
    findings(file, (text) => text.replace(/date: "[\d-]+"(?![^]*date:)/, 'date: "2099-01-01"')),
    /changes\.yaml:\d+ {2}date: 2099-01-01 stands below 2026-\d\d-\d\d/,
  );
  some(swap(file, '[/compare/]', '[compare]'), /changes\.\d+\.pages\.0: found "compare"/);
});

test('every rule above is one of the rules, and none is without a test', () => {
  const source = readFileSync(import.meta.filename, 'utf8');
  for (const { name } of rules)
    assert.match(source, new RegExp(`test\\('${name}: `), `no test for the rule ${name}`);
});

test('npm run check exits with 1 and prints the finding, without a stack trace', () => {
  const path = join(content, 'ftp/451.mdx');
  const original = readFileSync(path, 'utf8');
  writeFileSync(path, original.replace('related: [450', 'related: [415'));
  try {
    const { status, stderr } = spawnSync(process.execPath, [join(process.cwd(), 'src/checks/main.ts')], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, /content\/ftp\/451\.mdx:\d+ {2}related: 415 is not a code/);
    assert.doesNotMatch(stderr, /\n {4}at /);
  } finally {
    writeFileSync(path, original);
  }
});

test('the build stops at its first step', () => {
  const path = join(content, 'ftp/451.mdx');
  const original = readFileSync(path, 'utf8');
  writeFileSync(path, original.replace('related: [450', 'related: [415'));
  const printed: string[] = [];
  try {
    assert.throws(() => {
      refuseFindings(content, (finding) => printed.push(finding));
    }, /Nothing was built: findings in content: 1\./);
    some(printed, /related: 415 is not a code/);
  } finally {
    writeFileSync(path, original);
  }
});

/** Replaces the first match, which must be there. */
const swap = (file: string, from: string | RegExp, to: string) =>
  findings(file, (text) => text.replace(from, to));

test('fields: a reply without a source, and an evidence of an unknown kind', () => {
  some(
    swap('servers/vsftpd.yaml', / +at: prelogin\.c:76\n/, ''),
    /vsftpd\.yaml:\d+ {2}replies\.\d+\.cases\.\d+\.at: found nothing/,
  );
  some(
    swap('servers/vsftpd.yaml', 'kind: source', 'kind: rumour'),
    /vsftpd\.yaml:\d+ {2}read\.kind: found "rumour"/,
  );
});

test('servers: a code, a command and a situation that do not exist', () => {
  some(
    swap('servers/vsftpd.yaml', '- code: 150', '- code: 199'),
    /vsftpd\.yaml:\d+ {2}code: 199 has no page\. .*content\/ftp\/199\.mdx first\. {2}\[servers\]$/,
  );
  some(swap('servers/vsftpd.yaml', 'commands: [RETR]', 'commands: [FETCH]'), /commands: FETCH is not known/);
  some(
    swap('servers/vsftpd.yaml', /situations: \[.*\]/, 'situations: [bad-weather]'),
    /there is no content\/situations\/bad-weather\.mdx/,
  );
});

test('servers: a placeholder that is not declared, and one that is not used', () => {
  some(
    swap('servers/vsftpd.yaml', / +bytes: number\n/, ''),
    /\{bytes\} is not declared\. Add it to "placeholders"/,
  );
  some(swap('servers/vsftpd.yaml', '({bytes} bytes)', '(some bytes)'), /the text has no \{bytes\}/);
});

test('servers: two replies alike, and two cases alike', () => {
  const twin =
    '  - code: 200\n    text: NOOP ok.\n    cases:\n      - commands: [NOOP]\n        when: NOOP again\n        at: x.c:1\n';
  some(
    findings('servers/vsftpd.yaml', (text) => `${text}${twin}`),
    /200 "NOOP ok\." stands there twice \(line \d+ too\)/,
  );
  const cases =
    '  - code: 200\n    text: Twice.\n    cases:\n      - {commands: [NOOP], when: any time, at: x.c:1}\n      - {commands: [NOOP], when: any time, at: x.c:1}\n';
  some(
    findings('servers/vsftpd.yaml', (text) => `${text}${cases}`),
    /two cases are alike/,
  );
});

const recording = 'observed/servers/vsftpd.json';

test('observations: a scenario, a profile and a server that do not exist', () => {
  some(
    swap(recording, '"scenario":"login-ok"', '"scenario":"login-maybe"'),
    /vsftpd\.json:\d+ {2}scenario: "login-maybe" is not in content\/observed\/scenarios\.yaml/,
  );
  some(swap(recording, '"profile":"base"', '"profile":"bass"'), /profile: "bass" is not in/);
  some(
    swap(recording, '"server": "vsftpd"', '"server": "vsftp"'),
    /server: found vsftp in a file named vsftpd/,
  );
  some(
    swap('observed/clients/curl.json', '"client": "curl"', '"client": "curly"'),
    /client: found curly in a file named curl/,
  );
});

test('observations: a recorded reply that is no text of its server', () => {
  some(
    swap(recording, '331 Please specify the password.', '331 Say the word.'),
    /"331 Say the word\." is no text of content\/servers\/vsftpd\.yaml\. Add it there/,
  );
});

test('observations: a scenario that nothing was recorded of, and one decided by a command that was not sent', () => {
  const scenarios = 'observed/scenarios.yaml';
  some(
    findings(scenarios, (text) => `${text}  never-run:\n    about: Nothing at all\n`),
    /never-run: no recording is of this scenario/,
  );
  some(
    swap(scenarios, /^ {2}retr-missing:\n/m, '  retr-missing:\n    decides: 9\n'),
    /"retr-missing" is decided by command 9, and only \d+ were sent/,
  );
  some(
    swap(scenarios, 'situation: file-missing', 'situation: file-lost'),
    /there is no content\/situations\/file-lost\.mdx/,
  );
});

test('situations: look-alikes, pairs, codes and links that do not exist', () => {
  const file = 'situations/tls-required.mdx';
  some(
    swap(file, /situation: wrong-password/, 'situation: wrong-word'),
    /tls-required\.mdx:\d+ {2}lookalikes: found "wrong-word"/,
  );
  some(swap(file, /pairs: \[\d+-vs/, 'pairs: [599-vs'), /pairs: found 599-vs-\d+\. Expected two codes/);
  some(swap(file, /choose: \[\d+/, 'choose: [599'), /choose: 599 is not a code/);
  some(
    findings(file, (text) => `${text}\nSee [that](/ftp/situations/elsewhere/).\n`),
    /links to the situation "elsewhere"/,
  );
});

test('situations: a title that another has, and one without evidence', () => {
  const tls = page('situations/tls-required.mdx');
  some(findingsWith('situations/tls-wanted.mdx', tls), /title: ".*" is also that of content\/situations\//);
  some(findingsWith('situations/tls-wanted.mdx', tls), /names "tls-wanted"\. Expected evidence/);
});

test('clients: a name that belongs to nothing', () => {
  some(
    findings('clients/curl.yaml', (text) =>
      text.replace(/^names:\n/m, 'names:\n  - {exit: 1, code: 550, name: CURLE_LOST}\n'),
    ),
    /names: expected a name, or an exit status with a text/,
  );
});
