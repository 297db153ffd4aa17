#include "ecosystem/panel/starter_rubric.h"

#include <algorithm>
#include <span>

#include "ecosystem/innovation/default_gate_rules.h"

namespace tributary::ecosystem {
namespace {

struct StarterWords {
  std::string_view name, question;
  std::array<std::string_view, kScalePoints> anchors;
};

constexpr auto kStarterWords = std::to_array<StarterWords>({
    {"Ethics",
     "Are learners, staff and data protected?",
     {"Somebody may be harmed.", "Risks are seen, and nothing is done about them.",
      "The main risks are dealt with.", "All known risks are dealt with and watched.",
      "Learners took part in dealing with the risks."}},
    {"Relevance",
     "Does it answer a problem that learners, teachers or firms have?",
     {"No problem is named.", "The problem is asserted.", "The problem is shown for one place.",
      "The problem is shown for several places.",
      "Those who have the problem chose it as one of their first."}},
    {"Novelty",
     "What does it do that is not done where it would be used?",
     {"It is usual practice.", "It is new to one provider.", "It is new to most providers there.",
      "It is new to the country.", "Nothing like it is known in Europe."}},
    {"Feasibility",
     "Can it be tried with the people, time and money that there are?",
     {"Much of what it takes is missing.", "It depends on what nobody has promised.",
      "It can be tried in one place.", "It can be tried in several places.",
      "It runs already, with means that last."}},
    {"Equity",
     "Does it reach those who have least, and whom does it leave behind?",
     {"It makes gaps wider.", "Nobody has looked at it.", "It leaves gaps as they are.",
      "It reaches most who are usually left behind.", "It was shown to make gaps narrower."}},
    {"Strength of the evidence",
     "How sure can one be that it, and nothing else, made the difference?",
     {"There is an account only.", "Something changed among its users.",
      "A comparison speaks for it.", "A trial with a control group speaks for it.",
      "Several independent trials speak for it."}},
    {"Scalability",
     "Can others do it, without those who made it?",
     {"It hangs on its makers.", "Others need its makers by their side.",
      "Others can do it after long training.", "Others did it with the materials alone.",
      "Others did it at scale, in other systems."}},
    {"Cost for what it brings",
     "Is what it brings worth what it costs, for each learner?",
     {"Costs are not known.", "It costs more than what it would replace, and brings no more.",
      "It brings more and costs more.", "It brings more at the same cost.",
      "It brings more and costs less."}},
});

}  // namespace

Rubric starter_rubric(Stage stage) {
  const auto rule = *default_gate_rule(stage);
  Rubric rubric{.stage = stage,
                .title = stage == Stage::assessment ? "Assessment for mainstreaming"
                                                    : "First look at a proposal",
                .criteria = {},
                .required_assessments = rule.required_assessments,
                .must_meet_score = rule.must_meet_score,
                .threshold_hundredths = rule.threshold_hundredths};
  for (const auto& criterion : rule.criteria) {
    const auto* words = std::ranges::find(kStarterWords, criterion.name, &StarterWords::name);
    RubricCriterion one{.criterion = criterion, .question = std::string(words->question)};
    std::ranges::copy(words->anchors, one.anchors.begin());
    rubric.criteria.push_back(std::move(one));
  }
  return rubric;
}

}  // namespace tributary::ecosystem
