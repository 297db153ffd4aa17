#include "app/demonstration/ecosystem/demonstration_ecosystem.h"

#include "app/accounts/people.h"
#include "app/demonstration/ecosystem/scene.h"
#include "app/ecosystem/audit_detail.h"
#include "store/audit/audit_trail.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

constexpr const char* kDemonstrationSubject = "demonstration/ecosystem";
constexpr const char* kBegun = "demonstration.begin";
constexpr const char* kFilled = "demonstration.fill";
constexpr int kBegins = 1250, kEnds = 1;  // days before today

Result<std::vector<store::StoredAuditEntry>> marks(sql::Connection& connection) {
  constexpr std::uint64_t kBoth = 2;
  return store::audit_entries(connection, kDemonstrationSubject, 0, kBoth);
}

/// Whether it may be filled: false where it is filled already.
Result<bool> is_to_be_filled(store::ConnectionPool& connections) {
  auto reading = TRY(store::Reading::begin(connections));
  const auto written = TRY(marks(reading.connection()));
  if (!written.empty() && written.back().entry.action == kFilled) return false;
  if (!written.empty()) {
    return fail(ErrorCode::conflict,
                "filling the demonstration was broken off; begin with an empty data directory",
                "demonstration");
  }
  if (TRY(store::framework_versions(reading.connection())).empty()) return true;
  return fail(ErrorCode::conflict,
              "there is an ecosystem already; a demonstration needs an empty data directory",
              "demonstration");
}

Result<> mark(store::ConnectionPool& connections, const Clock& clock, std::string action,
              const std::string& detail) {
  auto change = TRY(store::RecordedChange::begin(connections, clock, {}));
  return change.commit(std::move(action), kDemonstrationSubject, detail);
}

}  // namespace

Result<DemonstrationEcosystem> fill_demonstration_ecosystem(const DataDirectory& data,
                                                            const Clock& clock) {
  auto catalogue = TRY(store::CatalogueStore::open(data.database()));
  auto cast = TRY(demonstration::Cast::of(catalogue));
  store::ConnectionPool connections(data.database());
  if (!TRY(is_to_be_filled(connections))) return DemonstrationEcosystem{false, cast.members()};

  demonstration::Story story(clock.today());
  demonstration::StoryClock story_clock;
  const auto people = TRY(People::open(data, story_clock, {}, ""));
  FrameworkDesk framework(connections, story_clock);
  ApplicationDesk applications(connections, story_clock);
  InnovationDesk innovations(connections, story_clock);
  MainstreamingDesk mainstreaming(connections, story_clock);
  AdoptionDesk adoption(connections, story_clock);
  AimsDesk aims(connections, story_clock);
  RubricDesk rubrics(connections, story_clock);
  PilotDesk pilots(connections, story_clock);
  HubDesk hubs(connections, story_clock);
  const auto portal = TRY(Portal::open(data, clock));

  // First of all, so that nothing of it is ever there without its label.
  story.on(kBegins, [&] {
    return mark(connections, story_clock, kBegun,
                audit_detail({{"filled_at", rfc3339(clock.now())}}));
  });
  cast.sign_up(kBegins, story, people->desk());
  demonstration::Scene scene{story,    cast, framework, applications, innovations, mainstreaming,
                             adoption, aims, rubrics,   pilots,       hubs,        *portal};
  tell_framework(scene);
  tell_applications(scene);
  tell_rubrics(scene);
  tell_innovations(scene);
  tell_pilots(scene);
  tell_cases(scene);
  tell_adoption(scene);
  tell_aims(scene);
  tell_hub(scene);
  story.on(kEnds, [&] { return mark(connections, story_clock, kFilled, "{}"); });
  TRY(story.play(story_clock));
  return DemonstrationEcosystem{true, cast.members()};
}

Result<bool> is_demonstration_ecosystem(sql::Connection& connection) {
  return !TRY(marks(connection)).empty();
}

}  // namespace tributary::app
