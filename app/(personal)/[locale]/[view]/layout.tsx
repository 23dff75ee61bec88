import '@/app/personal.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { ColourStyle } from '@/components/layout/colour-style'
import { parseView } from '@/lib/address/view'
import { isOneOf } from '@/lib/base/is-one-of'
import { LOCALES, languageTag } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'

interface LayoutProps {
  children: ReactNode
  params: Promise<{ locale: string; view: string }>
}

/** Pages about accounts depend on who asks: each is rendered for each request, and nothing keeps it. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { locale } = await params
  const t = translatorFor(isOneOf(LOCALES, locale) ? locale : 'zh')
  return {
    title: { default: t('brand.name'), template: `%s – ${t('brand.name')}` },
    robots: { index: false, follow: false },
  }
}

export default async function PersonalLayout({ children, params }: LayoutProps) {
  const { locale, view: segment } = await params
  const view = parseView(locale, segment)
  if (!view) notFound()
  return (
    <html lang={languageTag(view.locale)} data-theme={view.theme}>
      <head>
        <link rel="stylesheet" href="/print.css" media="print" />
        <ColourStyle locale={view.locale} theme={view.theme} colours={view.colours} />
      </head>
      <body>{children}</body>
    </html>
  )
}
