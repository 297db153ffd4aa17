// The page of the link that is mailed to who claims an organisation: nothing happens by opening it alone.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { usePartnershipWrite } from "../../api/partnership_queries";
import { account_query } from "../../api/session";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { Form } from "../../parts/form";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import { SignInFirst } from "../../parts/sign_in_first";
import { useLinkSecret } from "../account/use_link_secret";

export function ConfirmClaimPage() {
  const t = useMessages();
  const words = t.partnership;
  usePageTitle(words.confirm_claim);
  const secret = useLinkSecret();
  const { data, error, refetch } = useQuery(account_query);
  const confirm = usePartnershipWrite<{ organisation_id: number }>();
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <div className="page-narrow">
      <h1>{words.confirm_claim}</h1>
      {secret === "" && <p>{t.account.no_secret}</p>}
      {secret !== "" && !data.account && <SignInFirst from="/partnership-desk" />}
      {confirm.isSuccess && confirm.data && (
        <p className="done" role="status">
          {words.confirm_claim_done}{" "}
          <Link to="/organisations/$id" params={{ id: String(confirm.data.organisation_id) }}>
            {words.go_to_organisation}
          </Link>
        </p>
      )}
      {secret !== "" && data.account && !confirm.isSuccess && (
        <>
          <p>{words.confirm_claim_why}</p>
          <Form
            on_submit={() => confirm.mutate({ path: "/claims/confirmation", body: { secret } })}
            error={confirm.error}
            fields={[]}
            button={words.claim_act.confirm}
            busy={confirm.isPending}
          >
            {null}
          </Form>
        </>
      )}
    </div>
  );
}
