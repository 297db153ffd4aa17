#include "app/mail/mail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/mail/outbox_folder.h"
#include "base/file.h"

namespace tributary::app {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const FixedClock kMailClock{Date(20'000)};

std::string written(const Mail& mail) {
  return rfc5322(mail, "portal@example.org", kMailClock.now(), "1@example.org");
}

TEST(Mail, AddressesAreThoseThatAHeaderCanCarry) {
  for (const auto* const good : {"a@b", "maria.lopez+vet@school.example.org"}) {
    EXPECT_TRUE(is_mail_address(good)) << good;
  }
  for (const auto* const bad : {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\r\nBcc: x@y", "<a@b>",
                                "a@b,c@d", "\"a\"@b", "é@b"}) {
    EXPECT_FALSE(is_mail_address(bad)) << bad;
  }
  EXPECT_FALSE(is_mail_address(std::string(250, 'a') + "@b.eu"));
}

TEST(Mail, HasTheHeadersOfAMailThatNobodyAnswersByMachine) {
  const auto text = written({.to = "a@example.org", .subject = "Confirm", .text = "Hello"});
  EXPECT_THAT(text, StartsWith("From: Tributary <portal@example.org>\r\nTo: <a@example.org>\r\n"));
  EXPECT_THAT(text, HasSubstr("Subject: Confirm\r\n"));
  EXPECT_THAT(text, HasSubstr("Date: Fri, 04 Oct 2024 00:00:00 +0000\r\n"));
  EXPECT_THAT(text, HasSubstr("Auto-Submitted: auto-generated\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\n\r\nSGVsbG8=\r\n"));
}

TEST(Mail, SubjectsInOtherLettersAreEncodedInWholeCharacters) {
  const auto text = written(
      {.to = "a@example.org", .subject = "Επιβεβαιώστε τη διεύθυνση e-mail σας", .text = "x"});
  EXPECT_THAT(text, HasSubstr("Subject: =?UTF-8?B?"));
  EXPECT_THAT(text, HasSubstr("?=\r\n =?UTF-8?B?")) << "one word would be too long";
  EXPECT_THAT(text, Not(HasSubstr("Ε")));
}

TEST(Mail, OffersToUnsubscribeAndWithOneClickWhereThatIsSecure) {
  const Mail plain{.to = "a@example.org", .subject = "s", .text = "x"};
  EXPECT_THAT(written(plain), Not(HasSubstr("List-Unsubscribe")));
  auto digest = plain;
  digest.unsubscribe_link = "https://example.org/unsubscribe/secret";
  EXPECT_THAT(written(digest),
              HasSubstr("List-Unsubscribe:\r\n <https://example.org/unsubscribe/secret>\r\n"
                        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
  digest.unsubscribe_link = "http://localhost/unsubscribe/secret";
  EXPECT_THAT(written(digest), HasSubstr("<http://localhost/unsubscribe/secret>"));
  EXPECT_THAT(written(digest), Not(HasSubstr("List-Unsubscribe-Post")));
}

TEST(Mail, NoLineIsLongerThanMailAllows) {
  const auto text =
      written({.to = "a@example.org", .subject = "s", .text = std::string(1000, 'x')});
  std::size_t begin = 0;
  for (auto end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", begin)) {
    EXPECT_LE(end - begin, 78);
    begin = end + 2;
  }
  EXPECT_EQ(begin, text.size()) << "the last line ends, too";
}

TEST(OutboxFolder, KeepsEachMailInAFileThatOnlyTheOwnerReads) {
  const auto folder = TemporaryFolder::create().value();
  const auto outbox = folder.path() / "outbox";
  OutboxFolder carrier(outbox, "portal@example.org", kMailClock);
  for (const auto* const subject : {"first", "second"}) {
    ASSERT_TRUE(carrier.carry({.to = "a@example.org", .subject = subject, .text = "x"}));
  }
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(outbox)) {
    EXPECT_EQ(entry.path().extension(), ".eml");
    ++files;
  }
  EXPECT_EQ(files, 2);
  EXPECT_EQ(std::filesystem::status(outbox).permissions() & std::filesystem::perms::others_all,
            std::filesystem::perms::none);
}

TEST(OutboxFolder, SaysWhereItCannotWrite) {
  const auto folder = TemporaryFolder::create().value();
  ASSERT_TRUE(write_file_atomically(folder.path() / "outbox", "a file stands here"));
  OutboxFolder carrier(folder.path() / "outbox", "portal@example.org", kMailClock);
  const auto refused = carrier.carry({.to = "a@example.org", .subject = "s", .text = "x"});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().text(), HasSubstr("outbox"));
}

}  // namespace
}  // namespace tributary::app
