// Which innovations stand side by side for which Member State, and its form in the address bar, both ways:
//
//   ?state=PT&innovation=7&innovation=9
//
// Pure functions. What is not asked for is not written; what cannot be read is left out.
export interface ComparisonState {
  /** Two letters of a Member State. */
  state?: string;
  innovation?: number[];
}

/** As many as the server sets side by side. */
export const MOST_COMPARED = 6;

const NUMBER = /^[1-9]\d{0,14}$/;

/** The state is read as that of other lists is (innovation_address.ts). */
export function read_comparison(search: string): Pick<ComparisonState, "innovation"> {
  const numbers = new URLSearchParams(search).getAll("innovation").filter((text) => NUMBER.test(text));
  const innovation = [...new Set(numbers.map(Number))].slice(0, MOST_COMPARED);
  return innovation.length > 0 ? { innovation } : {};
}

/** "?state=PT&innovation=7"; nothing without an innovation. */
export function write_comparison({ state, innovation = [] }: ComparisonState): string {
  if (innovation.length === 0) return "";
  const parameters = new URLSearchParams(state ? { state } : {});
  for (const id of innovation) parameters.append("innovation", String(id));
  return `?${parameters}`;
}
