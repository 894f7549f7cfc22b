import type { Language } from '../text.ts';

/** What the notebook says to readers, apart from what cells and figures say themselves. */
const strings = {
  zh: {
    run: '运行',
    stop: '停止',
    reset: '重置',
    edit: '编辑',
    code: '代码',
    codeOf: '单元代码',
    output: '输出',
    inputs: '参数',
    checks: '检查',
    running: '运行中',
    waiting: '仍在等待（有一个 await 没有结束）',
    done: '完成',
    failed: '出错',
    stopped: '已停止',
    left: (seconds: number) => `约剩 ${seconds} 秒`,
    limit: '时限',
    seconds: '秒',
    edited: '已修改',
    line: (line: number, column?: number) =>
      column ? `第 ${line} 行第 ${column} 列：` : `第 ${line} 行：`,
    took: (ms: number) => `${duration(ms)} 秒`,
    timeUp: (seconds: number) => `超过了 ${seconds} 秒的时限，已停止；时限可以在单元下方调大`,
    noAnswer: '沙箱没有响应，多半是内存用尽；这次运行已结束，页面和其他单元不受影响',
    memory: '内存用尽，这次运行已结束；页面和其他单元不受影响',
    noLibrary: '取不到运行单元所需的文件：检查网络后再按“运行”；若网站刚刚更新，请刷新页面',
    noData: '取不到这个单元要用的数据，或数据不完整：检查网络后再按“运行”',
    fetching: (bytes: number) => `正在下载数据：${Math.round(bytes / 1000)} kB`,
    dropped: (count: number) => `另有 ${count.toLocaleString('en-US')} 行没有显示`,
    adjusted: (label: string, value: string) => `“${label}”已调整为 ${value}`,
    passed: '通过',
    notPassed: '未通过',
    summary: (passed: number, failed: number) =>
      failed ? `${passed} 项检查通过，${failed} 项未通过` : `${passed} 项检查通过`,
    unseen: (passed: boolean): string =>
      passed ? '换成没见过的数再运行两遍，也都通过' : '换成没见过的数再运行，没有通过',
    noCode: '单元里没有代码',
    changedSince: '你改过这个单元，而它在书里的原文后来变了。',
    otherTab: '这个单元刚刚在另一个标签页里被修改。',
    keepMine: '保留我的',
    takeOther: '用另一份',
    compare: '对比',
    mine: '我的',
    other: '另一份',
    notKept: '浏览器不允许保存，或空间已满：修改可以运行，但离开页面后不会保留',
    on: '开',
    off: '关',
    allCells: '本页的单元',
    runAll: '运行全部',
    stopAll: '全部停止',
    runningAll: '正在运行全部单元',
    progress: '进度',
    close: '关闭',
    comma: '、',
    cancel: '取消',
    undo: '撤销',
    wasReset: '已重置。',
    broughtBack: '已恢复。',
    resetMore: '重置…',
    resetWhat: '重置什么？',
    resetPage: '重置本页',
    resetPageMeans: (cells: number) =>
      cells ? `${cells} 个动过的单元回到书里的样子。` : '本页的单元都是书里的样子。',
    resetBook: '重置全书',
    resetBookMeans: (edits: number, solved: number) =>
      `忘掉这个浏览器里保存的一切：${edits} 处修改、${solved} 道做完的练习，还有本页改过的参数。`,
    pageWasReset: (cells: number) => `已重置本页的 ${cells} 个单元。`,
    bookWasReset: '已重置全书。',
    share: '分享',
    shareMeans: '复制一个链接，带着这段代码和参数',
    downloadMeans: '下载为 TypeScript 文件',
    linkCopied: '链接已复制，里面有这段代码和参数。',
    linkToCopy: '浏览器不允许复制，请手动复制这个链接：',
    linkTooLong: '代码太长，放不进链接（上限 32 KB）；可以下载成文件。',
    fromLink: '这段代码或参数来自一个链接，还没有运行；看过之后按“运行”才会执行。',
    fromLinkMine:
      '这段代码或参数来自一个链接，还没有运行；看过之后按“运行”才会执行。你自己的修改还在；在你选“保留这一份”之前，这里的改动不会保存。',
    original: '书里的原文',
    linked: '来自链接',
    keepLinked: '保留这一份',
    backToMine: '回到我的',
    backToOriginal: '回到原文',
    unchanged: '$ 行相同',
    damaged: '链接里的代码不完整或已损坏，这里是书里的原文。',
    tooLarge: '链接里的内容太大，没有打开；这里是书里的原文。',
    unknownCell: (id: string) => `链接要找的单元 ${id} 不在本书里，可能已经改名。`,
    elsewhere: (id: string) => `链接要找的单元 ${id} 不在这一页，它在：`,
    fileHead: (id: string, address: string, file: string, map: string) =>
      [
        `// 下降 · ${id}`,
        `// 来自 ${address}`,
        '// 怎样运行：粘贴到上面网址的单元里，按“运行”；',
        '// 或用 Deno（https://deno.com），单元所用的模块由它从本书的网站取来：',
        `//   deno run --allow-import --allow-net --import-map=${map} ${file}`,
        `// 或放进本书的代码仓库，存为 content/cells/${id}.ts，再执行 npm run cell -- ${id}`,
      ].join('\n'),
    ranAll: (done: number, failed: number, left: number, stopped: boolean) =>
      [
        stopped ? '已停止，' : '',
        done && !failed && !stopped
          ? `运行了 ${done} 个单元，全部通过。`
          : `运行了 ${done} 个单元。`,
        left ? `${left} 道还没动过的练习没有运行。` : '',
        failed ? `${failed} 个没有通过：` : '',
      ].join(''),
    leave: '按 Esc 再按 Tab 离开编辑器；Ctrl+Enter 运行',
    keys: 'Ctrl+Enter 运行 · Alt+/ 补全 · F1 解释 · 先 Esc 后 Tab 离开',
    syntaxError: '语法，',
    typeError: '类型（不妨碍运行），',
    moreProblems: (count: number) => `（另有 ${count} 处）`,
    noTypes: '取不到类型提示，补全和检查从简，编辑和运行照常',
  },
  en: {
    run: 'Run',
    stop: 'Stop',
    reset: 'Reset',
    edit: 'Edit',
    code: 'code',
    codeOf: 'code of the cell',
    output: 'output',
    inputs: 'parameters',
    checks: 'checks',
    running: 'running',
    waiting: 'still waiting (an await has not ended)',
    done: 'done',
    failed: 'failed',
    stopped: 'stopped',
    left: (seconds: number) => `about ${seconds} s left`,
    limit: 'limit',
    seconds: 's',
    edited: 'edited',
    line: (line: number, column?: number) =>
      column ? `line ${line}, column ${column}: ` : `line ${line}: `,
    took: (ms: number) => `${duration(ms)} s`,
    timeUp: (seconds: number) =>
      `stopped at the time limit of ${seconds} s; the limit can be raised below the cell`,
    noAnswer:
      'the sandbox does not answer, most likely out of memory; this run has ended, the page and the other cells live',
    memory: 'out of memory: this run has ended, the page and the other cells live',
    noLibrary:
      'the files a cell needs could not be fetched: check the network and press Run again; if the site has just been updated, reload the page',
    noData:
      'the data this cell needs could not be fetched, or are damaged: check the network and press Run again',
    fetching: (bytes: number) => `downloading data: ${Math.round(bytes / 1000)} kB`,
    dropped: (count: number) => `${count.toLocaleString('en-US')} more dropped`,
    adjusted: (label: string, value: string) => `“${label}” was adjusted to ${value}`,
    passed: 'passed',
    notPassed: 'not passed',
    summary: (passed: number, failed: number) =>
      failed ? `${passed} checks passed, ${failed} failed` : `${passed} checks passed`,
    unseen: (passed: boolean): string =>
      passed
        ? 'run twice more with numbers it had not seen, it passes as well'
        : 'with numbers it had not seen, it does not pass',
    noCode: 'the cell has no code',
    changedSince: 'You have edited this cell, and its text in the book has changed since.',
    otherTab: 'This cell has just been edited in another tab.',
    keepMine: 'Keep mine',
    takeOther: 'Take the other',
    compare: 'Compare',
    mine: 'Mine',
    other: 'The other',
    notKept:
      'the browser does not let the page save, or storage is full: edits run, but are gone when you leave',
    on: 'on',
    off: 'off',
    allCells: 'the cells of this page',
    runAll: 'Run all',
    stopAll: 'Stop all',
    runningAll: 'Running all cells',
    progress: 'progress',
    close: 'Close',
    comma: ', ',
    cancel: 'Cancel',
    undo: 'Undo',
    wasReset: 'Reset.',
    broughtBack: 'Brought back.',
    resetMore: 'Reset…',
    resetWhat: 'Reset what?',
    resetPage: 'Reset this page',
    resetPageMeans: (cells: number) =>
      cells
        ? `${cells} touched ${cells === 1 ? 'cell goes' : 'cells go'} back to what the book has.`
        : 'All cells of this page are as the book has them.',
    resetBook: 'Reset the whole book',
    resetBookMeans: (edits: number, solved: number) =>
      `Forget all that is kept in this browser: ${edits} edited ${edits === 1 ? 'cell' : 'cells'}, ${solved} solved ${solved === 1 ? 'exercise' : 'exercises'}, and the parameters changed on this page.`,
    pageWasReset: (cells: number) =>
      `${cells} ${cells === 1 ? 'cell' : 'cells'} of this page reset.`,
    bookWasReset: 'The whole book is reset.',
    share: 'Share',
    shareMeans: 'Copy a link that carries this code and its parameters',
    downloadMeans: 'Download as a TypeScript file',
    linkCopied: 'Link copied; it carries this code and its parameters.',
    linkToCopy: 'The browser refuses to copy; copy this link by hand:',
    linkTooLong: 'The code is too long for a link (32 KB at most); download the .ts file instead.',
    fromLink:
      'This code or its parameters come from a link and have not run: look first, then press Run.',
    fromLinkMine:
      'This code or its parameters come from a link and have not run: look first, then press Run. Your own edit is safe; what you change here is not kept until you choose “Keep this one”.',
    original: 'The book’s',
    linked: 'From the link',
    keepLinked: 'Keep this one',
    backToMine: 'Back to mine',
    backToOriginal: 'Back to the book’s',
    unchanged: '$ equal lines',
    damaged: 'The code in the link is incomplete or damaged; this is the book’s own.',
    tooLarge: 'The link carries too much and was not opened; this is the book’s own.',
    unknownCell: (id: string) =>
      `The link asks for the cell ${id}, which is not in this book; it may have been renamed.`,
    elsewhere: (id: string) =>
      `The link asks for the cell ${id}, which is not on this page but in `,
    fileHead: (id: string, address: string, file: string, map: string) =>
      [
        `// Descent · ${id}`,
        `// from ${address}`,
        '// To run it: paste it into the cell at that address and press Run;',
        '// or use Deno (https://deno.com), which gets the cell’s modules from the book’s site:',
        `//   deno run --allow-import --allow-net --import-map=${map} ${file}`,
        `// or save it in the book's repository as content/cells/${id}.ts, then npm run cell -- ${id}`,
      ].join('\n'),
    ranAll: (done: number, failed: number, left: number, stopped: boolean) =>
      [
        stopped ? 'Stopped.' : '',
        `${done} ${done === 1 ? 'cell has' : 'cells have'} run${done && !failed && !stopped ? ', all passed' : ''}.`,
        left === 1 ? '1 untouched exercise was left out.' : '',
        left > 1 ? `${left} untouched exercises were left out.` : '',
        failed ? `${failed} did not pass: ` : '',
      ]
        .filter(Boolean)
        .join(' '),
    leave: 'Escape then Tab leaves the editor; Ctrl+Enter runs',
    keys: 'Ctrl+Enter runs · Ctrl+Space completes · F1 explains · Escape, then Tab leaves',
    syntaxError: 'syntax, ',
    typeError: 'types (the cell still runs), ',
    moreProblems: (count: number) => ` (${count} more)`,
    noTypes: 'type hints could not be fetched; editing and running work without them',
  },
};

function duration(ms: number): string {
  return (ms / 1000).toFixed(ms < 995 ? 2 : 1);
}

export type Strings = (typeof strings)['en'];

export function stringsIn(language: Language): Strings {
  return strings[language];
}
