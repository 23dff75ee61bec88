import { notFound } from 'next/navigation'
import type { z } from 'zod'
import { parseView, type View } from './view'

/** Returns the view in a page's path. The proxy writes this path, so any other path is not found. */
export async function pageView(params: Promise<{ locale: string; view: string }>): Promise<View> {
  const { locale, view } = await params
  return parseView(locale, view) ?? notFound()
}

/** Parses the parameters of this page by its schema; the proxy has checked them already. */
export function pageParameters<Schema extends z.ZodObject>(schema: Schema, view: View): z.output<Schema> {
  const read = schema.safeParse(view.parameters)
  return read.success ? read.data : notFound()
}
