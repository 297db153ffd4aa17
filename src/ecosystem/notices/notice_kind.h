// ecosystem/notices/notice_kind.h
#pragma once

#include <cstdint>
#include <string_view>

namespace tributary::ecosystem {

/// What somebody is told: that something which concerns them has happened, or that they are asked.
enum class NoticeKind : std::uint8_t {
  innovation_decided,   ///< on which the person works, or which they support
  innovation_proposed,  ///< and no panel has it yet
  assessment_asked,     ///< it is before the panel that the person reviews for
  calibration_opened,   ///< at whose gate the person has scored
  gate_ready,           ///< the assessments that its rule asks for are there
  override_proposed,    ///< which needs a second person
  authority_asked,      ///< recommended: an authority may take it up
  taken_up,             ///< by the person's own state, which now decides
  condition_due,        ///< of a decision, in a few days
  team_asked,           ///< somebody asks to join
  team_joined,          ///< the person was let in
  consultation_opened,  ///< on a version of the framework
  position_asked,       ///< on a final proposal
  version_moved,        ///< agreed, superseded or withdrawn
  amendment_proposed,
  amendment_decided,     ///< that the person wrote or supports
  application_reviewed,  ///< of the person's state, by a peer
  case_submitted,        ///< to the authority that the person speaks for
  case_decided,          ///< that the person prepared, or of an innovation on which they work
  role_given,
  role_taken,
  pilot_started,      ///< which an evaluator without a part in it may lock, analyse and report
  pilot_moved,        ///< that the person leads or evaluates
  pilot_handed_over,  ///< to the person, or to somebody else
  protocol_moved,     ///< of a pilot that the person leads
  claim_waiting,     ///< somebody says that they speak for an organisation, and asks to be believed
  claim_decided,     ///< of the person
  offer_submitted,   ///< and waits for a moderator
  offer_decided,     ///< of an organisation that the person represents
  offer_matched,     ///< with that of another organisation, or with the projects of one
  offer_ending,      ///< in a few days, unless it is renewed
  message_reported,  ///< a conversation that a moderator has to read
};

inline constexpr std::size_t kNoticeKinds = 32;

std::string_view name_of(NoticeKind kind);

}  // namespace tributary::ecosystem
