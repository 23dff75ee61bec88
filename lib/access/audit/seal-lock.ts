/** The statement by which a transaction has the audit to itself until it ends; the seals of other transactions wait. */
export const SEAL_LOCK = 'select pg_advisory_xact_lock(7310017)'
