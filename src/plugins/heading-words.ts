const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Single characters that lean on the word before them, as in 学习率 and 每个. */
const LEANING = /^[的地得了着过率性化量法图点个条种层次]$/;

/**
 * A heading in the parts between which a line may break. A browser breaks Chinese between any two characters; in large
 * type a word torn apart is hard to read. Where a part ends with a sign the browser knows what to do.
 */
export function headingParts(text: string): string[] {
  const parts: string[] = [];
  let word = false;
  for (const { segment, isWordLike = false } of segmenter.segment(text)) {
    if (word && isWordLike && !LEANING.test(segment)) parts.push(segment);
    else parts.push((parts.pop() ?? '') + segment);
    word = isWordLike;
  }
  return parts;
}
