import { expect, it } from "vitest";
import { safe_address } from "./outside_link";

it.each([
  ["https://example.org/a", "https://example.org/a"],
  [" HTTP://Example.org", "HTTP://Example.org"],
  ["www.example.org/path", "http://www.example.org/path"],
  ["javascript:alert(1)", null],
  ["data:text/html,x", null],
  ["see the annex", null],
  ["https:// broken", null],
])("%s", (published, address) => {
  expect(safe_address(published)).toBe(address);
});
