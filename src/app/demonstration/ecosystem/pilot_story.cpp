// The demonstration's protocols and pilots; see scene.h. Learners, marks and findings are invented.
#include <fmt/format.h>

#include <algorithm>

#include "app/demonstration/ecosystem/pilot_tale.h"
#include "evidence/distribution/random_numbers.h"

namespace tributary::app::demonstration {
namespace {

namespace eco = ecosystem;
using eco::Arm;

const std::string kFaults = "faults found of twelve";
const std::string kWords = "mark for explaining a fault";

eco::PilotProtocol repair_protocol() {
  return {.title = "Do repairs for neighbours train the finding of faults?",
          .question =
              "Do learners who repair for neighbours find more of twelve set faults than "
              "learners of the parallel class?",
          .design = eco::PilotDesignKind::pre_post_controlled,
          .unit = eco::AssignmentUnit::learner,
          .treated_arm = "One repair café a month for a term, five appliances a learner at least",
          .control_arm = "Training boards, the same number of hours",
          .outcomes = {{.name = kFaults,
                        .instrument = "A set of twelve faults, the same everywhere",
                        .timing = "In the first and the last week of the term",
                        .is_primary = true,
                        .is_attainment = true},
                       {.name = kWords,
                        .instrument = "The marking sheet, 0 to 10, by a teacher of another school",
                        .timing = "In the first and the last week of the term"}},
          .planned_treated = 120,
          .planned_control = 120,
          .pre_post_correlation = 0.7,
          .analysis_plan =
              "The difference of changes at each site, pooled over the sites by random "
              "effects. Learners without a second test are left out and counted.",
          .stopping_rule = "A site stops when somebody is hurt by an appliance."};
}

eco::PilotProtocol mentors_protocol() {
  return {.title = "Do visits of a mentor keep apprentices in training?",
          .question =
              "Do apprentices of very small firms spend more of their first hundred days "
              "in training where a mentor visits?",
          .design = eco::PilotDesignKind::cluster_randomised,
          .unit = eco::AssignmentUnit::provider,
          .treated_arm = "A visit every second week",
          .control_arm = "The same visits a year later",
          .outcomes = {{.name = "days in training of the first hundred",
                        .instrument = "Records of the training board",
                        .timing = "On the hundredth day of the contract",
                        .is_primary = true}},
          .planned_treated = 60,
          .planned_control = 60,
          .learners_in_a_group = 3,
          .intraclass_correlation = 0.1,
          .analysis_plan = "Means of both arms as drawn, adjusted for the firms.",
          .stopping_rule = "A firm stops when it or its apprentice asks for it."};
}

struct ClassOfLearners {
  std::string prefix;  ///< of the pseudonyms
  std::uint64_t seed = 0;
  int learners_in_an_arm = 0;
  int most_gained = 0;  ///< faults by which the café may help, each number as likely
  bool has_second_test = true;
};

/// Both outcomes of a learner, before and after, in whole marks: what they can do, and the luck of
/// the day. Whole numbers alone, so that every machine invents the same learners.
std::string learner_table(const ClassOfLearners& wanted) {
  constexpr int kAbilities = 5, kLucks = 3, kTerm = 2;
  evidence::RandomNumbers random(wanted.seed);
  const auto up_to = [&](int most) {
    return static_cast<int>(random.below(static_cast<std::uint64_t>(most) + 1));
  };
  std::string table = "learner,arm,group,outcome,before,after\n";
  int number = 0;
  for (const auto arm : {Arm::treated, Arm::control}) {
    for (int at = 0; at < wanted.learners_in_an_arm; ++at) {
      const auto learner = fmt::format("{}-{:03}", wanted.prefix, ++number);
      for (const auto& outcome : {kFaults, kWords}) {
        const int ability = up_to(kAbilities - 1);
        const int before = 1 + ability + up_to(kLucks - 1);
        const int helped = arm == Arm::treated ? up_to(wanted.most_gained) : 0;
        const int after = kTerm + ability + up_to(kLucks - 1) + helped;
        table += fmt::format("{},{},,{},{},{}\n", learner, name_of(arm), outcome, before,
                             wanted.has_second_test ? std::to_string(after) : std::string());
      }
    }
  }
  return table;
}

/// Ireland found nothing: the class had done repairs before, and the pilot says so.
std::vector<eco::ArmSummary> figures_of_ireland() {
  return {{.outcome = kFaults,
           .arm = Arm::treated,
           .learners = 31,
           .mean_before = 5.6,
           .deviation_before = 1.8,
           .mean_after = 6.7,
           .deviation_after = 1.9,
           .correlation = 0.68},
          {.outcome = kFaults,
           .arm = Arm::control,
           .learners = 29,
           .mean_before = 5.4,
           .deviation_before = 1.7,
           .mean_after = 6.6,
           .deviation_after = 1.8,
           .correlation = 0.71}};
}

/// Three sites of three countries told what they found, the fourth is running.
void tell_repair_pilots(Scene& scene) {
  ProtocolTale protocol(scene, "repair", "innoventum");
  protocol.registered(333, repair_protocol());
  protocol.found_a_lead(300, "pilot", "lmetb");
  protocol.found_a_lead(282, "innovator-cets", "cets");
  protocol.found_a_lead(215, "innovator-pitesti", "pitesti");

  auto finland = protocol.pilot("FI");
  finland.planned(331, "innovator-innoventum", "Demonstration vocational college, Finland");
  finland.recruited(329);
  finland.started(318);
  finland.counted(202, {.treated = {38, 37, 36, 36}, .control = eco::ArmFlow{37, 37, 36, 36}});
  finland.measured(
      201,
      learner_table({.prefix = "FI", .seed = 3301, .learners_in_an_arm = 36, .most_gained = 2}));
  finland.evaluated(196,
                    "Learners of the cafés found more of the twelve faults. Classes were not drawn "
                    "by lot; a teacher who likes the café may teach better in any case.");

  auto ireland = protocol.pilot("IE");
  ireland.planned(298, "pilot", "Demonstration training centre, Ireland");
  ireland.recruited(290);
  ireland.started(280);
  ireland.counted(124, {.treated = {36, 34, 31, 31}, .control = eco::ArmFlow{35, 33, 29, 29}});
  ireland.measured(123, figures_of_ireland());
  ireland.evaluated(118,
                    "No difference was found. Both classes had repaired appliances at home the "
                    "year before, so the café was not new to them; it does not show that a café "
                    "helps nobody.");

  auto portugal = protocol.pilot("PT");
  portugal.planned(268, "innovator-cets", "Demonstration school of trades, Portugal");
  portugal.recruited(262);
  portugal.started(244);
  portugal.counted(97, {.treated = {36, 35, 34, 34}, .control = eco::ArmFlow{36, 36, 34, 34}});
  portugal.measured(
      96,
      learner_table({.prefix = "PT", .seed = 1155, .learners_in_an_arm = 34, .most_gained = 2}));
  portugal.evaluated(93,
                     "Learners of the cafés found more of the twelve faults than those of the "
                     "parallel class, less so than in Finland: there were four cafés, not six.");

  auto romania = protocol.pilot("RO");
  romania.planned(205, "innovator-pitesti", "Demonstration technical school, Romania");
  romania.recruited(190);
  romania.started(92);
  romania.counted(61, {.treated = {24, 22, 0, 0}, .control = eco::ArmFlow{25, 23, 0, 0}});
  romania.measured(
      60, learner_table(
              {.prefix = "RO", .seed = 4012, .learners_in_an_arm = 22, .has_second_test = false}));
}

void tell_mentors_pilot(Scene& scene) {
  ProtocolTale protocol(scene, "mentors", "lmetb");
  protocol.registered(1202, mentors_protocol());
  auto ireland = protocol.pilot("IE");
  ireland.planned(1201, "pilot", "Thirty-eight firms of two counties");
  ireland.recruited(1200);
  ireland.started(1190);
  ireland.counted(1086, {.treated = {60, 58, 57, 57}, .control = eco::ArmFlow{59, 57, 55, 55}});
  ireland.measured(1085, {{.outcome = "days in training of the first hundred",
                           .arm = Arm::treated,
                           .learners = 57,
                           .groups = 19,
                           .mean_after = 92.4,
                           .deviation_after = 16.8},
                          {.outcome = "days in training of the first hundred",
                           .arm = Arm::control,
                           .learners = 55,
                           .groups = 19,
                           .mean_after = 78.1,
                           .deviation_after = 27.9}});
  ireland.evaluated(1080,
                    "Apprentices who were visited stayed longer. It is one trial in one country, "
                    "led by those who made it.");
}

}  // namespace

void tell_pilots(Scene& scene) {
  tell_mentors_pilot(scene);
  tell_repair_pilots(scene);
}

}  // namespace tributary::app::demonstration
