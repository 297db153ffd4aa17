// app/demonstration/ecosystem/scene.h
//
// Where the story takes place, and its strands. Everything is done at the desks, by the
// people who may do it.
#pragma once

#include <map>
#include <string>

#include "app/demonstration/ecosystem/cast.h"
#include "app/demonstration/ecosystem/story.h"
#include "app/ecosystem/adoption_desk.h"
#include "app/ecosystem/aims/aims_desk.h"
#include "app/ecosystem/application_desk.h"
#include "app/ecosystem/framework_desk.h"
#include "app/ecosystem/innovation_desk.h"
#include "app/ecosystem/mainstreaming_desk.h"
#include "app/ecosystem/panel/rubric_desk.h"
#include "app/ecosystem/pilot_desk.h"
#include "app/hubs/hub_desk.h"
#include "app/portal.h"

namespace tributary::app::demonstration {

struct Scene {
  Story& story;
  const Cast& cast;
  FrameworkDesk& framework;
  ApplicationDesk& applications;
  InnovationDesk& innovations;
  MainstreamingDesk& mainstreaming;
  AdoptionDesk& adoption;
  AimsDesk& aims;
  RubricDesk& rubrics;
  PilotDesk& pilots;
  HubDesk& hubs;
  Portal& portal;
  // By their keys.
  std::map<std::string, ecosystem::InnovationId, std::less<>> proposed = {};
  std::map<std::string, store::ProtocolId, std::less<>> protocols = {};
  std::map<std::string, store::PilotId, std::less<>> pilots_of = {};  ///< "repair FI"
  std::map<std::string, store::CaseId, std::less<>> cases = {};
  std::map<std::string, ecosystem::ProviderId, std::less<>> providers = {};
  std::map<std::string, ecosystem::AdoptionId, std::less<>> adopted = {};
};

/// Version 0.1.0 from its draft to the agreement of five states with one reservation, 0.2.0 in
/// consultation with amendments that nobody has settled yet.
void tell_framework(Scene& scene);

/// The five states apply 0.1.0, each as far as it has come, and a region with words of its own.
void tell_applications(Scene& scene);

/// The two starter rubrics, published before anything is scored. Told before the innovations.
void tell_rubrics(Scene& scene);

/// Innovations in all stages, and some of each way to leave them.
void tell_innovations(Scene& scene);

/// What two of them set out to find, at five sites of four countries: pilots that found something,
/// one that found nothing, and one that is running. Told behind the innovations, too.
void tell_pilots(Scene& scene);

/// Cases before authorities, from one that is being prepared to one that is no longer in force.
/// Told behind the innovations, so that of one day theirs come first.
void tell_cases(Scene& scene);

/// Providers of five states, and what they came to use over some years.
void tell_adoption(Scene& scene);

/// What some of these providers answered about what they do anew, and how many providers three
/// states have.
void tell_aims(Scene& scene);

/// The page of a region that there is not, in three languages, with news, a call and projects.
void tell_hub(Scene& scene);

}  // namespace tributary::app::demonstration
