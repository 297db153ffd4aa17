import { useMessages } from "../../messages/messages";
import { usePageTitle } from "../../parts/page_title";
import { AskForMail } from "./ask_for_mail";

export function ForgottenPasswordPage() {
  const t = useMessages();
  usePageTitle(t.account.reset);
  return (
    <div className="page-narrow">
      <h1>{t.account.reset}</h1>
      <AskForMail path="/api/v1/account/password-reset" what_comes={t.account.reset_sent_why} />
    </div>
  );
}
