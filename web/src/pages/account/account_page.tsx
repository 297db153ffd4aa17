// One's own account: what one may do, where one is signed in, tokens, password and mail address, leaving.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { Account } from "../../api/account_types";
import { account_query, useSend, useSignedInAs, VISITOR } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Failure } from "../../parts/failure";
import { PageSkeleton } from "../../parts/page_skeleton";
import { usePageTitle } from "../../parts/page_title";
import "./account.css";
import { ChangeMail, ChangePassword } from "./changes";
import { Leaving } from "./leaving";
import { account_route } from "../../router";
import { NoticePreferences } from "./notice_preferences";
import { ProviderConnection, ProviderRefusal } from "./provider";
import { RoleList } from "./role_list";
import { Sessions } from "./sessions";
import { Tokens } from "./tokens";

export function AccountPage() {
  const t = useMessages();
  usePageTitle(t.account.your_account);
  const { data, error, refetch } = useQuery(account_query);
  if (error) return <Failure error={error} on_retry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return data.account ? <OwnAccountPage account={data.account} /> : <SignInFirst />;
}

function SignInFirst() {
  const t = useMessages();
  return (
    <div className="page-narrow">
      <h1>{t.account.your_account}</h1>
      <p>{t.account.sign_in_first}</p>
      <p>
        <Link to="/sign-in" className="button button-strong">
          {t.account.sign_in}
        </Link>
      </p>
    </div>
  );
}

function OwnAccountPage({ account }: { account: Account }) {
  const t = useMessages();
  const format = useFormat();
  const { refusal } = account_route.useSearch();
  const roles = account.grants.map((grant) => grant.role);
  return (
    <article className="account">
      <h1>{account.name || t.account.your_account}</h1>
      <ProviderRefusal refusal={refusal} />
      <p>
        {account.mail} · {t.account.member_since(format.moment(account.created_at))}
      </p>
      <div className="button-row">
        <Link to="/messages" className="button">
          {t.partnership.messages}
        </Link>
        <Link to="/partnership-desk" className="button">
          {t.partnership.desk}
        </Link>
        <SignOut />
        {roles.includes("administrator") && (
          <Link to="/people" className="button">
            {t.account.people}
          </Link>
        )}
      </div>
      <section aria-labelledby="roles">
        <h2 id="roles">{t.account.roles}</h2>
        {account.grants.length === 0 ? <p>{t.account.roles_none}</p> : <RoleList grants={account.grants} />}
      </section>
      <NoticePreferences />
      <Sessions />
      <Tokens />
      <ProviderConnection account={account} />
      <ChangePassword account={account} />
      <ChangeMail account={account} />
      <Leaving account={account} />
    </article>
  );
}

function SignOut() {
  const t = useMessages();
  const send = useSend();
  const navigate = useNavigate();
  const signed_in_as = useSignedInAs();
  const leave = useMutation({
    mutationFn: () => send("DELETE", "/api/v1/account/session"),
    onSuccess: () => {
      signed_in_as(VISITOR);
      void navigate({ to: "/", search: {} });
    },
  });
  return (
    <button type="button" className="button" aria-disabled={leave.isPending} onClick={() => leave.mutate()}>
      {t.account.sign_out}
    </button>
  );
}
