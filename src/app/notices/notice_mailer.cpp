#include "app/notices/notice_mailer.h"

#include <fmt/format.h>

#include "app/accounts/secrets.h"
#include "app/notices/notice_desk.h"
#include "app/notices/notice_texts.h"
#include "base/log.h"
#include "ecosystem/notices/notice_rules.h"
#include "store/accounts/accounts.h"
#include "store/notices/due_conditions.h"
#include "store/notices/job_leases.h"
#include "store/notices/notice_preferences.h"
#include "store/partnership/offers.h"
#include "store/partnership/relay.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

constexpr std::string_view kMailerJob = "notices";

Timestamp begin_of_day(Timestamp now) {
  return std::chrono::floor<std::chrono::days>(now - kDigestHour) + kDigestHour;
}

Timestamp begin_of_week(Timestamp now) {
  const auto day = std::chrono::floor<std::chrono::days>(now - kDigestHour);
  const auto since_monday = std::chrono::weekday(day) - std::chrono::Monday;
  return day - since_monday + kDigestHour;
}

store::MailTimes mail_times(Timestamp now) {
  return {.now = now,
          .day = begin_of_day(now),
          .week = begin_of_week(now),
          .oldest = now - kOldestMailed,
          .failed_before = now - kRetryAfter};
}

}  // namespace

NoticeMailer::NoticeMailer(store::ConnectionPool& connections, const Clock& clock, MailQueue& mail,
                           std::string public_url)
    : connections_(connections),
      clock_(clock),
      mail_(mail),
      public_url_(std::move(public_url)),
      me_(new_secret()) {}

Result<MailerRun> NoticeMailer::run(const std::stop_token& stop) {
  MailerRun run;
  if (!TRY(begin_run())) {
    run.is_done_elsewhere = true;
    return run;
  }
  run.reminders = TRY(remind_of_conditions());
  run.reminders += TRY(remind_of_offers());
  store::NoticesToMail claimed;
  Timestamp at;
  while (!stop.stop_requested()) {
    const auto mail = TRY(claim_next(claimed, at));
    if (!mail) break;
    if (const auto carried = mail_.carry(*mail); !carried) {
      log::warning("notices: a mail could not be sent: " + carried.error().text());
      TRY(take_back(claimed, at));
      ++run.failed;
    } else {
      ++run.sent;
    }
  }
  TRY(end_run());
  return run;
}

Result<bool> NoticeMailer::begin_run() {
  auto lease = TRY(connections_.lend());
  auto transaction = TRY(sql::Transaction::begin(*lease));
  const auto now = clock_.now();
  if (!TRY(store::take_job_lease(*lease, kMailerJob, me_, now, now + kMailerLease))) return false;
  TRY(store::remove_notices_read_before(*lease, now - kReadNoticesStay));
  TRY(store::remove_unsubscribe_links_before(*lease, now - kUnsubscribeLinksHold));
  TRY(store::remove_messages_before(*lease, now - ecosystem::kMessagesStay));
  TRY(transaction.commit());
  return true;
}

Result<> NoticeMailer::end_run() {
  auto lease = TRY(connections_.lend());
  auto transaction = TRY(sql::Transaction::begin(*lease));
  TRY(store::give_job_lease_back(*lease, kMailerJob, me_));
  return transaction.commit();
}

Result<std::uint64_t> NoticeMailer::remind_of_conditions() {
  const auto today = clock_.today();
  const Date last(today.days_since_epoch() + static_cast<std::int32_t>(kRemindBefore.count()));
  std::vector<store::DueCondition> conditions;
  {
    auto lease = TRY(connections_.lend());
    conditions = TRY(store::unreminded_conditions(*lease, today, last));
  }
  std::uint64_t reminders = 0;
  for (const auto& condition : conditions) {
    auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
    if (!TRY(store::note_reminder(change.connection(), condition))) continue;
    TRY(change.commit(std::string(ecosystem::kConditionDueAction),
                      fmt::format("innovation/{}", condition.innovation.value),
                      fmt::format(R"({{"due":"{}"}})", condition.due.iso())));
    ++reminders;
  }
  return reminders;
}

Result<std::uint64_t> NoticeMailer::remind_of_offers() {
  const auto today = clock_.today();
  const Date last(today.days_since_epoch() + ecosystem::kRemindOfOfferDays);
  std::vector<store::StoredOffer> offers;
  {
    auto lease = TRY(connections_.lend());
    offers = TRY(store::unreminded_offers(*lease, today, last));
  }
  std::uint64_t reminders = 0;
  for (const auto& offer : offers) {
    auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
    if (!TRY(store::note_offer_reminder(change.connection(), offer))) continue;
    TRY(change.commit(std::string(ecosystem::kOfferEndingAction),
                      fmt::format("offer/{}", offer.id.value),
                      fmt::format(R"({{"last_day":"{}"}})", offer.last_day->iso())));
    ++reminders;
  }
  return reminders;
}

Result<std::optional<Mail>> NoticeMailer::claim_next(store::NoticesToMail& claimed, Timestamp& at) {
  auto lease = TRY(connections_.lend());
  auto transaction = TRY(sql::Transaction::begin(*lease));
  at = clock_.now();
  if (!TRY(store::take_job_lease(*lease, kMailerJob, me_, at, at + kMailerLease))) {
    return std::nullopt;
  }
  auto next = TRY(store::claim_notices_to_mail(*lease, mail_times(at), claimed.account));
  if (!next) return std::nullopt;
  claimed = *std::move(next);
  const auto account = TRY(store::find_account(*lease, claimed.account));
  const auto secret = new_secret();
  TRY(store::insert_unsubscribe_link(*lease, claimed.account, {hash_of_secret(secret)}, at));
  TRY(transaction.commit());
  return notices_mail(claimed.notices, account->language, account->mail,
                      {.public_url = public_url_, .unsubscribe = "/unsubscribe/" + secret});
}

Result<> NoticeMailer::take_back(const store::NoticesToMail& claimed, Timestamp at) {
  auto lease = TRY(connections_.lend());
  auto transaction = TRY(sql::Transaction::begin(*lease));
  TRY(store::give_notices_back(*lease, claimed.account, at));
  return transaction.commit();
}

}  // namespace tributary::app
