#include "app/demonstration/ecosystem/innovation_story.h"

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;
using eco::PipelineAct;

/// Being developed: part of its product is described.
void tell_night_classes(Scene& scene) {
  InnovationTale tale(scene, "night", "mcrsdp");
  tale.proposed(
      400, "IE",
      {.title = "Classes at four in the morning for care assistants",
       .problem = "Who works nights in care homes cannot come to any course.",
       .what_is_new = "Teaching takes place on the ward in the quiet hour, twenty minutes "
                      "at a time, with a stand-in for the bell.",
       .target_group = "Care assistants on permanent nights",
       .eqf_levels = {4, 5},
       .isced_field = "0913",
       .setting = eco::Setting::workplace,
       .type = eco::OsloType::organisation,
       .novelty = eco::NoveltyScope::region,
       .novelty_justification = "Evening classes exist; none is held at night.",
       .theory_of_change = "A course that comes to the shift does not compete with sleep.",
       .intended_outcomes = {"night staff reach the certificate as often as day staff"},
       .resources = "A teacher for two nights a week and a stand-in",
       .licence = "CC-BY-4.0",
       .languages = {"en"},
       .projects = {},
       .framework_items = {{"E9"}, {"E3"}}},
      {{"mentors", eco::LineageKind::reimagines}});
  tale.prepared(392, {.ethics = "Residents come first: a lesson ends when the bell rings.",
                      .data_protection = "No resident is ever spoken of by name.",
                      .protocol_title = "Can a certificate be reached by night lessons?",
                      .protocol = "Three homes, one year, against day staff of the same homes."});
  tale.taken_on(388);
  tale.assessed(380, {{3, 4, 4, 2}, {3, 3, 4, 3}},
                "Bold. Residents are safe by the rule of the bell.");
  tale.decided(376, PipelineAct::proceed, "Nobody else reaches these people.");
  tale.learnt(150,
              "Twenty minutes is the most; wards of two floors cannot be covered by one stand-in.");
  tale.decided(146, PipelineAct::adapt, "The stand-in for two floors has to be worked out.");
  tale.its_team_chose(139, PipelineAct::park, "The teacher fell ill and nobody else does nights.");
  tale.its_team_chose(96, PipelineAct::resume, "A second teacher has been found.");
}

/// Being tried in Portugal; it adapts what Ireland has adopted.
void tell_solar(Scene& scene) {
  InnovationTale tale(scene, "solar", "lousada");
  tale.proposed(
      240, "PT",
      {.title = "Roofers learn solar mounting in paid afternoons",
       .problem = "Small roofing companies turn solar orders down for want of trained staff.",
       .what_is_new = "The town hall releases its own roofs; crews mount panels there under "
                      "instruction and are paid for it.",
       .target_group = "Roofers without an electrical certificate",
       .eqf_levels = {4},
       .isced_field = "0713",
       .setting = eco::Setting::workplace,
       .type = eco::OsloType::external_relations,
       .novelty = eco::NoveltyScope::member_state,
       .novelty_justification = "Town roofs were never used as a place of training.",
       .theory_of_change = "Paid practice removes the choice between earning and learning.",
       .intended_outcomes = {"thirty roofers certified in a year"},
       .resources = "Twelve roofs, an instructor and wages for forty afternoons",
       .licence = "CC-BY-4.0",
       .languages = {"pt"},
       .projects = {},
       .framework_items = {{"E4"}, {"E7"}}},
      {{"mentors", eco::LineageKind::adapts}});
  tale.supported(230, {"innovator-cets", "innovator-lmetb", "member"});
  tale.prepared(225,
                {.ethics = "Harness and second person on every roof, learner or not.",
                 .data_protection = "Hours go to payroll and nowhere else.",
                 .protocol_title = "Do paid afternoons lead to certificates?",
                 .protocol = "All crews that sign up; certificates within a year, compared with "
                             "those of the two years before."});
  tale.taken_on(220);
  tale.assessed(212, {{4, 4, 3, 3}, {4, 3, 3, 2}},
                "Where the need is, and with the town behind it.");
  tale.decided(208, PipelineAct::proceed, "Safe, wanted and paid for.");
  tale.learnt(14, "Half of the crews come on rainy days only; a covered practice roof helps.");
  tale.assessed(9, {{3, 2, 4}, {3, 3, 3}}, "The covered roof came late in the trial.");
}

/// Short of its threshold; the chair wants it to go on all the same.
void tell_logbook(Scene& scene) {
  InnovationTale tale(scene, "logbook", "pitesti");
  tale.proposed(
      130, "RO",
      {.title = "An apprentice's logbook in three home languages",
       .problem = "Records in the language of instruction say little of what was understood.",
       .what_is_new = "Entries are made in Romanian, Hungarian or Romani, and read with a "
                      "glossary that the learners write themselves.",
       .target_group = "Learners whose home language is another one",
       .eqf_levels = {3},
       .isced_field = "0732",
       .setting = eco::Setting::both,
       .type = eco::OsloType::pedagogy,
       .novelty = eco::NoveltyScope::member_state,
       .novelty_justification = "Glossaries exist, and none that learners wrote.",
       .theory_of_change = "Who can name a tool in two languages has understood it.",
       .intended_outcomes = {"entries become longer over the year"},
       .resources = "Printing, and a speaker of each language an hour a week",
       .licence = "CC-BY-4.0",
       .languages = {"ro", "hu"},
       .projects = {},
       .framework_items = {{"E9"}, {"P1"}}});
  tale.prepared(120, {.ethics = "No learner has to say which language is spoken at home.",
                      .data_protection = "Logbooks belong to the learners.",
                      .protocol_title = "Does a home language lengthen what is written?",
                      .protocol = "Four classes, words counted by month."});
  tale.taken_on(115);
  tale.assessed(60, {{3, 2, 2, 1}, {4, 2, 2, 2}}, "Worthy; the speakers will be hard to find.");
  tale.override_proposed(
      22, PipelineAct::proceed,
      "The reviewers doubt that speakers can be found. The county has named them "
      "since, and the school year begins only once.");
}

/// Just proposed, and not complete.
void tell_teacher_swap(Scene& scene) {
  InnovationTale tale(scene, "swap", "innoventum");
  tale.proposed(
      16, "FI",
      {.title = "Teachers and foremen swap desks for a week",
       .problem = "Neither knows what the other asks of the same learner.",
       .what_is_new = "Both do the other's job for five days, and plan the term together.",
       .target_group = "Teachers and workplace instructors",
       .eqf_levels = {},
       .isced_field = "",
       .setting = {},
       .type = {},
       .novelty = {},
       .novelty_justification = "",
       .theory_of_change = "",
       .intended_outcomes = {},
       .resources = "",
       .licence = "",
       .languages = {"fi"},
       .projects = {},
       .framework_items = {}});
  tale.supported(11, {"agency-fi"});
}

/// Resting while it is developed.
void tell_kitchen(Scene& scene) {
  InnovationTale tale(scene, "kitchen", "euc");
  tale.proposed(380, "CY",
                {.title = "A hospital kitchen in virtual reality",
                 .problem = "Diet cooks cannot practise allergies on real patients.",
                 .what_is_new = "Orders, mistakes and their consequences are played through in a "
                                "headset, with a dietician beside.",
                 .target_group = "Cooks who specialise in diets",
                 .eqf_levels = {5},
                 .isced_field = "1013",
                 .setting = eco::Setting::school,
                 .type = eco::OsloType::product,
                 .novelty = eco::NoveltyScope::eu,
                 .novelty_justification = "Kitchens were simulated for speed, never for allergies.",
                 .theory_of_change = "A mistake that hurts nobody is remembered.",
                 .intended_outcomes = {"fewer wrong trays in the practical exam"},
                 .resources = "Six headsets and a programmer for a year",
                 .licence = "EUPL-1.2",
                 .languages = {"el", "en"},
                 .projects = {},
                 .framework_items = {{"E6"}, {"P9"}}});
  tale.prepared(372, {.ethics = "Half an hour at most, seated.",
                      .data_protection = "Gaze is not recorded.",
                      .protocol_title = "Are fewer wrong trays served after practice in a headset?",
                      .protocol = "Two groups by lot, twenty trays each in the exam."});
  tale.taken_on(368);
  tale.assessed(360, {{3, 3, 4, 2}, {3, 2, 4, 3}}, "Dear, and useful where lives depend on it.");
  tale.decided(356, PipelineAct::proceed, "The risk of learning it otherwise is real.");
  tale.learnt(200, "Headsets make a third of learners dizzy; a screen does nearly as well.");
  tale.assessed(196, {{3, 2, 2}, {3, 3, 2}}, "Honest about the dizziness.");
  tale.decided(192, PipelineAct::proceed, "With a screen as the first choice.");
  tale.its_team_chose(125, PipelineAct::park,
                      "The programmer has left; we look for a partner with one.");
}

}  // namespace

void tell_young_innovations(Scene& scene) {
  tell_night_classes(scene);
  tell_solar(scene);
  tell_logbook(scene);
  tell_teacher_swap(scene);
  tell_kitchen(scene);
}

}  // namespace tributary::app::demonstration
