#include "app/notices/notice_desk.h"

#include "app/accounts/account_rules.h"
#include "app/accounts/secrets.h"
#include "store/accounts/accounts.h"
#include "store/recorded_change.h"

namespace tributary::app {

Result<NoticePage> NoticeDesk::read(sql::Connection& connection, ecosystem::PersonId person,
                                    store::NoticeQuery query) {
  const auto limit = query.limit++;
  NoticePage page{.notices = TRY(store::notices_of(connection, person, query)),
                  .unread = TRY(store::unread_notices(connection, person))};
  page.has_more = page.notices.size() > limit;
  if (page.has_more) page.notices.pop_back();
  if (const auto account = TRY(store::find_account(connection, person))) {
    page.language = account->language;
  }
  return page;
}

Result<NoticePage> NoticeDesk::notices(ecosystem::PersonId person, store::NoticeQuery query) {
  auto reading = TRY(store::Reading::begin(connections_));
  return read(reading.connection(), person, query);
}

Result<> NoticeDesk::mark_read(ecosystem::PersonId person, store::NoticeId id) {
  auto lease = TRY(connections_.lend());
  auto transaction = TRY(sql::Transaction::begin(*lease));
  TRY(store::mark_notice_read(*lease, person, id, clock_.now()));
  return transaction.commit();
}

Result<> NoticeDesk::mark_all_read(ecosystem::PersonId person, store::NoticeId newest) {
  auto lease = TRY(connections_.lend());
  auto transaction = TRY(sql::Transaction::begin(*lease));
  TRY(store::mark_notices_read(*lease, person, newest, clock_.now()));
  return transaction.commit();
}

Result<NoticePreferences> NoticeDesk::preferences(ecosystem::PersonId person) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  return NoticePreferences{.mail = TRY(store::mail_rhythm(connection, person)),
                           .muted = TRY(store::muted_mails(connection, person)),
                           .has_feed = TRY(store::has_feed(connection, person))};
}

Result<> NoticeDesk::choose_mail(const ecosystem::Actor& actor, store::MailRhythm mail,
                                 ecosystem::NoticeGroups muted) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  TRY(store::set_mail_rhythm(change.connection(), actor.person, mail));
  TRY(store::set_muted_mails(change.connection(), actor.person, muted));
  std::string groups;
  muted.for_each([&](ecosystem::NoticeGroup group) {
    groups += fmt::format(R"({}"{}")", groups.empty() ? "" : ",", name_of(group));
  });
  return change.commit("notices.choose_mail", subject_of(actor.person),
                       fmt::format(R"({{"mail":"{}","not_by_mail":[{}]}})", name_of(mail), groups));
}

Result<std::string> NoticeDesk::renew_feed(const ecosystem::Actor& actor) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto secret = new_secret();
  TRY(store::set_feed_secret(change.connection(), actor.person, {hash_of_secret(secret)}));
  TRY(change.commit("notices.renew_feed", subject_of(actor.person), "{}"));
  return secret;
}

Result<> NoticeDesk::end_feed(const ecosystem::Actor& actor) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  TRY(store::remove_feed(change.connection(), actor.person));
  return change.commit("notices.end_feed", subject_of(actor.person), "{}");
}

Result<NoticePage> NoticeDesk::feed(const std::string& secret, std::uint64_t limit) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto person = TRY(store::account_of_feed(connection, {hash_of_secret(secret)}));
  if (!person) return fail(ErrorCode::not_found, "there is no such feed, or it has a new address");
  return read(connection, *person, {.limit = limit});
}

Result<> NoticeDesk::unsubscribe(const std::string& secret) {
  // The person is the one whom the mail was sent to, whoever follows its link.
  const store::SecretHash hash{hash_of_secret(secret)};
  ecosystem::Actor recipient;
  ecosystem::NoticeGroups muted;
  {
    auto lease = TRY(connections_.lend());
    const auto person = TRY(store::account_of_unsubscribe_link(*lease, hash));
    if (!person) return fail(ErrorCode::not_found, "this link is not known, or is too old");
    recipient.person = *person;
    if (TRY(store::mail_rhythm(*lease, *person)) == store::MailRhythm::none) return {};
    muted = TRY(store::muted_mails(*lease, *person));
  }
  return choose_mail(recipient, store::MailRhythm::none, muted);
}

}  // namespace tributary::app
