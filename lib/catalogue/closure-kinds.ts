/** What a row of a calendar says of its day: no trading on a weekday, or a session on any day. */
export const CLOSURE_KINDS = ['closed', 'session'] as const

export type ClosureKind = (typeof CLOSURE_KINDS)[number]
