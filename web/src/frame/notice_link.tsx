// The way to one's notices, with how many are unread. A screen reader says so when there come more.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { unread_query } from "../api/notice_queries";
import { useMessages } from "../messages/messages";
import { BellIcon } from "../parts/icons";

const MOST_SHOWN = 99;

export function NoticeLink() {
  const t = useMessages();
  const { data: unread = 0 } = useQuery(unread_query);
  return (
    <>
      <Link to="/notices" className="account-link notice-link" aria-label={t.notices.link(unread)} title={t.notices.heading}>
        <BellIcon />
        {unread > 0 && (
          <span className="notice-count" aria-hidden="true">
            {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
          </span>
        )}
      </Link>
      <span role="status" className="only-read">
        {unread > 0 ? t.notices.count(unread) : ""}
      </span>
    </>
  );
}
