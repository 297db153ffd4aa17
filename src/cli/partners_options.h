// cli/partners_options.h
//
// The command that finds partners, with its options. `command_line.cpp` alone includes it: it gives
// its program and how it adds a command to one, so that CLI11 is named in that file only.
#pragma once

#include "cli/commands/commands.h"

namespace tributary::cli {

/// `add_command(parent, name, purpose, common, examples)` gives back the command.
template <class App, class AddCommand>
void add_partners(App& program, AddCommand add_command, PartnersOptions& partners) {
  auto* command = add_command(
      program, "partners", "Find organisations that would do as partners, and why", partners.common,
      "  tributary partners 'mentors for apprentices in small firms'\n"
      "  tributary partners 'green skills in welding' --country PT --country RO --newcomers\n"
      "  tributary partners --project cordis-101087143 --member 12 --json\n"
      "  tributary partners --call HORIZON-CL5-2022-D2-01 --type vocational_school");
  command->add_option("idea", partners.idea, "What you look for, in your own words");
  command->add_option("--project", partners.project, "Instead: a project that is like it");
  command->add_option("--call", partners.call,
                      "Instead: a call; the newest 1,000 of its projects vote");
  const auto add_list = [&](const char* name, std::vector<std::string>& list, const char* what) {
    command->add_option(name, list, what)->allow_extra_args(false);
  };
  add_list("--member", partners.members, "Id of an organisation in the consortium; repeat it");
  add_list("--country", partners.countries, "Only from this country, as PT; repeat it");
  add_list("--type", partners.types, "Only of this type, as vocational_school; repeat it");
  add_list("--region", partners.regions, "Only from this NUTS region, as FRL; repeat it");
  command->add_option("--fewest-projects", partners.fewest_projects, "With at least so many");
  command->add_option("--most-projects", partners.most_projects, "With at most so many");
  command->add_flag("--newcomers", partners.newcomers_only,
                    "Only those whose first project began in the last three years");
  command->add_option("--relevance", partners.weights.relevance, "Weight, 0 to 1")
      ->capture_default_str();
  command->add_option("--ties", partners.weights.ties, "Weight of joint projects with members")
      ->capture_default_str();
  command->add_option("--experience", partners.weights.experience, "Weight of many projects")
      ->capture_default_str();
  command
      ->add_option("--complementarity", partners.weights.complementarity,
                   "Weight of a country and a type that no member has")
      ->capture_default_str();
  command->add_option("--newcomer", partners.weights.newcomer, "Weight of having few projects")
      ->capture_default_str();
  command
      ->add_option("--size-damping", partners.size_damping,
                   "How much less votes for those with many projects say, 0 to 1")
      ->capture_default_str();
  command
      ->add_option("--half-life", partners.half_life_years,
                   "Years in which what a project says halves")
      ->capture_default_str();
  command->add_option("--limit", partners.limit, "How many to show, at most 100")
      ->capture_default_str();
}

}  // namespace tributary::cli
