// What was searched beside or in place of what was typed.
import type { AlsoSearched, NearWords } from "../../api/types";
import { useMessages } from "../../messages/messages";

const SHOWN = 5;

interface OtherWordsProps {
  near_words: NearWords[];
  compounds: NearWords[];
  also_searched: AlsoSearched[];
}

export function OtherWords({ near_words, compounds, also_searched }: OtherWordsProps) {
  const t = useMessages();
  const found = near_words.filter((near) => near.words.length > 0);
  if (found.length + compounds.length + also_searched.length === 0) return null;
  return (
    <ul className="reading-others">
      {found.map((near) => (
        <li key={near.typed}>{t.search.near_words(near.typed, some(near.words, near.count))}</li>
      ))}
      {compounds.map((part) => (
        <li key={`${part.typed}+`}>
          {t.search.also_searched(part.typed, some(part.words, part.count))}
        </li>
      ))}
      {also_searched.map((names) => (
        <li key={names.typed}>
          {t.search.also_searched(names.typed, some(names.names, names.names.length))}
          {names.country !== null && `; ${t.search.organisations_there}`}
        </li>
      ))}
    </ul>
  );
}

function some(words: string[], count: number): string {
  return words.slice(0, SHOWN).join(", ") + (count > SHOWN ? " …" : "");
}
