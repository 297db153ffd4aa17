#include "ecosystem/framework/starter_framework.h"

namespace tributary::ecosystem {
namespace {

FrameworkItem item(ItemKind kind, std::string key, std::string name, std::string text,
                   std::array<std::string, kLevels> levels, std::vector<std::string> evidence) {
  return {.key = {std::move(key)},
          .kind = kind,
          .name = std::move(name),
          .text = std::move(text),
          .level_descriptors = std::move(levels),
          .evidence_types = std::move(evidence)};
}

std::vector<FrameworkItem> elements() {
  constexpr auto kElement = ItemKind::element;
  return {
      item(kElement, "E1", "Shared definition and vision",
           "All who take part mean the same by innovation in VET, and know what it is to achieve.",
           {"Innovation is not defined; everyone means something else.",
            "Single projects or providers have a definition of their own.",
            "A common definition is written and being discussed with providers and partners.",
            "The definition is agreed, published and used in calls and decisions.",
            "Definition and vision are reviewed with all who use them, and changed by what was "
            "learnt."},
           {"published text", "minutes of its agreement", "calls that refer to it"}),
      item(kElement, "E2", "Governance and multi-stakeholder team",
           "A named team of providers, enterprises, learners, research and authorities steers the "
           "ecosystem and can decide.",
           {"Nobody is in charge.", "One body steers alone, or a group meets for a single project.",
            "A team of several kinds of members meets, without a mandate to decide.",
            "The team has a mandate, rules and regular meetings; its decisions are public.",
            "The team's composition and work are assessed, and it renews itself."},
           {"mandate or terms of reference", "list of members", "public decisions"}),
      item(kElement, "E3", "People: skills, time and recognition",
           "Teachers, trainers and leaders can learn to innovate, have hours for it and gain from "
           "it.",
           {"Innovating is left to free time.",
            "Single people are released or trained where a project pays.",
            "Training is on offer, and some providers set hours aside.",
            "Skills, hours and recognition are part of job profiles and plans.",
            "What people need is asked regularly, and careers reward sharing and learning."},
           {"training offers and numbers", "hours in staff plans", "rules on careers or awards"}),
      item(kElement, "E4", "Resources",
           "Money, equipment and places to try things are there for as long as it takes.",
           {"There is no budget.", "Money comes from single projects and ends with them.",
            "A budget for trials exists; going on afterwards is open.",
            "Funding covers all stages from idea to use, by known rules.",
            "Spending follows evidence: money leaves what does not work and stays with what does."},
           {"budget lines", "funding rules", "accounts of what was spent on which stage"}),
      item(kElement, "E5", "Process from open call to assessment",
           "There is a known way from an idea to a decision, open to all, with gates and reasons.",
           {"Ideas are taken up by chance.", "Calls are held now and then, each in its own way.",
            "Stages and criteria are written down and tried.",
            "Calls, gates and criteria are regular and public; decisions carry reasons.",
            "Times, outcomes and complaints are watched, and the process is changed by them."},
           {"published calls", "gate decisions with reasons", "times in each stage"}),
      item(kElement, "E6", "Evidence and measurement",
           "What is tried is measured in a way that was settled before, and the results can be "
           "checked.",
           {"Results are not measured.", "Projects report what went well.",
            "Outcomes are measured in some trials, with methods chosen each time.",
            "Protocols are registered, data are kept, and independent people look at them.",
            "Results of several trials are put together and change what is done."},
           {"registered protocols", "published results, negative ones too", "independent reviews"}),
      item(kElement, "E7", "Partnership with enterprises and research",
           "Enterprises and research take part in finding, testing and using new approaches.",
           {"There are no such partners.", "Partners lend their names, or meet for one project.",
            "Some partners work in trials and share what they learn.",
            "Partnerships are lasting, with roles and benefits for each side.",
            "Partners shape what is tried next, and new ones join."},
           {"agreements", "partners' part in trials", "results used by partners"}),
      item(
          kElement, "E8", "Route into policy and practice",
          "What has proved itself can become everyday practice, and it is known who decides that.",
          {"Results end with the project.", "Results are presented, and some people pick them up.",
           "Levers and authorities are named; single results were taken up.",
           "Cases are put forward in a set form, decided with reasons, and followed up.",
           "Adoption is watched; what was taken up is kept, changed or ended by evidence."},
          {"mainstreaming decisions", "changed curricula, standards or rules", "adoption records"}),
      item(kElement, "E9", "Equity and inclusion",
           "New approaches reach learners who have least, and nobody is worse off for them.",
           {"Nobody asks who gains.", "Some projects address disadvantaged learners.",
            "Calls ask for the effect on groups of learners, and access is checked.",
            "Results are told by group; accessibility is a condition.",
            "Gaps between groups are followed over years and become smaller."},
           {"results by group of learners", "accessibility checks", "criteria in calls"}),
  };
}

std::vector<FrameworkItem> principles() {
  constexpr auto kPrinciple = ItemKind::principle;
  return {
      item(kPrinciple, "P1", "Bottom-up first",
           "Whoever teaches, trains or learns can bring an idea, and is heard first.",
           {"Ideas come from above only.", "Ideas from below are welcome where someone asks.",
            "A way to bring ideas exists and is known to some.",
            "Most of what is tried came from providers and learners.",
            "It is watched whose ideas are tried, and who is missing is sought."},
           {"origin of ideas in the pipeline"}),
      item(kPrinciple, "P2", "Two perspectives in every team",
           "Every team has members with at least two different views of the problem.",
           {"Teams are of one kind.", "Mixed teams happen.",
            "Calls recommend teams of two perspectives.", "Every team has two; a gate checks it.",
            "Teams are mixed by what the problem asks, and that is learnt from."},
           {"composition of teams"}),
      item(kPrinciple, "P3", "Problem before solution",
           "First it is shown whose problem is answered, then what the answer is.",
           {"Solutions look for a use.", "Problems are named without proof.",
            "Proposals state the problem and who has it.",
            "The problem is checked with those who have it before anything is built.",
            "Known problems are kept and set the themes of calls."},
           {"problem statements", "interviews or data behind them"}),
      item(kPrinciple, "P4", "Proportionate evidence, declared in advance",
           "How much evidence is enough depends on cost and risk, and is settled before the trial.",
           {"Evidence is not thought of.", "It is collected afterwards.",
            "Trials say before what they will measure.",
            "What is measured, how and how much is registered before, by size and risk.",
            "Requirements are adjusted where they proved too small or too heavy."},
           {"time stamps of protocols and data"}),
      item(
          kPrinciple, "P5", "Openness, failures included",
          "What was tried, what came of it and what it cost can be found by everyone, whatever the "
          "result.",
          {"Results are not published.", "Successes are.", "Most results are, in various places.",
           "All are, in one place, with materials under an open licence.",
           "Failures are used: later proposals refer to them."},
          {"published results by outcome", "licences"}),
      item(kPrinciple, "P6", "Independent assessment",
           "Nobody judges what is their own, and who judges is named.",
           {"Teams judge themselves.", "Funders judge at the end.",
            "Outsiders take part in some assessments.",
            "All assessments are by people without a stake, who declare it.",
            "Agreement among assessors is looked at, and they are trained by it."},
           {"declarations of interest", "lists of assessors"}),
      item(
          kPrinciple, "P7", "Scale in mind from the start",
          "It is asked early whether it could work everywhere, by ordinary means.",
          {"Scale is no question.", "It comes up at the end.", "Proposals say how it could spread.",
           "Cost, simplicity and ordinary conditions are looked at from the first gate on.",
           "What spread and what did not changes how trials are set up."},
          {"scalability checklists", "costs for each learner"}),
      item(kPrinciple, "P8", "Adapt or explain",
           "A state or provider fits an element to its own conditions, or says why it does not "
           "apply "
           "it.",
           {"Elements are ignored silently.", "Some deviations are known.",
            "Adaptations are written down.",
            "Every element is applied, adapted or explained, in public.",
            "Adaptations that work better come back as amendments."},
           {"adaptation texts and explanations"}),
      item(kPrinciple, "P9", "Learners' interest and data protection",
           "Trials are in the interest of those who learn, with their consent, and their data are "
           "safe.",
           {"Nobody checks.", "Single projects have a consent form.", "Rules exist and are known.",
            "Every trial has an ethics and a data-protection note before it begins.",
            "Learners take part in writing the rules, and breaches are reported and learnt from."},
           {"ethics and data-protection notes"}),
      item(kPrinciple, "P10", "Stop what does not work",
           "What does not help is ended in time, without shame, and its means are set free.",
           {"Nothing is ever stopped.", "Things end when the money does.",
            "Some trials were stopped for their results.",
            "Stopping rules are set before, and are followed.",
            "What was in use is reviewed, and ended where it no longer helps."},
           {"stopped trials with reasons", "reviews of what is in use"}),
  };
}

}  // namespace

FrameworkVersion starter_framework() {
  FrameworkVersion version{.number = {0, 1, 0},
                           .title = "Common elements and principles of innovation in VET",
                           .items = elements()};
  for (auto& principle : principles()) version.items.push_back(std::move(principle));
  return version;
}

}  // namespace tributary::ecosystem
