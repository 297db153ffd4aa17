#include "app/demonstration/ecosystem/innovation_story.h"

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;
using eco::PipelineAct;

/// Stopped by its trial: as findable as what worked.
void tell_drones(Scene& scene) {
  InnovationTale tale(scene, "drones", "cardet");
  tale.proposed(420, "CY",
                {.title = "Surveying by drone in bricklayers' training",
                 .problem = "Measuring a site takes learners two days of a four-week placement.",
                 .what_is_new = "A drone measures in an hour, and the days go into building.",
                 .target_group = "Bricklayers in their last year",
                 .eqf_levels = {4},
                 .isced_field = "0732",
                 .setting = eco::Setting::workplace,
                 .type = eco::OsloType::product,
                 .novelty = eco::NoveltyScope::member_state,
                 .novelty_justification = "Drones were used by surveyors, not by learners.",
                 .theory_of_change = "Less waiting leaves more building.",
                 .intended_outcomes = {"two more days of building in a placement"},
                 .resources = "Two drones and a licensed pilot",
                 .licence = "CC-BY-4.0",
                 .languages = {"el"},
                 .projects = {},
                 .framework_items = {{"E4"}, {"P3"}}});
  tale.prepared(412, {.ethics = "Neighbours are told before each flight.",
                      .data_protection = "Pictures of people are deleted the same day.",
                      .protocol_title = "Are days of building gained?",
                      .protocol = "Ten placements with a drone, ten without; days by activity."});
  tale.taken_on(408);
  tale.assessed(400, {{3, 3, 3, 3}, {3, 4, 2, 3}}, "Simple to try and to count.");
  tale.decided(395, PipelineAct::proceed, "A trial of twenty placements will tell.");
  tale.learnt(270,
              "Permits took longer than measuring by hand. Learners asked to measure themselves.");
  tale.decided(266, PipelineAct::stop,
               "No day was gained in ten placements, and learners missed measuring. That is worth "
               "knowing, and published with all counts.");
}

/// Rejected at the first gate.
void tell_badges(Scene& scene) {
  InnovationTale tale(scene, "badges", "arges");
  tale.proposed(310, "RO",
                {.title = "Badges for being there",
                 .problem = "One in five learners misses the first lesson of the day.",
                 .what_is_new = "Attendance earns a badge that employers can look up.",
                 .target_group = "All learners of a technical college",
                 .eqf_levels = {3, 4},
                 .isced_field = "0111",
                 .setting = eco::Setting::school,
                 .type = eco::OsloType::organisation,
                 .novelty = eco::NoveltyScope::provider,
                 .novelty_justification = "Badges were given for skills until now.",
                 .theory_of_change = "What is seen by employers is taken seriously.",
                 .intended_outcomes = {"fewer empty chairs at eight"},
                 .resources = "A register that is open to employers",
                 .licence = "CC0-1.0",
                 .languages = {"ro"},
                 .projects = {},
                 .framework_items = {{"P3"}}});
  tale.taken_on(304);
  tale.assessed(296, {{1, 2, 1, 3}, {1, 3, 1, 2}},
                "Why learners come late is not asked; it may be the bus.");
  tale.decided(290, PipelineAct::reject,
               "Employers would see who is ill or poor. The problem is real and the timetable of "
               "buses a better place to begin.");
}

/// The same as the mentors, seen from another side.
void tell_mentors_on_call(Scene& scene) {
  InnovationTale tale(scene, "on-call", "fip");
  tale.proposed(
      482, "IE",
      {.title = "Craftspeople on call for new apprentices",
       .problem = "When something goes wrong at work a first-year has no number to ring.",
       .what_is_new = "A rota of experienced tradespeople answers in the evenings.",
       .target_group = "First-year apprentices",
       .eqf_levels = {3},
       .isced_field = "0715",
       .setting = eco::Setting::workplace,
       .type = eco::OsloType::external_relations,
       .novelty = eco::NoveltyScope::region,
       .novelty_justification = "Help lines exist, and are not staffed by the trade.",
       .theory_of_change = "A call the same evening keeps a bad day from ending a contract.",
       .intended_outcomes = {"fewer contracts end in winter"},
       .resources = "A telephone and six volunteers",
       .licence = "CC-BY-4.0",
       .languages = {"en"},
       .projects = {},
       .framework_items = {{"E7"}}});
  tale.supported(479, {"innovator-mcrsdp", "innovator-fip"});
  tale.taken_on(477);
  tale.merged_into(471, "mentors",
                   "Both bring an experienced outsider to the apprentice; the rota becomes part of "
                   "the pool, and its supporters come along.");
}

/// Given up by who proposed it.
void tell_bakers(Scene& scene) {
  InnovationTale tale(scene, "bakers", "innoventum");
  tale.proposed(200, "FI",
                {.title = "Programming for bakers",
                 .problem = "Ovens come with software that nobody in the bakery can change.",
                 .what_is_new = "Four Saturdays of scripting, on the oven's own controller.",
                 .target_group = "Journeymen in small bakeries",
                 .eqf_levels = {4},
                 .isced_field = "0721",
                 .setting = eco::Setting::both,
                 .type = eco::OsloType::product,
                 .novelty = eco::NoveltyScope::eu,
                 .novelty_justification = "No maker teaches it to users.",
                 .theory_of_change = "Who can read the programme can mend it.",
                 .intended_outcomes = {"recipes are changed without a service visit"},
                 .resources = "One controller and a trainer",
                 .licence = "CC-BY-4.0",
                 .languages = {"fi"},
                 .projects = {},
                 .framework_items = {{"P1"}}},
                {{"repair", eco::LineageKind::reimagines}});
  tale.its_team_chose(165, PipelineAct::withdraw,
                      "The maker ends the warranty of an oven whose programme was changed.");
}

}  // namespace

void tell_ended_innovations(Scene& scene) {
  tell_drones(scene);
  tell_badges(scene);
  tell_mentors_on_call(scene);
  tell_bakers(scene);
}

}  // namespace tributary::app::demonstration
