import type { Protocol } from "../../api/pilot_types";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";

/** Every text that was registered, with its time and checksum; the earlier ones stay. */
export function RegisteredTexts({ texts }: { texts: Protocol["texts"] }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">{t.pilot.texts}</h2>
      {texts.length === 0 && <p>{t.pilot.texts_none}</p>}
      {texts.map(({ number, text, sha256, reasons, at, by }) => (
        <details key={number}>
          <summary>
            {t.pilot.registered_text(number, format.moment(at))} {by}
          </summary>
          {reasons && <p>{t.pilot.because(reasons)}</p>}
          <pre className="registered-text">{text}</pre>
          <p className="missing checksum">SHA-256 {sha256}</p>
        </details>
      ))}
    </section>
  );
}
