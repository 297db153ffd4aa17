// Holds the chosen language, loads its texts when it changes, and tells React Aria and the document.
import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import type { Messages } from "./en";
import { load_messages, MessagesProvider, store_language, type Language } from "./messages";

export interface Tongue {
  language: Language;
  messages: Messages;
}

export function Tongues({ first, children }: { first: Tongue; children: ReactNode }) {
  const [loaded, set_loaded] = useState(first);

  const choose = useCallback((language: Language) => {
    store_language(language);
    void load_messages(language).then((messages) => set_loaded({ language, messages }));
  }, []);

  useEffect(() => {
    document.documentElement.lang = loaded.language;
  }, [loaded.language]);

  const tongue = useMemo(() => ({ ...loaded, choose }), [loaded, choose]);
  return (
    <I18nProvider locale={loaded.messages.locale}>
      <MessagesProvider tongue={tongue}>{children}</MessagesProvider>
    </I18nProvider>
  );
}
