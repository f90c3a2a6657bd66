/** Gathers, at build, what the decoder knows of codes, servers and situations. */
import { plainText } from '../prose/inline.ts';
import type { Model } from '../protocol/model.ts';
import type { ServerReply } from '../evidence/records.ts';
import type { FindingData, ServerData, SituationData } from '../evidence/schemas.ts';
import type { Knowledge, KnownCase, KnownReply } from './knowledge.ts';

type With<Data> = Data & { readonly id: string };

export interface Sources {
  readonly codes: readonly { readonly code: number; readonly name: string; readonly says: string }[];
  readonly model: Model;
  readonly servers: readonly With<
    Pick<ServerData, 'name' | 'short' | 'directives'> & { readonly replies: readonly ServerReply[] }
  >[];
  readonly situations: readonly With<Pick<SituationData, 'title' | 'brief' | 'commands'>>[];
  readonly findings: readonly With<FindingData>[];
}

/** Of replies that please, the greetings tell the server; of the others the decoder needs the code alone. */
const wanted = (code: number): boolean => code === 220 || code >= 300;

function repliesOf(
  { servers }: Sources,
  situation: (id: string) => readonly number[],
): readonly KnownReply[] {
  const all = servers.flatMap(({ replies }, index) =>
    replies
      .filter(
        ({ code, unsent, text }) => !unsent && wanted(code) && /\p{L}{2}/u.test(text.replace(/\{\w+\}/g, '')),
      )
      .map((reply) => ({ reply, index })),
  );
  return [...Map.groupBy(all, ({ reply }) => `${reply.code} ${reply.text}`).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    // Servers that send the same words may mean the same by them: what one of them says of a command is enough.
    const cases = new Map<string, KnownCase>();
    if (first.reply.code >= 400)
      for (const { reply } of same)
        for (const { commands, when, situations } of reply.cases) {
          const key = `${commands.join()} ${situations.join()}`;
          if (!cases.has(key)) cases.set(key, [commands, plainText(when), situations.flatMap(situation)]);
        }
    const row: KnownReply = [
      first.reply.code,
      first.reply.text,
      [...new Set(same.map(({ index }) => index))],
      [...cases.values()],
    ];
    return [row];
  });
}

export function knowledgeOf(sources: Sources): Knowledge {
  const { codes, model, servers, situations, findings } = sources;
  const places = new Map(situations.map(({ id }, index) => [id, index]));
  const situation = (id: string): readonly number[] => {
    const place = places.get(id);
    return place === undefined ? [] : [place];
  };
  return {
    codes: codes.map(({ code, name, says }) => [code, name, plainText(says)]),
    verbs: model.commands.map(({ verb, name }) => [
      verb,
      name,
      [
        ...new Set([
          ...model.first(verb),
          ...model.preliminaries(verb).flatMap((code) => [...model.after(verb, code)]),
        ]),
      ],
    ]),
    servers: servers.map(({ id, name, short, directives }) => ({
      id,
      name,
      short,
      directives: directives
        .filter(({ situations: own }) => own.length > 0)
        .map(({ name: directive, does, situations: own }) => [
          directive,
          plainText(does),
          own.flatMap(situation),
        ]),
    })),
    situations: situations.map(({ id, title, brief, commands }) => ({
      id,
      commands,
      title,
      brief,
      pages: [`/ftp/situations/${id}/`],
    })),
    findings: findings.map(({ id, title, brief, pages }) => ({ id, title, brief, pages })),
    replies: repliesOf(sources, situation),
  };
}
