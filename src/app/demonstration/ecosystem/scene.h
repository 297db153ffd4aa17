// app/demonstration/ecosystem/scene.h
//
// Where the story takes place, and its four strands. Everything is done at the desks, by the
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

namespace tributary::app::demonstration {

struct Scene {
  Story& story;
  const Cast& cast;
  FrameworkDesk& framework;
  ApplicationDesk& applications;
  InnovationDesk& innovations;
  AdoptionDesk& adoption;
  AimsDesk& aims;
  std::map<std::string, ecosystem::InnovationId, std::less<>> proposed = {};  ///< by their keys
};

/// Version 0.1.0 from its draft to the agreement of five states with one reservation, 0.2.0 in
/// consultation with amendments that nobody has settled yet.
void tell_framework(Scene& scene);

/// The five states apply 0.1.0, each as far as it has come, and a region with words of its own.
void tell_applications(Scene& scene);

/// Innovations in all stages, and some of each way to leave them.
void tell_innovations(Scene& scene);

/// Providers of three states, some of which answered what they do anew.
void tell_aims(Scene& scene);

}  // namespace tributary::app::demonstration
