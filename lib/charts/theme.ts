/** All colours: the pages' CSS variables and the charts read them from here. */
import type { Colours } from '@/lib/base/appearance'

export interface Palette {
  /** Background of the page, and of hollow bars. */
  bg: string
  /** Names, headings, unsigned figures. */
  ink: string
  /** Column heads, captions, thin lines. */
  ink2: string
  /** Axis labels, denominators, base lines: the lightest text. */
  ink3: string
  /** Lines above and below tables and sections. */
  rule: string
  /** Hairlines, axis lines, ticks. */
  line: string
  /** Chart grid, placeholders. */
  grid: string
  /** The row under the pointer. */
  wash: string
  /** Current page, controls, unusual figures, the long-short line. */
  accent: string
  /** A value above zero. */
  up: string
  /** A value below zero. */
  down: string
  /** Long leg (solid), short leg (outline). */
  leg: string
}

/** The font family of charts and Chinese pages: the reader's system fonts, with Chinese ones. */
export const SANS =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", Arial, sans-serif'

/** In English text a Latin font comes first: in Chinese fonts an apostrophe is as wide as a character. */
export const SANS_ENGLISH = `-apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", "Liberation Sans", ${SANS}`

export function paletteOf(tone: 'light' | 'dark', colours: Colours): Palette {
  const base = BASE[tone]
  if (colours === 'cvd') return { ...base, ...COLOUR_BLIND[tone] }
  return colours === 'green' ? { ...base, up: base.down, down: base.up } : base
}

/**
 * Returns the palette for print. The legs also differ in grey; up and down do not, so a sign is always printed with
 * them.
 * @param accent #rrggbb, the publisher's
 */
export function printPalette(colours: Colours, accent: string): Palette {
  const screen = paletteOf('light', colours)
  const paper = { ...screen, ink: '#1a1f27', ink2: '#3d4550', ink3: '#5b6470', rule: '#b9c1cb', line: '#b9c1cb' }
  return { ...paper, grid: '#e1e5ea', wash: '#f2f5f9', accent, leg: '#7f93b2' }
}

const BASE: Record<'light' | 'dark', Palette> = {
  light: {
    bg: '#ffffff',
    ink: '#15181e',
    ink2: '#4a5160',
    ink3: '#697181',
    rule: '#15181e',
    line: '#d7dbe1',
    grid: '#e9ebef',
    wash: '#f5f6f8',
    accent: '#23509b',
    up: '#b3261e',
    down: '#0b6b45',
    leg: '#5f6b7e',
  },
  dark: {
    bg: '#14161a',
    ink: '#e7e9ed',
    ink2: '#b2b8c3',
    ink3: '#8f97a5',
    rule: '#aeb5c0',
    line: '#343942',
    grid: '#262a31',
    wash: '#1c1f25',
    accent: '#8db2f2',
    up: '#f2837a',
    down: '#56bf8f',
    leg: '#98a2b3',
  },
}

/** The accent becomes violet, so that it never equals "down". */
const COLOUR_BLIND = {
  light: { accent: '#6a3d9a', up: '#a84a00', down: '#0a5ea8' },
  dark: { accent: '#c3a6ea', up: '#f0a15e', down: '#74b4ee' },
}
