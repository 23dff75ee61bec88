/**
 * Migrations that only add tables, with those tables. A backup of before one of them is restored as it is: the tables are
 * then empty, as they were.
 */
export const ADDED_TABLES: Readonly<Record<string, readonly string[]>> = {
  '20241209000000_editions': ['edition', 'edition_document', 'week_draft'],
  '20241210000000_week_texts': ['week_text'],
  '20241211000000_share_links': ['share_link', 'embed_origin'],
}
