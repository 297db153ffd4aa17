// app/partnership/relay_rules.h
//
// What the relay asks before it takes a message. Every limit is counted in the transaction that
// writes, so that many at once gain nothing.
//
// Thread rule: as the connection.
#pragma once

#include <optional>

#include "app/partnership/relay_desk.h"
#include "store/partnership/relay.h"

namespace tributary::app {

/// Subject and first text: plain, and without an address; who answers does it here.
Result<> check_first_message(const FirstMessage& first);
Result<> check_answer(const std::string& text);

/// Whether the person may write to this organisation for the first time, or once more.
Result<> check_may_begin(sql::Connection& connection, const ecosystem::Actor& actor,
                         store::OrganisationId organisation, Timestamp now);
/// Whether the person may write once more today, in a conversation that they are part of.
Result<> check_may_write(sql::Connection& connection, const store::RelayThread& thread,
                         ThreadSide side, ecosystem::PersonId person, Timestamp now);

/// From which side the person sees it; nothing: not at all.
std::optional<ThreadSide> side_of(const ecosystem::Actor& actor, const store::RelayThread& thread);

}  // namespace tributary::app
