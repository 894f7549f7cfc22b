import type { Language } from '../text.ts';

/** What the site itself says on a page, in each language. */
const words = {
  zh: {
    contents: '目录',
    close: '关闭',
    search: '搜索',
    searchFor: '搜索全书',
    searching: '正在搜索…',
    found: (count: number, query: string) => `“${query}”：${count} 页`,
    nothing: (query: string) => `没有找到“${query}”`,
    searchFailed: '搜索没有加载成功，请检查网络后再试。',
    theme: '切换深浅色',
    chapter: (number: number) => `第 ${number} 章`,
    previous: '上一章',
    next: '下一章',
    onThisPage: '本页各节',
    algorithm: '算法',
    equations: '公式',
    source: '代码',
    toSource: (number: number) => `公式 ${number} 对应的代码`,
    toEquation: (number: number) => `公式 ${number}`,
    exercise: (number: string) => `练习 ${number}`,
    hint: '提示',
    solution: '参考解答',
    note: '注',
    tip: '窍门',
    warning: '小心',
    detail: '细节',
    scroll: '可左右滚动',
    valley: '山谷的等高线，以及 SGD（灰）与 Momentum（红）从同一点走下去的路。',
    colophon: '以 MIT 许可证开放',
  },
  en: {
    contents: 'Contents',
    close: 'Close',
    search: 'Search',
    searchFor: 'Search the book',
    searching: 'Searching…',
    found: (count: number, query: string) =>
      `${count} ${count === 1 ? 'page' : 'pages'} for “${query}”`,
    nothing: (query: string) => `Nothing found for “${query}”`,
    searchFailed: 'Search could not be loaded. Check the network and try again.',
    theme: 'Light or dark',
    chapter: (number: number) => `Chapter ${number}`,
    previous: 'Previous',
    next: 'Next',
    onThisPage: 'Sections of this page',
    algorithm: 'Algorithm',
    equations: 'Equations',
    source: 'Code',
    toSource: (number: number) => `Code of equation ${number}`,
    toEquation: (number: number) => `Equation ${number}`,
    exercise: (number: string) => `Exercise ${number}`,
    hint: 'Hint',
    solution: 'Solution',
    note: 'Note',
    tip: 'Tip',
    warning: 'Take care',
    detail: 'Detail',
    scroll: 'Scrolls sideways',
    valley: 'Level lines of a valley, and the ways down it of SGD (grey) and Momentum (red).',
    colophon: 'Open under the MIT licence',
  },
};

export type Words = (typeof words)['en'];

export function wordsIn(language: Language): Words {
  return words[language];
}
