#include "app/demonstration/ecosystem/innovation_tale.h"

#include <algorithm>

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;
using eco::FactKind;
using eco::PipelineAct;

std::string representative_key(const std::string& state) {
  return "representative-" +
         std::string{static_cast<char>(state[0] | 0x20), static_cast<char>(state[1] | 0x20)};
}

/// No name of a real place: these documents do not exist.
std::string link_to(const std::string& key, std::size_t number) {
  return "https://demonstration.example/evidence/" + key + "/" + std::to_string(number);
}

}  // namespace

void InnovationTale::then(int ago, Write write) {
  scene_.story.on(ago, [&scene = scene_, key = key_, write = std::move(write)]() -> Result<> {
    const auto id = scene.proposed.find(key)->second;
    const auto seen = TRY(scene.innovations.view({}, id)).file.now.revision;
    return in_context(key, write(id, seen));
  });
}

void InnovationTale::moves(int ago, const std::string& who, const MoveInnovation& move) {
  then(ago, [&scene = scene_, who, move](eco::InnovationId id, store::Revision seen) {
    auto made = move;
    made.id = id;
    made.seen = seen;
    return scene.innovations.move(scene.cast.actor(who), made);
  });
}

void InnovationTale::records(int ago, FactKind kind, const std::string& text) {
  then(ago, [&scene = scene_, who = innovator(), kind, text](auto id, auto seen) {
    return scene.innovations.record(scene.cast.actor(who),
                                    {.id = id, .seen = seen, .kind = kind, .text = text});
  });
}

void InnovationTale::proposed(int ago, const std::string& state, const eco::InnovationText& text,
                              const Ancestors& came_from) {
  scene_.story.on(
      ago,
      [&scene = scene_, key = key_, organisation = organisation_, who = innovator(), state, text,
       came_from]() -> Result<> {
        ProposeInnovation proposal{.text = text,
                                   .member_state = {state},
                                   .organisation = scene.cast.organisation(organisation),
                                   .came_from = {}};
        for (const auto& [earlier, kind] : came_from) {
          proposal.came_from.push_back({scene.proposed.find(earlier)->second, kind});
        }
        scene.proposed[key] = TRY(scene.innovations.propose(scene.cast.actor(who), proposal));
        return {};
      });
}

void InnovationTale::supported(int ago, const std::vector<std::string>& by) {
  for (const auto& who : by) {
    then(ago, [&scene = scene_, who](auto id, auto) {
      return scene.innovations.support(scene.cast.actor(who), id);
    });
  }
}

void InnovationTale::prepared(int ago, const Preparation& preparation,
                              const std::string& pilot_lead) {
  records(ago, FactKind::ethics_note, preparation.ethics);
  records(ago, FactKind::data_protection_note, preparation.data_protection);
  then(ago, [&scene = scene_, who = innovator(), preparation](auto id, auto seen) {
    return scene.innovations.register_protocol(scene.cast.actor(who),
                                               {.id = id,
                                                .seen = seen,
                                                .title = preparation.protocol_title,
                                                .text = preparation.protocol,
                                                .reasons = {}});
  });
  then(ago - 1, [&scene = scene_, who = pilot_lead.empty() ? innovator() : pilot_lead,
                 organisation = organisation_](auto id, auto) {
    return scene.innovations.join(scene.cast.actor(who),
                                  {.id = id,
                                   .role = eco::Role::pilot_lead,
                                   .organisation = scene.cast.organisation(organisation)});
  });
}

void InnovationTale::amended_protocol(int ago, const std::string& title, const std::string& text,
                                      const std::string& reasons) {
  then(ago, [&scene = scene_, who = innovator(), title, text, reasons](auto id, auto seen) {
    return scene.innovations.register_protocol(
        scene.cast.actor(who),
        {.id = id, .seen = seen, .title = title, .text = text, .reasons = reasons});
  });
}

void InnovationTale::taken_on(int ago) {
  then(ago, [&scene = scene_](auto id, auto seen) {
    return scene.innovations.take_on(scene.cast.actor("chair"), id, seen, std::string(kPanel));
  });
}

void InnovationTale::assessed(int ago, const std::vector<Scores>& by_reviewer,
                              const std::string& comment) {
  for (std::size_t at = 0; at < by_reviewer.size(); ++at) {
    then(ago, [&scene = scene_, scores = by_reviewer[at], comment,
               who = "reviewer-" + std::to_string(at + 1)](auto id, auto seen) {
      return scene.innovations.assess(scene.cast.actor(who),
                                      {.id = id,
                                       .seen = seen,
                                       .scores = scores,
                                       .comment = comment,
                                       .declaration = "I have no interest in it."});
    });
  }
}

void InnovationTale::decided(int ago, PipelineAct act, const std::string& reasons) {
  moves(ago, "chair",
        {.act = act, .statement = {.reasons = reasons}, .evidence = {link_to(key_, 1)}});
}

void InnovationTale::recommended_with(int ago, const std::string& reasons,
                                      const std::string& condition, int due_ago) {
  moves(ago, "chair",
        {.act = PipelineAct::recommend_with_conditions,
         .statement = {.reasons = reasons, .conditions = {{condition, scene_.story.day(due_ago)}}},
         .evidence = {link_to(key_, 1)}});
}

void InnovationTale::merged_into(int ago, const std::string& other, const std::string& reasons) {
  then(ago, [&scene = scene_, other, reasons](auto id, auto seen) {
    return scene.innovations.move(
        scene.cast.actor("chair"),
        {.id = id,
         .seen = seen,
         .act = PipelineAct::merge,
         .statement = {.reasons = reasons, .merge_target = scene.proposed.find(other)->second}});
  });
}

void InnovationTale::learnt(int ago, const std::string& lessons) {
  records(ago, FactKind::lessons, lessons);
}

void InnovationTale::described(int ago, const ProductNotes& product) {
  records(ago, FactKind::product_materials, product.materials);
  records(ago, FactKind::product_training, product.training);
  records(ago, FactKind::product_cost, product.cost);
  records(ago, FactKind::product_licence, product.licence);
  records(ago, FactKind::product_accessibility, product.accessibility);
}

void InnovationTale::froze_evidence(int ago, const std::vector<std::string>& titles) {
  std::vector<store::EvidenceLink> links;
  for (const auto& title : titles) links.push_back({title, link_to(key_, links.size() + 1)});
  then(ago, [&scene = scene_, who = innovator(), links](auto id, auto seen) {
    return scene.innovations.freeze_evidence(scene.cast.actor(who),
                                             {.id = id, .seen = seen, .links = links});
  });
}

void InnovationTale::its_team_chose(int ago, PipelineAct act, const std::string& reasons) {
  moves(ago, innovator(), {.act = act, .statement = {.reasons = reasons}});
}

void InnovationTale::taken_up(int ago, const std::string& state, const std::string& authority,
                              const std::string& reasons) {
  moves(ago, representative_key(state),
        {.act = PipelineAct::take_up,
         .statement = {.reasons = reasons, .competent_authority = authority},
         .state = {state}});
}

void InnovationTale::state_decided(int ago, const std::string& state, PipelineAct act,
                                   const std::string& reasons, std::optional<int> in_force_ago) {
  MoveInnovation move{
      .act = act, .statement = {.reasons = reasons}, .evidence = {link_to(key_, 1)}};
  if (in_force_ago) move.statement.in_force_from = scene_.story.day(*in_force_ago);
  moves(ago, representative_key(state), move);
}

void InnovationTale::override_proposed(int ago, PipelineAct act, const std::string& reasons) {
  then(ago, [&scene = scene_, act, reasons](auto id, auto seen) {
    return scene.innovations.propose_override(
        scene.cast.actor("chair"),
        {.id = id, .seen = seen, .act = act, .statement = {.reasons = reasons}});
  });
}

}  // namespace tributary::app::demonstration
