// Another text of an innovation, by its innovators; who edits an older one than there is is told, and keeps what was typed.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { innovation_query, useInnovationWrite } from "../../api/innovation_queries";
import type { Innovation } from "../../api/innovation_types";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { innovation_edit_route } from "../../router";
import "./innovations.css";
import { sent_text, TextForm } from "./text_form";

export function EditPage() {
  const t = useMessages();
  const { id } = innovation_edit_route.useParams();
  const { data, error, refetch } = useQuery(innovation_query(id));
  usePageTitle(t.innovation.edit);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  return data ? <Edit innovation={data} /> : <PageSkeleton />;
}

function Edit({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const navigate = useNavigate();
  // The revision that was read with the text, whatever is read meanwhile.
  const [revision] = useState(innovation.revision);
  const [text, set_text] = useState(innovation.text);
  const write = useInnovationWrite(innovation.id, () => void navigate({ to: "/innovations/$id", params: { id: String(innovation.id) } }));
  return (
    <div className="innovations">
      <h1>{t.innovation.edit}</h1>
      <TextForm
        text={text}
        on_change={set_text}
        on_submit={() => write.mutate({ method: "PUT", path: "", body: { revision, ...sent_text(text) } })}
        error={write.error}
        busy={write.isPending}
        button={t.innovation.save}
      />
    </div>
  );
}
