/**
 * The command-reply tables of RFC 959 §5.4, written down apart from content/commands, so that a slip in one shows
 * against the other. `first`: replies that can come first; after a number: what may follow that reply;
 * `send`: the command that the reply asks for.
 */
export interface Table {
  readonly first: readonly number[];
  readonly after: Readonly<Record<number, readonly number[]>>;
  readonly send: Readonly<Record<number, readonly string[]>>;
}

export const tables: Readonly<Record<string, Table>> = {
  '(connect)': { first: [120, 220, 421], after: { 120: [220] }, send: {} },
  USER: { first: [230, 530, 500, 501, 421, 331, 332], after: {}, send: { 331: ['PASS'], 332: ['ACCT'] } },
  PASS: { first: [230, 202, 530, 500, 501, 503, 421, 332], after: {}, send: { 332: ['ACCT'] } },
  ACCT: { first: [230, 202, 530, 500, 501, 503, 421], after: {}, send: {} },
  CWD: { first: [250, 500, 501, 502, 421, 530, 550], after: {}, send: {} },
  CDUP: { first: [200, 500, 501, 502, 421, 530, 550], after: {}, send: {} },
  SMNT: { first: [202, 250, 500, 501, 502, 421, 530, 550], after: {}, send: {} },
  REIN: { first: [120, 220, 421, 500, 502], after: { 120: [220] }, send: {} },
  QUIT: { first: [221, 500], after: {}, send: {} },
  PORT: { first: [200, 500, 501, 421, 530], after: {}, send: {} },
  PASV: { first: [227, 500, 501, 502, 421, 530], after: {}, send: {} },
  MODE: { first: [200, 500, 501, 504, 421, 530], after: {}, send: {} },
  TYPE: { first: [200, 500, 501, 504, 421, 530], after: {}, send: {} },
  STRU: { first: [200, 500, 501, 504, 421, 530], after: {}, send: {} },
  ALLO: { first: [200, 202, 500, 501, 504, 421, 530], after: {}, send: {} },
  REST: { first: [500, 501, 502, 421, 530, 350], after: {}, send: {} },
  RETR: {
    first: [125, 150, 450, 550, 500, 501, 421, 530],
    after: {
      125: [110, 226, 250, 425, 426, 451],
      150: [110, 226, 250, 425, 426, 451],
      110: [226, 250, 425, 426, 451],
    },
    send: {},
  },
  STOR: {
    first: [125, 150, 532, 450, 452, 553, 500, 501, 421, 530],
    after: {
      125: [110, 226, 250, 425, 426, 451, 551, 552],
      150: [110, 226, 250, 425, 426, 451, 551, 552],
      110: [226, 250, 425, 426, 451, 551, 552],
    },
    send: {},
  },
  STOU: {
    first: [125, 150, 532, 450, 452, 553, 500, 501, 421, 530],
    after: {
      125: [110, 226, 250, 425, 426, 451, 551, 552],
      150: [110, 226, 250, 425, 426, 451, 551, 552],
      110: [226, 250, 425, 426, 451, 551, 552],
    },
    send: {},
  },
  APPE: {
    first: [125, 150, 532, 450, 550, 452, 553, 500, 501, 502, 421, 530],
    after: {
      125: [110, 226, 250, 425, 426, 451, 551, 552],
      150: [110, 226, 250, 425, 426, 451, 551, 552],
      110: [226, 250, 425, 426, 451, 551, 552],
    },
    send: {},
  },
  LIST: {
    first: [125, 150, 450, 500, 501, 502, 421, 530],
    after: { 125: [226, 250, 425, 426, 451], 150: [226, 250, 425, 426, 451] },
    send: {},
  },
  NLST: {
    first: [125, 150, 450, 500, 501, 502, 421, 530],
    after: { 125: [226, 250, 425, 426, 451], 150: [226, 250, 425, 426, 451] },
    send: {},
  },
  RNFR: { first: [450, 550, 500, 501, 502, 421, 530, 350], after: {}, send: { 350: ['RNTO'] } },
  RNTO: { first: [250, 532, 553, 500, 501, 502, 503, 421, 530], after: {}, send: {} },
  ABOR: { first: [225, 226, 500, 501, 502, 421], after: {}, send: {} },
  DELE: { first: [250, 450, 550, 500, 501, 502, 421, 530], after: {}, send: {} },
  RMD: { first: [250, 500, 501, 502, 421, 530, 550], after: {}, send: {} },
  MKD: { first: [257, 500, 501, 502, 421, 530, 550], after: {}, send: {} },
  PWD: { first: [257, 500, 501, 502, 421, 550], after: {}, send: {} },
  SITE: { first: [200, 202, 500, 501, 530], after: {}, send: {} },
  SYST: { first: [215, 500, 501, 502, 421], after: {}, send: {} },
  STAT: { first: [211, 212, 213, 450, 500, 501, 502, 421, 530], after: {}, send: {} },
  HELP: { first: [211, 214, 500, 501, 502, 421], after: {}, send: {} },
  NOOP: { first: [200, 500, 421], after: {}, send: {} },
};
