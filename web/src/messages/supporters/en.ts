// English texts of who supports something.
const number = new Intl.NumberFormat("en-IE");

export const supporters = {
  count: (n: number) => `${number.format(n)} ${n === 1 ? "supporter" : "supporters"}`,
  somebody: "A member",
  you: "you",
  speaks_for: (state: string) => `representative of ${state}`,
  since: (day: string) => `supports it since ${day}`,
  more: "Show more",
};

export type SupportersMessages = typeof supporters;
