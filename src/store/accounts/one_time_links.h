// store/accounts/one_time_links.h
//
// Links that work once and not for long. Writing REQUIRES an open transaction.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"
#include "store/accounts/secret_hash.h"

namespace tributary::store {

enum class LinkPurpose : std::uint8_t {
  sign_up,
  verify,  ///< another mail address of an account
  reset,
  sign_in,
};

std::string_view name_of(LinkPurpose purpose);

struct OneTimeLink {
  ecosystem::PersonId account;
  LinkPurpose purpose = LinkPurpose::verify;
  std::string mail;  ///< the address that its use proves; empty: none
  Timestamp expires_at;
};

/// Takes the place of the account's other links for this purpose. Links that ended a day or more
/// before `now` are forgotten on the way.
Result<> insert_link(sql::Connection& connection, const SecretHash& secret, const OneTimeLink& link,
                     Timestamp now);

/// Marks the link as used and tells whose it is. Errors: `unmet` saying whether it is unknown, used
/// or too old.
Result<OneTimeLink> use_link(sql::Connection& connection, const SecretHash& secret,
                             LinkPurpose purpose, Timestamp now);

}  // namespace tributary::store
