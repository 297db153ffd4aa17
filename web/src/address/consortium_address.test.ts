import { expect, it } from "vitest";
import { read_consortium, write_consortium } from "./consortium_address";

it("reads and writes rules and organisations, each once and without what follows the number", () => {
  const address = read_consortium("?rules=erasmus-ka220&organisation=12&organisation=840-escola&organisation=12");
  expect(address).toEqual({ rules: "erasmus-ka220", organisations: ["12", "840"] });
  expect(write_consortium(address)).toBe("?rules=erasmus-ka220&organisation=12&organisation=840");
});

it("leaves out what cannot be read", () => {
  expect(read_consortium("?rules=Not%20rules&organisation=everybody")).toEqual({});
  expect(write_consortium({})).toBe("");
});
