import { useFormat } from "../../format/use_format";
import { useLanguage, useMessages } from "../../messages/messages";
import { paragraphs } from "./texts";

/** A text of people in its own language, whatever the page's is. */
export function Said({ text, language }: { text: string; language: string }) {
  return (
    <div lang={language}>
      {paragraphs(text).map((line, place) => (
        <p key={place}>{line}</p>
      ))}
    </div>
  );
}

/** Says the language of a text that is not the reader's. */
export function LanguageLabel({ language }: { language: string }) {
  const t = useMessages();
  const format = useFormat();
  const { language: of_reader } = useLanguage();
  if (language === of_reader) return null;
  return <span className="hub-language">{t.hubs.text_language(format.language(language))}</span>;
}
