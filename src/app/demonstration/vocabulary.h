// app/demonstration/vocabulary.h
//
// The words that invented projects are made of. All sentences are our own; places are real,
// organisations are not.
#pragma once

#include <array>
#include <string_view>

#include "catalogue/project.h"

namespace tributary::app::demonstration {

struct Trade {
  std::string_view name, topic;
  std::string_view problem;  ///< a sentence about what is difficult in this trade
};

inline constexpr std::array kTrades{
    Trade{"tourism and hospitality", "Tourism and hospitality",
          "Hotels and restaurants hire for one season and train for none, and many apprentices "
          "leave before their exam."},
    Trade{"welding and metalwork", "Manufacturing",
          "Workshops have modern machines, while schools still practise on equipment from another "
          "century."},
    Trade{"elderly care", "Health and social care",
          "Care homes look for staff in every region, and newcomers meet hard situations without "
          "preparation."},
    Trade{"organic farming", "Agriculture and food",
          "Small farms change to organic methods faster than the curricula that should prepare "
          "their workers."},
    Trade{"renewable energy installation", "Energy and climate",
          "Heat pumps and solar panels are sold faster than installers can be trained to fit them "
          "safely."},
    Trade{"logistics and transport", "Transport and mobility",
          "Warehouses run on software that trainees see for the first time on their first working "
          "day."},
    Trade{"construction and timber building", "Construction",
          "Building sites lose a third of their apprentices in the first year, most of them for "
          "avoidable reasons."},
    Trade{"early childhood education", "Education and training",
          "Nursery assistants carry great responsibility and rarely get time to reflect on their "
          "practice."},
    Trade{"industrial automation", "Digital skills",
          "Robots arrive in medium-sized firms, but the people who maintain them are trained "
          "elsewhere."},
    Trade{"textile and fashion", "Manufacturing",
          "Repair and reuse are back in demand, and the craft knowledge behind them is about to "
          "retire."},
    Trade{"baking and food processing", "Agriculture and food",
          "Family bakeries close because nobody learned both the craft and the business."},
    Trade{"maritime professions", "Transport and mobility",
          "Ports and shipyards become greener, and the certificates of their workers say nothing "
          "of it."},
    Trade{
        "retail and e-commerce", "Business and entrepreneurship",
        "Shops sell online and offline at once, and training treats the two as different worlds."},
    Trade{"car mechatronics", "Transport and mobility",
          "Electric cars need other skills in the garage, and high voltage forgives no "
          "improvisation."},
    Trade{"forestry", "Energy and climate",
          "Storms and drought change the forest faster than the lessons about it."},
    Trade{"hairdressing and wellness", "Business and entrepreneurship",
          "Many trainees plan to open their own salon, and few ever see a business plan before "
          "they do."},
};

struct Method {
  std::string_view title;     ///< as a title begins
  std::string_view approach;  ///< a sentence about what is done
  std::string_view keyword;
};

inline constexpr std::array kMethods{
    Method{
        "Work-based learning that lasts",
        "Schools and firms plan the whole training year together and write down who teaches what.",
        "work-based learning"},
    Method{"Mentors at the workplace",
           "Experienced workers are trained as mentors and get two hours a week for the learners "
           "who need them.",
           "mentoring"},
    Method{"Learning with simulators",
           "Learners practise dangerous or costly tasks in virtual reality before they touch the "
           "real machine.",
           "virtual reality"},
    Method{"Micro-credentials",
           "Short units end with a credential that employers helped to describe and that adds up "
           "to a qualification.",
           "micro-credentials"},
    Method{"Apprentices abroad",
           "Apprentices spend a month in a firm in another country, prepared and followed up by "
           "both schools.",
           "mobility"},
    Method{"Teachers in companies",
           "Teachers return to a company for two weeks a year and change one lesson with what they "
           "saw.",
           "teacher training"},
    Method{"Validation of prior learning",
           "People who learned on the job show what they can do and receive the part of the "
           "certificate they deserve.",
           "recognition of prior learning"},
    Method{"Learning factories",
           "A small real production line in the school is planned, run and improved by the "
           "learners themselves.",
           "learning factory"},
    Method{"Green skills",
           "Every module gets one task about energy, material or waste that saves something that "
           "can be measured.",
           "green skills"},
    Method{"A second chance",
           "Young people who left school build their own timetable from small, visible steps with "
           "a coach at their side.",
           "early school leaving"},
    Method{
        "Entrepreneurship in practice",
        "Teams found a small business for one term, sell a product and close the books together.",
        "entrepreneurship"},
    Method{"Language for work",
           "The language of the trade is taught in the workshop, by the trainer and a language "
           "teacher in one team.",
           "language learning"},
    Method{"Peer review of providers",
           "Training centres visit one another with common criteria and leave three concrete "
           "recommendations.",
           "quality assurance"},
    Method{"Data for guidance",
           "Simple figures about jobs and graduates are put before learners in time to change "
           "their choice.",
           "career guidance"},
};

inline constexpr std::array<std::string_view, 10> kGroups{"young people without a qualification",
                                                          "apprentices in small firms",
                                                          "newly arrived migrants",
                                                          "adults who return to work",
                                                          "learners with disabilities",
                                                          "women in technical trades",
                                                          "trainers and teachers",
                                                          "school leavers in rural areas",
                                                          "workers over fifty",
                                                          "first-year trainees"};

inline constexpr std::array<std::string_view, 8> kOutputs{
    "a handbook for in-company trainers",
    "a set of twelve open lesson plans",
    "a tested assessment grid",
    "an open online course",
    "a planning tool for schools and firms",
    "a guide for regional authorities",
    "a collection of short videos",
    "a curriculum module described in learning outcomes"};

inline constexpr std::array<std::string_view, 6> kEndings{
    "A comparison with classes that go on as before shows what the approach changes and what it "
    "does not.",
    "Results, good and bad, are published in full so that others can adapt them.",
    "A regional authority follows the work from the start and decides at the end whether to "
    "continue it.",
    "The partners agreed beforehand which figures would make them stop.",
    "Costs for each learner are counted in every country, because what cannot be paid for will not "
    "last.",
    "Learners sit in the steering group and have a vote."};

struct Town {
  std::string_view country, name, nuts;
};

inline constexpr std::array kTowns{Town{"AT", "Graz", "AT221"},
                                   Town{"AT", "Linz", "AT312"},
                                   Town{"BE", "Gent", "BE234"},
                                   Town{"BE", "Liège", "BE332"},
                                   Town{"BG", "Plovdiv", "BG421"},
                                   Town{"CY", "Larnaca", "CY000"},
                                   Town{"CZ", "Brno", "CZ064"},
                                   Town{"CZ", "Ostrava", "CZ080"},
                                   Town{"DE", "Bremen", "DE501"},
                                   Town{"DE", "Dresden", "DED21"},
                                   Town{"DE", "Freiburg", "DE131"},
                                   Town{"DK", "Aarhus", "DK042"},
                                   Town{"EE", "Tartu", "EE008"},
                                   Town{"EL", "Πάτρα", "EL632"},
                                   Town{"EL", "Θεσσαλονίκη", "EL522"},
                                   Town{"ES", "Bilbao", "ES213"},
                                   Town{"ES", "Málaga", "ES617"},
                                   Town{"ES", "Zaragoza", "ES243"},
                                   Town{"FI", "Tampere", "FI197"},
                                   Town{"FR", "Marseille", "FRL04"},
                                   Town{"FR", "Nantes", "FRG01"},
                                   Town{"FR", "Toulon", "FRL05"},
                                   Town{"HR", "Split", "HR035"},
                                   Town{"HU", "Pécs", "HU231"},
                                   Town{"IE", "Cork", "IE053"},
                                   Town{"IE", "Drogheda", "IE062"},
                                   Town{"IT", "Bologna", "ITH55"},
                                   Town{"IT", "Torino", "ITC11"},
                                   Town{"IT", "Bari", "ITF47"},
                                   Town{"LT", "Kaunas", "LT022"},
                                   Town{"LU", "Esch-sur-Alzette", "LU000"},
                                   Town{"LV", "Liepāja", "LV003"},
                                   Town{"MT", "Valletta", "MT001"},
                                   Town{"NL", "Eindhoven", "NL414"},
                                   Town{"PL", "Łódź", "PL711"},
                                   Town{"PL", "Poznań", "PL415"},
                                   Town{"PT", "Porto", "PT11A"},
                                   Town{"PT", "Évora", "PT187"},
                                   Town{"RO", "Iași", "RO213"},
                                   Town{"RO", "Pitești", "RO311"},
                                   Town{"SE", "Malmö", "SE224"},
                                   Town{"SI", "Maribor", "SI032"},
                                   Town{"SK", "Košice", "SK042"},
                                   Town{"TR", "İzmir", "TR310"},
                                   Town{"NO", "Bergen", "NO0A2"},
                                   Town{"IS", "Akureyri", "IS002"}};

struct Kind {
  std::string_view before, after;  ///< a name is before + town + after
  catalogue::OrganisationType type;
};

inline constexpr std::array kKinds{
    Kind{"", " Vocational College", catalogue::OrganisationType::vocational_school},
    Kind{"", " Training Centre", catalogue::OrganisationType::vocational_school},
    Kind{"Technical School of ", "", catalogue::OrganisationType::vocational_school},
    Kind{"Chamber of Skilled Trades ", "", catalogue::OrganisationType::chamber_or_social_partner},
    Kind{"Adult Learning Association ", "", catalogue::OrganisationType::adult_education},
    Kind{"Institute for Labour Studies ", "", catalogue::OrganisationType::research},
    Kind{"City of ", ", Department of Education", catalogue::OrganisationType::public_body},
    Kind{"", " Workshop Cooperative", catalogue::OrganisationType::enterprise},
    Kind{"", " Future Skills Ltd", catalogue::OrganisationType::enterprise},
    Kind{"University of Applied Arts ", "", catalogue::OrganisationType::higher_education},
    Kind{"Bridge to Work ", "", catalogue::OrganisationType::non_profit}};

struct Action {
  std::string_view key_action, name, code;
  std::int64_t least_euros, most_euros;
  unsigned least_months, most_months;
  unsigned least_partners, most_partners;
};

inline constexpr std::array kActions{
    Action{"Cooperation for innovation and the exchange of good practices",
           "Strategic Partnerships for vocational education and training", "KA202", 60'000, 420'000,
           24, 36, 3, 8},
    Action{"Cooperation among organisations and institutions",
           "Cooperation partnerships in vocational education and training", "KA220-VET", 120'000,
           400'000, 24, 36, 3, 8},
    Action{"Cooperation among organisations and institutions",
           "Small-scale partnerships in vocational education and training", "KA210-VET", 30'000,
           60'000, 6, 24, 1, 4},
    Action{"Learning Mobility of Individuals", "VET learner and staff mobility", "KA102", 15'000,
           250'000, 12, 24, 0, 3},
    Action{"Cooperation for innovation and the exchange of good practices",
           "Sector Skills Alliances", "SSA", 500'000, 1'000'000, 24, 36, 7, 14},
    Action{"Support for policy reform", "Forward looking cooperation projects", "FORWARD", 300'000,
           1'000'000, 24, 36, 5, 12}};

}  // namespace tributary::app::demonstration
