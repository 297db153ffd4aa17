#include "app/ecosystem/potential/potential_sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using Why = eco::PotentialReason;

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::string counted(double count, std::string_view one, std::string_view many) {
  return fmt::format("{:.0f} {}", count, count == 1 ? one : many);
}

std::string about_evidence(const eco::StatedReason& reason) {
  const auto& [code, numbers, names] = reason;
  switch (code) {
    case Why::evidence_level:
      return numbers[0] == 0 ? "Not even an account of why it should work is written down."
                             : fmt::format("Its evidence is on level {:.0f} of 5.", numbers[0]);
    case Why::would_raise:
      return "For the next level it takes: " + listed(names) + ".";
    case Why::pilots_worse:
      return counted(numbers[0], "reported pilot", "reported pilots") + " found it worse.";
    default:
      return counted(numbers[0], "reported pilot", "reported pilots") + " could not tell.";
  }
}

std::string about_effect(const eco::StatedReason& reason) {
  const auto& [code, numbers, names] = reason;
  const auto range = [&numbers = numbers](std::size_t at) {
    return fmt::format("{:+.2f} ({:+.2f} to {:+.2f})", numbers[at], numbers[at + 1],
                       numbers[at + 2]);
  };
  switch (code) {
    case Why::no_pilot:
      return "No pilot that was declared in advance has been analysed.";
    case Why::one_pilot:
      return "One pilot alone found " + range(0) + ".";
    case Why::pilots_together:
      return fmt::format("{:.0f} pilots together found {}.", numbers[0], range(1));
    case Why::not_pooled:
      return "Its pilots could not be pooled.";
    case Why::may_be_nothing:
      return "There may be no effect: the interval includes 0.";
    case Why::may_be_harm:
      return "Learners did worse: the interval lies below 0.";
    default:
      return "Without a control group a change may have come by itself.";
  }
}

std::string about_elsewhere(const eco::StatedReason& reason) {
  const auto& [code, numbers, names] = reason;
  const auto interval = [&numbers = numbers] {
    return fmt::format("{:+.2f} to {:+.2f}", numbers[0], numbers[1]);
  };
  switch (code) {
    case Why::too_few_to_predict:
      return fmt::format("Too few pilots to say what it does in a new place: {:.0f}, it takes 3.",
                         numbers[0]);
    case Why::likely_elsewhere:
      return "In a new place it is likely to help: " + interval() + ".";
    case Why::not_sure_elsewhere:
      return "In a new place it may do nothing, or harm: " + interval() + ".";
    case Why::harm_elsewhere:
      return "In a new place it is likely to harm: " + interval() + ".";
    case Why::pilots_differ:
      return fmt::format("Its pilots differ beyond chance: I² is {:.0f} %.", numbers[0] * 100);
    case Why::one_country:
      return "It was tried in one state only: " + listed(names) + ".";
    case Why::several_countries:
      return "It was tried in: " + listed(names) + ".";
    case Why::tried_here:
      return fmt::format("In {} it found {:+.2f} ({:+.2f} to {:+.2f}).", names[0], numbers[0],
                         numbers[1], numbers[2]);
    case Why::not_tried_here:
      return "No pilot in " + names[0] + " has an effect.";
    case Why::size_matters:
      return fmt::format("Larger pilots found {}: {:+.2f} for each hundred learners more.",
                         numbers[0] < 0 ? "less" : "more", numbers[0]);
    case Why::size_does_not_matter:
      return "Larger pilots found neither more nor less than small ones.";
    default:
      return fmt::format(
          "Too few pilots to say what goes with larger effects: {:.0f}, it takes {:.0f}.",
          numbers[0], numbers[1]);
  }
}

std::string about_scale(const eco::StatedReason& reason) {
  const auto& [code, numbers, names] = reason;
  switch (code) {
    case Why::no_case:
      return "No mainstreaming case has answered the questions on scale.";
    case Why::case_of_other_state:
      return "The answers are those of the case of " + names[0] + ".";
    case Why::answers:
      return fmt::format(
          "Of twelve questions: {:.0f} yes, {:.0f} partly, {:.0f} no, {:.0f} "
          "unknown.",
          numbers[0], numbers[1], numbers[2], numbers[3]);
    case Why::answered_no: {
      std::string items;
      for (const auto item : numbers) {
        items += fmt::format("{}{:.0f}", items.empty() ? "" : ", ", item);
      }
      return "Answered with no: question " + items + ".";
    }
    case Why::no_cost:
      return "What it costs a year for the whole state is not known.";
    case Why::cost_here:
      return fmt::format("For all providers of {} it costs EUR {:.0f} a year.", names[0],
                         numbers[0]);
    case Why::cost_elsewhere:
      return "A cost is known for: " + listed(names) + ".";
    case Why::cost_per_learner:
      return fmt::format("For a learner, {} recorded EUR {:.0f} to {:.0f}.",
                         numbers[2] == 1 ? "one pilot" : fmt::format("{:.0f} pilots", numbers[2]),
                         numbers[0], numbers[1]);
    default:
      return "What the product costs is written down.";
  }
}

std::string about_readiness(const eco::StatedReason& reason) {
  const auto& names = reason.names;
  switch (reason.code) {
    case Why::no_state_chosen:
      return "No Member State is chosen.";
    case Why::addresses_nothing:
      return "It names no element of the framework that it addresses.";
    case Why::no_application:
      return names[0] + " has not applied the framework, so its readiness is not known.";
    case Why::discontinued:
      return names[0] + " has discontinued its application of the framework.";
    case Why::ready_items:
      return "Ready there: " + listed(names) + ".";
    case Why::short_items:
      return "On the way there: " + listed(names) + ".";
    case Why::far_items:
      return "Absent or ad hoc there: " + listed(names) + ".";
    default:
      return "Not assessed there: " + listed(names) + ".";
  }
}

std::string about_spread(const eco::StatedReason& reason) {
  const auto& [code, numbers, names] = reason;
  switch (code) {
    case Why::nobody_heard:
      return "No provider was heard from.";
    case Why::nobody_uses:
      return "None of " + counted(numbers[0], "provider", "providers") + " heard from uses it.";
    case Why::in_use:
      return fmt::format("In use by {} in {}.", counted(numbers[0], "provider", "providers"),
                         counted(numbers[1], "state", "states"));
    case Why::given_up:
      return fmt::format("{:.0f} of {} that began with it gave it up.", numbers[0],
                         counted(numbers[1], "provider", "providers"));
    case Why::used_here:
      return fmt::format("In {} {:.0f} of {} heard from use it.", names[0], numbers[0],
                         counted(numbers[1], "provider", "providers"));
    case Why::not_used_here:
      return fmt::format("In {} none of {} heard from uses it.", names[0],
                         counted(numbers[0], "provider", "providers"));
    case Why::not_heard_here:
      return "No provider in " + names[0] + " was heard from.";
    case Why::forecast_to:
      return fmt::format(
          "By {:.0f} some {} will have adopted it ({:.0f} to {:.0f}), if it spreads as so far.",
          numbers[0], counted(std::round(numbers[1]), "provider", "providers"), numbers[2],
          numbers[3]);
    case Why::no_saturation:
      return "No saturation visible yet: adoption has not stopped growing, so there is no "
             "forecast.";
    case Why::too_few_years:
      return fmt::format("Too few whole years for a forecast: {:.0f}, it takes {:.0f}.", numbers[0],
                         numbers[1]);
    case Why::nobody_adopted:
      return "Nobody has adopted it in a whole year, so there is no forecast.";
    default:
      return "The years so far do not determine a curve, so there is no forecast.";
  }
}

}  // namespace

std::string sentence_of(const eco::StatedReason& reason) {
  if (reason.code <= Why::pilots_unclear) return about_evidence(reason);
  if (reason.code <= Why::no_control_group) return about_effect(reason);
  if (reason.code <= Why::size_does_not_matter) return about_elsewhere(reason);
  if (reason.code <= Why::cost_described) return about_scale(reason);
  if (reason.code <= Why::unassessed_items) return about_readiness(reason);
  return about_spread(reason);
}

}  // namespace tributary::app
