/** Ten queries that readers type, and the pages that answer each; those of tests/search/queries.yaml agree. */
export const questions: readonly { readonly query: string; readonly answers: readonly string[] }[] = [
  { query: '550', answers: ['/ftp/550/'] },
  { query: '451', answers: ['/ftp/451/'] },
  { query: '125 vs 451', answers: ['/ftp/125-vs-451/'] },
  { query: 'RETR', answers: ['/ftp/commands/retr/'] },
  { query: 'quota', answers: ['/ftp/situations/quota-exceeded/', '/ftp/552/'] },
  { query: 'disk full', answers: ['/ftp/situations/disk-full/', '/ftp/452/', '/ftp/552/'] },
  {
    query: 'permission denied',
    answers: ['/ftp/550/', '/ftp/situations/read-refused/', '/ftp/situations/write-refused/', '/ftp/553/'],
  },
  {
    query: 'passive mode hangs',
    answers: [
      '/ftp/situations/data-connection-failed/',
      '/ftp/situations/private-address/',
      '/ftp/227/',
      '/ftp/425/',
    ],
  },
  {
    query: '550 Failed to open file.',
    answers: ['/ftp/550/', '/ftp/situations/file-missing/', '/ftp/situations/read-refused/'],
  },
  {
    query: '530 Login incorrect.',
    answers: ['/ftp/530/', '/ftp/situations/wrong-password/', '/ftp/situations/unknown-user/'],
  },
];
