// Greek texts of who supports something.
import type { SupportersMessages } from "./en";

const number = new Intl.NumberFormat("el-GR");

export const supporters: SupportersMessages = {
  count: (n) => `${number.format(n)} ${n === 1 ? "υποστηρικτής" : "υποστηρικτές"}`,
  somebody: "Ένα μέλος",
  you: "εσείς",
  speaks_for: (state) => `εκπροσωπεί: ${state}`,
  since: (day) => `υποστηρίζει από ${day}`,
  more: "Περισσότερα",
};
