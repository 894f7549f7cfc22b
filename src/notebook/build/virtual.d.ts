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

/** The library for cells that run outside the book: see `vite.ts`. */
declare module 'virtual:descent/kernel' {
  /** A module's text. */
  export const kernel: string;
}

/** What the editor's TypeScript knows: see `types.ts`. */
declare module 'virtual:descent/types' {
  /** Declarations by path. */
  export const files: Readonly<Record<string, string>>;
}

/** TypeScript's messages in Chinese: see `types.ts`. */
declare module 'virtual:descent/messages' {
  export const messages: Readonly<Record<string, string>>;
}
