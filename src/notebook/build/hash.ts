import { createHash } from 'node:crypto';

/** A short name for a text: the same text, the same name. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
