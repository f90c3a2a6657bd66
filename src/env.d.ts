declare module 'virtual:names' {
  export const names: import('./search/names.ts').Names;
}

declare module 'virtual:offline-list' {
  const list: import('./offline/list.ts').OfflineList;
  export default list;
}
