import { Link } from "@tanstack/react-router";
import { useLanguage, useMessages } from "../../messages/messages";
import { usePageTitle } from "../../parts/page_title";
import { AskForMail } from "./ask_for_mail";

export function SignUpPage() {
  const t = useMessages();
  const { language } = useLanguage();
  usePageTitle(t.account.sign_up);
  return (
    <div className="page-narrow">
      <h1>{t.account.sign_up}</h1>
      <AskForMail path="/api/v1/account" beside={{ language }} hint={t.account.sign_up_hint} what_comes={t.account.mail_sent_why}>
        <p>{t.account.sign_up_why}</p>
      </AskForMail>
      <p>
        {t.account.have_account} <Link to="/sign-in">{t.account.sign_in}</Link>
      </p>
    </div>
  );
}
