#include "store/audit/audit_trail.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sql/testing/test_database.h"
#include "sql/transaction.h"
#include "store/open_database.h"

namespace tributary::store {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr Timestamp kNoon{std::chrono::milliseconds{1'800'000'000'000}};

class AuditTrailTest : public sql::DatabaseTest {
 protected:
  sql::Connection connection_ = open_database(database_.location()).value();

  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (IsSkipped()) return;
    for (int n = 1; n <= 5; ++n) {
      append({.at = kNoon + std::chrono::seconds{n},
              .person = {n},
              .action = "position.take",
              .subject = fmt::format("framework_version/{}", n % 2),
              .detail = fmt::format(R"({{"text":"reservation {}"}})", n)});
    }
  }

  void append(const AuditEntry& entry) {
    auto transaction = sql::Transaction::begin(connection_).value();
    ASSERT_TRUE(append_audit_entry(connection_, entry));
    ASSERT_TRUE(transaction.commit());
  }

  AuditVerdict verdict(const std::optional<AuditAnchor>& anchor = {}) {
    return verify_audit_trail(connection_, anchor).value();
  }

  void tamper(const std::string& script) { ASSERT_TRUE(connection_.execute(script)); }
};
TRIBUTARY_ON_BOTH_ENGINES(AuditTrailTest);

TEST(AuditEntryTest, HashesAsTheStandardDoes) {
  EXPECT_EQ(hexadecimal(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_P(AuditTrailTest, IsWholeAndNamesItsEnd) {
  const auto whole = verdict();
  EXPECT_TRUE(whole.is_whole());
  EXPECT_EQ(whole.entries, 5);
  EXPECT_EQ(whole.last.number, 5);
  EXPECT_EQ(whole.last.hash.size(), 64);
}

TEST_P(AuditTrailTest, GivesEntriesOfASubjectInOrder) {
  const auto entries = audit_entries(connection_, "framework_version/1", 1, 10).value();
  ASSERT_EQ(entries.size(), 2);
  EXPECT_EQ(entries[0].number, 3);
  EXPECT_EQ(entries[0].entry.person.value, 3);
  EXPECT_EQ(entries[0].entry.at, kNoon + std::chrono::seconds{3});
  EXPECT_EQ(entries[1].entry.detail, R"({"text":"reservation 5"})");
}

TEST_P(AuditTrailTest, ShowsEachFieldThatWasChanged) {
  for (const std::string change :
       {"at = at + 1", "person = 9", "action = 'position.drop'", "subject = 'x'"}) {
    const auto saved = audit_entries(connection_, {}, 2, 1).value().front();
    tamper("UPDATE audit_entries SET " + change + " WHERE number = 3");
    EXPECT_THAT(verdict().faults, ElementsAre(HasSubstr("entry 3: it does not fit"))) << change;
    tamper(fmt::format(
        "UPDATE audit_entries SET at = {}, person = 3, action = '{}', subject = '{}' "
        "WHERE number = 3",
        saved.entry.at.time_since_epoch().count(), saved.entry.action, saved.entry.subject));
    ASSERT_TRUE(verdict().is_whole());
  }
}

TEST_P(AuditTrailTest, ShowsADetailThatWasChangedOrTakenOutSecretly) {
  tamper("UPDATE audit_details SET detail = '{}' WHERE number = 2");
  EXPECT_THAT(verdict().faults, ElementsAre("entry 2: its detail was changed"));
  tamper("DELETE FROM audit_details WHERE number = 2");
  EXPECT_THAT(verdict().faults, ElementsAre("entry 2: its detail is gone, and no entry says so"));
}

TEST_P(AuditTrailTest, ShowsAnEntryThatWasTakenOut) {
  tamper("DELETE FROM audit_entries WHERE number = 3");
  EXPECT_THAT(verdict().faults, ElementsAre("entries 3 to 3 are missing",
                                            HasSubstr("entry 4: it does not fit its hash")));
}

TEST_P(AuditTrailTest, ShowsAnEntryWhoseHashWasMadeAnew) {
  const auto third = audit_entries(connection_, {}, 2, 1).value().front();
  const auto second = audit_entries(connection_, {}, 1, 1).value().front();
  auto forged = third.entry;
  forged.person = {9};
  const auto hash = chained_hash(3, forged, third.detail_hash, second.hash);
  tamper("UPDATE audit_entries SET person = 9 WHERE number = 3");
  auto update = connection_.statement("UPDATE audit_entries SET hash = ? WHERE number = 3").value();
  ASSERT_TRUE(update.run(sql::Blob{{hash.data(), hash.size()}}));
  EXPECT_THAT(verdict().faults, ElementsAre(HasSubstr("entry 4: it does not fit")));
}

TEST_P(AuditTrailTest, ShowsACutEndToWhoNotedIt) {
  const auto noted = verdict().last;
  tamper("DELETE FROM audit_entries WHERE number = 5; DELETE FROM audit_details WHERE number = 5");
  EXPECT_TRUE(verdict().is_whole());
  EXPECT_THAT(verdict(noted).faults,
              ElementsAre("the trail ends with entry 4, but entry 5 was noted"));
  append({.at = kNoon, .person = {1}, .action = "other", .subject = "x", .detail = "{}"});
  EXPECT_THAT(verdict(noted).faults,
              ElementsAre("entry 5: its hash is not the one that was noted"));
}

TEST_P(AuditTrailTest, ForgetsATextAndStaysWhole) {
  auto transaction = sql::Transaction::begin(connection_).value();
  ASSERT_TRUE(erase_audit_detail(connection_, 2, {7}, kNoon));
  EXPECT_EQ(erase_audit_detail(connection_, 2, {7}, kNoon).error().code, ErrorCode::not_found);
  ASSERT_TRUE(transaction.commit());
  EXPECT_TRUE(verdict().is_whole());
  const auto entries = audit_entries(connection_, {}, 0, 10).value();
  EXPECT_TRUE(entries[1].is_detail_erased);
  EXPECT_EQ(entries[1].entry.detail, "");
  EXPECT_EQ(entries[5].entry.subject, "audit_entry/2");
  EXPECT_EQ(entries[5].entry.person.value, 7);
}

TEST(AuditAnchorTest, IsReadAsItIsPrinted) {
  const auto hash = hexadecimal(sha256("abc"));
  const auto anchor = audit_anchor("17:" + hash).value();
  EXPECT_EQ(anchor.number, 17);
  EXPECT_EQ(anchor.hash, hash);
  const std::vector<std::string> wrong_ones = {"",
                                               "17",
                                               ":" + hash,
                                               "0:" + hash,
                                               "17:" + hash.substr(1),
                                               "17:" + hash.substr(1) + "G",
                                               "-1:" + hash};
  for (const auto& wrong : wrong_ones) {
    EXPECT_EQ(audit_anchor(wrong).error().code, ErrorCode::invalid_argument) << wrong;
  }
}

}  // namespace
}  // namespace tributary::store
