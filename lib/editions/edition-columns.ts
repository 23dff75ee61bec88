/** SQL for reading editions in the form in which they are hashed. */

/** The columns of `editionSummary`, from the table `edition`. */
export const SUMMARY_COLUMNS = `
  id, market, window_kind as "windowKind", to_char(as_of, 'YYYY-MM-DD') as "asOf", number, state, version, stamp, convention,
  documents, waivers, reason, drafted_by as "draftedBy", published_by as "publishedBy",
  to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt",
  previous_hash as "previousHash", hash`

/** The columns of its contents. */
export const CONTENT_COLUMNS = 'texts, publisher, figures'
