import { describe, expect, it } from "vitest";
import { word_difference, type Passage } from "./word_difference";

const whole = (passages: Passage[]) => passages.map(({ text }) => text).join("");
const own = (passages: Passage[]) => passages.filter(({ shared }) => !shared).map(({ text }) => text);

describe("word_difference", () => {
  it("marks only the words that one text alone has", () => {
    const { older, newer } = word_difference("A named team steers it.", "A named, public team steers it.");
    expect(own(older)).toEqual([]);
    expect(own(newer)).toEqual([",", "public "]);
  });

  it("tells both texts whole", () => {
    for (const [a, b] of [
      ["", ""],
      ["", "new"],
      ["gone", ""],
      ["α β γ", "β γ δ"],
      ["one two\nthree", "three two one"],
      ["Naïve café", "naïve cafés"],
    ] as const) {
      const { older, newer } = word_difference(a, b);
      expect(whole(older)).toBe(a);
      expect(whole(newer)).toBe(b);
      expect(older.filter((p) => p.shared).map((p) => p.text).join("")).toBe(
        newer.filter((p) => p.shared).map((p) => p.text).join(""),
      );
    }
  });
});
