// app/demonstration/ecosystem/pilot_tale.h
//
// How a protocol and the pilots of it are told: who did what when.
//
//   ProtocolTale protocol(scene, "repair", "innoventum");
//   protocol.registered(333, content);
//   auto pilot = protocol.pilot("FI");
//   pilot.planned(332, "innovator-innoventum", "A school in Finland");
//   pilot.counted(200, flow);
//
// Thread rule: one thread.
#pragma once

#include <string>
#include <vector>

#include "app/demonstration/ecosystem/scene.h"

namespace tributary::app::demonstration {

class PilotTale {
 public:
  PilotTale(Scene& scene, std::string protocol, std::string state)
      : scene_(scene), protocol_(std::move(protocol)), state_(std::move(state)) {}

  /// By `lead` of the cast, who is in the team as a pilot lead by then.
  void planned(int ago, const std::string& lead, const std::string& site);
  void recruited(int ago) { moves(ago, lead_, ecosystem::PilotAct::recruit, {}); }
  void started(int ago) { moves(ago, lead_, ecosystem::PilotAct::start, {}); }
  void counted(int ago, const ecosystem::ParticipantFlow& flow);
  void measured(int ago, const std::vector<ecosystem::ArmSummary>& summaries);
  /// A table with its header; all of its rows have to be good.
  void measured(int ago, const std::string& learners);
  /// Locked, analysed two days later and reported two more days later, by the evaluator.
  void evaluated(int ago, const std::string& what_it_says);

 private:
  using Write = std::function<Result<>(store::PilotId, store::Revision)>;

  /// What needs the pilot as it is then.
  void then(int ago, Write write);
  void moves(int ago, const std::string& who, ecosystem::PilotAct act, const std::string& reasons);
  [[nodiscard]] std::string key() const { return protocol_ + " " + state_; }

  Scene& scene_;
  std::string protocol_, state_, lead_;
};

class ProtocolTale {
 public:
  /// `innovation` by its key, which is that of the protocol too; `organisation` whose innovator
  /// writes it.
  ProtocolTale(Scene& scene, std::string innovation, std::string organisation)
      : scene_(scene), innovation_(std::move(innovation)), organisation_(std::move(organisation)) {}

  void registered(int ago, const ecosystem::PilotProtocol& content);
  /// Somebody of another organisation asks to lead a pilot, and is let in the day after.
  void found_a_lead(int ago, const std::string& who, const std::string& organisation);
  [[nodiscard]] PilotTale pilot(const std::string& state) const {
    return {scene_, innovation_, state};
  }

 private:
  Scene& scene_;
  std::string innovation_, organisation_;
};

}  // namespace tributary::app::demonstration
