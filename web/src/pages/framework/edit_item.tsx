import type { FrameworkItem } from "../../api/types";
import { useMessages } from "../../messages/messages";
import { field_of, TextArea, TextField } from "../../parts/form";

interface EditItemProps {
  item: FrameworkItem;
  /** Its place in what is sent, as refusals name it. */
  path: string;
  error: unknown;
  on_change: (item: FrameworkItem) => void;
  on_remove: () => void;
}

/** An element or principle: its words, its levels and accepted evidence, folded but for the one that was refused. */
export function EditItem({ item, path, error, on_change, on_remove }: EditItemProps) {
  const t = useMessages();
  const change = (part: Partial<FrameworkItem>) => on_change({ ...item, ...part });
  const set_level = (number: number, text: string) =>
    change({ levels: item.levels.map((level) => (level.number === number ? { ...level, text } : level)) });
  return (
    <details className="framework-item" open={item.name === "" || field_of(error).startsWith(path) || undefined}>
      <summary>
        <span className="item-key">{item.key}</span> {item.name || t.framework.unnamed}
      </summary>
      <TextField label={t.framework.item_name} name={`${path}.name`} required error={error} value={item.name} on_change={(name) => change({ name })} />
      <TextArea label={t.framework.item_text} name={`${path}.text`} required error={error} value={item.text} on_change={(text) => change({ text })} />
      {item.levels.map((level) => (
        <TextArea
          key={level.number}
          label={`${level.number} ${t.framework.level[level.name]}`}
          name={`${path}.levels`}
          rows={2}
          error={null}
          value={level.text}
          on_change={(text) => set_level(level.number, text)}
        />
      ))}
      <TextArea
        label={t.framework.evidence}
        hint={t.framework.evidence_hint}
        name={`${path}.evidence_types`}
        error={error}
        value={item.evidence_types.join("\n")}
        on_change={(text) => change({ evidence_types: text === "" ? [] : text.split("\n") })}
      />
      <p>
        <button type="button" className="button button-small" onClick={on_remove}>
          {t.framework.remove_item(item.key)}
        </button>
      </p>
    </details>
  );
}
