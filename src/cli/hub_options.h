// cli/hub_options.h
//
// The commands of hubs with their options; included as partners_options.h is.
#pragma once

#include "cli/command_options.h"

namespace tributary::cli {

/// `add_command(parent, name, purpose, common, examples)` gives back the command.
template <class App, class AddCommand>
void add_hubs(App& program, AddCommand add_command, CommandOptions& options) {
  auto* hubs = program.add_subcommand("hubs", "Read and keep the pages of regions and themes");
  hubs->require_subcommand(1);
  const auto add_content = [](auto* command, HubOptions& hub) {
    command->add_option("--language", hub.language, "Of name and description, such as fr");
    command->add_option("--name", hub.name, "How it is called");
    command->add_option("--description", hub.description, "What it is for");
    command->add_option("--query", hub.query, "What it shows, as with 'search'");
    command->add_option("--filter", hub.filters, "FACET=VALUE; repeat it for several")
        ->allow_extra_args(false);
  };
  add_command(*hubs, "list", "List the hubs, drafts included", options.hub_list.common,
              "  tributary hubs list --json");
  auto* command = add_command(*hubs, "show", "Show what a hub says and picks",
                              options.hub_show.common, "  tributary hubs show south-region");
  command->add_option("hub", options.hub_show.slug, "Its address")->required();
  command = add_command(*hubs, "figures", "Show a hub's projects quarter by quarter",
                        options.hub_figures.common,
                        "  tributary hubs figures south-region --quarters 20");
  command->add_option("hub", options.hub_figures.slug, "Its address")->required();
  command->add_option("--quarters", options.hub_figures.quarters, "How many, at most 40")
      ->capture_default_str();
  command = add_command(*hubs, "create", "Make a hub, as a draft", options.hub_create.common,
                        "  tributary hubs create south-region --language fr --name 'Ma région' "
                        "--filter country=FR");
  command->add_option("hub", options.hub_create.slug, "Its address: small letters, digits, hyphens")
      ->required();
  add_content(command, options.hub_create);
  command =
      add_command(*hubs, "edit", "Change a hub; what is not given stays", options.hub_edit.common,
                  "  tributary hubs edit south-region --language en --name 'My region'\n"
                  "  tributary hubs edit south-region --act open");
  command->add_option("hub", options.hub_edit.slug, "Its address")->required();
  add_content(command, options.hub_edit);
  command->add_option("--act", options.hub_edit.act, "open, close or reopen");
}

}  // namespace tributary::cli
