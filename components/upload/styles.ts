import type { CSSProperties } from 'react'

/*
 * Styles that only these pages have. Every page carries the style sheet, and a class of their own would make the page of
 * the week longer.
 */

/** As high as a finger needs. */
export const TARGET: CSSProperties = { minHeight: 44 }

/** A field for a line of text. */
export const LINE_FIELD: CSSProperties = { ...TARGET, maxWidth: '44em' }

export const MAIN_BUTTON: CSSProperties = { ...TARGET, color: 'var(--bg)' }

export const CHECKBOX: CSSProperties = { width: 16, height: 16, accentColor: 'var(--accent)' }

export const PROGRESS: CSSProperties = { height: 4, accentColor: 'var(--accent)' }

/** Text beside a checkbox. */
export const BESIDE_CHECKBOX: CSSProperties = { marginLeft: 28 }

/** A line that says what went wrong. */
export const NOTE: CSSProperties = { borderLeft: '4px solid var(--accent)' }
