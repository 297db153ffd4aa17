// German texts of who supports something.
import type { SupportersMessages } from "./en";

const number = new Intl.NumberFormat("de-DE");

export const supporters: SupportersMessages = {
  count: (n) => `${number.format(n)} ${n === 1 ? "unterstützende Person" : "Unterstützende"}`,
  somebody: "Ein Mitglied",
  you: "Sie",
  speaks_for: (state) => `vertritt ${state}`,
  since: (day) => `unterstützt seit ${day}`,
  more: "Mehr zeigen",
};
