import { Link } from "@tanstack/react-router";
import type { LikelyDuplicate } from "../../api/innovation_types";
import { useMessages } from "../../messages/messages";
import { StateLabel } from "./state_label";

/** Known innovations that share many of the words that few others use. */
export function Duplicates({ duplicates }: { duplicates: LikelyDuplicate[] }) {
  const t = useMessages();
  return (
    <section className="override" role="alert">
      <h2>{t.innovation.duplicates}</h2>
      <p>{t.innovation.duplicates_why}</p>
      <ul>
        {duplicates.map(({ id, title, percent, stage, standing }) => (
          <li key={id}>
            <Link to="/innovations/$id" params={{ id: String(id) }}>
              {title}
            </Link>{" "}
            <StateLabel stage={stage} standing={standing} /> {t.innovation.alike(percent)}
          </li>
        ))}
      </ul>
    </section>
  );
}
