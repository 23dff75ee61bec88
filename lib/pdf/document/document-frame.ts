import { printPalette } from '@/lib/charts/theme'
import { translatorFor } from '@/lib/messages/translate'
import type { JobParts } from './job'

interface Named {
  title: string
  /** Text beside the title in the running header. */
  right: string
  fingerprint: string
  description: string
  authors: string[]
  /** ISO date. */
  date: string
}

/** Returns the common parts of every document: language, colours, publisher, running headers and metadata. */
export function documentFrame({ report, colours, publisher, paper }: JobParts, named: Named) {
  const { locale, version, week } = report
  const t = translatorFor(locale)
  const { title, right, fingerprint, description, authors, date } = named
  return {
    lang: locale,
    paper,
    palette: printPalette(colours, publisher.accent),
    meta: {
      title: `${title} ${right}`,
      authors,
      description,
      keywords: [t('brand.name'), week.asOf, `v${version}`],
      date: date.split('-').map(Number),
    },
    publisher: {
      name: publisher.name[locale],
      kind: publisher.reportKind[locale],
      logo: publisher.logoSvg === null ? null : 'publisher.svg',
    },
    running: {
      title,
      right,
      left: t('pdf.foot', { version, fingerprint }),
      page: t('pdf.page', { n: '{n}', total: '{total}' }),
    },
  }
}
