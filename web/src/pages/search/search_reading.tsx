// How the search was read: the echo, what could not be read as meant, and words that no project has together.
import { Link } from "@tanstack/react-router";
import { with_words, type SearchState } from "../../address/search_address";
import type { SearchAnswer } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { PointedText } from "../../parts/pointed_text";
import { OtherWords } from "./other_words";

export function SearchReading({ answer, state }: { answer: SearchAnswer; state: SearchState }) {
  const t = useMessages();
  const format = useFormat();
  const { query, total } = answer;
  const relaxed = total > 0 && query.words_required < query.words_asked;
  return (
    <div className="reading">
      <p>
        <span className="reading-label">{t.search.searched_for}</span>{" "}
        <strong className="reading-echo">{query.echo || t.search.everything}</strong>
        <span aria-hidden="true"> · </span>
        <span className="reading-total" title={format.number(total)}>
          {t.count.projects(total)}
        </span>
        <span aria-hidden="true"> · </span>
        <Link to="/coverage">{t.search.coverage}</Link>
      </p>
      {query.misreadings.length > 0 && (
        <div className="reading-notice">
          <p>{t.search.misread}</p>
          <ul>
            {query.misreadings.map((misreading) => (
              <li key={`${misreading.begin}-${misreading.end}`}>
                <PointedText text={query.text} begin={misreading.begin} end={misreading.end} /> {misreading.reason}
              </li>
            ))}
          </ul>
        </div>
      )}
      {query.did_you_mean && (
        <p className="reading-better">
          {t.search.did_you_mean}{" "}
          <Link to="/" search={with_words(state, query.did_you_mean.text)}>
            {query.did_you_mean.text}
          </Link>
        </p>
      )}
      <OtherWords
        near_words={query.near_words}
        compounds={query.compounds}
        also_searched={query.also_searched}
      />
      {relaxed && <p className="reading-notice">{t.search.relaxed(query.words_asked, query.words_required)}</p>}
    </div>
  );
}
