// The demonstration's adoption records; see scene.h. Providers, days and counts are invented.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/demonstration/ecosystem/scene.h"

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;
using eco::Fidelity;

constexpr int kAddedAgo = 1240;
constexpr int kToldLater = 10;  ///< days until the agency hears of it
constexpr const char* kSource = "Letter to the agency, in the demonstration";

struct DemoState {
  std::string_view code, agency;
  int providers = 0;
};

constexpr std::array kStatesOfProviders{
    DemoState{"IE", "agency-ie", 14}, DemoState{"CY", "agency-cy", 4},
    DemoState{"PT", "agency-pt", 9}, DemoState{"RO", "agency-ro", 10},
    DemoState{"FI", "agency-fi", 6}};

/// One provider that uses an innovation.
struct Use {
  std::string_view innovation, state;
  int provider = 1;  ///< its number in the state
  int adopted_ago = 0;
  int stopped_ago = 0;  ///< 0: it still uses it
  Fidelity fidelity = Fidelity::as_tested;
};

constexpr std::array kUses{
    // In Ireland from the trial on, and faster once boards may pay for it.
    Use{"mentors", "IE", 1, 1160},
    Use{"mentors", "IE", 2, 1120},
    Use{"mentors", "IE", 3, 880},
    Use{"mentors", "IE", 4, 850, 0, Fidelity::adapted},
    Use{"mentors", "IE", 5, 800, 350},
    Use{"mentors", "IE", 6, 740},
    Use{"mentors", "IE", 7, 610, 0, Fidelity::adapted},
    Use{"mentors", "IE", 8, 560},
    Use{"mentors", "IE", 9, 420},
    Use{"mentors", "IE", 10, 300},
    Use{"mentors", "IE", 11, 180, 0, Fidelity::in_part},
    Use{"mentors", "IE", 12, 90},
    Use{"mentors", "PT", 1, 500, 0, Fidelity::adapted},
    Use{"mentors", "PT", 6, 380, 0, Fidelity::adapted},
    Use{"mentors", "PT", 7, 210, 0, Fidelity::in_part},
    Use{"mentors", "RO", 1, 240, 0, Fidelity::in_part},
    Use{"mentors", "FI", 2, 150},
    Use{"workshop", "PT", 1, 400},
    Use{"workshop", "PT", 2, 396},
    Use{"workshop", "PT", 3, 350, 60},
    Use{"workshop", "PT", 4, 345, 50},
    Use{"workshop", "PT", 5, 240, 45, Fidelity::in_part},
    Use{"welding", "RO", 2, 310},
    Use{"welding", "RO", 3, 300},
    Use{"welding", "RO", 4, 260, 0, Fidelity::adapted},
    Use{"welding", "RO", 5, 120},
    Use{"repair", "FI", 1, 180},
};

/// Asked, and does not use it.
struct Refusal {
  std::string_view innovation, state;
  int provider = 1, ago = 0;
};

constexpr std::array kRefusals{Refusal{"mentors", "IE", 13, 70}, Refusal{"mentors", "PT", 8, 70},
                               Refusal{"mentors", "PT", 9, 70},  Refusal{"mentors", "RO", 6, 70},
                               Refusal{"mentors", "CY", 1, 70},  Refusal{"welding", "RO", 1, 65},
                               Refusal{"welding", "RO", 7, 65}};

std::string provider_key(std::string_view state, int number) {
  return fmt::format("{}-{:02}", state, number);
}

std::string agency_of(std::string_view state) {
  const auto* const found = std::ranges::find(kStatesOfProviders, state, &DemoState::code);
  return std::string(found->agency);
}

void add_provider(Scene& scene, const DemoState& state, int number) {
  scene.story.on(kAddedAgo, [&scene, state, number]() -> Result<> {
    const auto key = provider_key(state.code, number);
    AddProvider provider{.name = "Demo training provider " + key,
                         .member_state = {std::string(state.code)}};
    // Of every third nobody said how many learners it has.
    if (number % 3 != 0) provider.learners = 240 + 130 * number;
    const bool is_in_catalogue = state.code == "IE" && number == 1;
    if (is_in_catalogue) {
      provider.organisation = store::OrganisationId{std::stoll(scene.cast.organisation("lmetb"))};
    }
    scene.providers[key] =
        TRY(scene.adoption.add_provider(scene.cast.actor(state.agency), provider));
    return {};
  });
}

void tell_use(Scene& scene, const Use& use) {
  const auto key = provider_key(use.state, use.provider);
  const auto agency = agency_of(use.state);
  scene.story.on(use.adopted_ago - kToldLater, [&scene, use, key, agency]() -> Result<> {
    const eco::AdoptionRecord record{.id = {},
                                     .provider = scene.providers.find(key)->second,
                                     .innovation = scene.proposed.find(use.innovation)->second,
                                     .adopted = scene.story.day(use.adopted_ago),
                                     .stopped = {},
                                     .fidelity = use.fidelity};
    const auto id =
        TRY(in_context(key, scene.adoption.record(scene.cast.actor(agency), record, kSource)));
    scene.adopted[key + std::string(use.innovation)] = id;
    return {};
  });
  if (use.stopped_ago == 0) return;
  scene.story.on(use.stopped_ago - kToldLater, [&scene, use, key, agency] {
    return in_context(key, scene.adoption.correct(
                               scene.cast.actor(agency),
                               {.id = scene.adopted.find(key + std::string(use.innovation))->second,
                                .seen = {1},
                                .stopped = scene.story.day(use.stopped_ago),
                                .fidelity = use.fidelity,
                                .source = kSource}));
  });
}

void tell_refusal(Scene& scene, const Refusal& refusal) {
  scene.story.on(refusal.ago, [&scene, refusal] {
    const auto key = provider_key(refusal.state, refusal.provider);
    return in_context(
        key, scene.adoption.reply(scene.cast.actor(agency_of(refusal.state)),
                                  {.provider = scene.providers.find(key)->second,
                                   .innovation = scene.proposed.find(refusal.innovation)->second,
                                   .day = scene.story.day(refusal.ago),
                                   .source = kSource}));
  });
}

}  // namespace

void tell_adoption(Scene& scene) {
  for (const auto& state : kStatesOfProviders) {
    for (int number = 1; number <= state.providers; ++number) add_provider(scene, state, number);
  }
  for (const auto& use : kUses) tell_use(scene, use);
  for (const auto& refusal : kRefusals) tell_refusal(scene, refusal);
}

}  // namespace tributary::app::demonstration
