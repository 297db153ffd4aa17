// store/project_fields.h
//
// The fields of a project one by one, under the names of the JSON of docs/api.md: what provenance
// and history are kept by.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "catalogue/project.h"

namespace tributary::store {

/// Calls visit(name, pointer to member) for every field that a source states.
template <class Visit>
void visit_fields(Visit&& visit) {
  using catalogue::SourceProject;
  visit("acronym", &SourceProject::acronym);
  visit("title", &SourceProject::title);
  visit("summary", &SourceProject::summary);
  visit("programme", &SourceProject::programme);
  visit("action", &SourceProject::action);
  visit("key_action", &SourceProject::key_action);
  visit("call", &SourceProject::call);
  visit("call_year", &SourceProject::call_year);
  visit("published_status", &SourceProject::published_status);
  visit("start", &SourceProject::start);
  visit("end", &SourceProject::end);
  visit("signed_on", &SourceProject::signed_on);
  visit("updated_on", &SourceProject::updated_on);
  visit("grant_eur", &SourceProject::grant);
  visit("total_cost_eur", &SourceProject::total_cost);
  visit("website", &SourceProject::website);
  visit("doi", &SourceProject::doi);
  visit("rcn", &SourceProject::rcn);
  visit("good_practice", &SourceProject::good_practice);
  visit("success_story", &SourceProject::success_story);
  visit("participations", &SourceProject::participations);
  visit("topics", &SourceProject::topics);
  visit("links", &SourceProject::links);
}

inline bool is_stated(const std::string& value) { return !value.empty(); }
template <class Value>
bool is_stated(const std::optional<Value>& value) {
  return value.has_value();
}

}  // namespace tributary::store
