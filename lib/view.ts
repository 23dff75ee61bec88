/**
 * How a page is to be shown: what of it stands in the address or a cookie. The proxy packs it into one path segment, so
 * that a page is a pure function of its path and can be cached for ever.
 */
import { z } from 'zod'

export const LOCALES = ['zh', 'en'] as const
export const CONVENTIONS = ['arithmetic', 'geometric'] as const
export const THEMES = ['auto', 'light', 'dark'] as const
export const COLOURS = ['red', 'green', 'cvd'] as const
export const ORDERS = ['family', 'report'] as const

export type Locale = (typeof LOCALES)[number]
/** `arithmetic`: a − b; `geometric`: (1 + a)/(1 + b) − 1. */
export type Convention = (typeof CONVENTIONS)[number]
/** `auto` follows the reader's system. */
export type Theme = (typeof THEMES)[number]
/** Which colour is up: `red` (Chinese convention), `green`, or `cvd`, the colour-blind palette (orange up, blue down). */
export type Colours = (typeof COLOURS)[number]
/** Rows of table 1: grouped by family, or in the section order of the report. */
export type Order = (typeof ORDERS)[number]
