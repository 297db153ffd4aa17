#include "app/oidc/identity_provider.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/accounts/secrets.h"
#include "app/oidc/testing/fake_provider.h"

namespace tributary::app {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class IdentityProviderTest : public testing::Test {
 protected:
  IdentityProviderTest() {
    fake_.claims = {{"sub", "4711"}, {"email", "maria@example.org"}, {"email_verified", true}};
    fake_.nonce = secrets_.nonce;
  }

  FixedClock clock_{Date(20'000)};
  FakeProvider fake_{clock_};
  ProviderSettings settings_{.issuer = FakeProvider::kIssuer,
                             .client_id = "tributary",
                             .client_secret = "a b:c%",
                             .name = "Ministry"};
  IdentityProvider provider_{settings_, "https://tributary.example.org", fake_, clock_};
  SignInSecrets secrets_ = SignInSecrets::from("browser secret");

  std::string refusal() {
    const auto person = provider_.person_of("code-1", secrets_);
    return person ? "believed" : person.error().text();
  }
};

TEST_F(IdentityProviderTest, SendsPeopleThereWithWhatBindsTheAnswer) {
  const auto address = provider_.address_for(secrets_);
  ASSERT_TRUE(address) << address.error().text();
  EXPECT_THAT(*address, StartsWith("https://login.example.org/authorize?response_type=code&"));
  for (const auto& part :
       {std::string("client_id=tributary"), std::string("scope=openid%20email%20profile"),
        std::string("redirect_uri=https%3A%2F%2Ftributary.example.org%2Fapi%2Fv1%2Faccount%2F"
                    "provider%2Freturn"),
        "state=" + secrets_.state, "nonce=" + secrets_.nonce,
        "code_challenge=" + url_safe_hash(secrets_.verifier),
        std::string("code_challenge_method=S256")}) {
    EXPECT_THAT(*address, HasSubstr(part));
  }
  EXPECT_THAT(*address, testing::Not(HasSubstr(secrets_.verifier)));
}

TEST_F(IdentityProviderTest, KeepsParametersThatThePageOfTheProviderHas) {
  fake_.configuration["authorization_endpoint"] = "https://login.example.org/authorize?realm=vet";
  EXPECT_THAT(provider_.address_for(secrets_).value(),
              StartsWith("https://login.example.org/authorize?realm=vet&response_type=code"));
}

TEST_F(IdentityProviderTest, HandsInTheCodeWithVerifierAndSecret) {
  const auto person = provider_.person_of("code-1", secrets_);
  ASSERT_TRUE(person) << person.error().text();
  EXPECT_EQ(person->subject, "4711");
  EXPECT_EQ(person->mail, "maria@example.org");
  const auto& handed_in = fake_.asked.at(1);
  EXPECT_EQ(handed_in.address, "https://login.example.org/token");
  EXPECT_EQ(form_encoded(handed_in.form),
            "grant_type=authorization_code&code=code-1&redirect_uri=https%3A%2F%2Ftributary."
            "example.org%2Fapi%2Fv1%2Faccount%2Fprovider%2Freturn&code_verifier=" +
                secrets_.verifier);
  EXPECT_EQ(handed_in.name, "tributary");
  EXPECT_EQ(handed_in.password, "a%20b%3Ac%25");
}

TEST_F(IdentityProviderTest, PutsTheSecretIntoTheFormWhereTheProviderTakesItNowhereElse) {
  fake_.configuration["token_endpoint_auth_methods_supported"] =
      boost::json::array{"client_secret_post", "none"};
  ASSERT_TRUE(provider_.person_of("code-1", secrets_));
  const auto& handed_in = fake_.asked.at(1);
  EXPECT_THAT(form_encoded(handed_in.form),
              HasSubstr("&client_id=tributary&client_secret=a%20b%3Ac%25"));
  EXPECT_EQ(handed_in.name, "");
}

TEST_F(IdentityProviderTest, AsksTheUserinfoEndpointForWhatTheTokenLeavesOut) {
  fake_.claims = {{"sub", "4711"}};
  fake_.userinfo = {
      {"sub", "4711"}, {"email", "m@example.org"}, {"email_verified", true}, {"name", "Maria"}};
  const auto person = provider_.person_of("code-1", secrets_);
  ASSERT_TRUE(person) << person.error().text();
  EXPECT_EQ(person->mail, "m@example.org");
  EXPECT_TRUE(person->is_mail_proven);
  EXPECT_EQ(person->name, "Maria");
  EXPECT_EQ(fake_.asked.back().bearer, "a-1");
}

TEST_F(IdentityProviderTest, UserinfoOfAnotherPersonIsRefused) {
  fake_.claims = {{"sub", "4711"}};
  fake_.userinfo = {{"sub", "4712"}, {"email", "m@example.org"}, {"email_verified", true}};
  EXPECT_THAT(refusal(), HasSubstr("another person"));
}

TEST_F(IdentityProviderTest, KeysAreKeptAndReadAgainWhereOneIsNew) {
  ASSERT_TRUE(provider_.person_of("code-1", secrets_));
  ASSERT_TRUE(provider_.person_of("code-2", secrets_));
  EXPECT_EQ(fake_.times_asked("/keys"), 1);
  fake_.key = TestKey::rsa("key-2");
  ASSERT_TRUE(provider_.person_of("code-3", secrets_));
  EXPECT_EQ(fake_.times_asked("/keys"), 2);
}

TEST_F(IdentityProviderTest, AKeyThatTheProviderNeverPublishedIsRefused) {
  ASSERT_TRUE(provider_.person_of("code-1", secrets_));
  fake_.claims["iss"] = "https://evil.example";
  EXPECT_THAT(refusal(), HasSubstr("another issuer"));
  EXPECT_EQ(fake_.times_asked("/keys"), 1) << "no newer key would help";
}

TEST_F(IdentityProviderTest, WhatItSaysOfItselfIsKeptForAnHour) {
  ASSERT_TRUE(provider_.address_for(secrets_));
  ASSERT_TRUE(provider_.address_for(secrets_));
  EXPECT_EQ(fake_.times_asked("openid-configuration"), 1);
  clock_ = FixedClock(clock_.now() + std::chrono::hours(1));
  ASSERT_TRUE(provider_.address_for(secrets_));
  EXPECT_EQ(fake_.times_asked("openid-configuration"), 2);
}

TEST_F(IdentityProviderTest, OneThatCallsItselfDifferentlyIsRefused) {
  fake_.configuration["issuer"] = "https://other.example.org";
  EXPECT_THAT(refusal(), HasSubstr("calls itself \"https://other.example.org\""));
}

TEST_F(IdentityProviderTest, EndpointsThatAreNotSafeAreRefused) {
  for (const auto* const name : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
    for (const auto* const address : {"", "http://login.example.org/x", "http://127.0.0.1/x",
                                      "javascript:alert(1)", "file:///etc/passwd"}) {
      FakeProvider fake(clock_);
      fake.configuration[name] = address;
      IdentityProvider provider(settings_, "https://tributary.example.org", fake, clock_);
      const auto refused = provider.address_for(secrets_);
      ASSERT_FALSE(refused) << name << ' ' << address;
      EXPECT_EQ(refused.error().code, ErrorCode::corrupt);
    }
  }
}

TEST_F(IdentityProviderTest, ThatIsDownIsToldFromOneThatRefuses) {
  fake_.is_down = true;
  EXPECT_EQ(provider_.person_of("code-1", secrets_).error().code, ErrorCode::io);
  fake_.is_down = false;
  fake_.token_status = 503;
  EXPECT_EQ(provider_.person_of("code-1", secrets_).error().code, ErrorCode::io);
  fake_.token_status = 400;
  const auto refused = provider_.person_of("code-1", secrets_);
  EXPECT_EQ(refused.error().code, ErrorCode::corrupt);
  EXPECT_THAT(refused.error().text(), HasSubstr("400 invalid_grant"));
}

TEST(ProviderSettings, NameTheOptionThatWillNotDo) {
  const ProviderSettings good{.issuer = "https://login.example.org/realms/vet",
                              .client_id = "tributary",
                              .client_secret = "secret",
                              .name = "Ministry"};
  EXPECT_TRUE(check_provider_settings(good));
  const auto option_of = [](const ProviderSettings& settings) {
    const auto checked = check_provider_settings(settings);
    return checked ? "" : checked.error().context;
  };
  for (const auto* const issuer :
       {"", "login.example.org", "http://login.example.org", "https://", "https://a@b.example",
        "https://login.example.org/?x=1", "https://login.example.org/#x",
        "http://127.0.0.1.evil.example", "http://localhost.evil.example", "ftp://127.0.0.1"}) {
    auto settings = good;
    settings.issuer = issuer;
    EXPECT_EQ(option_of(settings), "--oidc-issuer") << issuer;
  }
  for (const auto* const issuer :
       {"http://127.0.0.1:9000", "http://localhost:9000/x", "http://[::1]:9000", "http://[::1]"}) {
    auto settings = good;
    settings.issuer = issuer;
    EXPECT_EQ(option_of(settings), "") << issuer;
  }
  auto settings = good;
  settings.client_id = "";
  EXPECT_EQ(option_of(settings), "--oidc-client-id");
  settings = good;
  settings.client_secret = "";
  EXPECT_EQ(option_of(settings), "--oidc-client-secret-file");
  settings = good;
  settings.name = std::string(61, 'x');
  EXPECT_EQ(option_of(settings), "--oidc-name");
}

TEST(SignInSecrets, AreThreeOfOneAndTellNothingOfIt) {
  const auto first = SignInSecrets::from("one"), again = SignInSecrets::from("one"),
             other = SignInSecrets::from("two");
  EXPECT_EQ(first.state, again.state);
  EXPECT_NE(first.state, other.state);
  EXPECT_NE(first.state, first.nonce);
  EXPECT_NE(first.nonce, first.verifier);
  EXPECT_EQ(first.verifier.size(), 43U) << "the shortest that RFC 7636 allows";
}

}  // namespace
}  // namespace tributary::app
