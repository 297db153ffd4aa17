// app/ecosystem/ecosystem.h
//
// The innovation ecosystem of one installation: its database and the desks at which things are
// done.
#pragma once

#include <memory>

#include "app/data_directory.h"
#include "app/ecosystem/adoption_desk.h"
#include "app/ecosystem/aims/aims_desk.h"
#include "app/ecosystem/application_desk.h"
#include "app/ecosystem/framework_desk.h"
#include "app/ecosystem/innovation_desk.h"
#include "app/ecosystem/mainstreaming_desk.h"
#include "app/ecosystem/panel/panel_desk.h"
#include "app/ecosystem/panel/rubric_desk.h"
#include "app/ecosystem/pilot_desk.h"
#include "app/ecosystem/potential/potential_desk.h"
#include "app/ecosystem/tasks.h"
#include "app/hubs/hub_desk.h"
#include "app/organisations/organisation_desk.h"
#include "app/scouting/watch_desk.h"
#include "base/clock.h"
#include "base/result.h"
#include "store/pool.h"
#include "store/public_moves.h"

namespace tributary::app {

/// Safe from any thread.
class Ecosystem {
 public:
  /// Opens the database; the starter framework and the default rules of gates are put there where
  /// there are none yet. REQUIRES: the clock outlives it.
  static Result<std::unique_ptr<Ecosystem>> open(const DataDirectory& data, const Clock& clock);

  FrameworkDesk& framework() { return framework_; }
  InnovationDesk& innovations() { return innovations_; }
  ApplicationDesk& applications() { return applications_; }
  MainstreamingDesk& mainstreaming() { return mainstreaming_; }
  AdoptionDesk& adoption() { return adoption_; }
  PilotDesk& pilots() { return pilots_; }
  PotentialDesk& potential() { return potential_; }
  WatchDesk& watches() { return watches_; }
  HubDesk& hubs() { return hubs_; }
  AimsDesk& aims() { return aims_; }
  PanelDesk& panels() { return panels_; }
  RubricDesk& rubrics() { return rubrics_; }
  OrganisationDesk& organisations() { return organisations_; }

  /// What waits for this person, the oldest first.
  Result<std::vector<Task>> tasks(const ecosystem::Actor& actor) {
    return tasks_of({framework_, applications_, innovations_, mainstreaming_, pilots_}, actor);
  }

  /// What everybody may know has moved, the newest first.
  Result<std::vector<store::PublicMove>> newest_moves(std::uint64_t limit);

  /// Whether it has demonstration content, which the audit trail tells.
  Result<bool> is_demonstration();

 private:
  Ecosystem(const store::Location& database, const Clock& clock)
      : connections_(database), stores_(database), clock_(clock) {}

  store::ConnectionPool connections_;
  store::CatalogueStorePool stores_;
  const Clock& clock_;
  FrameworkDesk framework_{connections_, clock_};
  InnovationDesk innovations_{connections_, clock_};
  ApplicationDesk applications_{connections_, clock_};
  MainstreamingDesk mainstreaming_{connections_, clock_};
  AdoptionDesk adoption_{connections_, clock_};
  PilotDesk pilots_{connections_, clock_};
  PotentialDesk potential_{innovations_, pilots_, mainstreaming_, applications_, adoption_};
  WatchDesk watches_{connections_, clock_};
  HubDesk hubs_{connections_, clock_};
  AimsDesk aims_{connections_, clock_};
  PanelDesk panels_{connections_, clock_};
  RubricDesk rubrics_{connections_, clock_};
  OrganisationDesk organisations_{connections_, stores_, clock_};
};

}  // namespace tributary::app
