#include "app/demonstration/ecosystem/cast.h"

#include <algorithm>
#include <array>

#include "app/demonstration/demonstration.h"

namespace tributary::app::demonstration {
namespace {

using ecosystem::Grant;
using ecosystem::Role;

struct Partner {
  std::string_view key, name;
};

/// In the order in which InEcVET names its participants.
constexpr std::array kPartners{Partner{"lmetb", "Louth and Meath ETB"},
                               Partner{"mcrsdp", "Meath Partnership"},
                               Partner{"fip", "Future In Perspective"},
                               Partner{"cardet", "CARDET"},
                               Partner{"euc", "European University Cyprus"},
                               Partner{"cets", "Conselho Empresarial do Tâmega e Sousa"},
                               Partner{"lousada", "Município de Lousada"},
                               Partner{"pitesti", "University of Pitești"},
                               Partner{"arges", "Asociația Oamenilor de Afaceri Argeș"},
                               Partner{"innoventum", "Innoventum"}};

constexpr std::array<std::string_view, 5> kStates{"IE", "CY", "PT", "RO", "FI"};
constexpr int kReviewers = 3;

std::string lower_case(std::string_view code) {
  std::string lower(code);
  for (auto& letter : lower) letter = static_cast<char>(letter - 'A' + 'a');
  return lower;
}

Grant in(Role role, std::string key) { return {role, {scope_of(role), std::move(key)}}; }

}  // namespace

Result<Cast> Cast::of(store::CatalogueStore& catalogue) {
  const auto project = catalogue.project(store::project_slug(inecvet_project()));
  if (!project || project->participations.size() < kPartners.size()) {
    return fail(ErrorCode::unmet,
                "the demonstration ecosystem goes with the demonstration catalogue; begin with an "
                "empty data directory",
                "demonstration");
  }
  Cast cast;
  for (std::size_t at = 0; at < kPartners.size(); ++at) {
    cast.organisations_.emplace(kPartners[at].key,
                                std::to_string(project->participations[at].organisation.value));
  }
  cast.add("administrator", "Demo administrator", {in(Role::administrator, "")});
  cast.add("auditor", "Demo auditor", {in(Role::auditor, "")});
  cast.add("curator", "Demo data curator", {in(Role::data_curator, "")});
  cast.add("hub", "Demo hub manager", {in(Role::hub_manager, std::string(kHub))});
  cast.add("steward", "Demo framework steward", {in(Role::framework_steward, "")});
  cast.add("member", "Demo member");
  for (const auto state : kStates) {
    const std::string code(state);
    cast.add("representative-" + lower_case(state), "Demo representative of " + code,
             {in(Role::member_state_representative, code)});
    cast.add("agency-" + lower_case(state), "Demo agency officer, " + code,
             {in(Role::national_agency_officer, code)});
  }
  cast.add("chair", "Demo chair of the panel", {in(Role::panel_chair, std::string(kPanel))});
  for (int number = 1; number <= kReviewers; ++number) {
    cast.add("reviewer-" + std::to_string(number), "Demo reviewer " + std::to_string(number),
             {in(Role::reviewer, std::string(kPanel))});
  }
  for (const auto& [key, name] : kPartners) {
    cast.add("innovator-" + std::string(key), "Demo innovator, " + std::string(name),
             {in(Role::innovator, cast.organisation(key))});
  }
  cast.add("organisation", "Demo representative of Louth and Meath ETB",
           {in(Role::organisation_representative, cast.organisation("lmetb"))});
  cast.add("pilot", "Demo pilot lead, Louth and Meath ETB",
           {in(Role::pilot_lead, cast.organisation("lmetb"))});
  cast.add("evaluator", "Demo evaluator, European University Cyprus",
           {in(Role::evaluator, cast.organisation("euc"))});
  return cast;
}

void Cast::add(std::string key, std::string name, std::vector<Grant> grants) {
  members_.push_back({std::move(key), std::move(name), std::move(grants)});
}

void Cast::sign_up(int days_ago, Story& story, AccountDesk& desk) {
  for (const auto& member : members_) {
    story.on(days_ago, [this, &desk, &member]() -> Result<> {
      persons_[member.key] = TRY(desk.create(member.mail(), member.name, "en"));
      return {};
    });
    for (const auto& grant : member.grants) {
      story.on(days_ago, [this, &desk, &member, &grant] {
        return desk.grant(installation(), persons_.at(member.key), grant);
      });
    }
  }
}

ecosystem::Actor Cast::actor(std::string_view key) const {
  ecosystem::Actor actor{.person = persons_.find(key)->second, .grants = {{Role::member, {}}}};
  const auto member = std::ranges::find(members_, key, &CastMember::key);
  actor.grants.insert(actor.grants.end(), member->grants.begin(), member->grants.end());
  return actor;
}

const std::string& Cast::organisation(std::string_view key) const {
  return organisations_.find(key)->second;
}

}  // namespace tributary::app::demonstration
