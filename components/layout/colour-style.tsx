import type { View } from '@/lib/address/view'
import type { Colours } from '@/lib/base/appearance'
import { type Palette, paletteOf, SANS, SANS_ENGLISH } from '@/lib/charts/theme'

/** Writes the page's font and colours as CSS variables in the head: only those of the view, so that nothing flashes. */
export function ColourStyle({ locale, theme, colours }: Pick<View, 'locale' | 'theme' | 'colours'>) {
  const [light, dark] = [declarations('light', colours), declarations('dark', colours)]
  const chosen = theme === 'dark' ? dark : light
  const rules = [
    `:root{--sans:${locale === 'zh' ? SANS : SANS_ENGLISH};${chosen}}`,
    theme === 'auto' ? `@media screen and (prefers-color-scheme:dark){:root{${dark}}}` : '',
    theme === 'dark' ? `@media print{:root{${light}}}` : '',
  ]
  return <style>{rules.join('')}</style>
}

function declarations(tone: 'light' | 'dark', colours: Colours): string {
  const palette = paletteOf(tone, colours)
  const variables = VARIABLES.map(([variable, name]) => `--${variable}:${palette[name]}`)
  return [...variables, `color-scheme:${tone}`].join(';')
}

const VARIABLES: [variable: string, name: keyof Palette][] = [
  ['bg', 'bg'],
  ['ink', 'ink'],
  ['ink-2', 'ink2'],
  ['ink-3', 'ink3'],
  ['rule', 'rule'],
  ['line', 'line'],
  ['grid', 'grid'],
  ['wash', 'wash'],
  ['accent', 'accent'],
  ['up', 'up'],
  ['down', 'down'],
  ['leg', 'leg'],
]
