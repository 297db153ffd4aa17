#include "app/notices/notice_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace tributary::app {
namespace {

using ecosystem::NoticeKind;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

store::Notice decision(std::string title) {
  return {.id = {12},
          .kind = NoticeKind::innovation_decided,
          .subject = "innovation/7",
          .about = std::move(title),
          .word = "proceed"};
}

TEST(NoticeTexts, SayWhatHappenedInTheLanguageOfThePerson) {
  EXPECT_EQ(notice_sentence(decision("Mentors"), "en"), "Decision on “Mentors”: Go on");
  EXPECT_EQ(notice_sentence(decision("Mentors"), "de"), "Entscheidung zu „Mentors“: Weitergehen");
  EXPECT_EQ(notice_sentence(decision("Mentors"), "el"), "Απόφαση για «Mentors»: Συνέχεια");
  EXPECT_EQ(notice_sentence(decision("Mentors"), "fi"), "Decision on “Mentors”: Go on");
}

TEST(NoticeTexts, NameARoleAndWhereItIsHeld) {
  store::Notice role{.kind = NoticeKind::role_given, .subject = "account/3", .word = "reviewer"};
  EXPECT_EQ(notice_sentence(role, "en"), "You were given a role: Reviewer");
  role.about = "north";
  EXPECT_EQ(notice_sentence(role, "de"), "Ihnen wurde eine Rolle gegeben: Gutachten (north)");
}

TEST(NoticeTexts, EachKindHasASentenceOfItsOwnInEachLanguage) {
  std::set<std::string> sentences;
  for (std::size_t number = 0; number < ecosystem::kNoticeKinds; ++number) {
    auto notice = decision("0.2.0");
    notice.kind = static_cast<NoticeKind>(number);
    for (const auto* language : {"en", "de", "el"}) {
      const auto sentence = notice_sentence(notice, language);
      EXPECT_THAT(sentence, Not(HasSubstr("{")));
      sentences.insert(sentence);
    }
  }
  EXPECT_EQ(sentences.size(), 3 * ecosystem::kNoticeKinds);
}

TEST(NoticeTexts, WhatPeopleWroteIsNoTemplate) {
  EXPECT_EQ(notice_sentence(decision("{word} {0}"), "en"), "Decision on “{word} {0}”: Go on");
}

TEST(NoticeTexts, LeadToThePageOfWhatTheyTell) {
  EXPECT_EQ(notice_page(decision("Mentors")), "/innovations/7");
  EXPECT_EQ(notice_page({.subject = "amendment/4", .about = "0.2.0"}),
            "/framework/0.2.0#amendment-4");
  EXPECT_EQ(notice_page({.subject = "application/9", .about = "PT11"}), "/applications/PT11");
  EXPECT_EQ(notice_page({.subject = "mainstreaming_case/2"}), "/mainstreaming/2");
  EXPECT_EQ(notice_page({.subject = "account/2"}), "/account");
}

TEST(NoticeMail, HasEachNoticeWithItsLinkAndTheWaysOut) {
  const std::vector notices{decision("Mentors"), decision("Diaries")};
  const auto mail = notices_mail(notices, "en", "a@example.org",
                                 {.public_url = "https://t.eu", .unsubscribe = "/unsubscribe/x"});
  EXPECT_EQ(mail.subject, "Tributary: 2 notices");
  EXPECT_THAT(mail.text, HasSubstr("Decision on “Mentors”: Go on\nhttps://t.eu/innovations/7\n"));
  EXPECT_THAT(mail.text, HasSubstr("https://t.eu/account#notices\n"));
  EXPECT_THAT(mail.text, EndsWith("https://t.eu/unsubscribe/x\n"));
  EXPECT_EQ(mail.unsubscribe_link, "https://t.eu/unsubscribe/x");
}

TEST(NoticeMail, OfOneNoticeSaysItInTheSubjectAndOfManyListsTheFirst) {
  const std::vector one{decision("Mentors")};
  EXPECT_EQ(notices_mail(one, "de", "a@example.org", {}).subject,
            "Tributary: Entscheidung zu „Mentors“: Weitergehen");
  const std::vector many(kMostListedInMail + 3, decision("Mentors"));
  EXPECT_THAT(notices_mail(many, "el", "a@example.org", {}).text, HasSubstr("… και 3 ακόμη"));
}

}  // namespace
}  // namespace tributary::app
