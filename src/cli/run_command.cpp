#include <algorithm>
#include <array>
#include <string>

#include "cli/command_options.h"

namespace tributary::cli {
namespace {

using Options = CommandOptions;

struct Command {
  std::string_view name;
  Result<int> (*run)(const Options&);
};

constexpr std::array kCommands{
    Command{"account create",
            [](const Options& options) { return account_create_command(options.account); }},
    Command{"account grant",
            [](const Options& options) { return account_grant_command(options.account, true); }},
    Command{"account link",
            [](const Options& options) { return account_link_command(options.account); }},
    Command{"account list",
            [](const Options& options) { return account_list_command(options.account); }},
    Command{"account revoke",
            [](const Options& options) { return account_grant_command(options.account, false); }},
    Command{
        "adoption import",
        [](const Options& options) { return adoption_import_command(options.adoption_import); }},
    Command{"adoption show",
            [](const Options& options) { return adoption_show_command(options.adoption_show); }},
    Command{"aims", [](const Options& options) { return aims_show_command(options.aims_show); }},
    Command{"aims import",
            [](const Options& options) { return aims_import_command(options.aims_import); }},
    Command{"application list",
            [](const Options& options) { return application_list_command(options.application); }},
    Command{"application show",
            [](const Options& options) { return application_show_command(options.application); }},
    Command{"audit list",
            [](const Options& options) { return audit_list_command(options.audit_list); }},
    Command{"audit verify",
            [](const Options& options) { return audit_verify_command(options.audit_verify); }},
    Command{"backup", [](const Options& options) { return backup_command(options.backup); }},
    Command{"call", [](const Options& options) { return call_command(options.call); }},
    Command{
        "consortium check",
        [](const Options& options) { return consortium_check_command(options.consortium_check); }},
    Command{"consortium propose",
            [](const Options& options) {
              return consortium_propose_command(options.consortium_propose);
            }},
    Command{
        "consortium rules",
        [](const Options& options) { return consortium_rules_command(options.consortium_rules); }},
    Command{"coverage", [](const Options& options) { return coverage_command(options.coverage); }},
    Command{"demo", [](const Options& options) { return demo_command(options.demo); }},
    Command{"digest", [](const Options& options) { return digest_command(options.digest); }},
    Command{
        "evidence compare",
        [](const Options& options) { return evidence_compare_command(options.evidence_compare); }},
    Command{"evidence learners",
            [](const Options& options) {
              return evidence_learners_command(options.evidence_learners);
            }},
    Command{"evidence pilot",
            [](const Options& options) { return evidence_pilot_command(options.evidence_pilot); }},
    Command{"evidence potential",
            [](const Options& options) {
              return evidence_potential_command(options.evidence_potential);
            }},
    Command{"evidence reproduce",
            [](const Options& options) {
              return evidence_reproduce_command(options.evidence_reproduce);
            }},
    Command{"evidence show",
            [](const Options& options) { return evidence_show_command(options.evidence_show); }},
    Command{"export all",
            [](const Options& options) { return export_all_command(options.export_all); }},
    Command{"hubs create",
            [](const Options& options) { return hub_create_command(options.hub_create); }},
    Command{"hubs edit", [](const Options& options) { return hub_edit_command(options.hub_edit); }},
    Command{"hubs figures",
            [](const Options& options) { return hub_figures_command(options.hub_figures); }},
    Command{"hubs list", [](const Options& options) { return hub_list_command(options.hub_list); }},
    Command{"hubs show", [](const Options& options) { return hub_show_command(options.hub_show); }},
    Command{"import", [](const Options& options) { return import_command(options.importing); }},
    Command{"imports", [](const Options& options) { return imports_command(options.imports); }},
    Command{
        "innovation list",
        [](const Options& options) { return innovation_list_command(options.innovation_list); }},
    Command{
        "innovation show",
        [](const Options& options) { return innovation_show_command(options.innovation_show); }},
    Command{"mainstreaming list",
            [](const Options& options) {
              return mainstreaming_list_command(options.mainstreaming_list);
            }},
    Command{"mainstreaming show",
            [](const Options& options) {
              return mainstreaming_show_command(options.mainstreaming_show);
            }},
    Command{"network", [](const Options& options) { return network_command(options.network); }},
    Command{"network path",
            [](const Options& options) { return network_path_command(options.network_path); }},
    Command{"notices send",
            [](const Options& options) { return notices_send_command(options.notices_send); }},
    Command{"offers list",
            [](const Options& options) { return offers_list_command(options.offers); }},
    Command{"offers show",
            [](const Options& options) { return offers_show_command(options.offers); }},
    Command{"organisations apart",
            [](const Options& options) {
              return organisations_apart_command(options.organisations_apart);
            }},
    Command{"organisations doubtful",
            [](const Options& options) {
              return organisations_doubtful_command(options.organisations_doubtful);
            }},
    Command{"organisations history",
            [](const Options& options) {
              return organisations_history_command(options.organisations_history);
            }},
    Command{"organisations merge",
            [](const Options& options) {
              return organisations_merge_command(options.organisations_merge);
            }},
    Command{"organisations resolve",
            [](const Options& options) {
              return organisations_resolve_command(options.organisations_resolve);
            }},
    Command{"organisations split",
            [](const Options& options) {
              return organisations_split_command(options.organisations_split);
            }},
    Command{"organisations undo",
            [](const Options& options) {
              return organisations_undo_command(options.organisations_undo);
            }},
    Command{
        "panel reproduce",
        [](const Options& options) { return panel_reproduce_command(options.panel_reproduce); }},
    Command{"panel show",
            [](const Options& options) { return panel_show_command(options.panel_show); }},
    Command{"partners", [](const Options& options) { return partners_command(options.partners); }},
    Command{"rejects", [](const Options& options) { return rejects_command(options.rejects); }},
    Command{"restore", [](const Options& options) { return restore_command(options.restore); }},
    Command{"rubric list",
            [](const Options& options) { return rubric_list_command(options.rubric); }},
    Command{"rubric rank",
            [](const Options& options) { return rubric_rank_command(options.rubric); }},
    Command{"rubric show",
            [](const Options& options) { return rubric_show_command(options.rubric); }},
    Command{"scouting need",
            [](const Options& options) { return scouting_need_command(options.scouting_need); }},
    Command{
        "scouting rising",
        [](const Options& options) { return scouting_rising_command(options.scouting_rising); }},
    Command{"search", [](const Options& options) { return search_command(options.search); }},
    Command{"serve", [](const Options& options) { return serve_command(options.serve); }},
    Command{"show", [](const Options& options) { return show_command(options.show); }},
    Command{"similar", [](const Options& options) { return similar_command(options.similar); }},
};

}  // namespace

Result<int> run_command(std::string_view name, const CommandOptions& options) {
  const auto command = std::ranges::find(kCommands, name, &Command::name);
  if (command != kCommands.end()) return command->run(options);
  return fail(ErrorCode::internal, "nobody wrote down what runs this command", std::string(name));
}

}  // namespace tributary::cli
