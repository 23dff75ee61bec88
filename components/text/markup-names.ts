/**
 * The markup of the pages that are being made, by its name: Next makes the elements of a page and their markup in two
 * copies of these modules, which share this object of the process.
 */
const shared: typeof globalThis & { factorWeeklyMarkup?: Map<string, string> } = globalThis

/** The attribute that names an element whose content is sent as markup only. */
export const MARKUP_ATTRIBUTE = 'data-markup'

/** Enough for all pages that are made at the same time. */
const CHARACTERS_MAX = 32_000_000
let characters = 0

/** Keeps markup until its page is made; past the bound the oldest is dropped. */
export function noteMarkup(name: string, markup: string): void {
  shared.factorWeeklyMarkup ??= new Map()
  const noted = shared.factorWeeklyMarkup
  if (noted.delete(name)) characters -= markup.length
  noted.set(name, markup)
  characters += markup.length
  for (const [oldest, { length }] of noted) {
    if (characters <= CHARACTERS_MAX) return
    noted.delete(oldest)
    characters -= length
  }
}

/** Returns markup by its name: on the server what was noted, in the browser what the page has. */
export function markupNamed(name: string): string {
  const markup =
    typeof document === 'undefined'
      ? shared.factorWeeklyMarkup?.get(name)
      : document.querySelector(`[${MARKUP_ATTRIBUTE}="${name}"]`)?.innerHTML
  if (markup === undefined) throw new Error(`the markup ${name} is not there`)
  return markup
}
