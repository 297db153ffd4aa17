// The completions below the search box, kind by kind.
import type { Completion } from "../../api/types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import "./completion_list.css";
import type { CompletionState } from "./use_completions";

export function CompletionList({ completions }: { completions: CompletionState }) {
  const t = useMessages();
  const { list, list_id, is_open } = completions;
  const kinds = [...new Set(list.map((completion) => completion.kind))];
  return (
    <>
      <div
        id={list_id}
        role="listbox"
        aria-label={t.search.completions.label}
        className="completions"
        hidden={!is_open}
        // The input keeps the focus, or its loss would close the list before the click.
        onMouseDown={(event) => event.preventDefault()}
      >
        {kinds.map((kind) => (
          <div key={kind} role="group" aria-label={t.search.completions[kind]}>
            <p className="completions-kind" aria-hidden="true">
              {t.search.completions[kind]}
            </p>
            {list.map((completion, place) =>
              completion.kind === kind ? (
                <Option key={completion.text} completion={completion} place={place} completions={completions} />
              ) : null,
            )}
          </div>
        ))}
      </div>
      <p role="status" className="only-read">
        {is_open ? t.search.completions.announce(list.length) : ""}
      </p>
    </>
  );
}

interface OptionProps {
  completion: Completion;
  place: number;
  completions: CompletionState;
}

function Option({ completion, place, completions }: OptionProps) {
  const format = useFormat();
  const is_chosen = completions.active === place;
  return (
    <div
      id={completions.option_id(place)}
      role="option"
      aria-selected={is_chosen}
      className="completion"
      onClick={() => completions.take_at(place)}
    >
      <span className="completion-text">{completion.text}</span>
      {completion.kind !== "project" && (
        <span className="completion-count" aria-hidden="true">
          {format.number(completion.projects)}
        </span>
      )}
    </div>
  );
}
