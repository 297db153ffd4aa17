// React Aria brings its own few words ("Dismiss", "Select an item") in 34 languages. Those that the pages do not have
// are replaced by nothing at build time; React Aria then falls back to English.
import type { Plugin } from "vite";

const KEPT = ["en", "el", "de"];
const WORDS = /node_modules\/react-(?:aria|stately|aria-components)\/.*\/intl\/(?:.*\/)?([a-z]{2})-[A-Z]{2}\.m?js$/;

export function aria_locales(): Plugin {
  return {
    name: "tributary-aria-locales",
    enforce: "pre",
    load(id) {
      const language = WORDS.exec(id.replaceAll("\\", "/"))?.[1];
      return language !== undefined && !KEPT.includes(language) ? "export default {};" : null;
    },
  };
}
