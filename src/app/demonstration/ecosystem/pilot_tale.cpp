#include "app/demonstration/ecosystem/pilot_tale.h"

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;
using eco::PilotAct;

constexpr int kDaysBetweenSteps = 2;  // of an evaluator

}  // namespace

void ProtocolTale::registered(int ago, const eco::PilotProtocol& content) {
  const auto who = "innovator-" + organisation_;
  scene_.story.on(ago, [&scene = scene_, key = innovation_, who, content]() -> Result<> {
    const auto actor = scene.cast.actor(who);
    const auto id = TRY(scene.pilots.draft(actor, scene.proposed.find(key)->second, content));
    scene.protocols[key] = id;
    return in_context(key,
                      scene.pilots.move_protocol(actor, {.id = id,
                                                         .seen = {1},
                                                         .act = eco::ProtocolAct::register_text,
                                                         .reasons = {},
                                                         .content = {}}));
  });
}

void ProtocolTale::found_a_lead(int ago, const std::string& who, const std::string& organisation) {
  scene_.story.on(ago, [&scene = scene_, key = innovation_, who, organisation] {
    return scene.innovations.join(scene.cast.actor(who),
                                  {.id = scene.proposed.find(key)->second,
                                   .role = eco::Role::pilot_lead,
                                   .organisation = scene.cast.organisation(organisation)});
  });
  scene_.story.on(
      ago - 1, [&scene = scene_, key = innovation_, who, inside = "innovator-" + organisation_] {
        return scene.innovations.let_in(scene.cast.actor(inside), scene.proposed.find(key)->second,
                                        scene.cast.actor(who).person, eco::Role::pilot_lead);
      });
}

void PilotTale::then(int ago, Write write) {
  scene_.story.on(ago, [&scene = scene_, key = key(), write = std::move(write)]() -> Result<> {
    const auto id = scene.pilots_of.find(key)->second;
    const auto seen = TRY(scene.pilots.pilot({}, id)).stored.revision;
    return in_context(key, write(id, seen));
  });
}

void PilotTale::moves(int ago, const std::string& who, PilotAct act, const std::string& reasons) {
  then(ago, [&scene = scene_, who, act, reasons](store::PilotId id, store::Revision seen) {
    return scene.pilots.move(scene.cast.actor(who),
                             {.id = id, .seen = seen, .act = act, .reasons = reasons});
  });
}

void PilotTale::planned(int ago, const std::string& lead, const std::string& site) {
  lead_ = lead;
  scene_.story.on(ago,
                  [&scene = scene_, key = key(), protocol = protocol_, state = state_, lead,
                   site]() -> Result<> {
                    const auto id = TRY(in_context(
                        key, scene.pilots.plan(scene.cast.actor(lead),
                                               {.protocol = scene.protocols.find(protocol)->second,
                                                .site = site,
                                                .member_state = {state}})));
                    scene.pilots_of[key] = id;
                    return {};
                  });
}

void PilotTale::counted(int ago, const eco::ParticipantFlow& flow) {
  then(ago, [&scene = scene_, lead = lead_, flow](store::PilotId id, store::Revision seen) {
    return scene.pilots.enter_flow(scene.cast.actor(lead), id, seen, flow);
  });
}

void PilotTale::measured(int ago, const std::vector<eco::ArmSummary>& summaries) {
  then(ago, [&scene = scene_, lead = lead_, summaries](store::PilotId id, store::Revision seen) {
    return scene.pilots.enter_summaries(scene.cast.actor(lead), id, seen, summaries);
  });
}

void PilotTale::measured(int ago, const std::string& learners) {
  then(ago,
       [&scene = scene_, lead = lead_, learners](store::PilotId id,
                                                 store::Revision seen) -> Result<> {
         const auto taken =
             TRY(scene.pilots.enter_learners(scene.cast.actor(lead), id, seen, learners));
         if (taken.rejected.empty()) return {};
         return fail(ErrorCode::invalid_argument, taken.rejected.front().reason, "learners");
       });
}

void PilotTale::evaluated(int ago, const std::string& what_it_says) {
  moves(ago, "evaluator", PilotAct::lock_data, {});
  moves(ago - kDaysBetweenSteps, "evaluator", PilotAct::analyse, {});
  moves(ago - 2 * kDaysBetweenSteps, "evaluator", PilotAct::report, what_it_says);
}

}  // namespace tributary::app::demonstration
