/** What may be published, and what a week can be. */

/** `published`: the first edition; `corrected`: a later one; `withdrawn`: the editions before no longer hold. */
export const EDITION_STATES = ['published', 'corrected', 'withdrawn'] as const
type EditionState = (typeof EDITION_STATES)[number]

/** `draft`: follows the newest data; `in-review`: submitted for review; otherwise the state of its newest edition. */
export type WeekState = 'draft' | 'in-review' | EditionState

/** The documents of an edition: the whole report, and the week on one page. */
export const DOCUMENT_FORMS = ['report', 'one-page'] as const
export type DocumentForm = (typeof DOCUMENT_FORMS)[number]
