import { LANGUAGES, useLanguage, useMessages, type Language } from "../messages/messages";
import { Choice } from "../parts/choice";

export function LanguageChoice() {
  const t = useMessages();
  const { language, choose } = useLanguage();
  return (
    <Choice<Language>
      label={t.frame.language}
      label_hidden
      face={language.toUpperCase()}
      value={language}
      options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
      on_choose={choose}
    />
  );
}
