// The search words. Results follow as they are typed; what is typed in one go is one step of the browser's history.
import { useEffect, useRef, useState } from "react";
import { useMessages } from "../../messages/messages";
import { CloseIcon, SearchIcon } from "../../parts/icons";
import { SearchHelp } from "./search_help";
import type { How } from "./search_page";

const DEBOUNCE_MS = 90;

interface SearchBoxProps {
  q: string;
  on_words: (q: string, how: How) => void;
}

export function SearchBox({ q, on_words }: SearchBoxProps) {
  const t = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const { text, type, send } = useTypedWords(q, on_words);

  return (
    <form
      role="search"
      className="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="search-field">
        <SearchIcon />
        <input
          ref={input}
          id="search-words"
          name="q"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          aria-label={t.frame.search_label}
          placeholder={t.search.placeholder}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && text !== "") {
              event.preventDefault();
              type("");
            }
          }}
        />
        {text !== "" && (
          <button
            type="button"
            className="icon-button"
            aria-label={t.search.clear}
            onClick={() => {
              type("");
              input.current?.focus();
            }}
          >
            <CloseIcon />
          </button>
        )}
      </div>
      <button type="submit" className="button button-strong search-submit">
        {t.frame.search_button}
      </button>
      <SearchHelp />
    </form>
  );
}

function useTypedWords(q: string, on_words: SearchBoxProps["on_words"]) {
  const [text, set_text] = useState(q);
  const sent = useRef(q); // what we last put into the address
  const typing = useRef(false); // whether the present history entry was made by typing
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(on_words);
  useEffect(() => {
    latest.current = on_words;
  });

  // The address changed by itself (back, forward, a link): the box follows, unless the change was ours.
  useEffect(() => {
    if (q === sent.current) return;
    clearTimeout(timer.current);
    sent.current = q;
    typing.current = false;
    set_text(q);
  }, [q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const put = (words: string) => {
    const q = words.trim();
    if (q === sent.current) return;
    const how = typing.current ? "replace" : "push";
    typing.current = true;
    sent.current = q;
    latest.current(q, how);
  };

  return {
    text,
    type: (words: string) => {
      set_text(words);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => put(words), DEBOUNCE_MS);
    },
    send: () => {
      clearTimeout(timer.current);
      put(text);
      typing.current = false;
    },
  };
}
