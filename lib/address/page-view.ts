import { notFound } from 'next/navigation'
import type { z } from 'zod'
import { currentScope } from '@/lib/scope/current-scope'
import { ALL, scopeHash } from '@/lib/scope/read-scope'
import { parseView, type View } from './view'

/** Returns the view in a page's path. The proxy writes this path, so any other path is not found. */
export async function pageView(params: Promise<{ locale: string; view: string }>): Promise<View> {
  const { locale, view } = await params
  return requestedView(locale, view) ?? notFound()
}

/**
 * Parses the locale and view segments of the path of a request; null when they are not a view, or one for readers of
 * another scope than the request has.
 */
export function requestedView(locale: string, segment: string): View | null {
  const view = parseView(locale, segment)
  return view !== null && (view.scope ?? ALL) === scopeHash(currentScope()) ? view : null
}

/** Parses the parameters of this page by its schema; the proxy has checked them already. */
export function pageParameters<Schema extends z.ZodObject>(schema: Schema, view: View): z.output<Schema> {
  const read = schema.safeParse(view.parameters)
  return read.success ? read.data : notFound()
}
