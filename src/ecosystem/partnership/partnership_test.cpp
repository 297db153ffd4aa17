#include <gtest/gtest.h>

#include "ecosystem/partnership/claim.h"
#include "ecosystem/partnership/offer.h"
#include "ecosystem/partnership/offer_state.h"
#include "ecosystem/partnership/plain_words.h"
#include "ecosystem/partnership/thread_state.h"

namespace tributary::ecosystem {
namespace {

using namespace std::chrono_literals;

const auto kOfferDay = Date::from_iso("2026-11-30").value();

OfferContent welding(OfferKind kind) {
  return {.kind = kind,
          .topic = "Robots that weld",
          .text = "Apprentices learn to weld with robots.",
          .role = PartnerRole::partner,
          .countries = {},
          .programme = "Erasmus+",
          .begins = {},
          .ends = {},
          .deadline = {}};
}

TEST(Claim, AHostIsReadFromWhatIsPublishedAndFromNothingElse) {
  EXPECT_EQ(host_of("https://www.School.example/about?x=1"), "school.example");
  EXPECT_EQ(host_of("vet.school.example:8080"), "vet.school.example");
  for (const auto* odd :
       {"", "localhost", "http://", "http://ana@school.example/", "sch ool.example",
        "https://schöol.example", ".example", "school..example"}) {
    EXPECT_EQ(host_of(odd), "") << odd;
  }
}

TEST(Claim, MailsOfEverybodyAreKnownInAllCountries) {
  for (const auto* domain : {"gmail.com", "yahoo.co.uk", "gmx.de", "outlook.pt", "t-online.de"}) {
    EXPECT_TRUE(is_public_mail_domain(domain)) << domain;
  }
  EXPECT_FALSE(is_public_mail_domain("school.example"));
  EXPECT_EQ(domain_of("ana@school.example"), "school.example");
  EXPECT_EQ(domain_of("nobody"), "");
}

TEST(PlainWords, HoldNoHeadersNoHiddenMarksAndNoContact) {
  EXPECT_TRUE(check_one_line("A robot: welding & «more»", "subject", 50));
  for (const auto* odd : {"Hello\r\nBcc: all@example.org", "Hello\n", "a\tb", "\x7F",
                          "a\xE2\x80\xA8"
                          "b",
                          "a\xE2\x80\xAE"
                          "b",
                          "a\xC2\x85"
                          "b"}) {
    const auto refused = check_one_line(odd, "subject", 50);
    ASSERT_FALSE(refused) << odd;
    EXPECT_EQ(refused.error().context, "subject");
  }
  EXPECT_TRUE(check_plain_text("Two\nlines", "text", 50));
  EXPECT_FALSE(check_plain_text("Two\r\nlines", "text", 50));
  EXPECT_EQ(check_plain_text("long", "text", 3).error().code, ErrorCode::too_long);
  for (const auto* contact :
       {"Write to ana@school.example", "Call +351 255 123 456", "(0049) 30-123456"}) {
    EXPECT_TRUE(names_contact(contact)) << contact;
  }
  for (const auto* none :
       {"From 2027 to 2030, 400,000 euro", "12 @ noon", "1 Nov 2026 - 31 Oct 28",
        "01.09.2027 - 31.08.2029", "2027-09-01 - 2029-08-31", "2027-09-01 2029-08-31",
        "250.000 - 400.000 euro", "1/9/2027 (31/8/2029)"}) {
    EXPECT_FALSE(names_contact(none)) << none;
  }
}

TEST(PlainWords, FindsTelephoneNumbersOfEightDigits) {
  for (const auto* contact :
       {"Call 12345678", "22 123456", "2123 4567", "12 34 56 78", "+45 12345678", "(22) 12-34-56",
        "tel. 21 23 45 67, mornings", "My number: 99 123 456."}) {
    EXPECT_TRUE(names_contact(contact)) << contact;
  }
}

TEST(PlainWords, TakesNoDaysAmountsAndNumbersOfProjectsForTelephones) {
  for (const auto* none :
       {"2024-2027", "2021-2027 and 2028/2029", "in 2024 12 000 learners", "20270901-20280831 ",
        "from 20270901", "09.30-10.30", "25000000 EUR", "EUR 12 345 678", "250000-400000 euro",
        "12 500 000 learners", "project 101056789", "Project no. 10105678",
        "Grant Agreement No 101056789", "PIC: 999900001", "of the έργου 10105678",
        "2023-1-PT01-KA220-VET-000123456", "OID E10123456", "VAT PT501461108"}) {
    EXPECT_FALSE(names_contact(none)) << none;
  }
}

TEST(PlainWords, AProjectNamedBeforeHidesNoTelephoneNumber) {
  for (const auto* contact : {"Our project is new. Call us under 21 234 567",
                              "About the project you can call me: 912345678",
                              "Projects and money: 400 000 EUR; 21234567"}) {
    EXPECT_TRUE(names_contact(contact)) << contact;
  }
}

TEST(Offer, IsRenewedInTheLastThirdOfItsTime) {
  const auto day = [](int number) { return Date(20'000 + number); };
  EXPECT_EQ(renewable_from(day(0), day(90)), day(60));
  EXPECT_EQ(renewable_from(day(0), day(21)), day(11)) << "when its people are reminded";
  EXPECT_LE(renewable_from(day(0), day(5)), day(0)) << "what is shown some days only, at any time";
}

TEST(Offer, SaysWhatIsWrongByItsField) {
  EXPECT_TRUE(check_offer(welding(OfferKind::offer), kOfferDay));
  const auto field_of = [](auto change) {
    auto content = welding(OfferKind::offer);
    change(content);
    const auto refused = check_offer(content, kOfferDay);
    return refused ? std::string("none") : refused.error().context;
  };
  EXPECT_EQ(field_of([](OfferContent& content) { content.topic = " "; }), "topic");
  EXPECT_EQ(field_of([](OfferContent& content) { content.topic = "Two\nlines"; }), "topic");
  EXPECT_EQ(field_of([](OfferContent& content) { content.text = "Mail me: a@b.example"; }), "text");
  EXPECT_EQ(field_of([](OfferContent& content) { content.countries = {"Portugal"}; }), "countries");
  EXPECT_EQ(
      field_of([](OfferContent& content) { content.deadline = Date::from_iso("2026-11-29"); }),
      "deadline");
  EXPECT_EQ(field_of([](OfferContent& content) {
              content.begins = Date::from_iso("2027-09-01");
              content.ends = Date::from_iso("2027-08-31");
            }),
            "ends");
}

TEST(Offer, IsPublishedByAWholeChecklistAndRejectedWithReasons) {
  std::vector<CheckedItem> items;
  for (std::size_t number = 0; number + 1 < kOfferChecks; ++number) {
    items.push_back({.check = static_cast<OfferCheck>(number), .is_met = true, .reason = {}});
  }
  EXPECT_EQ(check_answered(items).error().message, "These items are not answered: dates_possible");
  items.push_back({.check = OfferCheck::dates_possible, .is_met = true, .reason = {}});
  EXPECT_TRUE(check_answered(items));
  EXPECT_TRUE(all_met(items));
  EXPECT_FALSE(unmet_have_reasons(items)) << "nothing is unmet";
  items.back().is_met = false;
  EXPECT_FALSE(all_met(items));
  EXPECT_FALSE(unmet_have_reasons(items));
  items.back().reason = "The call has ended.";
  EXPECT_TRUE(unmet_have_reasons(items));
  EXPECT_FALSE(all_met({}));
}

TEST(Offer, EndsWithItsLastDay) {
  const auto last = kOfferDay;
  EXPECT_EQ(state_on(OfferState::published, last, last), OfferState::published);
  EXPECT_EQ(state_on(OfferState::published, last, Date(last.days_since_epoch() + 1)),
            OfferState::expired);
  EXPECT_EQ(state_on(OfferState::closed, last, Date(last.days_since_epoch() + 1)),
            OfferState::closed);
}

TEST(Offer, SuitsARequestThatItSharesWordsWithUnlessSomethingRulesItOut) {
  const auto offer = welding(OfferKind::offer);
  const std::set<std::string> words = {"apprentic", "robot", "weld"};
  const auto match_with = [&](const OfferContent& other, const std::set<std::string>& others) {
    return match_of({.content = offer, .country = "PT", .words = words},
                    {.content = other, .country = "RO", .words = others});
  };
  auto request = welding(OfferKind::request);
  const auto match = match_with(request, {"robot", "weld", "steel", "yard"});
  ASSERT_TRUE(match);
  EXPECT_EQ(match->shared_words, (std::vector<std::string>{"robot", "weld"}));
  EXPECT_DOUBLE_EQ(match->share, 2.0 / 3.0);
  EXPECT_TRUE(match->is_same_programme);
  EXPECT_FALSE(match_with(request, {"robot", "steel"})) << "one word is none";
  EXPECT_FALSE(match_with(welding(OfferKind::offer), words)) << "two offers";
  request.countries = {"FI"};
  EXPECT_FALSE(match_with(request, words)) << "another country is wanted";
  request.countries = {"PT"};
  EXPECT_TRUE(match_with(request, words));
  request.programme = "Interreg";
  EXPECT_FALSE(match_with(request, words));
  request.programme = "erasmus+";
  EXPECT_TRUE(match_with(request, words));
  request.role = PartnerRole::coordinator;
  EXPECT_FALSE(match_with(request, words));
}

TEST(ResponseRate, CountsWhatWasAnsweredInTimeAndWhatHadTimeToBe) {
  const Timestamp now(std::chrono::days(20'000));
  const auto ago = [&](int days) { return now - std::chrono::days(days); };
  const std::vector<FirstContact> contacts = {
      {.asked = ago(40), .answered = ago(39)},  // in time
      {.asked = ago(40), .answered = ago(20)},  // too late
      {.asked = ago(40), .answered = {}},       // never
      {.asked = ago(3), .answered = ago(2)},    // already
      {.asked = ago(3), .answered = {}},        // has time left
  };
  const auto rate = response_rate(contacts, now);
  EXPECT_EQ(rate.asked, 4U);
  EXPECT_EQ(rate.answered, 2U);
  EXPECT_DOUBLE_EQ(*rate.share(), 0.5);
  EXPECT_FALSE(response_rate({contacts[0], contacts[3]}, now).share()) << "two say nothing";
}

}  // namespace
}  // namespace tributary::ecosystem
