import { useInnovationWrite } from "../../api/innovation_queries";
import type { Innovation } from "../../api/innovation_types";
import { holds, useAccount } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Refusal } from "../../parts/form";

/** An override that waits for its second person. */
export function OverrideNotice({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const account = useAccount();
  const write = useInnovationWrite(innovation.id);
  const { pending_override } = innovation;
  if (pending_override === null) return null;
  const confirm = () => write.mutate({ path: "/override-confirmation", body: { revision: innovation.revision } });
  return (
    <div className="override">
      <p>
        <strong>{t.innovation.override_waits(t.innovation.act[pending_override.act])}</strong> {pending_override.reasons}
      </p>
      {holds(account, ["panel_chair", "national_agency_officer"]) && (
        <button type="button" className="button" onClick={confirm}>
          {t.innovation.confirm_override}
        </button>
      )}
      <Refusal error={write.error} />
    </div>
  );
}
