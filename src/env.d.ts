declare module 'virtual:names' {
  export const names: import('./search/names.ts').Names;
}
