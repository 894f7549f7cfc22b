/** The data that cells may ask for: see `vite.ts`. */
declare module 'virtual:descent/data' {
  /** Of each, its file: the content in base64, and the name of that content, which is part of its address. */
  export const digits: { readonly file: string; readonly version: string };
}

/** The bundled library: see `vite.ts`. */
declare module 'virtual:descent/library' {
  export const script: string;
  /** Names this content: part of the script's address. */
  export const version: string;
}
