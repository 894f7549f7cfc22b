import { LIBRARY } from '../notebook/kernel/source.ts';
import type { Language } from '../text.ts';

interface Addresses {
  /** Of the chapter's page. */
  readonly page: string;
  /** Of the book in the notebook's language. */
  readonly home: string;
  /** Of the library's module. */
  readonly library: string;
}

const words = {
  zh: {
    /** What a reader who opens the notebook must know, as Markdown. */
    intro: (title: string, version: string, { page, home, library }: Addresses) => `
> 这是[《下降：深度学习优化器的发展》](${home})（${version} 版）中[“${title}”](${page})一章的笔记本。单元用 TypeScript 写成，在 **Deno 的 Jupyter 内核**里运行：安装 [Deno](https://deno.com)，执行一次 \`deno jupyter --install\`，再选用名为“Deno”的内核。
>
> 先运行下面这个单元，它载入全书的库。没有网络时，把[这个文件](${library})存到笔记本旁边。这里没有滑块和选项，想换别的值，改代码里的 \`value\`，再运行。在页面里由几个线程分担的单元，在这里只用一个线程，要久一些。自己写的单元，以 \`await ${LIBRARY}.shown();\` 结尾。`,
    setup: '// 全书的库：优化器、问题、图。笔记本旁边若有一份，就用那一份。',
  },
  en: {
    intro: (title: string, version: string, { page, home, library }: Addresses) => `
> This is the chapter [“${title}”](${page}) of [Descent: the development of deep-learning optimizers](${home}), version ${version}, as a notebook. Its cells are TypeScript and run on **Deno’s Jupyter kernel**: install [Deno](https://deno.com), run \`deno jupyter --install\` once, and choose the kernel named “Deno”.
>
> Run the cell below first; it loads the book’s library. Where there is no network, save [this file](${library}) beside the notebook. There are no sliders or choices here: to try another value, change \`value\` in the code and run again. Cells that share their work among several threads on the page have one here, and take longer. End a cell of your own with \`await ${LIBRARY}.shown();\`.`,
    setup:
      '// The book’s library: optimizers, problems, figures. A copy beside the notebook is taken first.',
  },
};

export type NotebookWords = (typeof words)['en'];

export function notebookWords(language: Language): NotebookWords {
  return words[language];
}
