#include "app/demonstration/ecosystem/innovation_story.h"

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;
using eco::PipelineAct;

const std::string kOpenLicence =
    "All of it is under CC BY 4.0; the names of learners are left out.";

ProductNotes product(std::string materials, std::string training, std::string cost) {
  return {
      .materials = std::move(materials),
      .training = std::move(training),
      .cost = std::move(cost),
      .licence = kOpenLicence,
      .accessibility = "Read through with a screen reader, and captioned where there is sound."};
}

/// In use in Ireland since its adoption, and reviewed once.
void tell_mentors(Scene& scene) {
  InnovationTale tale(scene, "mentors", "lmetb");
  tale.proposed(
      1230, "IE",
      {.title = "A pool of mentors for apprentices in very small firms",
       .problem = "Apprentices in firms of under ten people have nobody but their employer "
                  "to turn to, and many leave within months.",
       .what_is_new = "Retired craftspeople of other firms visit every second week, paid "
                      "from a pool into which each firm puts a little.",
       .target_group = "Apprentices of firms with fewer than ten people",
       .eqf_levels = {3, 4},
       .isced_field = "0715",
       .setting = eco::Setting::workplace,
       .type = eco::OsloType::external_relations,
       .novelty = eco::NoveltyScope::member_state,
       .novelty_justification = "No pool across firms was known in the country.",
       .theory_of_change = "Who can speak to an outsider early does not have to quit to be "
                           "heard.",
       .intended_outcomes = {"fewer contracts end in the first year",
                             "employers ask for help before there is a conflict"},
       .resources = "One coordinator for sixty apprentices, and two hours a week of each "
                    "mentor",
       .licence = "CC-BY-4.0",
       .languages = {"en"},
       .projects = {"demo-562126-EPP-1-2015-1-IE-EPPKA3-PI-FORWARD"},
       .framework_items = {{"E7"}, {"P2"}}});
  tale.supported(1225, {"member", "innovator-fip", "innovator-pitesti"});
  tale.prepared(
      1218,
      {.ethics = "Passed by the board's committee; mentors are checked as youth workers are.",
       .data_protection = "Notes of visits stay with the mentor; only dates are collected.",
       .protocol_title = "Do visits of a mentor keep apprentices in training?",
       .protocol = "Forty firms, drawn by lot from eighty that applied; the others begin a "
                   "year later. Counted: contracts that are in force after twelve months."},
      "pilot");
  tale.taken_on(1214);
  tale.assessed(1208, {{4, 4, 3, 3}, {4, 3, 3, 4}},
                "A clear problem, and an answer that can be tried cheaply.");
  tale.decided(1204, PipelineAct::proceed,
               "Relevant in every county; the lot makes the trial fair.");
  tale.amended_protocol(
      1160, "Do visits of a mentor keep apprentices in training?",
      "As registered, with thirty-eight firms: two closed before their first visit.",
      "Two of the firms closed.");
  tale.learnt(1060,
              "Mentors need half a day of preparation; firms accept them once a neighbour did.");
  tale.assessed(1056, {{3, 3, 4}, {4, 3, 3}},
                "It ran as registered, and the amendment is explained.");
  tale.decided(1052, PipelineAct::proceed,
               "More apprentices stayed than in the firms that waited.");
  tale.described(1030, product("A handbook for coordinators and cards for the first four visits.",
                               "Half a day for mentors, one day for coordinators.",
                               "Counted by the team at the cost of travel and two hours a week."));
  tale.froze_evidence(1010, {"Report of the trial", "Counts by firm and month", "Handbook"});
  tale.assessed(1004, {{4, 4, 3, 3, 3}, {3, 4, 4, 3, 3}},
                "Everything is there to begin elsewhere.");
  tale.decided(1000, PipelineAct::proceed, "Materials, training and costs are complete.");
  tale.assessed(985, {{3, 3, 4, 3}, {4, 3, 3, 2}, {3, 2, 4, 3}},
                "Strong for its size; it should be repeated elsewhere.");
  tale.decided(980, PipelineAct::recommend,
               "Evidence from a fair draw, and a cost that firms carry.");
  tale.taken_up(960, "IE", "Demonstration council for further education",
                "It fits the national plan for apprenticeships.");
  tale.state_decided(920, "IE", PipelineAct::adopt, "All training boards may pay coordinators.",
                     900);
  tale.state_decided(
      40, "IE", PipelineAct::keep,
      "In its third year in force, eleven boards take part; the one that left was merged into its "
      "neighbour.");
}

/// Was in use in Portugal, and is no longer.
void tell_workshop(Scene& scene) {
  InnovationTale tale(scene, "workshop", "cets");
  tale.proposed(498, "PT",
                {.title = "One shared machine hall for the furniture schools of a valley",
                 .problem = "Each school owns an old saw and none can afford a milling centre.",
                 .what_is_new = "Five schools book one modern hall by the hour, run by the local "
                                "association of manufacturers.",
                 .target_group = "Learners of joinery and furniture making",
                 .eqf_levels = {4},
                 .isced_field = "0722",
                 .setting = eco::Setting::both,
                 .type = eco::OsloType::organisation,
                 .novelty = eco::NoveltyScope::region,
                 .novelty_justification = "Sharing existed for buses, and not for machines.",
                 .theory_of_change = "Hours on current machines make the step into work smaller.",
                 .intended_outcomes = {"each learner has forty hours on a milling centre"},
                 .resources = "A hall, two technicians and a booking list",
                 .licence = "CC-BY-4.0",
                 .languages = {"pt", "en"},
                 .projects = {},
                 .framework_items = {{"E4"}, {"P7"}}});
  tale.prepared(490,
                {.ethics = "No learner is graded by it during the trial.",
                 .data_protection = "Bookings carry the school's name alone.",
                 .protocol_title = "How many hours do learners reach in a shared hall?",
                 .protocol = "All five schools, before and after; hours are counted at the door."});
  tale.taken_on(485);
  tale.assessed(476, {{3, 4, 2, 3}, {3, 3, 2, 4}}, "Plain and useful.");
  tale.decided(472, PipelineAct::proceed, "The need is plain and the hall stands ready.");
  tale.learnt(400,
              "Transport takes an hour each way for two schools; blocks of a week work better.");
  tale.decided(396, PipelineAct::repeat, "It has to be seen with blocks of a week first.");
  tale.learnt(350, "In blocks of a week, learners of four schools reached forty hours.");
  tale.assessed(346, {{3, 3, 3}, {3, 2, 3}}, "The second round answers what the first left open.");
  tale.decided(342, PipelineAct::proceed,
               "Four schools of five reach the hours that were planned.");
  tale.described(325, product("House rules, a booking calendar and safety cards in two languages.",
                              "Two days at the machines for teachers.",
                              "Rent and technicians, shared by hours that were booked."));
  tale.froze_evidence(315, {"Hours at the door, by school", "Rules of the hall"});
  tale.assessed(310, {{3, 4, 3, 3, 3}, {4, 4, 3, 2, 3}}, "Complete.");
  tale.decided(306, PipelineAct::proceed, "The product is complete.");
  tale.assessed(298, {{3, 2, 3, 3}, {3, 3, 2, 3}, {2, 2, 3, 4}},
                "Hours are shown; what learners can do afterwards is not.");
  tale.recommended_with(294, "Worth having where schools lie close together.",
                        "Show what learners can do after forty hours.", 120);
  tale.taken_up(285, "PT", "Demonstration institute for qualification",
                "The region asks for a rule that lets schools pay by the hour.");
  tale.state_decided(260, "PT", PipelineAct::adopt_in_part,
                     "For schools within thirty kilometres of a hall.", 240);
  tale.state_decided(
      35, "PT", PipelineAct::de_implement,
      "The condition was not met, and three of five schools went back to machines of "
      "their own. The rule is lifted; the hall stays open to who pays.");
}

/// Before the Romanian authority.
void tell_welding(Scene& scene) {
  InnovationTale tale(scene, "welding", "arges");
  tale.proposed(
      470, "RO",
      {.title = "Welding practice that comes by bus",
       .problem = "Village schools teach welding from books, as gas and steel cost too much.",
       .what_is_new = "A bus with four simulators stays two weeks at a school, with a "
                      "welder of a local company at its side.",
       .target_group = "Learners of metal trades in rural schools",
       .eqf_levels = {3},
       .isced_field = "0715",
       .setting = eco::Setting::school,
       .type = eco::OsloType::product,
       .novelty = eco::NoveltyScope::member_state,
       .novelty_justification = "Simulators stood in two cities, and nowhere else.",
       .theory_of_change = "Hundreds of cheap tries come before the first real seam.",
       .intended_outcomes = {"more learners pass the first practical test"},
       .resources = "A bus, a driver, four simulators and a welder for two weeks",
       .licence = "CC-BY-SA-4.0",
       .languages = {"ro"},
       .projects = {},
       .framework_items = {{"E9"}, {"E7"}}});
  tale.supported(465, {"innovator-pitesti", "organisation"});
  tale.prepared(460,
                {.ethics = "Parents agree in writing; who gets ill at a screen stops.",
                 .data_protection = "Results are stored under a number that the school keeps.",
                 .protocol_title = "Do simulators help towards the first practical test?",
                 .protocol = "Twelve schools in pairs of like size; one of each pair has the bus "
                             "before the test, the other one after it."});
  tale.taken_on(455);
  tale.assessed(448, {{4, 4, 3, 2}, {3, 4, 4, 2}},
                "The pairs are well thought of; the road is the risk.");
  tale.decided(444, PipelineAct::proceed, "The schools are those that are reached least.");
  tale.learnt(310, "The bus cannot cross two of the bridges in winter; those pairs went in May.");
  tale.assessed(305, {{3, 4, 4}, {4, 3, 4}}, "Run as registered but for the season of two pairs.");
  tale.decided(300, PipelineAct::proceed,
               "In ten of twelve pairs the school with the bus did better.");
  tale.described(270, product("Forty exercises and a plan for the two weeks.",
                              "A day for the teacher, before the bus comes.",
                              "Cost for each school and week, with fuel and driver."));
  tale.froze_evidence(255, {"Results in pairs", "Plan of the two weeks"});
  tale.assessed(250, {{3, 3, 4, 3, 2}, {3, 4, 3, 3, 2}}, "Complete, if dear.");
  tale.decided(246, PipelineAct::proceed, "Complete; the cost is stated openly.");
  tale.assessed(225, {{4, 3, 3, 2}, {4, 3, 4, 1}, {3, 4, 3, 2}}, "It reaches whom others do not.");
  tale.decided(220, PipelineAct::recommend,
               "A clear result in pairs, and a gain for rural schools.");
  tale.taken_up(75, "RO", "Demonstration centre for technical education",
                "The regulation that is being written could name shared equipment.");
}

/// Recommended, and declined by the first authority that took it up.
void tell_diaries(Scene& scene) {
  InnovationTale tale(scene, "diaries", "cardet");
  tale.proposed(
      440, "CY",
      {.title = "Learning diaries that are spoken, not written",
       .problem = "Hotel trainees who write little leave their training records empty.",
       .what_is_new = "They speak for two minutes after a shift; a telephone keeps it, and "
                      "the tutor answers by voice.",
       .target_group = "Adults in hotel training who find writing hard",
       .eqf_levels = {2, 3},
       .isced_field = "1013",
       .setting = eco::Setting::both,
       .type = eco::OsloType::pedagogy,
       .novelty = eco::NoveltyScope::eu,
       .novelty_justification = "Records by voice were found for nurses only.",
       .theory_of_change = "Reflection does not need a pen, and feedback comes sooner.",
       .intended_outcomes = {"records are kept through the season",
                             "tutors notice unsafe habits earlier"},
       .resources = "A telephone line, storage, and ten minutes of a tutor a day",
       .licence = "EUPL-1.2",
       .languages = {"el", "en"},
       .projects = {},
       .framework_items = {{"E9"}, {"P9"}}});
  tale.prepared(432,
                {.ethics = "Trainees may delete what they said, without a reason.",
                 .data_protection = "Recordings are deleted after the certificate; never shared.",
                 .protocol_title = "Are spoken records kept longer than written ones?",
                 .protocol = "Sixty trainees, one season, drawn by lot to voice or paper."});
  tale.taken_on(428);
  tale.assessed(420, {{3, 4, 4, 3}, {4, 4, 3, 3}}, "Careful with what is said in confidence.");
  tale.decided(416, PipelineAct::proceed, "New, fair to those it is for, and easily stopped.");
  tale.learnt(290, "Nobody speaks in front of guests; a quiet corner matters more than the app.");
  tale.decided(286, PipelineAct::adapt, "The corner belongs to it and has to be described.");
  tale.described(262, product("Prompts for eight weeks, and a drawing of the corner.",
                              "Two hours for tutors on answering by voice.",
                              "The line, the storage and the tutor's minutes."));
  tale.froze_evidence(240, {"Records kept, by week", "What tutors noticed"});
  tale.assessed(235, {{4, 3, 3, 3, 3}, {4, 4, 3, 4, 2}}, "Complete, and accessible by nature.");
  tale.decided(231, PipelineAct::proceed, "Complete.");
  tale.assessed(212, {{3, 3, 3, 3}, {3, 2, 3, 3}, {4, 3, 2, 3}},
                "Voice was kept up; whether work is safer stays open.");
  tale.recommended_with(208, "It helps those who leave paper empty.",
                        "Have the deletion of recordings checked from outside.", -30);
  tale.taken_up(110, "CY", "Demonstration human resource office",
                "Hotels ask for records that seasonal staff can keep.");
  tale.state_decided(
      28, "CY", PipelineAct::decline,
      "Records by voice have no standing in the present law on certificates. Another "
      "state may come to another view.");
}

/// Its last gate waits for two of three reviewers.
void tell_repair(Scene& scene) {
  InnovationTale tale(scene, "repair", "innoventum");
  tale.proposed(
      360, "FI",
      {.title = "A repair café as graded coursework",
       .problem = "Electrical learners repair the same training boards for three years.",
       .what_is_new = "Neighbours bring broken appliances once a month; diagnosis, talk and "
                      "repair count towards the grade.",
       .target_group = "Second-year learners of electrical trades",
       .eqf_levels = {4},
       .isced_field = "0713",
       .setting = eco::Setting::school,
       .type = eco::OsloType::pedagogy,
       .novelty = eco::NoveltyScope::provider,
       .novelty_justification = "Such cafés are run by volunteers, outside the curriculum.",
       .theory_of_change = "Unknown faults and a waiting owner train judgement.",
       .intended_outcomes = {"learners explain a fault in plain words",
                             "two of three appliances leave repaired"},
       .resources = "A room, a safety tester and one evening a month",
       .licence = "CC-BY-4.0",
       .languages = {"fi", "sv", "en"},
       .projects = {},
       .framework_items = {{"P1"}, {"E5"}}});
  tale.supported(355, {"member", "innovator-lousada"});
  tale.prepared(350,
                {.ethics = "A teacher tests each appliance before it leaves.",
                 .data_protection = "Owners leave a first name and nothing else.",
                 .protocol_title = "Do repairs for neighbours train the finding of faults?",
                 .protocol = "Two classes, one with cafés, one without; a set of twelve faults "
                             "before and after."});
  tale.taken_on(346);
  tale.assessed(338, {{4, 3, 2, 4}, {3, 4, 2, 4}}, "Not new to the world, and well placed here.");
  tale.decided(334, PipelineAct::proceed, "Feasible, liked, and tested against a second class.");
  tale.learnt(180, "Five appliances a learner are enough; more become routine.");
  tale.assessed(176, {{3, 3, 4}, {3, 4, 3}}, "As registered.");
  tale.decided(172, PipelineAct::proceed, "The class with cafés found more of the twelve faults.");
  tale.described(100, product("Marking sheet, safety sheet and a letter to neighbours.",
                              "One evening beside a colleague who has done it.",
                              "The tester once, then coffee and spare parts."));
  tale.froze_evidence(85, {"The twelve faults, before and after", "Marking sheet"});
  tale.assessed(78, {{3, 4, 4, 3, 3}, {4, 4, 4, 3, 4}}, "Ready to be copied.");
  tale.decided(74, PipelineAct::proceed, "Complete.");
  tale.assessed(18, {{4, 3, 4, 4}}, "Two classes are few, and the effect is plain.");
}

}  // namespace

void tell_far_innovations(Scene& scene) {
  tell_mentors(scene);
  tell_workshop(scene);
  tell_welding(scene);
  tell_diaries(scene);
  tell_repair(scene);
}

}  // namespace tributary::app::demonstration
