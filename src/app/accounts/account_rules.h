// app/accounts/account_rules.h
//
// What accounts have to be like, and how often something may be tried.
#pragma once

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "store/accounts/attempts.h"

namespace tributary::app {

inline constexpr std::chrono::hours kSessionLength{30 * 24};
inline constexpr std::chrono::hours kConfirmationLength{24};
inline constexpr std::chrono::hours kResetLength{1};
inline constexpr std::chrono::hours kSignInLinkLength{24};
inline constexpr std::uint64_t kLongestTokenDays = 366;

/// Guesses at one account, from everywhere, and guesses from one network address, at all accounts.
/// A school may share one address.
inline constexpr store::AttemptLimit kPerAccount{.most = 5, .within = std::chrono::minutes(15)};
inline constexpr store::AttemptLimit kPerAddress{.most = 40, .within = std::chrono::minutes(15)};
/// Mails to one address.
inline constexpr store::AttemptLimit kPerMail{.most = 3, .within = std::chrono::minutes(15)};

/// In lower case and without blanks around. Errors: `invalid_argument` for "mail".
Result<std::string> normalised_mail(std::string_view mail);

/// Errors: `invalid_argument` for `field`.
Result<> check_password(std::string_view password, const std::string& field);
Result<> check_person_name(std::string_view name);
Result<> check_mail_language(const std::string& language);

/// The subject that attempts are counted for: no address stands in the database.
std::string attempt_subject(std::string_view kind, std::string_view of);

inline std::string subject_of(ecosystem::PersonId account) {
  return fmt::format("account/{}", account.value);
}

}  // namespace tributary::app
