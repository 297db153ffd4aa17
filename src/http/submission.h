// http/submission.h
//
// What every route that changes something begins with: who writes, and what.
//
//   auto [actor, body] = TRY(submission(identity, request));
//   const auto seen = TRY(seen_revision(body));
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "ecosystem/rights/actor.h"
#include "http/identity.h"
#include "http/json_body.h"
#include "store/revision.h"

namespace tributary::http {

/// The greatest whole number that readers of JSON keep exactly.
inline constexpr std::uint64_t kGreatestExactNumber = 1ULL << 53;

struct Submission {
  ecosystem::Actor actor;
  JsonBody body;
};

/// Problems: 400 for query parameters, 401 for visitors, 403 for a write by cookie that this
/// server's pages did not send, those of JsonBody::read().
inline Outcome<Submission> submission(const Identity& identity, const Request& request) {
  TRY(Parameters(request).refuse_others());
  auto caller = TRY(identity.signed_in(request));
  auto body = TRY(JsonBody::read(request));
  return Submission{std::move(caller.actor), std::move(body)};
}

/// The field `revision`, which has to be there: that of the thing as it was read.
inline Outcome<store::Revision> seen_revision(JsonBody& body) {
  const auto seen =
      TRY(body.optional_number("revision", {.lowest = 1, .highest = kGreatestExactNumber}));
  if (!seen) return body.refusal("revision", "missing: it is the one that was read");
  return store::Revision{static_cast<std::int64_t>(*seen)};
}

/// A day; nothing where it is absent or empty.
inline Outcome<std::optional<Date>> day_field(JsonBody& body, std::string_view name) {
  const auto text = TRY(body.optional_text(name));
  if (!text || text->empty()) return std::nullopt;
  const auto day = Date::from_iso(*text);
  if (!day) return body.refusal(name, "a day like 2026-11-29");
  return day;
}

}  // namespace tributary::http
