import { expect, it } from "vitest";
import type { HubNews } from "../../api/hub_types";
import { news_for, paragraphs, project_of, text_for } from "./texts";

const texts = [
  { language: "fr", name: "Sud", description: "" },
  { language: "el", name: "Νότος", description: "" },
];
const news = (number: number, language: string): HubNews => ({
  number, language, title: "", body: "", day: "2026-11-01", state: "published", role: "hub_manager", published: "" });

it("takes the reader's language, else the hub's first", () => {
  expect(text_for(texts, "el").name).toBe("Νότος");
  expect(text_for(texts, "de").name).toBe("Sud");
});

it("puts news in the reader's language first and keeps their order", () => {
  const all = [news(4, "fr"), news(3, "el"), news(2, "fr"), news(1, "el")];
  expect(news_for(all, "el").map(({ number }) => number)).toEqual([3, 1, 4, 2]);
});

it("reads a project from the address of its page", () => {
  expect(project_of("https://example.org/projects/cordis-1?x=1#y")).toBe("cordis-1");
  expect(project_of(" cordis-1 ")).toBe("cordis-1");
});

it("leaves out empty lines", () => expect(paragraphs("a\n\n \nb")).toEqual(["a", "b"]));
