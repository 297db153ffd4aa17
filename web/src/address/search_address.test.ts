import { describe, expect, it } from "vitest";
import {
  api_parameters,
  is_start,
  read_address,
  with_filter,
  with_sort,
  with_words,
  without_filter,
  without_filters,
  write_address,
  type SearchState,
} from "./search_address";

describe("the state and the address say the same", () => {
  const cases: [SearchState, string][] = [
    [{}, ""],
    [{ q: "work based" }, "?q=work+based"],
    [{ q: 'a+b & "c"=d%' }, '?q=a%2Bb+%26+%22c%22%3Dd%25'],
    [{ q: "Ελλάδα #1" }, "?q=%CE%95%CE%BB%CE%BB%CE%AC%CE%B4%CE%B1+%231"],
    [{ filters: { country: ["PT", "RO"] } }, "?filter[country]=PT&filter[country]=RO"],
    [
      { q: "vet", filters: { year: ["2015..2017"], topic: ["Health, care"] }, sort: "-grant", view: "table" },
      "?q=vet&filter[year]=2015..2017&filter[topic]=Health,+care&sort=-grant&view=table",
    ],
    [{ sort: "-start" }, "?sort=-start"],
  ];
  it.each(cases)("%o", (state, address) => {
    expect(write_address(state)).toBe(address);
    expect(read_address(address)).toEqual(state);
  });
});

describe("reading an address that somebody wrote by hand", () => {
  it("takes brackets that were encoded", () => {
    expect(read_address("?filter%5Bcountry%5D=PT")).toEqual({ filters: { country: ["PT"] } });
  });
  it("leaves out what it does not know", () => {
    expect(read_address("?sort=colour&view=globe&filter[shape]=round&filter[country]=&page=3")).toEqual({});
  });
  it("takes a value once", () => {
    expect(read_address("?filter[country]=PT&filter[country]=PT")).toEqual({ filters: { country: ["PT"] } });
  });
});

describe("changing the state", () => {
  it("drops a facet with its last value", () => {
    const state = with_filter({ q: "vet" }, "country", ["PT"]);
    expect(without_filter(state, "country", "PT")).toEqual({ q: "vet" });
  });
  it("keeps words and view when the filters are cleared", () => {
    expect(without_filters({ q: "vet", view: "table", filters: { year: ["2015"] } })).toEqual({ q: "vet", view: "table" });
  });
  it("shows the best matches first to who looked at all projects and now types", () => {
    expect(with_words({ sort: "-start" }, "vet")).toEqual({ q: "vet" });
  });
  it("keeps an order that was chosen for a search", () => {
    expect(with_words({ q: "ve", sort: "-start" }, "vet")).toEqual({ q: "vet", sort: "-start" });
  });
  it("forgets an order by relevance, the default", () => {
    expect(with_sort({ q: "vet", sort: "title" }, "relevance")).toEqual({ q: "vet" });
  });
  it("tells the start from all projects", () => {
    expect(is_start({})).toBe(true);
    expect(is_start({ sort: "-start" })).toBe(false);
  });
});

describe("what the API is asked", () => {
  it("has the default order in it, and not the view", () => {
    expect(api_parameters({ q: "vet", view: "table" }, 20, null)).toBe("?q=vet&sort=relevance&limit=20");
  });
  it("goes on from a cursor", () => {
    expect(api_parameters({ filters: { country: ["PT"] } }, 20, "a/b=")).toBe(
      "?filter[country]=PT&sort=-start&limit=20&cursor=a/b%3D",
    );
  });
});
