import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keys } from '../../../src/components/bibliography.ts';
import { familyLines } from '../../../src/components/family-lines.ts';
import { branches, family } from '../../../src/components/family.ts';

describe('the family tree', () => {
  test('names parents before their children, each once', () => {
    const seen = new Set<string>();
    for (const { id, from, row } of family) {
      expect(seen, id).not.toContain(id);
      for (const parent of from) {
        expect(seen, `${id} is from ${parent}`).toContain(parent);
        expect(family.find((each) => each.id === parent)!.row).toBeLessThan(row);
      }
      seen.add(id);
    }
  });

  test('puts no two boxes in one place, and every box under a branch', () => {
    const places = family.map(({ column, row }) => `${column}, ${row}`);
    expect(new Set(places).size).toBe(places.length);
    const columns = branches.flatMap((branch) => branch.columns);
    for (const { id, column } of family) expect(columns, id).toContain(column);
  });

  test('draws no line behind a box', () => {
    for (const child of family) {
      for (const id of child.from) {
        const parent = family.find((each) => each.id === id)!;
        const [low, high] = [parent.column, child.column].toSorted((a, b) => a - b) as [
          number,
          number,
        ];
        const crossed = family.filter(({ column, row }) =>
          low === high
            ? column === low && row > parent.row && row < child.row
            : row === child.row && column > low && column < high,
        );
        expect(
          crossed.map((each) => each.id),
          `${id} to ${child.id}`,
        ).toEqual([]);
      }
    }
  });

  test('keeps the lines of different parents apart', () => {
    const linesTo = familyLines(family);
    const downs = new Map<string, Set<string>>();
    for (const child of family) {
      for (const [k, line] of linesTo(child).entries()) {
        const x = /^M[\d.]+,[\d.]+H([\d.]+)q(-?)/.exec(line);
        if (!x) continue;
        const down = String(Number(x[1]) + (x[2] ? -5 : 5));
        downs.set(down, (downs.get(down) ?? new Set()).add(child.from[k]!));
      }
    }
    expect(downs.size).toBeGreaterThan(5);
    for (const [x, parents] of downs) expect([...parents], `at ${x}`).toHaveLength(1);
  });

  test('leads to sections and papers that exist', () => {
    for (const { id, chapter, paper } of family) {
      expect(keys, id).toContain(paper);
      if (!chapter) continue;
      const [, slug, section] = /^\.\.\/([\w-]+)\/(?:#([\w-]+))?$/.exec(chapter) ?? [];
      for (const language of ['zh', 'en']) {
        const file = `content/${language}/${slug}.mdx`;
        expect(existsSync(file), file).toBe(true);
        if (section) expect(readFileSync(file, 'utf8')).toContain(`[#${section}]`);
      }
    }
  });
});
