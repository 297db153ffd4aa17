#include "store/notices/job_leases.h"

#include "store/stored_moment.h"

namespace tributary::store {

Result<bool> take_job_lease(sql::Connection& connection, std::string_view job,
                            std::string_view holder, Timestamp now, Timestamp expires) {
  TRY(TRY(connection.statement("DELETE FROM job_leases WHERE job = ? AND expires <= ?"))
          .run(job, milliseconds(now)));
  TRY(TRY(connection.statement("INSERT INTO job_leases (job, holder, expires) VALUES (?, ?, ?) "
                               "ON CONFLICT (job) DO NOTHING"))
          .run(job, holder, milliseconds(expires)));
  TRY(TRY(connection.statement("UPDATE job_leases SET expires = ? WHERE job = ? AND holder = ?"))
          .run(milliseconds(expires), job, holder));
  return connection.changed_rows() > 0;
}

Result<> give_job_lease_back(sql::Connection& connection, std::string_view job,
                             std::string_view holder) {
  return TRY(connection.statement("DELETE FROM job_leases WHERE job = ? AND holder = ?"))
      .run(job, holder);
}

}  // namespace tributary::store
