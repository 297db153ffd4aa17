#include "store/accounts/accounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sql/transaction.h"
#include "store/accounts/api_tokens.h"
#include "store/accounts/attempts.h"
#include "store/accounts/grants.h"
#include "store/accounts/one_time_links.h"
#include "store/accounts/sessions.h"
#include "store/open_database.h"

namespace tributary::store {
namespace {

using ecosystem::Grant;
using ecosystem::PersonId;
using ecosystem::Role;
using ecosystem::ScopeKind;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;

constexpr Timestamp kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 29}};
const Grant kForPortugal{Role::member_state_representative, {ScopeKind::member_state, "PT"}};
const Grant kAdministrator{Role::administrator, {}};

SecretHash secret(char letter) { return {std::string(32, letter)}; }

class AccountsTest : public testing::Test {
 protected:
  PersonId add(const std::string& mail) {
    return insert_account(database_, {.mail = mail,
                                      .name = "Maria",
                                      .password_hash = "hash",
                                      .language = "el",
                                      .created_at = kNow})
        .value();
  }
  void grant(PersonId account, const Grant& grant, bool is_given) {
    ASSERT_TRUE(append_grant(
        database_, {.account = account, .grant = grant, .is_given = is_given, .at = kNow}));
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  sql::Connection database_ = open_database(folder_.path() / "test.db").value();
  sql::Transaction transaction_ = sql::Transaction::begin(database_).value();
};

TEST_F(AccountsTest, AreFoundByNumberAndByMail) {
  const auto id = add("maria@example.org");
  EXPECT_EQ(find_account(database_, id).value()->mail, "maria@example.org");
  EXPECT_EQ(find_account(database_, "maria@example.org").value()->id, id);
  EXPECT_FALSE(find_account(database_, "other@example.org").value());
  EXPECT_EQ(read_accounts(database_, {}, 10).value().size(), 1U);
  EXPECT_THAT(read_accounts(database_, id, 10).value(), IsEmpty());
}

TEST_F(AccountsTest, AMailAddressIsOfOneAccount) {
  add("maria@example.org");
  const auto nikos = add("nikos@example.org");
  EXPECT_EQ(insert_account(database_, {.mail = "maria@example.org"}).error().code,
            ErrorCode::conflict);
  auto account = *find_account(database_, nikos).value();
  account.mail = "maria@example.org";
  EXPECT_EQ(update_account(database_, account).error().code, ErrorCode::conflict);
}

TEST_F(AccountsTest, ManyMayHaveNoMail) { EXPECT_NE(add(""), add("")); }

TEST_F(AccountsTest, ErasureKeepsTheNumberAlone) {
  const auto id = add("maria@example.org");
  insert_session(database_, secret('s'), {.account = id, .expires_at = kNow + 1h}).value();
  insert_token(database_, secret('t'), {.account = id, .expires_at = kNow + 1h}).value();
  ASSERT_TRUE(erase_account(database_, id));
  const auto left = *find_account(database_, id).value();
  EXPECT_EQ(left.state, AccountState::erased);
  EXPECT_EQ(left.mail + left.name + left.password_hash + left.language, "");
  EXPECT_FALSE(find_session(database_, secret('s'), kNow).value());
  EXPECT_FALSE(find_token(database_, secret('t'), kNow).value());
  EXPECT_NE(add("maria@example.org"), id) << "the address is free again, the number is not";
}

TEST_F(AccountsTest, TheLastWordOnAGrantCounts) {
  const auto id = add("maria@example.org");
  grant(id, kForPortugal, true);
  grant(id, kAdministrator, true);
  EXPECT_THAT(grants_of(database_, id).value(), ElementsAre(kForPortugal, kAdministrator));
  grant(id, kForPortugal, false);
  EXPECT_THAT(grants_of(database_, id).value(), ElementsAre(kAdministrator));
  EXPECT_EQ(grant_history(database_, id).value().size(), 3U) << "nothing is deleted";
  EXPECT_THAT(holders_of(database_, Role::administrator).value(), ElementsAre(id));
  grant(id, kAdministrator, false);
  EXPECT_THAT(holders_of(database_, Role::administrator).value(), IsEmpty());
}

TEST_F(AccountsTest, SessionsEndAtTheirTimeOrBefore) {
  const auto id = add("maria@example.org");
  const auto open = [&](char letter) {
    return insert_session(database_, secret(letter),
                          {.account = id, .created_at = kNow, .expires_at = kNow + 1h})
        .value();
  };
  const auto kept = open('a'), ended = open('b');
  open('c');
  EXPECT_TRUE(find_session(database_, secret('a'), kNow).value());
  EXPECT_FALSE(find_session(database_, secret('a'), kNow + 1h).value());
  EXPECT_TRUE(end_session(database_, id, ended));
  EXPECT_EQ(end_session(database_, id, ended).error().code, ErrorCode::not_found);
  EXPECT_EQ(end_session(database_, add("other@example.org"), kept).error().code,
            ErrorCode::not_found);
  ASSERT_TRUE(end_other_sessions(database_, id, kept));
  EXPECT_EQ(sessions_of(database_, id, kNow).value().size(), 1U);
}

TEST_F(AccountsTest, ALinkWorksOnceInTimeAndForItsPurpose) {
  const auto id = add("maria@example.org");
  const OneTimeLink reset{.account = id, .purpose = LinkPurpose::reset, .expires_at = kNow + 1h};
  ASSERT_TRUE(insert_link(database_, secret('l'), reset, kNow));
  const auto use = [&](char letter, LinkPurpose purpose, Timestamp now) {
    return use_link(database_, secret(letter), purpose, now);
  };
  EXPECT_EQ(use('l', LinkPurpose::sign_in, kNow).error().code, ErrorCode::unmet);
  EXPECT_EQ(use('l', LinkPurpose::reset, kNow + 1h).error().code, ErrorCode::unmet);
  EXPECT_EQ(use('l', LinkPurpose::reset, kNow).value().account, id);
  EXPECT_EQ(use('l', LinkPurpose::reset, kNow).error().code, ErrorCode::unmet);

  ASSERT_TRUE(insert_link(database_, secret('m'), reset, kNow));
  ASSERT_TRUE(insert_link(database_, secret('n'), reset, kNow));
  EXPECT_FALSE(use('m', LinkPurpose::reset, kNow)) << "a newer link took its place";
  EXPECT_TRUE(use('n', LinkPurpose::reset, kNow));
}

TEST_F(AccountsTest, AttemptsAreCountedWithinTheirTime) {
  const AttemptLimit two{.most = 2, .within = 15min};
  const auto first = count_attempt(database_, "a", two, kNow).value();
  EXPECT_TRUE(count_attempt(database_, "a", two, kNow + 1min));
  EXPECT_EQ(count_attempt(database_, "a", two, kNow + 2min).error().code, ErrorCode::throttled);
  EXPECT_TRUE(count_attempt(database_, "b", two, kNow + 2min));
  EXPECT_TRUE(count_attempt(database_, "a", two, kNow + 15min));
  ASSERT_TRUE(forget_attempt(database_, first));
  ASSERT_TRUE(forget_attempts(database_, "a"));
  EXPECT_TRUE(count_attempt(database_, "a", two, kNow + 15min));
}

}  // namespace
}  // namespace tributary::store
