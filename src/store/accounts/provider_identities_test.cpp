#include "store/accounts/provider_identities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "sql/transaction.h"
#include "store/accounts/accounts.h"
#include "store/accounts/provider_sign_ins.h"
#include "store/open_database.h"

namespace tributary::store {
namespace {

using ecosystem::PersonId;
using testing::IsEmpty;
using namespace std::chrono_literals;

constexpr Timestamp kSentAt{std::chrono::sys_days{std::chrono::year{2026} / 11 / 29}};
const std::string kMinistry = "https://login.example.org";

SecretHash browser(char letter) { return {std::string(32, letter)}; }

class ProviderIdentitiesTest : public testing::Test {
 protected:
  PersonId add(const std::string& mail) {
    return insert_account(database_,
                          {.mail = mail, .name = "Maria", .language = "el", .created_at = kSentAt})
        .value();
  }
  Result<> link(PersonId account, const std::string& issuer, const std::string& subject) {
    return insert_provider_identity(
        database_,
        {.issuer = issuer, .subject = subject, .account = account, .linked_at = kSentAt});
  }
  void send(char letter, std::optional<PersonId> account = {}) {
    ASSERT_TRUE(insert_provider_sign_in(
        database_, browser(letter),
        {.account = account, .next = "/tasks", .language = "de", .expires_at = kSentAt + 10min},
        kSentAt));
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  sql::Connection database_ = open_database(folder_.path() / "test.db").value();
  sql::Transaction transaction_ = sql::Transaction::begin(database_).value();
};

TEST_F(ProviderIdentitiesTest, AreFoundByIssuerAndSubjectTogether) {
  const auto maria = add("maria@example.org"), other = add("other@example.org");
  ASSERT_TRUE(link(maria, kMinistry, "4711"));
  ASSERT_TRUE(link(other, "https://other.example.org", "4711"));
  const auto found = find_provider_identity(database_, kMinistry, "4711").value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->account, maria);
  EXPECT_EQ(found->linked_at, kSentAt);
  EXPECT_FALSE(find_provider_identity(database_, kMinistry, "4712").value());
}

TEST_F(ProviderIdentitiesTest, AreOneOfAnAccountAndOfOneAccount) {
  const auto maria = add("maria@example.org"), other = add("other@example.org");
  ASSERT_TRUE(link(maria, kMinistry, "4711"));
  EXPECT_EQ(link(other, kMinistry, "4711").error().code, ErrorCode::conflict);
  EXPECT_EQ(link(maria, kMinistry, "4712").error().code, ErrorCode::conflict);
  ASSERT_TRUE(remove_provider_identity(database_, maria, kMinistry));
  EXPECT_EQ(remove_provider_identity(database_, maria, kMinistry).error().code,
            ErrorCode::not_found);
  EXPECT_TRUE(link(other, kMinistry, "4711"));
}

TEST_F(ProviderIdentitiesTest, GoWithTheAccount) {
  const auto maria = add("maria@example.org");
  ASSERT_TRUE(link(maria, kMinistry, "4711"));
  send('a', maria);
  ASSERT_TRUE(erase_account(database_, maria));
  EXPECT_THAT(provider_identities_of(database_, maria).value(), IsEmpty());
  EXPECT_FALSE(take_provider_sign_in(database_, browser('a'), kSentAt).value());
}

TEST_F(ProviderIdentitiesTest, ASignInThatIsUnderWayIsTakenOnce) {
  const auto maria = add("maria@example.org");
  send('a');
  send('b', maria);
  const auto taken = take_provider_sign_in(database_, browser('a'), kSentAt).value();
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->next, "/tasks");
  EXPECT_EQ(taken->language, "de");
  EXPECT_FALSE(taken->account);
  EXPECT_FALSE(take_provider_sign_in(database_, browser('a'), kSentAt).value());
  EXPECT_EQ(take_provider_sign_in(database_, browser('b'), kSentAt).value()->account, maria);
}

TEST_F(ProviderIdentitiesTest, ASignInThatTookTooLongIsForgotten) {
  send('a');
  EXPECT_FALSE(take_provider_sign_in(database_, browser('a'), kSentAt + 10min).value());
  send('b');
  ASSERT_TRUE(insert_provider_sign_in(
      database_, browser('c'),
      {.account = {}, .next = "/", .language = "en", .expires_at = kSentAt + 20min},
      kSentAt + 10min));
  EXPECT_FALSE(take_provider_sign_in(database_, browser('b'), kSentAt).value());
}

}  // namespace
}  // namespace tributary::store
