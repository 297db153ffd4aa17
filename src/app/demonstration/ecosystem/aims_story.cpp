#include <array>

#include "app/demonstration/ecosystem/scene.h"

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;
using eco::NoveltyScope;
using eco::OsloType;

constexpr const char* kSurvey = "Invented survey of the demonstration";

/// A provider of the story and what it answers; one that is silent is in scope and not heard.
struct ToldProvider {
  std::string state, name;
  std::string organisation = {};  ///< of the cast; empty: none of the catalogue's
  std::optional<int> answered = {};
  std::optional<std::uint64_t> learners = {}, reached = {};
  std::vector<eco::ImplementedInnovation> innovations = {};
};

std::vector<ToldProvider> told_providers(const Story& story) {
  return {{.state = "IE",
           .name = "Louth and Meath Education and Training Board",
           .organisation = "lmetb",
           .answered = 60,
           .learners = 4'200,
           .reached = 610,
           .innovations = {{story.day(300), OsloType::pedagogy, NoveltyScope::region},
                           {story.day(220), OsloType::external_relations, NoveltyScope::provider}}},
          {.state = "IE",
           .name = "Demo college of the north",
           .answered = 58,
           .learners = 900,
           .reached = 0},
          {.state = "IE", .name = "Demo college of the west"},
          {.state = "PT",
           .name = "Escola de demonstração A",
           .answered = 45,
           .learners = 350,
           .innovations = {{story.day(400), OsloType::product, NoveltyScope::member_state}}},
          {.state = "PT", .name = "Escola de demonstração B", .answered = 44, .learners = 510},
          {.state = "PT", .name = "Escola de demonstração C"},
          {.state = "FI",
           .name = "Demo-oppilaitos",
           .answered = 30,
           .learners = 1'500,
           .reached = 480,
           .innovations = {{story.day(500), OsloType::organisation, NoveltyScope::eu}}}};
}

struct ToldScope {
  std::string state;
  std::uint64_t providers;
};

/// Romania and Cyprus have not said how many there are.
const std::array<ToldScope, 3> kScopes{{{"IE", 5}, {"PT", 6}, {"FI", 4}}};

std::string officer_of(const std::string& state) {
  std::string key = "agency-" + state;
  for (auto& letter : key) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return key;
}

/// Added on the day of the answer, or before, where the provider is silent.
Result<> tell_provider(Scene& scene, const ToldProvider& told) {
  const auto officer = scene.cast.actor(officer_of(told.state));
  AddProvider add{.name = told.name, .member_state = {told.state}};
  if (!told.organisation.empty()) {
    add.organisation =
        store::OrganisationId{std::stoll(scene.cast.organisation(told.organisation))};
  }
  const auto provider = TRY(scene.adoption.add_provider(officer, add));
  if (!told.answered) return {};
  return scene.aims.record_answer(
      officer, {.stated = {.answer = {.provider = provider,
                                      .answered = scene.story.day(*told.answered),
                                      .innovations = told.innovations},
                           .learners = told.learners,
                           .reached = told.reached},
                .source = kSurvey});
}

}  // namespace

void tell_aims(Scene& scene) {
  constexpr int kScopesSaid = 90, kSilentAdded = 70;
  for (const auto& [state, providers] : kScopes) {
    scene.story.on(kScopesSaid, [&scene, state = state, providers = providers] {
      return scene.aims.record_scope(scene.cast.actor(officer_of(state)),
                                     {.member_state = {state},
                                      .providers = providers,
                                      .day = scene.story.day(kScopesSaid),
                                      .source = kSurvey});
    });
  }
  for (auto& told : told_providers(scene.story)) {
    const int ago = told.answered.value_or(kSilentAdded);
    scene.story.on(ago, [&scene, told = std::move(told)] { return tell_provider(scene, told); });
  }
}

}  // namespace tributary::app::demonstration
