// cli/command_options.h
//
// The options of every command, and the running of the one that was given.
#pragma once

#include <string_view>

#include "cli/commands/commands.h"

namespace tributary::cli {

struct CommandOptions {
  ImportOptions importing;
  ImportsOptions imports;
  RejectsOptions rejects;
  CoverageOptions coverage;
  SearchOptions search;
  ShowOptions show;
  SimilarOptions similar;
  DigestOptions digest;
  ServeOptions serve;
  DemoOptions demo;
  AuditVerifyOptions audit_verify;
  AuditListOptions audit_list;
  InnovationListOptions innovation_list;
  InnovationShowOptions innovation_show;
  RisingOptions scouting_rising;
  NeedOptions scouting_need;
  ConsortiumOptions consortium_rules, consortium_check;
  ConsortiumProposeOptions consortium_propose;
  OrganisationsOptions organisations_resolve, organisations_doubtful, organisations_merge,
      organisations_apart, organisations_split, organisations_undo, organisations_history;
  PartnersOptions partners;
  NetworkOptions network;
  NetworkPathOptions network_path;
  OffersOptions offers;
  AdoptionShowOptions adoption_show;
  AdoptionImportOptions adoption_import;
  AimsShowOptions aims_show;
  AimsImportOptions aims_import;
  RubricOptions rubric;
  PanelShowOptions panel_show;
  PanelReproduceOptions panel_reproduce;
  HubOptions hub_list, hub_show, hub_figures, hub_create, hub_edit;
  MainstreamingListOptions mainstreaming_list;
  MainstreamingShowOptions mainstreaming_show;
  EvidenceShowOptions evidence_show;
  EvidencePilotOptions evidence_pilot;
  EvidenceLearnersOptions evidence_learners;
  EvidenceReproduceOptions evidence_reproduce;
  PotentialOptions evidence_potential, evidence_compare;
  AccountOptions account;
  CallOptions call;
  NoticesSendOptions notices_send;
  ApplicationOptions application;
  BackupOptions backup;
  RestoreOptions restore;
  ExportAllOptions export_all;
};

/// Runs the command of this name, "import" or "evidence show", and answers an exit code. Errors:
/// those of the command, `internal` where there is none of this name.
Result<int> run_command(std::string_view name, const CommandOptions& options);

}  // namespace tributary::cli
