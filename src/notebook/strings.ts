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
