import { useCaseWrite } from "../../api/mainstreaming_queries";
import type { MainstreamingCase } from "../../api/mainstreaming_types";
import { useMessages } from "../../messages/messages";
import { CaseForm } from "./case_form";

const EDITORS = ["innovator", "national_agency_officer"];

/** For innovators of the team and officers of the state's agency, while the case is prepared. */
export function EditCase({ mainstreaming }: { mainstreaming: MainstreamingCase }) {
  const t = useMessages();
  const write = useCaseWrite();
  if (mainstreaming.state !== "prepared" || !mainstreaming.your_roles.some((role) => EDITORS.includes(role))) return null;
  return (
    <details className="act-form">
      <summary>{t.mainstreaming.edit}</summary>
      <CaseForm
        content={{ ...mainstreaming, checklist: mainstreaming.checklist.map(({ answer, evidence }) => ({ answer, evidence })) }}
        on_send={(content) =>
          write.mutate({ method: "PUT", path: `/${mainstreaming.id}`, body: { revision: mainstreaming.revision, ...content } })
        }
        error={write.error}
        button={t.mainstreaming.save}
        busy={write.isPending}
      />
    </details>
  );
}
