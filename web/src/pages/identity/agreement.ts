// Whether two sides state the same, as a person compares them: case, blanks and the beginning of a web address do not matter.
export type AgreementKind = "same" | "different" | "silent";

export function agreement_of(one: string, other: string): AgreementKind {
  const [left, right] = [plain(one), plain(other)];
  if (left === "" || right === "") return "silent";
  return left === right ? "same" : "different";
}

function plain(text: string): string {
  return text
    .toLocaleLowerCase("en")
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/\/$/, "")
    .replace(/[\s,.]+/g, " ")
    .trim();
}
