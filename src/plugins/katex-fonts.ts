import type { Plugin } from 'vite';

/** Every browser that runs this site reads woff2; leave KaTeX's woff and ttf copies behind. */
export function katexFonts(): Plugin {
  return {
    name: 'descent:katex-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /katex\.min\.css/ },
      handler: (code) => code.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/g, ''),
    },
  };
}
