// The search words. Results follow as they are typed; what is typed in one go is one step of the browser's history.
import { useEffect, useRef, useState } from "react";
import type { Completion } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { CloseIcon, SearchIcon } from "../../parts/icons";
import { CompletionList } from "./completion_list";
import { SearchHelp } from "./search_help";
import type { How } from "./search_page";
import { useCompletions } from "./use_completions";

const DEBOUNCE_MS = 90;

interface SearchBoxProps {
  q: string;
  /** Unfinished words may go on: no blank was typed after them, nor Enter. */
  on_words: (q: string, how: How, is_finished: boolean) => void;
}

export function SearchBox({ q, on_words }: SearchBoxProps) {
  const t = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const { text, type, send } = useTypedWords(q, on_words);
  const take = (completion: Completion) => {
    type(completion.query);
    send(completion.query);
  };
  const completions = useCompletions(text, take);

  return (
    <form
      role="search"
      className="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        completions.close();
        send(text);
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
          {...completions.input}
          onChange={(event) => {
            completions.open();
            type(event.target.value);
          }}
          onBlur={completions.close}
          onKeyDown={(event) => {
            if (completions.on_key(event.key)) {
              event.preventDefault();
            } else if (event.key === "Escape" && text !== "") {
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
        <CompletionList completions={completions} />
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

  const put = (words: string, is_finished: boolean) => {
    const q = words.trim();
    if (q === sent.current) {
      if (is_finished) latest.current(q, "replace", true);
      return;
    }
    const how = typing.current ? "replace" : "push";
    typing.current = true;
    sent.current = q;
    latest.current(q, how, is_finished);
  };

  return {
    text,
    type: (words: string) => {
      set_text(words);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => put(words, words.endsWith(" ")), DEBOUNCE_MS);
    },
    send: (words: string) => {
      clearTimeout(timer.current);
      put(words, true);
      typing.current = false;
    },
  };
}
