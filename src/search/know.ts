/** Gathers, at build, what the search knows by heart. */
import type { Catalog } from '../catalog.ts';
import type { Practice } from '../practice.ts';
import { tellingPart } from '../evidence/clients.ts';
import { plainText } from '../prose/inline.ts';
import { classes, groups } from '../protocol/digits.ts';
import type { Known, KnownName, KnownPage, KnownText } from './known.ts';

/** Servers that send the same words with the same code share a row. */
function textsOf({ servers, situations }: Practice): readonly KnownText[] {
  const place = new Map(situations.map(({ id }, index) => [id, index]));
  const all = servers.flatMap((server, index) => server.replies.map((reply) => ({ reply, index })));
  return [...Map.groupBy(all, ({ reply }) => `${reply.code} ${reply.text}`).values()].flatMap((same) => {
    const [first] = same;
    if (!first || !/\p{L}{2}/u.test(first.reply.text.replace(/\{\w+\}/g, ''))) return [];
    const ids = same.flatMap(({ reply }) => reply.cases.flatMap((one) => one.situations.slice(0, 1)));
    const often = [...Map.groupBy(ids, (id) => id)].toSorted((a, b) => b[1].length - a[1].length);
    const row: KnownText = [
      first.reply.code,
      first.reply.text,
      often.slice(0, 2).flatMap(([id]) => place.get(id) ?? []),
      same.map(({ index }) => index),
    ];
    return [row];
  });
}

/** Lines that clients printed when a code came, where they hide the code; of many codes the line tells nothing. */
function recordedLines({ clients }: Practice, has: (code: number) => boolean): readonly KnownName[] {
  return clients.flatMap(({ id, recorded }) => {
    const told = (recorded?.records ?? []).flatMap((record) => {
      const line = tellingPart(record).replaceAll(/hello\.txt|up\.txt/g, '{path}');
      const code =
        typeof record.code === 'number' && record.code >= 400 && has(record.code) ? record.code : null;
      return code !== null && !line.includes('Scripted reply') && !line.includes(String(code))
        ? [{ line, code }]
        : [];
    });
    return [...Map.groupBy(told, ({ line }) => line)].flatMap(([line, same]) => {
      const codes = [...new Set(same.map(({ code }) => code))];
      return line.length > 12 && codes.length <= 4 ? [[line, codes, id] as const] : [];
    });
  });
}

const codesIn = (spec: string): readonly number[] =>
  spec.startsWith('not ') ? [] : (spec.match(/\b\d{3}\b/g) ?? []).map(Number);

/** One line, for the list of results. */
function summaryOf(text: string): string {
  const [sentence = ''] = plainText(text).split(/(?<=\.) /);
  return sentence.length <= 130 ? sentence : `${sentence.slice(0, 128).replace(/\W*\s\S*$/, '')} …`;
}

export function knownOf(catalog: Catalog, practice: Practice): Known {
  const { codes, commands, notes, classIds, groupIds, has } = catalog;
  const { servers, clients, situations } = practice;
  const names: KnownName[] = clients.flatMap(({ id, names: own }) =>
    own.flatMap(({ name, code, codes: behind }) =>
      name ? [[name, (behind ?? (code === undefined ? [] : [code])).filter(has), id] as const] : [],
    ),
  );
  const messages: KnownName[] = clients.flatMap(({ id, names: own, reads }) => [
    ...reads.flatMap(({ message, codes: spec }) =>
      message ? [[message, codesIn(spec).filter(has), id] as const] : [],
    ),
    ...own.flatMap(({ text, exit, codes: behind }) =>
      text && exit !== undefined
        ? [[`${id}: (${exit}) ${text}`, (behind ?? []).filter(has), id] as const]
        : [],
    ),
  ]);
  messages.push(...recordedLines(practice, has));
  const pages: KnownPage[] = [
    ...codes.map((code) => ({
      kind: 'code' as const,
      id: String(code.code),
      title: code.name,
      keywords: [code.gloss, ...code.keywords].join(', '),
      summary: '', // the browser has the vocabulary
      weight: 0.4 + 0.6 * Math.min(1, practice.said(code.code).length / 40),
    })),
    ...situations.map((situation) => ({
      kind: 'situation' as const,
      id: situation.id,
      title: situation.title,
      keywords: [situation.short, ...situation.keywords].join(', '),
      summary: summaryOf(situation.summary),
      weight: 1,
    })),
    ...notes.map((note) => ({
      kind: 'comparison' as const,
      id: `${note.codes[0]}-vs-${note.codes[1]}`,
      title: `${note.codes[0]} vs ${note.codes[1]}`,
      keywords: '',
      summary: note.teaser,
      weight: 0.5,
    })),
    ...commands.map((command) => ({
      kind: 'command' as const,
      id: command.verb,
      title: command.name,
      keywords: '',
      summary: summaryOf(command.purpose),
      weight: command.status === 'standard' ? 0.7 : 0.4,
    })),
    ...servers.map((server) => ({
      kind: 'server' as const,
      id: server.id,
      title: server.name,
      keywords: [server.short, server.id.replaceAll('-', ' '), server.id.replaceAll('-', '')].join(', '),
      summary: summaryOf(server.about),
      weight: 0.8,
    })),
    ...clients.map((client) => ({
      kind: 'client' as const,
      id: client.id,
      title: client.name,
      keywords: [client.id.replaceAll('-', ' '), client.id.replaceAll('-', '')].join(', '),
      summary: summaryOf(client.about),
      weight: 0.8,
    })),
    ...classIds.map((id) => ({
      kind: 'class' as const,
      id,
      title: classes[id].name,
      keywords: classes[id].short,
      summary: classes[id].tells,
      weight: 0.4,
    })),
    ...groupIds.map((id) => ({
      kind: 'group' as const,
      id,
      title: groups[id].name,
      keywords: '',
      summary: groups[id].about,
      weight: 0.4,
    })),
  ];
  return {
    servers: servers.map(({ id, short }) => [id, short]),
    situations: situations.map(({ id, title }) => [id, title]),
    texts: textsOf(practice),
    names,
    messages,
    pages,
  };
}
