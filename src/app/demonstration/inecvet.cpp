#include "app/demonstration/demonstration.h"

namespace tributary::app {
namespace {

using catalogue::OrganisationType;
using catalogue::Participation;
using catalogue::Role;

Participation participant(std::uint32_t order, std::string name, std::string country,
                          std::string city, OrganisationType type) {
  Participation participation;
  participation.organisation.name = std::move(name);
  participation.organisation.country = std::move(country);
  participation.organisation.city = std::move(city);
  participation.organisation.type = type;
  participation.role = order == 1 ? Role::coordinator : Role::partner;
  participation.role_label = order == 1 ? "coordinator" : "partner";
  participation.order = order;
  return participation;
}

}  // namespace

catalogue::SourceProject inecvet_project() {
  catalogue::SourceProject project;
  project.source = kDemonstrationSource;
  project.key = "562126-EPP-1-2015-1-IE-EPPKA3-PI-FORWARD";
  project.acronym = "InEcVET";
  project.title = "Innovation Ecosystems for VET";
  project.summary =
      "Good ideas in vocational education and training often stay in the project that had them. "
      "InEcVET set out to "
      "define and pilot an innovation ecosystem for VET: a set of common elements and principles "
      "that Member States "
      "agree on and apply, so that new approaches are identified, tested, developed and assessed "
      "in a comparable way, "
      "and those with mainstreaming potential find their road into policy and everyday "
      "practice.\n\n"
      "Ten organisations from Ireland, Cyprus, Portugal, Romania and Finland brought together a "
      "public training "
      "board, community development, enterprise associations, a municipality, universities and "
      "innovation "
      "consultants. The project looked at two things at once: what VET contributes to innovation "
      "in enterprises and "
      "regions, and how much innovation takes place inside VET itself.";
  project.programme = "Erasmus+";
  project.key_action = "Support for policy reform";
  project.action = "Forward looking cooperation projects";
  project.call = "EPPKA3-PI-FORWARD 2015";
  project.call_year = 2015;
  project.start = Date::from_calendar(2015, 11, 1);
  project.end = Date::from_calendar(2017, 10, 31);
  project.grant = Money{66'666'700};
  using catalogue::TopicVocabulary;
  project.topics = {{TopicVocabulary::erasmus_topic, "", "Creativity, culture and innovation"},
                    {TopicVocabulary::erasmus_topic, "", "Vocational education and training"},
                    {TopicVocabulary::keyword, "", "innovation ecosystem"},
                    {TopicVocabulary::keyword, "", "mainstreaming"}};
  using enum OrganisationType;
  project.participations = {
      participant(1, "Louth and Meath Education and Training Board", "IE", "Navan", public_body),
      participant(2, "Meath Community Rural and Social Development Partnership", "IE", "Navan",
                  non_profit),
      participant(3, "Future In Perspective", "IE", "", enterprise),
      participant(4, "CARDET", "CY", "Nicosia", research),
      participant(5, "European University Cyprus", "CY", "Nicosia", higher_education),
      participant(6, "Conselho Empresarial do Tâmega e Sousa", "PT", "", chamber_or_social_partner),
      participant(7, "Município de Lousada", "PT", "Lousada", public_body),
      participant(8, "University of Pitești", "RO", "Pitești", higher_education),
      participant(9, "Asociația Oamenilor de Afaceri Argeș", "RO", "Pitești",
                  chamber_or_social_partner),
      participant(10, "Innoventum Oy", "FI", "", enterprise),
  };
  project.links = {};
  return project;
}

}  // namespace tributary::app
