import '@/app/globals.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { ColourStyle } from '@/components/layout/colour-style'
import { requestedView } from '@/lib/address/page-view'
import { isOneOf } from '@/lib/base/is-one-of'
import { LOCALES, languageTag } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'

interface LayoutProps {
  children: ReactNode
  params: Promise<{ locale: string; view: string }>
}

/**
 * Pages are rendered at the first request and then cached: their path contains all parameters, including the data
 * version.
 */
export const dynamic = 'force-static'
export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { locale } = await params
  const t = translatorFor(isOneOf(LOCALES, locale) ? locale : 'zh')
  return {
    title: { default: t('brand.name'), template: `%s – ${t('brand.name')}` },
    description: t('brand.description'),
  }
}

export default async function RootLayout({ children, params }: LayoutProps) {
  const { locale, view: segment } = await params
  const view = requestedView(locale, segment)
  if (!view) notFound()
  return (
    <html lang={languageTag(view.locale)} data-theme={view.theme}>
      <head>
        <link rel="stylesheet" href="/print.css" media="print" />
        <ColourStyle locale={view.locale} theme={view.theme} colours={view.colours} />
      </head>
      {/* The padding keeps the foot of a page visible above the tray. */}
      <body className="has-[>[data-tray]]:pb-11">{children}</body>
    </html>
  )
}
