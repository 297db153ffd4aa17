// The texts of the interface in the reader's language.
//
//   const t = useMessages();   t.search.heading
import { createContext, useContext, type ReactNode } from "react";
import { en, type Messages } from "./en";

export const LANGUAGES = [
  { code: "en", name: "English" },
  { code: "el", name: "Ελληνικά" },
  { code: "de", name: "Deutsch" },
] as const;
export type Language = (typeof LANGUAGES)[number]["code"];

const STORAGE_KEY = "tributary.language";

export async function load_messages(language: Language): Promise<Messages> {
  switch (language) {
    case "el":
      return (await import("./el")).el;
    case "de":
      return (await import("./de")).de;
    case "en":
      return en;
  }
}

/** The chosen language, else the first of the browser's that we have, else English. */
export function preferred_language(): Language {
  const wanted = [stored_language(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  for (const code of wanted) {
    const known = LANGUAGES.find((language) => language.code === code);
    if (known) return known.code;
  }
  return "en";
}

function stored_language(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

export function store_language(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage is switched off: the choice holds until the page is left.
  }
}

interface Tongue {
  language: Language;
  messages: Messages;
  choose: (language: Language) => void;
}

const TongueContext = createContext<Tongue>({ language: "en", messages: en, choose: () => undefined });

export function MessagesProvider({ tongue, children }: { tongue: Tongue; children: ReactNode }) {
  return <TongueContext value={tongue}>{children}</TongueContext>;
}

export function useMessages(): Messages {
  return useContext(TongueContext).messages;
}

export function useLanguage(): Pick<Tongue, "language" | "choose"> {
  return useContext(TongueContext);
}
