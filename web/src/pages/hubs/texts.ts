// Which of a hub's languages a reader gets. Pure functions.
import type { HubNews, HubText } from "../../api/hub_types";

/** In the reader's language where the hub has it, else in its first. */
export function text_for(texts: readonly HubText[], language: string): HubText {
  return texts.find((text) => text.language === language) ?? texts[0] ?? { language, name: "", description: "" };
}

/** Those in the reader's language first, else as they were. */
export function news_for(news: readonly HubNews[], language: string): HubNews[] {
  return [...news].sort((a, b) => Number(a.language !== language) - Number(b.language !== language));
}

export function paragraphs(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** What stands behind /projects/ in an address, or the text as it is. */
export function project_of(text: string): string {
  const found = /\/projects\/([^/?#]+)/.exec(text);
  return found ? decodeURIComponent(found[1]!) : text.trim();
}
