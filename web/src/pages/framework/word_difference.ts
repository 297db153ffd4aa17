// Which words two texts share and which only one of them has: the longest common subsequence of their words.
export interface Passage {
  text: string;
  /** In both texts, or in one of them alone. */
  shared: boolean;
}

export interface WordDifference {
  older: Passage[];
  newer: Passage[];
}

/** Every text is told whole: its passages, put together, are what was given. Takes time by the product of their words. */
export function word_difference(older: string, newer: string): WordDifference {
  const left = words_of(older);
  const right = words_of(newer);
  const common = common_lengths(left, right);
  const difference: WordDifference = { older: [], newer: [] };
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const a = left[i];
    const b = right[j];
    if (a !== undefined && a === b) {
      append(difference.older, a, true);
      append(difference.newer, a, true);
      i += 1;
      j += 1;
    } else if (b === undefined || (a !== undefined && at(common, i + 1, j) >= at(common, i, j + 1))) {
      append(difference.older, a ?? "", false);
      i += 1;
    } else {
      append(difference.newer, b, false);
      j += 1;
    }
  }
  return difference;
}

/** Words, and what is between them as words of their own. */
function words_of(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
}

/** At [i][j], how many words the rests from i and j have in common. */
function common_lengths(left: string[], right: string[]): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    for (let j = right.length - 1; j >= 0; j -= 1) {
      row[j] = left[i] === right[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at(lengths: number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function append(passages: Passage[], text: string, shared: boolean) {
  const last = passages.at(-1);
  if (last?.shared === shared) last.text += text;
  else passages.push({ text, shared });
}
