// With which weights a portfolio is ranked, and its form in the address bar, both ways:
//
//   ?weights=3,1,2&seed=7
//
// Pure functions. What is not asked for is not written; what cannot be read is left out.
export interface RankingState {
  /** 0 to 100, of the criteria that are weighed in their order; none: the rubric's own. */
  weights?: number[];
  seed?: number;
}

const WEIGHTS = /^\d{1,3}(,\d{1,3})*$/;
const SEED = /^\d{1,15}$/;

export function read_ranking(search: string): RankingState {
  const parameters = new URLSearchParams(search);
  const weights = parameters.get("weights");
  const seed = parameters.get("seed");
  const numbers = weights !== null && WEIGHTS.test(weights) ? weights.split(",").map(Number) : [];
  return {
    ...(numbers.length > 0 && numbers.every((weight) => weight <= 100) && { weights: numbers }),
    ...(seed !== null && SEED.test(seed) && { seed: Number(seed) }),
  };
}

/** "?weights=3,1,2", or nothing. */
export function write_ranking({ weights, seed }: RankingState): string {
  const parts = [...(weights ? [`weights=${weights.join(",")}`] : []), ...(seed === undefined ? [] : [`seed=${seed}`])];
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
