// ecosystem/partnership/claim.h
//
// Somebody says that they speak for an organisation: by a link that is sent to a mail address of
// the organisation's own domain, or because an administrator believes it, with reasons. A claim
// that is granted gives the role of representative for this one organisation.
#pragma once

#include <string>
#include <string_view>

#include "base/strong_id.h"
#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {

using ClaimId = StrongId<struct ClaimTag>;

enum class ClaimMethod : std::uint8_t { mail, administrator };

enum class ClaimState : std::uint8_t {
  link_sent,
  waiting,  ///< for an administrator
  granted,
  refused,
  revoked,
  withdrawn,  ///< by the person
};

enum class ClaimAct : std::uint8_t { confirm, grant, refuse, revoke, withdraw };

enum class ClaimNeed : std::uint8_t { used_link, reasons };

std::string_view name_of(ClaimMethod method);
std::string_view name_of(ClaimState state);
std::string_view name_of(ClaimAct act);
std::string_view name_of(ClaimNeed need);

struct ClaimMachine {
  using State = ClaimState;
  using Act = ClaimAct;
  using Need = ClaimNeed;
  static constexpr std::string_view kName = "claim of an organisation";
  static std::span<const Move<State, Act, Need>> moves();
};

/// The host of a web address, in lower case and without "www."; empty where it is not a name of
/// letters, digits, "-" and ".".
std::string host_of(std::string_view web_address);

/// What stands behind "@".
std::string_view domain_of(std::string_view mail);

/// Everybody gets a mail address there.
bool is_public_mail_domain(std::string_view domain);

}  // namespace tributary::ecosystem
