export interface EntitledState {
  state: string;
  population: number;
}

/** The first line, from 1, that is not "PT" or "PT 10500000". */
export class UnreadableLine {
  constructor(readonly line: number) {}
}

/** One state a line: its two letters and, where the rule asks for it, its population. Digits may be grouped by blanks, points or commas. */
export function entitled_states(text: string): EntitledState[] | UnreadableLine {
  const states: EntitledState[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const found = /^\s*([A-Za-z]{2})(?:[\s:;,]+(\d[\d\s.,]*))?\s*$/.exec(line);
    if (!found?.[1]) return new UnreadableLine(index + 1);
    states.push({ state: found[1].toUpperCase(), population: Number((found[2] ?? "0").replace(/\D/g, "")) });
  }
  return states;
}
