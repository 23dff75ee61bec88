import { notFound } from 'next/navigation'
import type { z } from 'zod'
import { parseView, type View } from './view'

/** The view that a page's path names. The proxy writes it, so any other path is no page of ours. */
export async function pageView(params: Promise<{ locale: string; view: string }>): Promise<View> {
  const { locale, view } = await params
  return parseView(locale, view) ?? notFound()
}

/** What the address asks of the page alone, read by the page's schema, which the proxy has read it by already. */
export function pageParameters<Schema extends z.ZodObject>(schema: Schema, view: View): z.output<Schema> {
  const read = schema.safeParse(view.parameters)
  return read.success ? read.data : notFound()
}
