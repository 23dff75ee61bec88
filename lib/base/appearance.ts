/** `auto` follows the reader's system. */
export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/**
 * The colour for gains: `red` (Chinese convention), `green`, or `cvd`, the colour-blind palette (orange up, blue down).
 */
export const COLOURS = ['red', 'green', 'cvd'] as const
export type Colours = (typeof COLOURS)[number]
