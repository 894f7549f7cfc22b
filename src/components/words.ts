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
    solved: '已做出',
    solvedOf: (count: number, total: number) => `${total} 道练习，已做出 ${count} 道`,
    exercisesInAll: (total: number) => `全书共 ${total} 道练习。`,
    exercisesSolved: (count: number, total: number) =>
      `全书 ${total} 道练习，你已做出 ${count} 道。`,
    exportProgress: '导出进度',
    importProgress: '导入进度',
    importedProgress: (added: number, answers: number, left: number) =>
      `已导入：新增 ${added} 道做出的练习，${answers} 份答案` +
      (left ? `；另有 ${left} 份答案没有导入，因为这里已有你改过的同一单元。` : '。'),
    notProgress:
      '这个文件不是从本页导出的进度文件，什么也没有改动；请选择用“导出进度”存下的 JSON 文件。',
    progressNotKept: '浏览器不允许保存，或空间已满：进度没有导入。',
    note: '注',
    tip: '窍门',
    warning: '小心',
    detail: '细节',
    citedIn: '引用它的章节：',
    comma: '、',
    citeThis: '引用本章',
    notebook: 'Jupyter 笔记本',
    notebookMeans: '把本章下载为笔记本文件，用 Deno 内核运行',
    scroll: '可左右滚动',
    valley: '山谷的等高线，以及 SGD（灰）与 Momentum（红）从同一点走下去的路。',
    familyTree: '优化器的家谱',
    familyLegend:
      '实底的方框通到本书讲它的一节，空心的通到下面的名录。指着一个方框，会亮出它的来历。',
    familyFrom: '承自',
    familyPaper: '论文',
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
    solved: 'solved',
    solvedOf: (count: number, total: number) => `${count} of ${total} exercises solved`,
    exercisesInAll: (total: number) => `The book has ${total} exercises.`,
    exercisesSolved: (count: number, total: number) =>
      `You have solved ${count} of the book’s ${total} exercises.`,
    exportProgress: 'Export progress',
    importProgress: 'Import progress',
    importedProgress: (added: number, answers: number, left: number) =>
      `Imported: ${added} newly solved, ${answers} ${answers === 1 ? 'answer' : 'answers'}` +
      (left
        ? `; ${left} ${left === 1 ? 'answer was' : 'answers were'} left out, since you have edited the same cell here.`
        : '.'),
    notProgress:
      'This file is not progress exported from this page, so nothing was changed; choose the JSON file that “Export progress” saved.',
    progressNotKept:
      'The browser does not let the page save, or storage is full: nothing was imported.',
    note: 'Note',
    tip: 'Tip',
    warning: 'Take care',
    detail: 'Detail',
    citedIn: 'Cited in ',
    comma: ', ',
    citeThis: 'Cite this chapter',
    notebook: 'Jupyter notebook',
    notebookMeans: 'Download this chapter as an .ipynb file for Deno’s kernel',
    scroll: 'Scrolls sideways',
    valley: 'Level lines of a valley, and the ways down it of SGD (grey) and Momentum (red).',
    familyTree: 'The family tree of optimizers',
    familyLegend:
      'Filled boxes lead to the section of this book that treats them, empty ones to the list below. Point at a box to see where it comes from.',
    familyFrom: 'from',
    familyPaper: 'paper',
    colophon: 'Open under the MIT licence',
  },
};

export type Words = (typeof words)['en'];

export function wordsIn(language: Language): Words {
  return words[language];
}
