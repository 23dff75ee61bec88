import { notFound } from 'next/navigation'
import { parseView, type View } from './view'

/** The view that a page's path names. The proxy writes it, so any other path is no page of ours. */
export async function pageView(params: Promise<{ locale: string; view: string }>): Promise<View> {
  const { locale, view } = await params
  return parseView(locale, view) ?? notFound()
}
