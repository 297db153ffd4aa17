// Where the link of a mail leads: nothing happens by opening it alone, as programs that check mails open links too.
import { useMutation } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { send } from "../../api/client";
import { useMessages } from "../../messages/messages";
import { Form } from "../../parts/form";
import { usePageTitle } from "../../parts/page_title";

export function UnsubscribePage() {
  const t = useMessages();
  usePageTitle(t.notices.unsubscribe);
  const { secret } = useParams({ from: "/unsubscribe/$secret" });
  const end = useMutation({ mutationFn: () => send("POST", `/unsubscribe/${encodeURIComponent(secret)}`, undefined, null) });
  return (
    <div className="page-narrow">
      <h1>{t.notices.unsubscribe}</h1>
      {end.isSuccess ? (
        <p className="done" role="status">
          {t.notices.unsubscribe_done}
        </p>
      ) : (
        <>
          <p>{t.notices.unsubscribe_why}</p>
          <Form on_submit={end.mutate} error={end.error} fields={[]} button={t.notices.unsubscribe_button} busy={end.isPending}>
            {null}
          </Form>
        </>
      )}
    </div>
  );
}
