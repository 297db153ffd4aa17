#include "app/oidc/provider_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/oidc/testing/fake_provider.h"
#include "sql/testing/test_database.h"
#include "store/audit/audit_trail.h"

namespace tributary::app {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kPasswordOfMaria = "a river has many tributaries";

/// Nobody is sent a mail here.
class NoCarrier final : public MailCarrier {
 public:
  Result<> carry(const Mail&) override { return {}; }
};

class ProviderDeskTest : public sql::DatabaseTest {
 protected:
  store::ConnectionPool connections_{database_.location()};
  FixedClock clock_{Date(20'000)};
  MailQueue queue_{std::make_unique<NoCarrier>()};
  AccountDesk accounts_{connections_, clock_, queue_, "https://tributary.example.org"};
  FakeProvider fake_{clock_};
  IdentityProvider provider_{{.issuer = FakeProvider::kIssuer,
                              .client_id = "tributary",
                              .client_secret = "secret",
                              .name = "Ministry"},
                             "https://tributary.example.org",
                             fake_,
                             clock_};
  ProviderDesk desk_{connections_, clock_, accounts_, provider_};

  /// Who signs in at the provider from now on.
  void at_provider(const std::string& subject, const std::string& mail, bool is_proven = true) {
    fake_.claims = {{"sub", subject},
                    {"email", mail},
                    {"email_verified", is_proven},
                    {"name", "Maria of the ministry"}};
  }

  ProviderReturn back_from(const ProviderDeparture& departure, const std::string& session = {}) {
    const auto secrets = SignInSecrets::from(departure.browser_secret);
    fake_.nonce = secrets.nonce;
    return {.browser_secret = departure.browser_secret,
            .state = secrets.state,
            .code = "code-1",
            .error = {},
            .issuer = {},
            .session_secret = session};
  }

  ProviderDeparture departed(const SendToSignIn& wanted = {}) {
    return desk_.send_to_sign_in(wanted, "192.0.2.7").value();
  }

  ProviderArrival signed_in(const SendToSignIn& wanted = {}) {
    return desk_.arrive(back_from(departed(wanted))).value();
  }

  Caller caller(const std::string& session_secret) {
    return accounts_.caller_of_session(session_secret).value().value();
  }

  /// The session of an account of here, whose mail address is proven and which has a password.
  std::string local_session(const std::string& mail) {
    const auto person = accounts_.create(mail, "Maria", "el").value();
    const auto link = accounts_.sign_in_link(person).value();
    auto secret = accounts_.sign_in_by_link(link.substr(link.find('#') + 1)).value().secret;
    EXPECT_TRUE(accounts_.change_password(caller(secret), "", kPasswordOfMaria));
    return secret;
  }

  ProviderArrival connected(const std::string& session) {
    const auto departure = desk_.send_to_connect(caller(session), kPasswordOfMaria).value();
    return desk_.arrive(back_from(departure, session)).value();
  }

  std::vector<std::string> actions() {
    auto lease = connections_.lend().value();
    std::vector<std::string> names;
    const auto entries = store::audit_entries(*lease, "", 0, 100).value();
    for (const auto& stored : entries) names.push_back(stored.entry.action + stored.entry.detail);
    return names;
  }
};

TEST_P(ProviderDeskTest, SomebodyNewGetsAnAccountAndComesBackToIt) {
  at_provider("4711", "Maria@Example.org");
  const auto first = signed_in({.next = "/tasks", .language = "de"});
  ASSERT_FALSE(first.refusal) << name_of(*first.refusal);
  EXPECT_EQ(first.next, "/tasks");
  const auto account = accounts_.view(caller(first.session->secret)).value().account;
  EXPECT_EQ(account.mail, "maria@example.org");
  EXPECT_EQ(account.name, "Maria of the ministry");
  EXPECT_EQ(account.language, "de");
  EXPECT_TRUE(account.verified_at);

  at_provider("4711", "married@example.org", false);
  const auto again = signed_in();
  ASSERT_TRUE(again.session);
  EXPECT_EQ(caller(again.session->secret).actor.person, account.id)
      << "found by issuer and subject";
  EXPECT_THAT(actions(), Contains(R"(account.confirm{"by":"provider"})"));
  EXPECT_THAT(actions(), Contains(R"(account.sign_in{"by":"provider"})"));
}

TEST_P(ProviderDeskTest, SomebodyNewIsAMemberAndNoMore) {
  at_provider("4711", "maria@example.org");
  EXPECT_THAT(accounts_.view(caller(signed_in().session->secret)).value().grants, IsEmpty());
}

TEST_P(ProviderDeskTest, AMailAddressThatIsNotProvenMakesNoAccount) {
  at_provider("4711", "maria@example.org", false);
  EXPECT_EQ(signed_in().refusal, ProviderRefusal::mail_not_proven);
  at_provider("4711", "", true);
  EXPECT_EQ(signed_in().refusal, ProviderRefusal::mail_not_proven);
  EXPECT_THAT(accounts_.all_accounts().value(), IsEmpty());
}

TEST_P(ProviderDeskTest, AnAccountIsNeverTakenByItsMailAddress) {
  local_session("maria@example.org");
  at_provider("4711", "maria@example.org");
  const auto arrival = signed_in();
  EXPECT_EQ(arrival.refusal, ProviderRefusal::mail_taken);
  EXPECT_FALSE(arrival.session);
  EXPECT_EQ(arrival.next, "/sign-in");
}

TEST_P(ProviderDeskTest, AnAccountMadeReadyWithRolesIsNotTakenEither) {
  const auto person = accounts_.create("chair@example.org", "Chair", "en").value();
  ASSERT_TRUE(accounts_.grant(installation(), person, {ecosystem::Role::framework_steward, {}}));
  at_provider("4711", "chair@example.org");
  EXPECT_EQ(signed_in().refusal, ProviderRefusal::mail_taken);
}

TEST_P(ProviderDeskTest, ASignUpThatNobodyConfirmedHoldsNobodyUp) {
  ASSERT_TRUE(accounts_.sign_up({.mail = "maria@example.org"}, "192.0.2.9"));
  at_provider("4711", "maria@example.org");
  const auto arrival = signed_in();
  ASSERT_TRUE(arrival.session);
  EXPECT_EQ(accounts_.view(caller(arrival.session->secret)).value().account.name,
            "Maria of the ministry");
  EXPECT_EQ(accounts_.all_accounts().value().size(), 1U);
}

TEST_P(ProviderDeskTest, WhoIsSignedInConnectsTheAccountAndComesInThroughTheProvider) {
  const auto session = local_session("maria@example.org");
  at_provider("4711", "other@example.org", false);
  const auto arrival = connected(session);
  ASSERT_FALSE(arrival.refusal) << name_of(*arrival.refusal);
  EXPECT_EQ(arrival.next, "/account");
  EXPECT_FALSE(arrival.session) << "the one that there is goes on";
  EXPECT_TRUE(desk_.is_connected(caller(session)).value());
  const auto again = signed_in();
  ASSERT_TRUE(again.session);
  EXPECT_EQ(caller(again.session->secret).actor.person, caller(session).actor.person);
  EXPECT_THAT(actions(), Contains("account.connect_provider{}"));
}

TEST_P(ProviderDeskTest, ConnectingNeedsThePassword) {
  const auto session = local_session("maria@example.org");
  const auto refused = desk_.send_to_connect(caller(session), "wrong wrong wrong");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::not_permitted);
  EXPECT_EQ(refused.error().context, "password");
}

TEST_P(ProviderDeskTest, ConnectingEndsInTheSessionThatItBeganIn) {
  const auto maria = local_session("maria@example.org"), other = local_session("o@example.org");
  at_provider("4711", "maria@example.org");
  for (const auto& session : {std::string(), other}) {
    const auto departure = desk_.send_to_connect(caller(maria), kPasswordOfMaria).value();
    const auto arrival = desk_.arrive(back_from(departure, session)).value();
    EXPECT_EQ(arrival.refusal, ProviderRefusal::not_signed_in);
    EXPECT_EQ(arrival.next, "/account");
  }
  EXPECT_FALSE(desk_.is_connected(caller(maria)).value());
  EXPECT_FALSE(desk_.is_connected(caller(other)).value());
}

TEST_P(ProviderDeskTest, AnIdentityIsOfOneAccountAndAnAccountHasOneIdentity) {
  const auto maria = local_session("maria@example.org"), other = local_session("o@example.org");
  at_provider("4711", "maria@example.org");
  ASSERT_FALSE(connected(maria).refusal);
  EXPECT_EQ(connected(other).refusal, ProviderRefusal::connected_before);
  const auto twice = desk_.send_to_connect(caller(maria), kPasswordOfMaria);
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().code, ErrorCode::conflict);
}

TEST_P(ProviderDeskTest, WhoPartsSignsInHereAgain) {
  const auto session = local_session("maria@example.org");
  EXPECT_EQ(desk_.part(caller(session)).error().code, ErrorCode::not_found);
  at_provider("4711", "maria@example.org");
  ASSERT_FALSE(connected(session).refusal);
  ASSERT_TRUE(desk_.part(caller(session)));
  EXPECT_EQ(signed_in().refusal, ProviderRefusal::mail_taken);
  EXPECT_THAT(actions(), Contains("account.part_from_provider{}"));
}

TEST_P(ProviderDeskTest, AnAnswerIsTakenOnce) {
  at_provider("4711", "maria@example.org");
  const auto departure = departed();
  ASSERT_TRUE(desk_.arrive(back_from(departure)).value().session);
  const auto replayed = desk_.arrive(back_from(departure)).value();
  EXPECT_EQ(replayed.refusal, ProviderRefusal::stale);
  EXPECT_EQ(fake_.times_asked("/token"), 1);
}

TEST_P(ProviderDeskTest, AnAnswerIsOfTheBrowserThatWasSent) {
  at_provider("4711", "maria@example.org");
  const auto departure = departed(), of_another = departed();
  auto back = back_from(departure);
  back.browser_secret = of_another.browser_secret;
  EXPECT_EQ(desk_.arrive(back).value().refusal, ProviderRefusal::stale);
  back.browser_secret = "";
  EXPECT_EQ(desk_.arrive(back).value().refusal, ProviderRefusal::stale);
  auto made_up = back_from({.browser_secret = "made up", .address = {}, .refusal = {}});
  EXPECT_EQ(desk_.arrive(made_up).value().refusal, ProviderRefusal::stale);
  EXPECT_EQ(fake_.times_asked("/token"), 0);
  EXPECT_TRUE(desk_.arrive(back_from(departure)).value().session) << "its own still holds";
}

TEST_P(ProviderDeskTest, AnAnswerThatTookTooLongIsStale) {
  at_provider("4711", "maria@example.org");
  const auto departure = departed();
  clock_ = FixedClock(clock_.now() + kAwayLength);
  EXPECT_EQ(desk_.arrive(back_from(departure)).value().refusal, ProviderRefusal::stale);
}

TEST_P(ProviderDeskTest, WhatTheProviderRefusesIsTold) {
  auto back = back_from(departed());
  back.code = "";
  back.error = "access_denied";
  EXPECT_EQ(desk_.arrive(back).value().refusal, ProviderRefusal::refused);
  back = back_from(departed());
  back.error = "server_error";
  EXPECT_EQ(desk_.arrive(back).value().refusal, ProviderRefusal::wrong_answer);
  back = back_from(departed());
  back.issuer = "https://evil.example";
  EXPECT_EQ(desk_.arrive(back).value().refusal, ProviderRefusal::wrong_answer);
}

TEST_P(ProviderDeskTest, TheLogKeepsItsLinesWhateverComesBack) {
  auto back = back_from(departed());
  back.error = "no\n2026-11-29 error: all is lost";
  testing::internal::CaptureStderr();
  ASSERT_TRUE(desk_.arrive(back));
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("no?2026-11-29 error"));
}

TEST_P(ProviderDeskTest, AProviderThatIsDownIsToldAndNothingStays) {
  fake_.is_down = true;
  const auto departure = departed();
  EXPECT_EQ(departure.refusal, ProviderRefusal::unreachable);
  EXPECT_EQ(departure.address, "");
  fake_.is_down = false;
  const auto later = departed();
  fake_.is_down = true;
  EXPECT_EQ(desk_.arrive(back_from(later)).value().refusal, ProviderRefusal::unreachable);
  EXPECT_THAT(accounts_.all_accounts().value(), IsEmpty());
}

TEST_P(ProviderDeskTest, ErasureForgetsTheIdentity) {
  at_provider("4711", "maria@example.org");
  const auto session = signed_in().session->secret;
  const auto kept = accounts_.personal_data(caller(session)).value().provider_identities;
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].issuer, FakeProvider::kIssuer);
  EXPECT_EQ(kept[0].subject, "4711");
  const auto person = caller(session).actor.person;
  ASSERT_TRUE(accounts_.erase(caller(session), ""));
  const auto anew = signed_in();
  ASSERT_TRUE(anew.session);
  EXPECT_NE(caller(anew.session->secret).actor.person, person);
}

TEST_P(ProviderDeskTest, OneAddressIsSentSoOftenAndNoMore) {
  for (std::int64_t time = 0; time < kDeparturesPerAddress.most; ++time) departed();
  const auto more = desk_.send_to_sign_in({}, "192.0.2.7");
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().code, ErrorCode::throttled);
  EXPECT_TRUE(desk_.send_to_sign_in({}, "192.0.2.8"));
}

TEST(Next, IsAPathOfAPageOfThisServer) {
  for (const auto* const good : {"/", "/tasks", "/framework/0.2.0?x=//y#a", "/search?q=%2F%2F"}) {
    EXPECT_TRUE(check_next(good)) << good;
  }
  for (const auto* const bad :
       {"", "tasks", "//evil.example", "/\\evil.example", "https://evil.example", "/a\\b", "/a b",
        "/\t/evil.example", "/\n/evil.example", "/é", "/api/v1/account/export"}) {
    const auto refused = check_next(bad);
    ASSERT_FALSE(refused) << bad;
    EXPECT_EQ(refused.error().context, "next");
  }
  EXPECT_FALSE(check_next("/" + std::string(1000, 'a')));
}

TRIBUTARY_ON_BOTH_ENGINES(ProviderDeskTest);

}  // namespace
}  // namespace tributary::app
