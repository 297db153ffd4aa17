#include "app/oidc/id_token.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>

#include <functional>

#include "app/oidc/testing/test_key.h"

namespace tributary::app {
namespace {

using testing::HasSubstr;
using Claims = boost::json::object;

const std::string kIssuerOfTokens = "https://login.example.org";
constexpr Timestamp kTokenMoment{std::chrono::sys_days{std::chrono::year{2026} / 11 / 29}};
constexpr std::int64_t kTokenSeconds = 1'795'910'400;

const TestKey& ministry_key() {
  static const auto key = TestKey::rsa("ministry-1");
  return key;
}

KeySet published(std::initializer_list<const TestKey*> keys) {
  boost::json::array list;
  for (const auto* const key : keys) list.push_back(key->published());
  return KeySet::parse(boost::json::serialize(Claims{{"keys", std::move(list)}})).value();
}

Claims good_claims() {
  return {{"iss", kIssuerOfTokens},
          {"aud", "tributary"},
          {"sub", "4711"},
          {"nonce", "n-1"},
          {"iat", kTokenSeconds - 5},
          {"exp", kTokenSeconds + 300},
          {"email", "Maria@Example.org"},
          {"email_verified", true},
          {"name", "Maria"}};
}

Result<ProviderPerson> judged(const std::string& token, const KeySet& keys) {
  return verified_person(
      token, keys,
      {.issuer = kIssuerOfTokens, .client_id = "tributary", .nonce = "n-1", .now = kTokenMoment});
}

Result<ProviderPerson> judged_with(const std::function<void(Claims&)>& change) {
  auto claims = good_claims();
  change(claims);
  return judged(ministry_key().sign(claims), published({&ministry_key()}));
}

std::string refusal_with(const std::function<void(Claims&)>& change) {
  const auto person = judged_with(change);
  return person ? "believed" : person.error().message;
}

std::string base64url(std::string_view bytes) {
  std::string text(
      sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();
  return text;
}

TEST(IdToken, TellsWhoSignedIn) {
  static_assert(kTokenMoment.time_since_epoch() == std::chrono::seconds(kTokenSeconds));
  const auto person = judged_with([](Claims&) {});
  ASSERT_TRUE(person) << person.error().text();
  EXPECT_EQ(person->subject, "4711");
  EXPECT_EQ(person->mail, "Maria@Example.org");
  EXPECT_TRUE(person->is_mail_proven);
  EXPECT_EQ(person->name, "Maria");
}

TEST(IdToken, MayBeSignedByACurve) {
  const auto key = TestKey::curve("curve-1");
  EXPECT_TRUE(judged(key.sign(good_claims()), published({&ministry_key(), &key})));
}

TEST(IdToken, OfAnotherIssuerIsRefused) {
  for (const auto* const issuer : {"https://evil.example", "https://login.example.org/", ""}) {
    EXPECT_EQ(refusal_with([&](Claims& claims) { claims["iss"] = issuer; }),
              "it is of another issuer");
  }
  EXPECT_EQ(refusal_with([](Claims& claims) { claims.erase("iss"); }), "it is of another issuer");
}

TEST(IdToken, ForAnotherClientIsRefused) {
  const std::string refusal = "it is for another client";
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["aud"] = "other"; }), refusal);
  EXPECT_EQ(refusal_with([](Claims& claims) { claims.erase("aud"); }), refusal);
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["aud"] = boost::json::array{"other"}; }),
            refusal);
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["azp"] = "other"; }), refusal);
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["azp"] = 7; }), refusal);
  EXPECT_TRUE(judged_with([](Claims& claims) { claims["azp"] = "tributary"; }));
}

TEST(IdToken, ForSeveralClientsHasToBeMadeForThisOne) {
  const boost::json::array both{"other", "tributary"};
  EXPECT_EQ(refusal_with([&](Claims& claims) { claims["aud"] = both; }),
            "it is for another client");
  EXPECT_TRUE(judged_with([&](Claims& claims) {
    claims["aud"] = both;
    claims["azp"] = "tributary";
  }));
  EXPECT_TRUE(judged_with([](Claims& claims) { claims["aud"] = boost::json::array{"tributary"}; }));
}

TEST(IdToken, HoldsUntilItExpiresByClocksThatAreApart) {
  EXPECT_TRUE(judged_with([](Claims& claims) { claims["exp"] = kTokenSeconds - 119; }));
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["exp"] = kTokenSeconds - 120; }),
            "it has expired");
  EXPECT_EQ(refusal_with([](Claims& claims) { claims.erase("exp"); }), "it has expired");
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["exp"] = "tomorrow"; }), "it has expired");
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["exp"] = 1e300; }), "it has expired");
}

TEST(IdToken, IsOfThisMoment) {
  EXPECT_TRUE(judged_with([](Claims& claims) { claims["iat"] = kTokenSeconds + 119; }));
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["iat"] = kTokenSeconds + 121; }),
            "it is of a later moment");
  EXPECT_EQ(refusal_with([](Claims& claims) { claims.erase("iat"); }), "it is of a later moment");
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["iat"] = kTokenSeconds - 13 * 60; }),
            "it is too old");
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["nbf"] = kTokenSeconds + 121; }),
            "it does not hold yet");
}

TEST(IdToken, AnswersTheRequestThatWasSent) {
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["nonce"] = "n-2"; }),
            "it answers another request");
  EXPECT_EQ(refusal_with([](Claims& claims) { claims.erase("nonce"); }),
            "it answers another request");
}

TEST(IdToken, NamesSomebody) {
  EXPECT_EQ(refusal_with([](Claims& claims) { claims.erase("sub"); }), "it names nobody");
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["sub"] = 4711; }), "it names nobody");
  EXPECT_EQ(refusal_with([](Claims& claims) { claims["sub"] = std::string(256, '1'); }),
            "it names nobody");
}

TEST(IdToken, AMailAddressIsProvenWhereTheProviderSaysSo) {
  EXPECT_FALSE(judged_with([](Claims& claims) { claims.erase("email_verified"); })->is_mail_proven);
  for (const boost::json::value& no : {boost::json::value(false), boost::json::value("false"),
                                       boost::json::value(1), boost::json::value(nullptr)}) {
    EXPECT_FALSE(
        judged_with([&](Claims& claims) { claims["email_verified"] = no; })->is_mail_proven)
        << no;
  }
  EXPECT_TRUE(
      judged_with([](Claims& claims) { claims["email_verified"] = "true"; })->is_mail_proven);
}

TEST(IdToken, SignedByAnotherKeyOfTheSameNameIsRefused) {
  const auto impostor = TestKey::rsa("ministry-1");
  const auto refused = judged(impostor.sign(good_claims()), published({&ministry_key()}));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "the signature is wrong");
  EXPECT_EQ(refused.error().code, ErrorCode::corrupt);
}

TEST(IdToken, OfAKeyThatIsNotKnownMayBeHelpedByNewerKeys) {
  const auto newer = TestKey::rsa("ministry-2");
  const auto refused = judged(newer.sign(good_claims()), published({&ministry_key()}));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::not_found);
}

TEST(IdToken, WithoutTheNameOfAKeyIsTriedWithAll) {
  const auto nameless = TestKey::rsa("");
  EXPECT_TRUE(judged(nameless.sign(good_claims()), published({&ministry_key(), &nameless})));
  EXPECT_FALSE(judged(nameless.sign(good_claims()), published({&ministry_key()})));
}

TEST(IdToken, ThatWasChangedOnTheWayIsRefused) {
  const auto token = ministry_key().sign(good_claims());
  auto claims = good_claims();
  claims["sub"] = "4712";
  const auto begin = token.find('.') + 1, end = token.rfind('.');
  const auto changed =
      token.substr(0, begin) + base64url(boost::json::serialize(claims)) + token.substr(end);
  EXPECT_FALSE(judged(changed, published({&ministry_key()})));
}

TEST(IdToken, WithoutASignatureIsRefused) {
  const auto payload = base64url(boost::json::serialize(good_claims()));
  for (const auto* const algorithm : {"none", "None", "NONE", ""}) {
    const auto head = base64url(boost::json::serialize(Claims{{"alg", algorithm}}));
    for (const auto* const signature : {"", "AAAA"}) {
      const auto refused =
          judged(head + "." + payload + "." + signature, published({&ministry_key()}));
      ASSERT_FALSE(refused);
      EXPECT_EQ(refused.error().message, "the token is not signed by RS256 or ES256");
    }
  }
}

TEST(IdToken, SignedWithThePublicKeyAsASharedSecretIsRefused) {
  const auto public_text = boost::json::serialize(ministry_key().published());
  const auto shared = TestKey::shared("ministry-1", public_text);
  const auto refused = judged(shared.sign(good_claims()), published({&ministry_key()}));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "the token is not signed by RS256 or ES256");
  EXPECT_TRUE(published({&shared}).keys.empty()) << "a shared key is none to publish";
}

TEST(IdToken, TheHeadCannotMakeOneKindOfKeyAnother) {
  const auto curve = TestKey::curve("ministry-1");
  EXPECT_FALSE(judged(curve.sign(good_claims()), published({&ministry_key()})));
  const auto longer =
      ministry_key().sign_with_head(good_claims(), {{"alg", "RS384"}, {"kid", "ministry-1"}});
  EXPECT_FALSE(judged(longer, published({&ministry_key()})));
}

TEST(IdToken, ThatDemandsWhatIsNotUnderstoodIsRefused) {
  const auto token = ministry_key().sign_with_head(
      good_claims(), {{"alg", "RS256"}, {"kid", "ministry-1"}, {"crit", "exp"}});
  const auto refused = judged(token, published({&ministry_key()}));
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("not understood"));
}

TEST(IdToken, ThatIsNoneIsRefused) {
  for (const auto& text :
       {std::string(), std::string("."), std::string("..."), std::string("e30.e30"),
        std::string("e30.e30.e30"), std::string("\xff\xfe.x.y"), std::string(100'000, 'a')}) {
    EXPECT_FALSE(judged(text, published({&ministry_key()}))) << text.substr(0, 20);
  }
}

TEST(KeySet, LeavesOutWhatCannotHaveSigned) {
  const auto short_key = TestKey::rsa("short", 1024);
  const auto other_curve = TestKey::curve("p-384", CJOSE_JWK_EC_P_384);
  EXPECT_TRUE(published({&short_key, &other_curve}).keys.empty());
  auto for_encryption = ministry_key().published();
  for_encryption["use"] = "enc";
  auto of_other_kind = ministry_key().published();
  of_other_kind["alg"] = "PS256";
  const Claims set{{"keys", boost::json::array{for_encryption, of_other_kind, "text", 7}}};
  EXPECT_TRUE(KeySet::parse(boost::json::serialize(set)).value().keys.empty());
}

TEST(KeySet, ThatIsNoneIsRefused) {
  for (const auto* const text : {"", "[]", "{}", R"({"keys":{}})", "<html>"}) {
    EXPECT_FALSE(KeySet::parse(text)) << text;
  }
}

}  // namespace
}  // namespace tributary::app
