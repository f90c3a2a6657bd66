/** The test every other is made of: a page that may neither log an error nor break its security policy. */
import { expect, test as base, type Page } from '@playwright/test';

/** What a browser logs by itself when a test asks for a missing page or takes the network away. */
const expected = /status of 404|ERR_INTERNET_DISCONNECTED/;

export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:' && hostname !== 'localhost')
        faults.push(`asked another host: ${request.url()}`);
    });
    await use(page);
    expect(faults, 'errors, policy violations and foreign requests').toEqual([]);
  },
});

export { expect };

/** The search dialog, as a person uses it. */
export class SearchBox {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get field() {
    return this.page.getByRole('combobox', { name: 'Search codes, comparisons and commands' });
  }

  get options() {
    return this.page.getByRole('listbox', { name: 'Results' }).getByRole('option');
  }

  async openByKey(key: '/' | 'Control+k'): Promise<void> {
    await this.page.keyboard.press(key);
    await expect(this.field).toBeFocused();
  }
}

/** One address of every kind of page. */
export const kinds = {
  home: '/',
  codes: '/ftp/',
  code: '/ftp/550/',
  'socket error': '/ftp/10060/',
  'unverified code': '/ftp/231/',
  comparison: '/ftp/125-vs-451/',
  'comparison with a note': '/ftp/450-vs-550/',
  'comparison with a socket error': '/ftp/451-vs-10060/',
  class: '/ftp/classes/4xx/',
  group: '/ftp/groups/x5z/',
  situations: '/ftp/situations/',
  situation: '/ftp/situations/file-missing/',
  servers: '/ftp/servers/',
  server: '/ftp/servers/vsftpd/',
  clients: '/ftp/clients/',
  client: '/ftp/clients/curl/',
  commands: '/ftp/commands/',
  command: '/ftp/commands/retr/',
  compare: '/compare/',
  'all comparisons of a code': '/compare/451/',
  search: '/search/?q=quota',
  decode: '/decode/',
  about: '/about/',
  data: '/api/',
  'page not kept': '/offline/',
  'missing page': '/ftp/nothing-here/',
} as const;
