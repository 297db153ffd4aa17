import { describe, expect, it } from "vitest";
import { de } from "../messages/de";
import { el } from "../messages/el";
import { en } from "../messages/en";
import { new_format } from "./use_format";

describe("in English", () => {
  const format = new_format(en);
  it("writes dates out", () => {
    expect(format.date("2015-11-01")).toBe("1 Nov 2015");
    expect(format.date("2015-09-30")).toBe("30 Sep 2015");
    expect(format.dates("2015-11-01", null)).toBe("1 Nov 2015 – ?");
    expect(format.dates(null, null)).toBeNull();
  });
  it("writes money in whole euros", () => expect(format.money(666667)).toBe("€666,667"));
  it("names countries, and leaves what is no code as it is", () => {
    expect(format.country("PT")).toBe("Portugal");
    expect(format.country("Kosovo *")).toBe("Kosovo *");
  });
  it("tells durations in words", () => {
    expect(format.duration({ years: 2, months: 0, days: 0 })).toBe("2 years");
    expect(format.duration({ years: 1, months: 6, days: 0 })).toBe("1 year and 6 months");
    expect(format.duration({ years: 0, months: 0, days: 1 })).toBe("1 day");
  });
});

describe("in Greek and German", () => {
  it("uses their names and marks", () => {
    expect(new_format(el).country("PT")).toBe("Πορτογαλία");
    expect(new_format(de).number(4212)).toBe("4.212");
    expect(new_format(de).date("2015-11-01")).toBe("1. Nov. 2015");
  });
});
