/** The parity table: see `parity.ts`. */
declare module 'virtual:descent/parity' {
  export const agreements: readonly import('./parity.ts').Agreement[];
}
