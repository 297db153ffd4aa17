// catalogue/importers/organisation_columns.h
#pragma once

#include "catalogue/importers/cell_reader.h"
#include "catalogue/importers/column_synonyms.h"

namespace tributary::catalogue {

/// Reads a cell of a column that speaks of an organisation or of its part in a project. False
/// where it has no reading; the reader says why. Columns of other things are left alone.
bool read_organisation_cell(CellReader& reader, Column column, std::string_view cell,
                            Participation& participation);

/// Parts "CAMPUS DE SAN VICENTE RASPEIG 99, 03690, ALICANTE" into street, post code and city where
/// the last two parts are of that form; else all of it is the street.
void assign_address(std::string_view address, NamedOrganisation& organisation);

}  // namespace tributary::catalogue
