import { commandsBefore, sayingsOf } from '../../evidence/saying-of.ts';
import { codeOf } from '../../evidence/wording.ts';
import type { Rule } from '../rule.ts';

export const observations: Rule = {
  name: 'observations',
  about:
    'A recording names a server or client, a scenario and a profile that exist, and every recorded reply is among the texts of its server.',
  check(tree, report) {
    const servers = new Map(tree.servers.map((entry) => [entry.id, entry.data]));
    const clients = new Set(tree.clients.map(({ id }) => id));
    const situations = new Set(tree.situations.map(({ id }) => id));
    const scenarios = new Map(tree.scenarios.flatMap(({ data }) => Object.entries(data.scenarios)));
    const profiles = new Set(tree.scenarios.flatMap(({ data }) => Object.keys(data.profiles)));
    const used = new Set<string>();
    for (const { file, id, data, lineOf } of tree.serverRecords) {
      const server = servers.get(id);
      if (data.server !== id || !server)
        report({
          file,
          line: lineOf('server'),
          message: `server: found ${data.server} in a file named ${id}. Expected the id of a file in content/servers, and the same name.`,
        });
      const told = new Set<string>();
      data.records.forEach((record, index) => {
        const line = () => lineOf('records', index);
        const scenario = scenarios.get(record.scenario);
        used.add(record.scenario);
        if (!scenario)
          report({
            file,
            line,
            message: `scenario: "${record.scenario}" is not in content/observed/scenarios.yaml. Add it there, with what the client does.`,
          });
        else if (typeof scenario.decides === 'number' && scenario.decides >= record.sent.length)
          report({
            file,
            line,
            message: `scenario: "${record.scenario}" is decided by command ${scenario.decides}, and only ${record.sent.length} were sent (counted from 0). Mend "decides".`,
          });
        if (!profiles.has(record.profile))
          report({
            file,
            line,
            message: `profile: "${record.profile}" is not in content/observed/scenarios.yaml. Add it to "profiles".`,
          });
        for (const reply of record.replies) {
          if (reply.to >= record.sent.length)
            report({
              file,
              line,
              message: `replies: "to" is ${reply.to}, and only ${record.sent.length} commands were sent.`,
            });
          const code = codeOf(reply.lines);
          if (
            code === null ||
            !server ||
            sayingsOf(server.replies, reply, commandsBefore(record.sent, reply.to)).length > 0
          )
            continue;
          const text = reply.lines.join(' / ');
          if (told.has(text)) continue;
          told.add(text);
          report({
            file,
            line,
            message: `"${text}" is no text of content/servers/${id}.yaml. Add it there, seen on the wire.`,
          });
        }
      });
    }
    for (const { file, id, data, lineOf } of tree.clientRecords)
      if (data.client !== id || !clients.has(id))
        report({
          file,
          line: lineOf('client'),
          message: `client: found ${data.client} in a file named ${id}. Expected the id of a file in content/clients, and the same name.`,
        });
    for (const { file, data, lineOf } of tree.scenarios)
      for (const [name, { situation, except }] of Object.entries(data.scenarios)) {
        const line = () => lineOf('scenarios', name);
        if (situation !== undefined && !situations.has(situation))
          report({
            file,
            line,
            message: `${name}: there is no content/situations/${situation}.mdx. Expected the id of a situation.`,
          });
        for (const id of except ?? [])
          if (!servers.has(id))
            report({
              file,
              line,
              message: `${name}: except names "${id}". Expected ids of content/servers.`,
            });
        if (!used.has(name))
          report({
            file,
            line,
            message: `${name}: no recording is of this scenario. Take it out, or add the recording.`,
          });
      }
  },
};
