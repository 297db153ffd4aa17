// What providers of the demonstration answer about what they do anew; see scene.h. All of it is
// invented.
#include <fmt/format.h>

#include <array>

#include "app/demonstration/ecosystem/scene.h"

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;
using eco::NoveltyScope;
using eco::OsloType;

constexpr const char* kSurvey = "Invented survey of the demonstration";

/// What a provider of adoption_story.cpp answers; one that is not here is in scope and not heard.
struct ToldAnswer {
  std::string_view state;
  int provider = 1;  ///< its number in the state
  int answered_ago = 0;
  std::optional<std::uint64_t> learners = {}, reached = {};
  std::vector<eco::ImplementedInnovation> innovations = {};
};

std::vector<ToldAnswer> told_answers(const Story& story) {
  return {{.state = "IE",
           .provider = 1,
           .answered_ago = 60,
           .learners = 4'200,
           .reached = 610,
           .innovations = {{story.day(300), OsloType::pedagogy, NoveltyScope::region},
                           {story.day(220), OsloType::external_relations, NoveltyScope::provider}}},
          {.state = "IE", .provider = 13, .answered_ago = 58, .learners = 900, .reached = 0},
          {.state = "PT",
           .provider = 1,
           .answered_ago = 45,
           .learners = 350,
           .innovations = {{story.day(400), OsloType::product, NoveltyScope::member_state}}},
          {.state = "PT", .provider = 8, .answered_ago = 44, .learners = 510},
          {.state = "FI",
           .provider = 2,
           .answered_ago = 30,
           .learners = 1'500,
           .reached = 480,
           .innovations = {{story.day(500), OsloType::organisation, NoveltyScope::eu}}}};
}

struct ToldScope {
  std::string state;
  std::uint64_t providers;
};

/// Romania and Cyprus have not said how many there are.
const std::array<ToldScope, 3> kScopes{{{"IE", 16}, {"PT", 12}, {"FI", 8}}};

std::string officer_of(std::string_view state) {
  auto key = fmt::format("agency-{}", state);
  for (auto& letter : key) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return key;
}

Result<> tell_answer(Scene& scene, const ToldAnswer& told) {
  const auto provider = scene.providers.at(fmt::format("{}-{:02}", told.state, told.provider));
  return scene.aims.record_answer(
      scene.cast.actor(officer_of(told.state)),
      {.stated = {.answer = {.provider = provider,
                             .answered = scene.story.day(told.answered_ago),
                             .innovations = told.innovations},
                  .learners = told.learners,
                  .reached = told.reached},
       .source = kSurvey});
}

}  // namespace

void tell_aims(Scene& scene) {
  constexpr int kScopesSaid = 90;
  for (const auto& [state, providers] : kScopes) {
    scene.story.on(kScopesSaid, [&scene, state = state, providers = providers] {
      return scene.aims.record_scope(scene.cast.actor(officer_of(state)),
                                     {.member_state = {state},
                                      .providers = providers,
                                      .day = scene.story.day(kScopesSaid),
                                      .source = kSurvey});
    });
  }
  for (auto& told : told_answers(scene.story)) {
    const int ago = told.answered_ago;
    scene.story.on(ago, [&scene, told = std::move(told)] { return tell_answer(scene, told); });
  }
}

}  // namespace tributary::app::demonstration
