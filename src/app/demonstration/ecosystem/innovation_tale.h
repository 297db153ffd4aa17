// app/demonstration/ecosystem/innovation_tale.h
//
// How the way of one innovation is told: who did what when.
//
//   InnovationTale tale(scene, "mentors", "lmetb");
//   tale.proposed(480, "IE", text);
//   tale.prepared(470, {.ethics = "…"});
//   tale.assessed(450, {{4, 3, 3, 3}, {4, 4, 3, 2}}, "…");
//   tale.decided(445, PipelineAct::proceed, "…");
//
// Thread rule: one thread.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/demonstration/ecosystem/scene.h"

namespace tributary::app::demonstration {

struct Preparation {
  std::string ethics, data_protection, protocol_title, protocol;
};

struct ProductNotes {
  std::string materials, training, cost, licence, accessibility;
};

class InnovationTale {
 public:
  using Scores = std::vector<std::optional<int>>;
  using Ancestors = std::vector<std::pair<std::string, ecosystem::LineageKind>>;

  /// `key` names it in this story, `organisation` whose innovator works on it.
  InnovationTale(Scene& scene, std::string key, std::string organisation)
      : scene_(scene), key_(std::move(key)), organisation_(std::move(organisation)) {}

  void proposed(int ago, const std::string& state, const ecosystem::InnovationText& text,
                const Ancestors& came_from = {});
  void supported(int ago, const std::vector<std::string>& by);
  /// Notes, protocol and a pilot lead: the innovator, or `pilot_lead` of the cast.
  void prepared(int ago, const Preparation& preparation, const std::string& pilot_lead = {});
  void amended_protocol(int ago, const std::string& title, const std::string& text,
                        const std::string& reasons);
  void taken_on(int ago);
  /// One row of scores for each of the first reviewers of the panel.
  void assessed(int ago, const std::vector<Scores>& by_reviewer, const std::string& comment);
  void decided(int ago, ecosystem::PipelineAct act, const std::string& reasons);
  void recommended_with(int ago, const std::string& reasons, const std::string& condition,
                        int due_ago);
  void merged_into(int ago, const std::string& other, const std::string& reasons);
  void learnt(int ago, const std::string& lessons);
  void described(int ago, const ProductNotes& product);
  void froze_evidence(int ago, const std::vector<std::string>& titles);
  /// Between gates.
  void its_team_chose(int ago, ecosystem::PipelineAct act, const std::string& reasons);
  void taken_up(int ago, const std::string& state, const std::string& authority,
                const std::string& reasons);
  void state_decided(int ago, const std::string& state, ecosystem::PipelineAct act,
                     const std::string& reasons, std::optional<int> in_force_ago = {});
  /// Waits for its second person.
  void override_proposed(int ago, ecosystem::PipelineAct act, const std::string& reasons);

 private:
  using Write = std::function<Result<>(ecosystem::InnovationId, store::Revision)>;

  /// What needs the innovation as it is then.
  void then(int ago, Write write);
  void moves(int ago, const std::string& who, const MoveInnovation& move);
  void records(int ago, ecosystem::FactKind kind, const std::string& text);
  [[nodiscard]] std::string innovator() const { return "innovator-" + organisation_; }

  Scene& scene_;
  std::string key_, organisation_;
};

}  // namespace tributary::app::demonstration
