/** What values may be, in the library's words and in Chinese. */
const ALLOWED: readonly [RegExp, string][] = [
  [/^in ([[(].+[\])])$/, '在 $1 之内'],
  [/^a whole number from (\S+) up$/, '不小于 $1 的整数'],
  [/^a whole number from (\S+) to (\S+)$/, '从 $1 到 $2 的整数'],
  [/^a whole number above (\S+)$/, '大于 $1 的整数'],
  [/^a share above (\S+) and below (\S+)$/, '大于 $1、小于 $2 的比例'],
  [/^from (\S+) to (\S+)$/, '在 $1 与 $2 之间'],
  [/^at least (\S+)$/, '不小于 $1'],
  [/^above (\S+)$/, '大于 $1'],
  [/^(?:an integer|a whole number)$/, '整数'],
  [/^a positive integer$/, '正整数'],
  [/^a multiple of (\S+)$/, '$1 的倍数'],
  [/^positive$/, '正数'],
  [/^positive and finite$/, '有限的正数'],
  [/^finite and not negative$/, '有限的数，不能为负'],
  [/^finite and above (\S+)$/, '大于 $1 的有限的数'],
  [/^finite$/, '有限的数'],
  [/^a finite number$/, '有限的数'],
  [/^a number$/, '数'],
  [/^a number \((.+)\)$/, '数（$1）'],
  [/^a boolean \(true or false\)$|^true or false$/, 'true 或 false'],
  [/^a string \((.+)\)$/, '字符串（$1）'],
  [/^('[^']*'(?:(?:, | or )'[^']*')*)$/, '$1'],
  [/^a list of tensors(?: or of groups)?$/, '张量的列表'],
  [/^a tensor \{ shape, data \}$/, '张量 { shape, data }'],
];

/** Sentences of the library and of the language that readers meet most. */
const SENTENCES: readonly [RegExp, (...parts: string[]) => string | undefined][] = [
  [
    /^(.+?) must be (.+?)(?:, got (.+))?$/s,
    (subject, allowed, got) => {
      const range = chosen(ALLOWED, allowed!);
      if (range === undefined) return undefined;
      const name = subject!.replace(/:$/, '').replace(/: /, '：');
      const be = range.startsWith('在') ? '' : `是${space(range)}`;
      return `${name} 应当${be}${range}${got === undefined ? '' : `，得到的是${space(got)}${got}`}`;
    },
  ],
  [
    /^(.+): there is no option (.+); the options are (.+)$/s,
    (name, option, known) => `${name}：没有选项 ${option}，有的是 ${known}`,
  ],
  [/^(\S+) is not defined$/, (name) => `没有叫 ${name} 的东西：没有声明，也没有导入`],
  [/^(\S+) is not a function$/, (name) => `${name} 不是函数`],
  [/^(\S+) is not iterable$/, (name) => `${name} 不能逐个取出元素`],
  [
    /^Cannot (?:read|set) properties of (undefined|null) \((?:reading|setting) '(.+)'\)$/,
    (what, name) => `在 ${what} 上取不到 ${name}`,
  ],
  [/^Assignment to constant variable\.$/, () => '不能给 const 重新赋值，要用 let'],
  [/^Cannot access '(.+)' before initialization$/, (name) => `${name} 在声明之前就用到了`],
];

function chosen(table: readonly [RegExp, string][], text: string): string | undefined {
  const found = table.find(([pattern]) => pattern.test(text));
  return found && text.replace(found[0], found[1]);
}

/** Between Chinese and what is not. */
function space(text: string): string {
  return /^[\p{Script=Han}（]/u.test(text) ? '' : ' ';
}

/** What an English error message says, in Chinese; undefined where it is none of those known here. */
export function inChinese(message: string): string | undefined {
  for (const [pattern, say] of SENTENCES) {
    const found = pattern.exec(message);
    const said = found && say(...found.slice(1));
    if (said) return said;
  }
  return undefined;
}
