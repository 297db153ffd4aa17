import { describe, expect, it } from "vitest";
import { split_at_bytes } from "./pointed_text";

describe("split_at_bytes", () => {
  it("counts bytes, not characters", () => {
    expect(split_at_bytes('è "x', 3, 5)).toEqual(["è ", '"x', ""]);
    expect(split_at_bytes("💧(a", 4, 5)).toEqual(["💧", "(", "a"]);
  });
  it("never cuts a character in two, nor runs over the end", () => {
    expect(split_at_bytes("é", 1, 99)).toEqual(["", "é", ""]);
    expect(split_at_bytes("ab", 5, 3)).toEqual(["ab", "", ""]);
  });
});
