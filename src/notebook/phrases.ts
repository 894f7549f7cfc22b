import type { Language } from '../text.ts';

/** CodeMirror speaks English; this is what it says in Chinese. */
const zh = {
  Completions: '补全',
  'Control character': '控制字符',
  Diagnostics: '问题',
  'No diagnostics': '没有问题',
  Find: '查找',
  Replace: '替换为',
  next: '下一个',
  previous: '上一个',
  all: '全选',
  'match case': '区分大小写',
  regexp: '正则表达式',
  'by word': '整词',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  'current match': '当前匹配',
  'on line': '在第几行：',
  'replaced match on line $': '已替换第 $ 行的匹配',
  'replaced $ matches': '已替换 $ 处匹配',
  'Go to line': '转到行',
  go: '转到',
  'Selection deleted': '已删除所选内容',
  'folded code': '已折叠的代码',
  unfold: '展开',
  to: '到',
};

/** The editor's own words in the page's language. */
export function phrasesIn(language: Language): Record<string, string> {
  return language === 'zh' ? zh : {};
}
