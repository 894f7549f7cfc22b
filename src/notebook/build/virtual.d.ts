/** The bundled library: see `vite.ts`. */
declare module 'virtual:descent/library' {
  export const script: string;
  /** Names this content: part of the script's address. */
  export const version: string;
}
