import { nameOf, withDatabase } from '@/lib/boot/postgres/databases'

const FILLED = ['sample', 'demo'] as const
export type FilledContent = (typeof FILLED)[number]

/** Returns the address of the template with that content, given the address of the empty one. */
export function filledTemplateUrl(emptyUrl: string, content: FilledContent): string {
  return withDatabase(emptyUrl, `${nameOf(emptyUrl)}_${content}`)
}

/** Returns the addresses of all templates that a run may have built from the empty one. */
export function filledTemplateUrls(emptyUrl: string): string[] {
  return FILLED.map((content) => filledTemplateUrl(emptyUrl, content))
}
