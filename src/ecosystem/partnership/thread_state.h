// ecosystem/partnership/thread_state.h
//
// What is written between a person and an organisation: the first message asks, and nothing more is
// written until the organisation wants to talk.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/strong_id.h"
#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {

using ThreadId = StrongId<struct ThreadTag>;

enum class ThreadState : std::uint8_t {
  asked,
  open,
  declined,
  closed,
  reported,  ///< nobody writes; a moderator reads it
  upheld,    ///< the report was right
};

enum class ThreadAct : std::uint8_t { accept, decline, close, report, dismiss, uphold };

enum class ThreadNeed : std::uint8_t { reasons };

std::string_view name_of(ThreadState state);
std::string_view name_of(ThreadAct act);
std::string_view name_of(ThreadNeed need);

/// Roles as seen from the thread: `member` is who began it, `organisation_representative` speaks
/// for the organisation that was asked, `data_curator` moderates.
struct ThreadMachine {
  using State = ThreadState;
  using Act = ThreadAct;
  using Need = ThreadNeed;
  static constexpr std::string_view kName = "conversation";
  static std::span<const Move<State, Act, Need>> moves();
};

// Limits of the relay. Of a person, in a day: first messages, and messages in all; of an
// organisation, in a day: first messages that reach it.
inline constexpr std::int64_t kMostContactsOfPerson = 5;
inline constexpr std::int64_t kMostMessagesOfPerson = 40;
inline constexpr std::int64_t kMostContactsOfOrganisation = 20;
inline constexpr std::chrono::days kLimitDay{1};

/// Who was declined asks the same organisation again after these days; who was reported with reason
/// writes to nobody for them.
inline constexpr std::chrono::days kDeclinedRest{90};
inline constexpr std::chrono::days kReportedRest{180};

/// Texts of what is over go after these days; that there was a conversation stays.
inline constexpr std::chrono::days kMessagesStay{365};

inline constexpr std::chrono::days kAnswerWithin{14};
inline constexpr std::size_t kFewestForRate = 3;

/// A first message that reached an organisation.
struct FirstContact {
  Timestamp asked;
  std::optional<Timestamp> answered;  ///< taken up, declined: any answer
};

/// How an organisation answers: of the first messages whose fourteen days are over, or that were
/// answered before, those that were answered within them.
struct ResponseRate {
  std::size_t asked = 0, answered = 0;

  /// Nothing where they are too few to say something.
  [[nodiscard]] std::optional<double> share() const {
    if (asked < kFewestForRate) return std::nullopt;
    return static_cast<double>(answered) / static_cast<double>(asked);
  }
};

ResponseRate response_rate(const std::vector<FirstContact>& contacts, Timestamp now);

}  // namespace tributary::ecosystem
