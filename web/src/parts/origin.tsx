// Of which day figures are, and what they were counted from.
import { useFormat } from "../format/use_format";
import type { Messages } from "../messages/en";
import { useMessages } from "../messages/messages";

interface OriginProps {
  as_of: string;
  of: keyof Messages["origin"]["source"];
}

/** Of the answers of the API that carry `as_of` and `source`; the source is said in the reader's language. */
export function Origin({ as_of, of }: OriginProps) {
  const t = useMessages();
  const format = useFormat();
  return <p className="missing">{t.origin.as_of(format.date(as_of) ?? as_of, t.origin.source[of])}</p>;
}
